// One door in full: cards, history, what was recorded here, and the way to take it back.
import { html, nothing } from "/npm/lit-html.js";
import { model, rowOf } from "../model.js";
import { paths } from "../router.js";
import { t } from "../text.js";
import { jemput } from "../trips.js";
import { clock, day } from "../words.js";
import { actions, again } from "./actions.js";
import { address, cards, facts, reach, way } from "./address.js";
import { icon, state } from "./marks.js";

/** @typedef {import("../model.js").Row} Row */
/** @typedef {import("../types.js").Kept} Kept */

export const title = (/** @type {string} */ id) => rowOf(id)?.stop.name ?? t("Alamat tidak ada");

export function view(/** @type {string} */ id) {
  const row = rowOf(id);
  if (!row) return missing();
  const { stop, folded } = row;
  return html`
    <a class="back" href=${paths.today}>${icon("chevron-left")} ${t("Daftar alamat")}</a>
    <h1 tabindex="-1"><span class="number">${stop.sequence}</span> ${stop.name}</h1>
    <p>${state(folded)}</p>
    ${stop.superseded ? html`<p class="notice">${t("Alamat ini tidak ada lagi di rute terbaru. Catatan Anda tetap dikirim.")}</p>` : nothing}
    ${recorded(folded.standing)}
    ${stop.trip ? jemput?.facts(row) : html`${address(row)} ${facts(row)}`} ${way(row)} ${reach(row)} ${stop.trip ? jemput?.sos(row) : nothing}
    <p class="blocked"><a class="button secondary" href=${paths.blocked(stop.id)}>${icon("triangle-alert")} ${t("Tak bisa lewat")}</a></p>
    ${stop.trip ? nothing : html`<h2>${t("Kartu")}</h2> ${cards(row)}`} ${history(stop)}`;
}

export function bottom(/** @type {string} */ id) {
  const row = rowOf(id);
  if (row?.stop.trip) return jemput?.actions(row);
  if (!row?.folded.undelivered.length) return nothing;
  return row.folded.open.length ? actions(row) : again(row);
}

export function missing() {
  return html`<h1 tabindex="-1">${t("Alamat tidak ada")}</h1>
    <p>${t("Alamat ini tidak ada di rute Anda.")}</p>
    <p><a href=${paths.today}>${t("Kembali ke daftar")}</a></p>`;
}

/** @param {Kept[]} events */
function recorded(events) {
  if (!events.length) return nothing;
  return html`<section class="recorded">
    <h2>${t("Yang tercatat di sini")}</h2>
    ${events.map((event) => html`<div>
      <p>${said(event)}</p>
      ${event.fault ? html`<p class="notice warn"><strong>${event.fault.message}</strong> ${event.fault.action}</p>` : nothing}
      <a class="button secondary" href=${paths.undo(event.id)}>${icon("undo-2")} ${t("Batalkan catatan ini")}</a>
    </div>`)}
  </section>`;
}

/** @param {Kept} event */
export function said(event) {
  const { kind, at, data } = event.body;
  const time = clock(at);
  if (kind === "delivered") {
    const relation = model.route?.settings.relations.find((one) => one.code === data.relation)?.label ?? "";
    return t("Diserahkan pukul {time} WIB kepada {receiver} ({relation})", { time, receiver: data.receiver, relation });
  }
  if (kind === "failed") {
    const reason = model.route?.failure_reasons.find((one) => one.code === data.reason)?.label ?? data.reason;
    return t("Tidak berhasil pukul {time} WIB: {reason}", { time, reason: [reason, data.note].filter(Boolean).join(". ") });
  }
  if (kind === "blocked") {
    const reason = model.route?.block_reasons?.find((one) => one.code === data.reason)?.label ?? data.reason;
    return t("Laporan jalan pukul {time} WIB: {reason}", { time, reason: [reason, data.note].filter(Boolean).join(". ") });
  }
  if (kind !== "skipped" && kind !== "undone") return t("{what} pukul {time} WIB", { what: jemput?.factWord(kind) ?? kind, time });
  return kind === "skipped" ? t("Dilewati pukul {time} WIB", { time }) : t("Dibatalkan pukul {time} WIB", { time });
}

/** @param {import("../types.js").Stop} stop */
function history(stop) {
  if (!stop.history.length) return nothing;
  return html`<h2>${t("Kunjungan sebelumnya")}</h2>
    <ul>${stop.history.map((one) => html`<li>${day(one.date)}: ${one.reason}</li>`)}</ul>`;
}
