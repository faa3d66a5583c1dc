// What can be done at a stop of jemput, within reach of the thumb: one likely step, and the way out.
import { html, nothing } from "/npm/lit-html.js";
import { model, tell } from "../model.js";
import { paths } from "../router.js";
import { icon } from "../screens/marks.js";
import { t } from "../text.js";
import { nextStep, stayedBehind } from "./next.js";
import { recordCall, recordSos, recordStep } from "./record.js";
import { stepWord } from "./words.js";

/** @typedef {import("../model.js").Row} Row */
/** @typedef {import("../trip-fold.js").Rider} Rider */

/** Who was ticked or not at a stop where not all get in at once. @type {Map<string, boolean>} */
const ticked = new Map();

/** @param {Row} row */
export function actions(row) {
  const next = nextStep(row);
  const calls = mayCall(row);
  if (!next && !mayEnd(row)) return nothing;
  return html`<div class="actions">
    ${next ? step(row, next) : nothing}
    <div class="pair">
      ${mayEnd(row) ? html`<a class="button secondary" href=${paths.tripEnd(row.stop.id)}>${t("Tidak jadi")}</a>` : nothing}
      ${calls ? dial(row) : nothing}
    </div>
  </div>`;
}

/**
 * @param {Row} row
 * @param {import("./next.js").Step} next
 */
function step(row, { kind, riders }) {
  if (kind === "kit_recorded") return html`<a class="button" href=${paths.kit(row.stop.id)}>${stepWord(kind, "")}</a>`;
  const choose = kind === "aboard" && riders.length > 1;
  const chosen = choose ? riders.filter((one) => isTicked(row, one)) : riders;
  const names = chosen.length < (row.stop.trip?.people.length ?? 0) && kind !== "arrived" ? chosen.map((one) => one.name).join(", ") : "";
  const save = () => recordStep(row, kind, chosen.map((one) => one.id));
  return html`${choose ? chooser(row, riders) : nothing}
    ${chosen.length ? html`<button type="button" @click=${() => void save()}>${stepWord(kind, names)}</button>` : nothing}`;
}

/**
 * @param {Row} row
 * @param {Rider[]} riders
 */
function chooser(row, riders) {
  return html`<fieldset class="who-aboard">
    <legend>${t("Siapa yang naik?")}</legend>
    ${riders.map((one) => html`<label>
      <input type="checkbox" .checked=${isTicked(row, one)} @change=${() => tick(row, one)} /> ${one.name}
    </label>`)}
  </fieldset>`;
}

/** @param {Row} row @param {Rider} rider */
const keyOf = (row, rider) => `${row.stop.id}/${rider.id}`;

/** Who stayed at home this morning is not expected on the way back. @param {Row} row @param {Rider} rider */
function isTicked(row, rider) {
  const expected = () => !stayedBehind(row, model.rows, model.events).some((one) => one.id === rider.id);
  return ticked.get(keyOf(row, rider)) ?? expected();
}

/** @param {Row} row @param {Rider} rider */
function tick(row, rider) {
  ticked.set(keyOf(row, rider), !isTicked(row, rider));
  tell();
}

/** Who has no number is asked for at the neighbours': that is the attempt. @param {Row} row */
function dial(row) {
  const { phone } = row.stop;
  if (!phone) return html`<button type="button" class="secondary" @click=${() => called(row)}>${t("Tanya tetangga")}</button>`;
  return html`<a class="button secondary" href="tel:+${phone}" @click=${() => called(row)}>${icon("phone")} ${t("Telepon")}</a>`;
}

/** @param {Row} row */
const mayEnd = ({ stop, folded }) => stop.trip?.what !== "dropoff" && folded.outcome === "waiting";

/** @param {Row} row */
const mayCall = ({ stop, folded }) => stop.trip?.what === "pickup" && folded.outcome === "waiting" && (folded.facts ?? []).some((one) => one.kind === "arrived");

/** The attempt is written down while the phone's own dialler opens, by whichever button. @param {Row} row */
export function called(row) {
  if (mayCall(row)) void recordCall(row);
}

/** Help is asked for by voice; the event tells the office where to look. @param {Row} row */
export function sos(row) {
  const hotline = model.route?.office.hotline.replace(/[^+\d]/g, "") ?? "";
  const label = html`${icon("siren")} ${t("SOS: catat dan telepon kantor")}`;
  const save = () => void recordSos(row);
  return html`<p class="sos">${hotline
    ? html`<a class="button danger" href="tel:${hotline}" @click=${save}>${label}</a>`
    : html`<button type="button" class="danger" @click=${save}>${label}</button>`}</p>`;
}
