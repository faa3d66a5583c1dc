// How a closed or turned road looks on any of our maps: colour, dash, arrow, and words to touch.
import * as L from "/npm/leaflet.js";

/**
 * @typedef {{id: number, effect: string, title: string, lines: L.LatLngTuple[][], shape: string,
 *   points: L.LatLngTuple[]}} Closed
 */

/** @type {Record<string, L.PolylineOptions>} */
const LOOKS = {
  closed: { color: "#b3261e", weight: 6, dashArray: "2 9", lineCap: "round" },
  one_way: { color: "#20508f", weight: 5 },
  both_ways: { color: "#0b6b4f", weight: 5 },
};

/** Roads without a line on this network show how they were drawn.
 * @param {L.Map | L.LayerGroup} on @param {Closed} road @returns {L.Path[]} */
export function drawRoad(on, road) {
  const look = LOOKS[road.effect] ?? LOOKS.closed;
  const paths = road.lines.length ? road.lines.map((line) => stroke(on, line, look)) : [asDrawn(road, look).addTo(on)];
  if (road.effect === "one_way") road.lines.forEach((line) => arrow(line).addTo(on));
  for (const path of paths) path.bindTooltip(road.title, { sticky: true });
  return paths;
}

/** @param {L.Map | L.LayerGroup} on @param {L.LatLngTuple[]} line @param {L.PolylineOptions} look */
function stroke(on, line, look) {
  L.polyline(line, { color: "#fff", weight: 9, opacity: 0.9, interactive: false }).addTo(on);
  return L.polyline(line, look).addTo(on);
}

/** @param {Closed} road @param {L.PolylineOptions} look @returns {L.Path} */
function asDrawn({ shape, points }, look) {
  if (shape === "area") return L.polygon(points, { ...look, weight: 2, fillOpacity: 0.15 });
  if (shape === "line") return L.polyline(points, { ...look, weight: 3 });
  return L.circleMarker(points[0], { ...look, radius: 8, dashArray: undefined });
}

/** An arrow head in the middle, turned as the line runs. @param {L.LatLngTuple[]} line */
function arrow(line) {
  const middle = Math.max(1, Math.floor(line.length / 2));
  const [from, to] = [line[middle - 1], line[middle]];
  const east = (to[1] - from[1]) * Math.cos((from[0] * Math.PI) / 180);
  const heads = ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"];
  const turn = Math.round(Math.atan2(to[0] - from[0], east) / (Math.PI / 4));
  const icon = L.divIcon({ className: "road-arrow", html: heads[(turn + 8) % 8], iconSize: [18, 18] });
  return L.marker([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], { icon, interactive: false, keyboard: false });
}
