// The plan's routes on a map, linked both ways with the lists; badges take their route's colour.
import * as L from "/npm/leaflet.js";
import { basemapUnder } from "./basemap.js";
import { drawRoad } from "./road_lines.js";

/**
 * @typedef {{lat: number, lon: number}} Place
 * @typedef {Place & {id: number, sequence: number, name: string}} Stop
 * @typedef {{courier: number, number: number, name: string, colour: string, ink: string,
 *   dash: string, weight: number, core: number, ends: Place[], legs: Leg[], stops: Stop[]}} Route
 * @typedef {{line: L.LatLngTuple[], walk: L.LatLngTuple[], estimated: boolean}} Leg
 */

const SIZE = 26;
/** @type {Map<number, L.Marker>} */
const markers = new Map();

for (const badge of document.querySelectorAll(".badge")) {
  if (badge instanceof HTMLElement) paint(badge, badge.dataset.colour ?? "", badge.dataset.ink ?? "");
}
const box = document.getElementById("plan-map");
if (box) start(box);

/** @param {HTMLElement} mapBox */
async function start(mapBox) {
  const answer = await fetch(mapBox.dataset.source ?? "", { signal: AbortSignal.timeout(20000) });
  if (!answer.ok) return;
  const { boundaries, routes, closed } = await answer.json();
  const map = L.map(mapBox, { attributionControl: false, zoomSnap: 0.5, preferCanvas: true });
  void basemapUnder(L, map);
  const outline = L.geoJSON(boundaries, {
    interactive: false,
    style: { color: "#5a6b64", weight: 1, fillColor: "#8aa79b", fillOpacity: 0.1 },
  }).addTo(map);
  map.fitBounds(outline.getBounds());
  for (const road of closed) drawRoad(map, road);
  const open = Number(mapBox.dataset.open);
  for (const route of routes) if (route.courier !== open) drawQuiet(map, route, mapBox);
  const shown = routes.find((/** @type {Route} */ route) => route.courier === open);
  if (shown) drawOpen(map, shown);
}

/** The lines of a route: by road, straight where the road is not known, and on foot. @param {Route} route */
function lines({ legs }) {
  return {
    roads: legs.filter((leg) => !leg.estimated).map((leg) => leg.line),
    straight: legs.filter((leg) => leg.estimated).map((leg) => leg.line),
    walks: legs.map((leg) => leg.walk),
  };
}

/** @param {Route} route @returns {L.LatLngTuple[]} */
function points(route) {
  const [first, last] = route.ends;
  return [first, ...route.stops, last].map((place) => [place.lat, place.lon]);
}

/** A route that is not open: a thin line that leads to its own page.
 * @param {L.Map} map @param {Route} route @param {HTMLElement} mapBox */
function drawQuiet(map, route, mapBox) {
  const { roads, straight } = lines(route);
  const way = L.polyline([...roads, ...straight], {
    color: route.colour, weight: route.weight * 0.75, opacity: 0.55, dashArray: route.dash || undefined,
  }).addTo(map);
  core(route, [...roads, ...straight], 0.75).addTo(map);
  way.bindTooltip(`${route.number} · ${route.name}`, { sticky: true });
  way.on("click", () => location.assign(`${mapBox.dataset.page}?rute=${route.courier}`));
  const middle = route.stops[Math.floor(route.stops.length / 2)];
  if (middle) number(route, route.number, "map-number map-route", middle, false).addTo(map);
}

/** @param {L.Map} map @param {Route} route */
function drawOpen(map, route) {
  const { roads, straight, walks } = lines(route);
  const look = { color: route.colour, weight: 5, interactive: false };
  L.polyline([...roads, ...straight], { ...look, color: "#fff", weight: 10, opacity: 0.9 }).addTo(map);
  L.polyline(roads, { ...look, weight: route.weight * 1.25 }).addTo(map);
  core(route, roads, 1.25).addTo(map);
  L.polyline(straight, { ...look, weight: 4, dashArray: "14 10" }).addTo(map);
  L.polyline(walks, { ...look, dashArray: "1 9" }).addTo(map);
  for (const stop of route.stops) {
    const marker = number(route, stop.sequence, "map-number", stop, true).addTo(map);
    marker.bindTooltip(`${stop.sequence}. ${stop.name}`);
    marker.on("click", () => choose(stop.id, true));
    markers.set(stop.id, marker);
  }
  for (const item of document.querySelectorAll("[data-stop]")) {
    const id = Number(item.getAttribute("data-stop"));
    for (const kind of ["pointerenter", "focusin"]) {
      item.addEventListener(kind, () => choose(id, false));
    }
  }
  map.fitBounds(L.latLngBounds([...points(route), ...roads.flat()]).pad(0.1));
}

/** The white middle of a car's double line; nothing for the others.
 * @param {Route} route @param {L.LatLngTuple[][]} ways @param {number} scale */
function core(route, ways, scale) {
  return L.polyline(route.core ? ways : [], { color: "#fff", weight: route.core * scale, interactive: false });
}

/** @param {Route} route @param {number} text @param {string} className @param {Place} place
 * @param {boolean} interactive */
function number(route, text, className, place, interactive) {
  const icon = L.divIcon({ className, html: String(text), iconSize: [SIZE, SIZE] });
  const marker = L.marker([place.lat, place.lon], {
    icon, interactive, keyboard: false, zIndexOffset: interactive ? 500 : 0,
  });
  marker.on("add", () => {
    const element = marker.getElement();
    if (element) paint(element, route.colour, route.ink);
  });
  return marker;
}

/** @param {HTMLElement} element @param {string} colour @param {string} ink */
function paint(element, colour, ink) {
  element.style.backgroundColor = colour;
  element.style.color = ink;
}

/** @param {number} id @param {boolean} scroll */
function choose(id, scroll) {
  for (const item of document.querySelectorAll(".plan-stops .chosen")) item.classList.remove("chosen");
  const item = document.getElementById(`alamat-${id}`);
  item?.classList.add("chosen");
  if (scroll) item?.scrollIntoView({ block: "nearest" });
  for (const [stop, marker] of markers) {
    marker.getElement()?.classList.toggle("chosen", stop === id);
  }
}
