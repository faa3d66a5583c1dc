// The day on a map: numbered doors and the order of the road; Leaflet is fetched when first wanted.
import { html, nothing } from "/npm/lit-html.js";
import { drawUnder, lookUp } from "../basemap.js";
import { model, nextRow } from "../model.js";
import { decode } from "../polyline.js";
import { paths } from "../router.js";
import { t } from "../text.js";
import { offer } from "./basemap-offer.js";
import { kindOf } from "./marks.js";

/** @typedef {typeof import("leaflet")} Leaflet */

/** @type {{map: import("leaflet").Map, layer: import("leaflet").LayerGroup}|null} */
let drawn = null;

export const title = () => t("Peta");

export function view() {
  return html`<h1 tabindex="-1" class="sr-only">${title()}</h1>
    <p class="map-note">${t("Angka adalah urutan kunjungan. Semua alamat juga ada di Daftar.")}</p>
    ${key()}
    ${offer(() => void redraw())}
    <div id="map" class="map" role="region" aria-label=${t("Peta rute")}></div>
    <button type="button" class="secondary" @click=${me}>${t("Tunjukkan posisi saya")}</button>`;
}

/** What the lines mean, as far as they are there. */
function key() {
  const legs = (model.route?.manifests ?? []).flatMap(({ stops, home_leg }) => [...stops.map(({ leg }) => leg), home_leg]);
  const car = model.route?.manifests.some(({ vehicle }) => vehicle === "mobil");
  return html`${car ? html`<p class="map-note">${t("Garis ganda: mobil.")}</p>` : nothing}
    ${legs.some((leg) => leg?.walk) ? html`<p class="map-note">${t("Titik-titik: jalan kaki dari kendaraan ke rumah.")}</p>` : nothing}
    ${legs.some((leg) => !leg || leg.estimated) ? html`<p class="map-note">${t("Garis lurus terputus: perkiraan, jalannya tidak ada di peta.")}</p>` : nothing}
    ${(model.route?.closed ?? []).map(({ words }) => html`<p class="map-note closed-note">${words}</p>`)}`;
}

export async function enter() {
  const [leaflet] = await Promise.all([load(), lookUp()]);
  const place = document.getElementById("map");
  if (!place || drawn) return;
  const map = leaflet.map(place, { attributionControl: false, zoomControl: true });
  drawn = { map, layer: leaflet.layerGroup().addTo(map) };
  draw(leaflet);
  const points = model.rows.map(({ stop }) => leaflet.latLng(stop.lat, stop.lon));
  const next = nextRow();
  if (points.length) map.fitBounds(leaflet.latLngBounds(points).pad(0.15), { maxZoom: 17 });
  else if (!next) map.setView([-6.6, 106.8], 12);
  await drawUnder(map);
}

/** A map has just come in: begin again on it. */
async function redraw() {
  if (!drawn) return;
  leave();
  await enter();
}

export function leave() {
  drawn?.map.remove();
  drawn = null;
}

/** The UMD bundle is a third of the module's size; as a module it leaves `L` behind. @returns {Promise<Leaflet>} */
export async function load() {
  if (!document.querySelector("link[data-leaflet]")) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: "/npm/leaflet.css" });
    link.dataset.leaflet = "";
    document.head.append(link);
  }
  await import("/npm/leaflet.min.js");
  return /** @type {any} */ (globalThis).L;
}

/** @param {Leaflet} leaflet */
function draw(leaflet) {
  if (!drawn) return;
  const { layer } = drawn;
  layer.clearLayers();
  for (const manifest of model.route?.manifests ?? []) drawManifest(leaflet, manifest);
  for (const road of model.route?.closed ?? []) drawClosed(leaflet, road);
  for (const row of [...model.rows].reverse()) layer.addLayer(marker(leaflet, row));
}

/**
 * @param {Leaflet} leaflet
 * @param {import("../types.js").Manifest} manifest
 */
function drawManifest(leaflet, manifest) {
  const { layer } = /** @type {NonNullable<typeof drawn>} */ (drawn);
  const start = leaflet.latLng(manifest.start.lat, manifest.start.lon);
  if (manifest.boundary) layer.addLayer(leaflet.geoJSON(/** @type {any} */ (manifest.boundary), { style: { className: "boundary" } }));
  for (const { kind, line } of lines(manifest)) {
    layer.addLayer(leaflet.polyline(line, { className: `${kind} by-${manifest.vehicle}`, interactive: false }));
    if (kind === "road" && manifest.vehicle === "mobil") layer.addLayer(leaflet.polyline(line, { className: "core", interactive: false }));
  }
  const office = leaflet.divIcon({ className: "pin pin-office", html: "", iconSize: [24, 24] });
  layer.addLayer(leaflet.marker(start, { icon: office, title: manifest.start.name, alt: manifest.start.name }));
}

/** A road that is closed or turned: its dashes tell it from a route, its words open on a touch.
 * @param {Leaflet} leaflet @param {import("../types.js").ClosedRoad} road */
function drawClosed(leaflet, { effect, words, lines }) {
  for (const line of lines.map(decode)) {
    drawn?.layer.addLayer(leaflet.polyline(line, { className: "casing", interactive: false }));
    const said = document.createElement("span");
    said.textContent = words;
    drawn?.layer.addLayer(leaflet.polyline(line, { className: `stretch ${effect}` }).bindPopup(said));
  }
}

/** By road, straight where the road is not known, and on foot.
 * @param {import("../types.js").Manifest} manifest
 * @returns {{kind: "road"|"straight"|"walk", line: [number, number][]}[]} */
function lines(manifest) {
  const stops = manifest.stops.filter((stop) => !stop.superseded);
  const ends = [...stops, { ...manifest.end, leg: manifest.home_leg }];
  return ends.flatMap(({ leg, lat, lon }, number) => {
    const before = stops[number - 1] ?? manifest.start;
    if (!leg) return [{ kind: "straight", line: [[before.lat, before.lon], [lat, lon]] }];
    return [
      { kind: leg.estimated ? "straight" : "road", line: decode(leg.line) },
      { kind: "walk", line: decode(leg.walk) },
    ];
  });
}

/**
 * @param {Leaflet} leaflet
 * @param {import("../model.js").Row} row
 */
function marker(leaflet, row) {
  const { stop, folded } = row;
  const isNext = row === nextRow();
  const icon = leaflet.divIcon({
    className: `pin pin-${kindOf(folded)}${isNext ? " pin-next" : ""}`,
    html: String(stop.sequence),
    iconSize: isNext ? [40, 40] : [32, 32],
  });
  const name = `${stop.sequence}. ${stop.name}`;
  const pin = leaflet.marker([stop.lat, stop.lon], { icon, title: name, alt: name, zIndexOffset: isNext ? 1000 : 0 });
  return pin.on("click", () => (location.hash = paths.stop(stop.id)));
}

function me() {
  drawn?.map.locate({ setView: true, maxZoom: 17, enableHighAccuracy: true });
  drawn?.map.once("locationfound", ({ latlng, accuracy }) => {
    const leaflet = /** @type {{L: Leaflet}} */ (/** @type {any} */ (globalThis)).L;
    drawn?.layer.addLayer(leaflet.circle(latlng, { radius: accuracy, className: "me" }));
  });
}
