// The map of weak points, linked both ways with the list: choose, drag, save.
import * as L from "/npm/leaflet.js";
import { basemapUnder } from "./basemap.js";

const PIN = 32;
const CLOSE = 17;
const NAMES_FROM = 14;

/** @type {Map<string, L.Marker>} */
const markers = new Map();
let chosenId = "";
const box = document.getElementById("map");
const list = document.getElementById("doors");
if (box && list) start(box, list);

/**
 * @param {HTMLElement} mapBox
 * @param {HTMLElement} doors
 */
async function start(mapBox, doors) {
  const map = L.map(mapBox, { attributionControl: false, zoomSnap: 0.5 });
  void basemapUnder(L, map);
  const outline = await boundaries(mapBox.dataset.boundaries ?? "");
  outline.addTo(map);
  map.fitBounds(outline.getBounds());
  map.on("zoomend", () => mapBox.classList.toggle("near", map.getZoom() >= NAMES_FROM));
  for (const door of doorItems(doors)) place(map, door);
  fit(map);
  doors.addEventListener("click", (event) => pickFrom(map, event));
  doors.addEventListener("focusin", (event) => mark(doorOf(event.target)));
  // A saved door comes back as a new piece of the list: its pin follows.
  document.body.addEventListener("htmx:afterSettle", () => {
    for (const door of doorItems(doors)) refresh(map, door);
    mark(document.getElementById(chosenId));
  });
}

/** @param {string} address @returns {Promise<L.GeoJSON>} */
async function boundaries(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(15000) });
  return L.geoJSON(await answer.json(), {
    style: { color: "#5a6b64", weight: 1.5, fillColor: "#8aa79b", fillOpacity: 0.12 },
    interactive: false,
    onEachFeature: (feature, layer) => {
      layer.bindTooltip(feature.properties.name, { permanent: true, direction: "center", className: "boundary-name" });
    },
  });
}

/** @param {HTMLElement} doors @returns {HTMLElement[]} */
function doorItems(doors) {
  return [...doors.querySelectorAll(".door")].filter((item) => item instanceof HTMLElement);
}

/** @param {L.Map} map @param {HTMLElement} door */
function place(map, door) {
  const start = pointOf(door) ?? map.getCenter();
  const marker = L.marker(start, {
    icon: icon(door.dataset.number ?? ""),
    draggable: true,
    keyboard: true,
    title: door.querySelector(".door-pick")?.textContent ?? "",
    alt: door.dataset.number ?? "",
  });
  marker.on("click", () => choose(map, door.id, true));
  marker.on("dragstart", () => choose(map, door.id, false));
  marker.on("dragend", () => write(door.id, marker.getLatLng()));
  marker.addTo(map);
  markers.set(door.id, marker);
}

/** @param {L.Map} map @param {HTMLElement} door */
function refresh(map, door) {
  const marker = markers.get(door.id);
  const point = pointOf(door);
  if (!marker || !point || !("saved" in door.dataset)) return;
  delete door.dataset.saved;
  marker.setLatLng(point);
  marker.getElement()?.classList.remove("moved");
  mark(door);
  map.panTo(point);
  door.querySelector("input")?.blur();
}

/** @param {string} number */
function icon(number) {
  return L.divIcon({ className: "pin", html: number, iconSize: [PIN, PIN], iconAnchor: [0, PIN] });
}

/** @param {HTMLElement} door @returns {L.LatLng | null} */
function pointOf(door) {
  const { lat, lon } = door.dataset;
  return lat && lon ? L.latLng(Number(lat), Number(lon)) : null;
}

/** @param {L.Map} map */
function fit(map) {
  const points = [...markers.values()].map((marker) => marker.getLatLng());
  if (points.length) map.fitBounds(L.latLngBounds(points).pad(0.15), { maxZoom: CLOSE });
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function doorOf(target) {
  return target instanceof Element ? target.closest(".door") : null;
}

/** @param {L.Map} map @param {Event} event */
function pickFrom(map, event) {
  const button = event.target instanceof Element ? event.target.closest(".door-pick") : null;
  const door = doorOf(button);
  if (door) choose(map, door.id, false);
  const marker = door && markers.get(door.id);
  if (marker) map.setView(marker.getLatLng(), Math.max(map.getZoom(), CLOSE - 1));
}

/** @param {L.Map} map @param {string} id @param {boolean} scroll */
function choose(map, id, scroll) {
  const door = document.getElementById(id);
  if (!door) return;
  mark(door);
  if (scroll) door.scrollIntoView({ block: "nearest", behavior: "auto" });
  map.invalidateSize();
}

/** @param {HTMLElement | null} door */
function mark(door) {
  if (!door) return;
  for (const item of document.querySelectorAll(".door.chosen")) item.classList.remove("chosen");
  door.classList.add("chosen");
  chosenId = door.id;
  for (const [id, marker] of markers) {
    marker.getElement()?.classList.toggle("chosen", id === door.id);
    marker.setZIndexOffset(id === door.id ? 1000 : 0);
  }
}

/** @param {string} id @param {L.LatLng} point */
function write(id, point) {
  const door = document.getElementById(id);
  const field = door?.querySelector("input[name=titik]");
  if (!(field instanceof HTMLInputElement)) return;
  field.value = `${point.lat.toFixed(6)}, ${point.lng.toFixed(6)}`;
  markers.get(id)?.getElement()?.classList.add("moved");
  const save = door?.querySelector(".door-row button");
  if (save instanceof HTMLElement) save.focus({ preventScroll: true });
}
