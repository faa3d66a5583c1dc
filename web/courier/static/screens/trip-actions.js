// What can be done at a stop of jemput, within reach of the thumb: one likely step, and the way out.
import { html, nothing } from "/npm/lit-html.js";
import { model } from "../model.js";
import { recordTrip } from "../record.js";
import { paths } from "../router.js";
import { t } from "../text.js";
import { nextKinds } from "../trip-fold.js";
import { stepWord } from "../trip-words.js";

/** @typedef {import("../model.js").Row} Row */

/** @param {Row} row */
export function tripActions(row) {
  const { trip } = row.stop;
  if (!trip) return nothing;
  const next = nextKinds(trip, row.folded.facts ?? []);
  if (!next.length) return nothing;
  return html`<div class="actions">
    ${next.map((kind) => step(row, kind))}
    <div class="pair">
      ${mayEnd(row) ? html`<a class="button secondary" href=${paths.tripEnd(row.stop.id)}>${t("Tidak jadi")}</a>` : nothing}
      ${mayCall(row) ? html`<button type="button" class="secondary" @click=${() => call(row)}>${t("Telepon")}</button>` : nothing}
    </div>
  </div>`;
}

/**
 * @param {Row} row
 * @param {string} kind
 */
function step(row, kind) {
  if (kind === "kit_recorded") return html`<a class="button" href=${paths.kit(row.stop.id)}>${stepWord(kind)}</a>`;
  return html`<button type="button" @click=${() => void recordTrip(row, kind)}>${stepWord(kind)}</button>`;
}

/** @param {Row} row */
const mayEnd = ({ stop, folded }) => stop.trip?.what !== "dropoff" && folded.outcome === "waiting";

/** @param {Row} row */
const mayCall = ({ stop, folded }) => stop.trip?.what === "pickup" && Boolean(stop.phone) && (folded.facts ?? []).some((one) => one.kind === "arrived");

/** The attempt is written down before the phone's own dialler opens. @param {Row} row */
async function call(row) {
  await recordTrip(row, "called", { stay: true });
  location.href = `tel:+${row.stop.phone}`;
}

/** Help is asked for by voice; the event tells the office where to look. @param {Row} row */
export function sos(row) {
  if (!row.stop.trip) return nothing;
  const hotline = model.route?.office.hotline.replace(/[^+\d]/g, "") ?? "";
  const ask = async () => {
    await recordTrip(row, "sos", { stay: true });
    if (hotline) location.href = `tel:${hotline}`;
  };
  return html`<p><button type="button" class="danger" @click=${() => void ask()}>${t("SOS: catat dan telepon kantor")}</button></p>`;
}
