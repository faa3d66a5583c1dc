// Roads on a map: what is closed or reported, and the drawing of one more stretch by taps.
import * as L from "/npm/leaflet.js";
import { basemapUnder } from "./basemap.js";
import { drawRoad } from "./road_lines.js";

/** @typedef {import("./road_lines.js").Closed} Closed */

const CLOSE = 17;
const CORNER = 20;
const box = document.getElementById("road-map");
if (box) start(box);

/** @param {HTMLElement} mapBox */
async function start(mapBox) {
  const answer = await fetch(mapBox.dataset.source ?? "", { signal: AbortSignal.timeout(20000) });
  if (!answer.ok) return;
  const { boundaries, closed, reports } = await answer.json();
  const map = L.map(mapBox, { attributionControl: false, zoomSnap: 0.5 });
  void basemapUnder(L, map);
  const outline = L.geoJSON(boundaries, {
    interactive: false,
    style: { color: "#5a6b64", weight: 1, fillColor: "#8aa79b", fillOpacity: 0.1 },
  }).addTo(map);
  map.fitBounds(outline.getBounds());
  const known = closed.flatMap((/** @type {Closed} */ road) => show(map, road));
  const form = document.getElementById("drawing");
  if (form instanceof HTMLFormElement) return void edit(map, form, mapBox.dataset.preview ?? "");
  for (const { id, lat, lon } of reports) known.push(told(map, id, [lat, lon]));
  const bounds = L.latLngBounds(known.map((/** @type {any} */ layer) => layer.getBounds?.().getCenter() ?? layer.getLatLng()));
  if (bounds.isValid()) map.fitBounds(bounds.pad(0.2), { maxZoom: CLOSE });
}

/** @param {L.Map} map @param {Closed} road */
function show(map, road) {
  const paths = drawRoad(map, road);
  for (const path of paths) path.on("click", () => choose(`closure-${road.id}`));
  return paths;
}

/** @param {L.Map} map @param {number} id @param {L.LatLngTuple} place */
function told(map, id, place) {
  const icon = L.divIcon({ className: "told", iconSize: [26, 24] });
  const item = document.querySelector(`[data-road="report-${id}"] strong`);
  const marker = L.marker(place, { icon, title: item?.textContent ?? "", alt: item?.textContent ?? "", keyboard: false });
  return marker.addTo(map).on("click", () => choose(`report-${id}`));
}

/** @param {string} name */
function choose(name) {
  for (const item of document.querySelectorAll("[data-road]")) {
    const isIt = item.getAttribute("data-road") === name;
    item.classList.toggle("chosen", isIt);
    if (isIt) item.scrollIntoView({ block: "nearest" });
  }
}

/** @param {L.Map} map @param {HTMLFormElement} form @param {string} preview */
function edit(map, form, preview) {
  const field = /** @type {HTMLInputElement} */ (document.getElementById("titik"));
  const drawn = L.layerGroup().addTo(map);
  const meant = L.layerGroup().addTo(map);
  let points = read(field.value);
  /** @type {AbortController|null} */
  let asking = null;

  const shape = () => String(new FormData(form).get("bentuk"));

  /** @param {L.LatLngTuple[]} next */
  function put(next) {
    points = shape() === "point" ? next.slice(-1) : next;
    field.value = points.map(([lat, lon]) => `${lat.toFixed(6)}, ${lon.toFixed(6)}`).join("; ");
    redraw();
  }

  function redraw() {
    drawn.clearLayers();
    const look = { color: "#1b2420", weight: 2, dashArray: "6 5", interactive: false };
    if (shape() === "line") L.polyline(points, look).addTo(drawn);
    if (shape() === "area") L.polygon(points, look).addTo(drawn);
    points.forEach((point, number) => corner(point, number).addTo(drawn));
    void askMeant();
  }

  /** @param {L.LatLngTuple} point @param {number} number */
  function corner(point, number) {
    const icon = L.divIcon({ className: "corner", iconSize: [CORNER, CORNER] });
    const marker = L.marker(point, { icon, draggable: true, keyboard: false, title: String(number + 1) });
    return marker.on("dragend", () => {
      const { lat, lng } = marker.getLatLng();
      put(points.map((one, at) => (at === number ? [lat, lng] : one)));
    });
  }

  /** Only the newest question is answered: an older answer would draw what is gone. */
  async function askMeant() {
    asking?.abort();
    const mine = (asking = new AbortController());
    const query = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    query.delete("csrf_token");
    query.set("titik", field.value);
    try {
      const answer = await fetch(`${preview}?${query}`, { signal: mine.signal });
      if (answer.ok) tell(await answer.json());
    } catch {
      if (!mine.signal.aborted) meant.clearLayers();
    }
  }

  /** @param {{lines: L.LatLngTuple[][], said: string}} answer */
  function tell({ lines, said }) {
    meant.clearLayers();
    const effect = String(new FormData(form).get("akibat") ?? "closed");
    if (lines.length) drawRoad(meant, { id: 0, effect, title: said, lines, shape: shape(), points });
    const status = document.getElementById("said");
    if (status) status.textContent = points.length ? said : "";
  }

  map.on("click", ({ latlng }) => put([...points, [latlng.lat, latlng.lng]]));
  form.addEventListener("change", () => put(points));
  field.addEventListener("change", () => {
    put(read(field.value));
    fit();
  });
  document.getElementById("back-one")?.addEventListener("click", () => put(points.slice(0, -1)));
  document.getElementById("clear")?.addEventListener("click", () => put([]));
  fit();
  redraw();

  function fit() {
    if (points.length) map.fitBounds(L.latLngBounds(points).pad(0.3), { maxZoom: CLOSE, animate: false });
  }
}

/** "lat, lon; lat, lon" @param {string} text @returns {L.LatLngTuple[]} */
function read(text) {
  const pairs = text.split(";").map((pair) => pair.split(",").map(Number));
  return pairs.filter((pair) => pair.length === 2 && pair.every(Number.isFinite)).map(([lat, lon]) => [lat, lon]);
}
