// Where it is: the phone's position, the door of the stop, or the cross in the middle of a map.
import { html, nothing } from "/npm/lit-html.js";
import { write } from "../drafts.js";
import { model } from "../model.js";
import { t } from "../text.js";
import { toast } from "../toast.js";

/** @typedef {import("../types.js").Draft} Draft */
/** @typedef {import("../model.js").Row} Row */
/** @typedef {{lat: number, lon: number, accuracy: number|null}} Place */

const SECONDS = 15;
const CLOSE = 17;

/** @type {import("leaflet").Map|null} */
let map = null;

/**
 * @param {Row} row
 * @param {Draft} draft
 * @returns {Place|null}
 */
export function placeOf({ stop }, draft) {
  if (draft.place === "phone" && draft.position) return draft.position;
  if (draft.place === "map" && draft.spot) return { ...draft.spot, accuracy: null };
  return draft.place === "stop" ? { lat: stop.lat, lon: stop.lon, accuracy: null } : null;
}

function locate() {
  const found = (/** @type {GeolocationPosition} */ { coords }) => {
    const { latitude: lat, longitude: lon, accuracy } = coords;
    write({ place: "phone", position: { lat, lon, accuracy: Math.round(accuracy) } });
  };
  const lost = () => {
    write({ place: undefined });
    toast(t("Posisi HP tidak didapat. Tunjuk tempatnya di peta."));
  };
  navigator.geolocation?.getCurrentPosition(found, lost, { enableHighAccuracy: true, timeout: SECONDS * 1000 });
}

/**
 * @param {Row} row
 * @param {Draft} draft
 */
export function placeField(row, draft) {
  const choose = (/** @type {Draft["place"]} */ place) => {
    if (place !== "map") closeMap();
    write({ place });
    if (place === "phone") locate();
    if (place === "map") void openMap(row, draft);
  };
  const choice = (/** @type {Draft["place"]} */ place, /** @type {string} */ word) => html`<label>
    <input type="radio" name="place" value=${place} .checked=${draft.place === place} @change=${() => choose(place)} /> ${word}
  </label>`;
  const here = draft.position && draft.place === "phone";
  return html`<fieldset class="choices" id="place">
    <legend>${t("Di mana?")}</legend>
    ${choice("phone", here ? t("Di posisi HP ini (±{metres} m)", { metres: draft.position?.accuracy ?? 0 }) : t("Di posisi HP ini"))}
    ${choice("stop", t("Di titik alamat ini"))} ${choice("map", t("Tunjuk di peta"))}
    ${draft.place === "map"
      ? html`<p>${t("Geser peta sampai tanda silang tepat di tempatnya.")}</p>
          <div class="place-map"><div id="place-map" class="map" role="application" aria-label=${t("Peta tempat jalan terhalang")}></div><span class="cross" aria-hidden="true"></span></div>`
      : nothing}
  </fieldset>`;
}

export function closeMap() {
  map?.remove();
  map = null;
}

/**
 * @param {Row} row
 * @param {Draft} draft
 */
export async function openMap(row, draft) {
  const [{ load }, { drawUnder, lookUp }] = await Promise.all([import("./map.js"), import("../basemap.js")]);
  const [leaflet] = await Promise.all([load(), lookUp()]);
  const box = document.getElementById("place-map");
  if (!box || map) return;
  const start = draft.spot ?? draft.position ?? row.stop;
  map = leaflet.map(box, { attributionControl: false });
  for (const { stop } of model.rows) {
    const icon = leaflet.divIcon({ className: "pin", html: String(stop.sequence), iconSize: [28, 28] });
    leaflet.marker([stop.lat, stop.lon], { icon, interactive: false, keyboard: false, alt: stop.name }).addTo(map);
  }
  const line = row.manifest.stops.map((stop) => leaflet.latLng(stop.lat, stop.lon));
  leaflet.polyline(line, { className: "road", interactive: false }).addTo(map);
  map.on("moveend", () => {
    const middle = map?.getCenter();
    if (middle) write({ spot: { lat: middle.lat, lon: middle.lng } });
  });
  map.on("click", ({ latlng }) => map?.panTo(latlng));
  map.setView([start.lat, start.lon], CLOSE);
  await drawUnder(map);
}
