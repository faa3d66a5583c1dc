// Heaps of waiting cards on a map: by kecamatan from afar, then by kelurahan, RW and RT.
// A plain script, for the sandboxed frame that folium writes.
{
  const scope = /** @type {any} */ (globalThis);
  const NEAR = [12.75, 14.25, 16]; // from these zooms on: kelurahan, RW, RT
  const ROUNDS = 60;

  /** @typedef {[number, number, number, string]} Heap lat, lon, cards, name */

  /** @param {any} map @param {Heap[][]} levels @param {string} words "%s kartu menunggu" */
  function addHeaps(map, levels, words) {
    const layer = scope.L.layerGroup().addTo(map);
    const most = levels.map((heaps) => Math.max(1, ...heaps.map(([, , cards]) => cards)));
    const last = levels.length - 1;
    const first = levels.findIndex((heaps, level) => heaps.length > 1 || level === last);
    const levelAt = () => Math.max(first, NEAR.filter((zoom) => map.getZoom() >= zoom).length);

    /** Only what is in view is drawn: a city has thousands of RT. */
    function draw() {
      layer.clearLayers();
      const level = levelAt(), view = map.getBounds().pad(0.1);
      const seen = levels[level].filter(([lat, lon]) => view.contains([lat, lon]));
      const sizes = seen.map(([, , cards]) => Math.round(28 + 24 * Math.sqrt(cards / most[level])));
      const places = apart(seen.map(([lat, lon]) => map.latLngToLayerPoint([lat, lon])), sizes);
      seen.forEach((heap, at) => mark(heap, level, sizes[at], map.layerPointToLatLng(places[at])).addTo(layer));
    }

    /** @param {Heap} heap @param {number} level @param {number} size @param {any} place */
    function mark([lat, lon, cards, name], level, size, place) {
      const icon = scope.L.divIcon({ className: "heap", html: String(cards), iconSize: [size, size] });
      const said = `${name}: ${words.replace("%s", String(cards))}`;
      const marker = scope.L.marker(place, { icon, title: said, alt: said, zIndexOffset: cards });
      const box = document.createElement("span");
      box.textContent = said;
      if (level === last) return marker.bindPopup(box, { autoPan: false }); // panning would draw anew, and close it
      const nearer = () => map.setView([lat, lon], NEAR[level]);
      marker.on("keypress", (/** @type {any} */ { originalEvent }) => originalEvent.key === "Enter" && nearer());
      return marker.on("click", nearer);
    }

    map.on("moveend", draw);
    map.whenReady(draw);
  }

  /** Push circles apart until none hides another, as far as some rounds suffice.
   * @param {{x: number, y: number}[]} from @param {number[]} sizes */
  function apart(from, sizes) {
    // Circles at one spot part in different directions, or they could never be pushed apart.
    const places = from.map(({ x, y }, at) => scope.L.point(x + Math.cos(at) / 99, y + Math.sin(at) / 99));
    for (let round = 0, touched = true; touched && round < ROUNDS; round++) {
      touched = false;
      places.forEach((one, at) => {
        for (let next = at + 1; next < places.length; next++) {
          const other = places[next], dx = other.x - one.x, dy = other.y - one.y;
          const far = Math.hypot(dx, dy), least = (sizes[at] + sizes[next]) / 2 + 2;
          if (far >= least) continue;
          touched = true;
          const push = (least - far) / 2 / far;
          one.x -= dx * push, one.y -= dy * push, other.x += dx * push, other.y += dy * push;
        }
      });
    }
    return places;
  }

  scope.addHeaps = addHeaps;
}
