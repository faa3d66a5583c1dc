// A stop of jemput in words: where, who gets in or out, what helps him; asked, planned and done apart.
import { html, nothing } from "/npm/lit-html.js";
import { model } from "../model.js";
import { address } from "../screens/address.js";
import { icon } from "../screens/marks.js";
import { t } from "../text.js";
import { clock, distance } from "../words.js";
import { careOf } from "./care.js";
import { stayedBehind } from "./next.js";
import { purpose } from "./words.js";

/** @typedef {import("../model.js").Row} Row */

/** @param {Row} row */
export function facts(row) {
  const { stop } = row;
  const { trip } = stop;
  if (!trip) return nothing;
  return html`<section class="trip">
    <p class="purpose"><strong>${purpose(trip)}</strong></p>
    ${trip.office ? html`<p class="street">${trip.office}</p>` : address(row)}
    ${trip.meet_note && !trip.office ? html`<p class="brief">${icon("car")} <span>${t("Mobil berhenti di: {place}", { place: trip.meet_note })}</span></p>` : nothing}
    <ul class="riders">${trip.people.map((one) => html`<li><strong>${one.name}</strong>: ${one.aid}${one.companion ? t(", dengan pendamping") : ""}</li>`)}</ul>
    ${absent(row)} ${care(trip)}
    <p>${t("Sebutkan kode ini kepada keluarga:")} <strong class="code">${trip.check_code}</strong></p>
    <dl class="times">
      <dt>${t("Diminta")}</dt><dd>${span(trip.requested)}</dd>
      ${trip.promised[0] ? html`<dt>${t("Dijanjikan")}</dt><dd>${span(trip.promised)}</dd>` : nothing}
      <dt>${t("Direncanakan")}</dt><dd>${clock(stop.arrival)}${trip.will_call ? ` · ${t("menunggu panggilan")}` : ""}</dd>
      <dt>${t("Terjadi")}</dt><dd>${performed(row) || "–"}</dd>
    </dl>
    ${stop.distance_m ? html`<p class="facts">${t("{distance} dari perhentian sebelumnya", { distance: distance(stop.distance_m) })}</p>` : nothing}
  </section>`;
}

/** Planned and done side by side, for the list. @param {Row} row */
export function times(row) {
  const done = performed(row);
  return html`<span class="time">${clock(row.stop.arrival)}${done ? html`<br><strong title=${t("Terjadi")}>${done}</strong>` : nothing}</span>`;
}

const DONE = { pickup: ["aboard"], dropoff: ["dropped", "at_office", "home", "home_own_way"], kit: ["kit_recorded"] };

/** When it took place, as far as anybody said. @param {Row} row */
function performed({ stop: { trip }, folded }) {
  if (!trip) return "";
  const kinds = DONE[trip.what];
  const first = (folded.facts ?? []).filter((one) => kinds.includes(one.kind)).map((one) => Date.parse(one.at));
  if (first.length) return clock(Math.min(...first));
  return trip.performed && !folded.facts?.length ? clock(trip.performed) : "";
}

/** @param {[string|null, string|null]} ends */
function span([from, until]) {
  if (!from) return "–";
  return until ? `${clock(from)}–${clock(until)}` : t("sesudah {time}", { time: clock(from) });
}

/** @param {Row} row */
function absent(row) {
  const names = stayedBehind(row, model.rows, model.events).map((one) => one.name);
  if (row.stop.trip?.what !== "pickup" || row.folded.outcome !== "waiting" || !names.length) return nothing;
  return html`<p class="notice warn">${t("{names} tadi tidak ikut. Tanyakan petugas kantor apakah datang sendiri; bila tidak, pilih “Tidak jadi”.", { names: names.join(", ") })}</p>`;
}

/** What helps each of them; folded until it is wanted, and gone tomorrow. @param {import("../types.js").Trip} trip */
function care(trip) {
  const known = careOf(trip);
  if (!known) return html`<p class="facts">${t("Kartu perawatan belum termuat: butuh sinyal sekali.")}</p>`;
  const riders = known.map((one) => ({ ...one, lines: lines(one) })).filter((one) => one.lines.length);
  if (!riders.length) return nothing;
  return html`<details class="care" open>
    <summary>${icon("heart-pulse")} ${t("Kartu perawatan")}</summary>
    <dl>${riders.map((one) => html`<dt>${one.name}</dt><dd><ul>${one.lines.map((line) => html`<li>${line}</li>`)}</ul></dd>`)}</dl>
    <p><small>${t("Hanya untuk Anda dan hari ini.")}</small></p>
  </details>`;
}

/** @param {import("./care.js").Cared} one */
function lines(one) {
  const hours = one.medicine_hours.map((hour) => hour.replace(":", ".")).join(", ");
  return [
    hours && t("Jam obat: {hours}", { hours }),
    one.toilet_stops && t("Perlu berhenti ke kamar kecil"),
    one.hard_of_hearing && t("Kurang mendengar"),
    one.note,
    one.companion_name && html`${t("Pendamping: {name}", { name: one.companion_name })}
      ${one.companion_phone ? html`<a href="tel:+${one.companion_phone.replace(/\D/g, "")}">${one.companion_phone}</a>` : nothing}`,
  ].filter(Boolean);
}
