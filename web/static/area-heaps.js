// Heaps of waiting cards on a map: by kecamatan from afar, then by kelurahan, RW and RT.
// A plain script, for the sandboxed frame that folium writes.
{
  const scope = /** @type {any} */ (globalThis);
  const NEAR = [12.75, 14.25, 16]; // from these zooms on: kelurahan, RW, RT

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
      for (const heap of levels[level]) {
        if (view.contains([heap[0], heap[1]])) mark(heap, level).addTo(layer);
      }
    }

    /** @param {Heap} heap @param {number} level */
    function mark([lat, lon, cards, name], level) {
      const size = Math.round(28 + 24 * Math.sqrt(cards / most[level]));
      const icon = scope.L.divIcon({ className: "heap", html: String(cards), iconSize: [size, size] });
      const said = `${name}: ${words.replace("%s", String(cards))}`;
      const marker = scope.L.marker([lat, lon], { icon, title: said, alt: said, zIndexOffset: cards });
      const box = document.createElement("span");
      box.textContent = said;
      if (level === last) return marker.bindPopup(box);
      const nearer = () => map.setView([lat, lon], NEAR[level]);
      marker.on("keypress", (/** @type {any} */ { originalEvent }) => originalEvent.key === "Enter" && nearer());
      return marker.on("click", nearer);
    }

    map.on("moveend", draw);
    map.whenReady(draw);
  }

  scope.addHeaps = addHeaps;
}
