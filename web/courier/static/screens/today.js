// The day: the next door large on top, the others below in the order of the road.
import { html, nothing } from "/npm/lit-html.js";
import { today } from "../dates.js";
import { changed, model, nextRow } from "../model.js";
import { dismissChanges } from "../route.js";
import { paths } from "../router.js";
import { t } from "../text.js";
import { jemput } from "../trips.js";
import { clock, day, street } from "../words.js";
import { actions } from "./actions.js";
import { address, facts, reach, way } from "./address.js";
import { state } from "./marks.js";

/** @typedef {import("../model.js").Row} Row */

export const title = () => t("Rute hari ini");

export function view() {
  if (!model.route) return html`<h1 tabindex="-1">${title()}</h1>${nothingYet()}`;
  const next = nextRow();
  return html`
    ${oldDay()} ${news()}
    ${next ? nextStop(next) : finished()}
    <h2>${t("Daftar alamat")}</h2>
    <ol class="stops">${model.rows.map((row) => line(row, row === next))}</ol>`;
}

export function bottom() {
  const next = nextRow();
  if (!next) return nothing;
  return next.stop.trip ? jemput?.actions(next) : actions(next);
}

function nothingYet() {
  if (model.login === "expired") return html`<p>${t("Masuk dengan akun Anda untuk melihat rute hari ini.")}</p>`;
  if (!model.reached) return html`<p>${t("Rute belum dimuat. Cari sinyal sekali saja; sesudah itu semua bisa tanpa sinyal.")}</p>`;
  return html`<div class="skeleton" aria-label=${t("Memuat rute")} role="img"></div>`;
}

/** @param {Row} row */
function nextStop(row) {
  return html`<article class="next" aria-labelledby="next-name">
    <header>
      <p class="eyebrow">${t("Berikutnya")}</p>
      <h1 id="next-name" tabindex="-1"><span class="number">${row.stop.sequence}</span> <a href=${paths.stop(row.stop.id)}>${row.stop.name}</a></h1>
      ${row.stop.cards.length > 1 ? html`<p>${t("{count} kartu untuk satu rumah", { count: row.stop.cards.length })}</p>` : nothing}
    </header>
    ${row.stop.trip ? jemput?.facts(row) : html`${address(row)} ${facts(row)}`} ${way(row)} ${reach(row)} ${row.stop.trip ? jemput?.sos(row) : nothing}
  </article>`;
}

function finished() {
  if (!model.rows.length) {
    return html`<h1 tabindex="-1">${title()}</h1><p>${t("Belum ada rute untuk Anda. Kantor akan menerbitkannya; halaman ini memeriksa sendiri.")}</p>`;
  }
  return html`<article class="next done">
    <h1 tabindex="-1">${t("Semua alamat sudah dikunjungi")}</h1>
    <p>${model.waiting
      ? t("Masih ada yang belum terkirim. Buka aplikasi ini saat ada sinyal sebelum pulang.")
      : model.rows.some(({ stop }) => !stop.trip)
        ? t("Semua sudah terkirim. Kembalikan kartu yang tidak berhasil ke kantor. Terima kasih.")
        : t("Semua sudah terkirim. Terima kasih.")}</p>
  </article>`;
}

/**
 * @param {Row} row
 * @param {boolean} isNext
 */
function line(row, isNext) {
  const { stop, folded } = row;
  const change = model.route?.changes.find((one) => one.id === stop.id);
  return html`<li class=${isNext ? "is-next" : ""}>
    <a href=${paths.stop(stop.id)}>
      <span class="number">${stop.sequence}</span>
      <span class="who"><strong>${stop.name}</strong><span>${stop.trip ? jemput?.purpose(stop.trip) : street(stop.address)}</span>${state(folded)}
        ${change && change.kind !== "gone" ? html`<span class="badge">${changeWord(change.kind)}</span>` : nothing}
        ${folded.skipped && folded.outcome === "waiting" ? html`<span class="badge">${t("Dilewati")}</span>` : nothing}
      </span>
      ${(stop.trip && jemput?.times(row)) || html`<span class="time">${clock(stop.arrival)}</span>`}
    </a>
  </li>`;
}

function oldDay() {
  const { route } = model;
  if (!route || route.date === today(Date.now())) return nothing;
  return html`<p class="notice warn">${t("Ini rute {day}. Rute hari ini belum dimuat.", { day: day(route.date) })}</p>`;
}

/** @param {import("../types.js").Change["kind"]} kind */
function changeWord(kind) {
  return { new: t("Baru"), moved: t("Urutan berubah"), changed: t("Data berubah"), gone: t("Dibatalkan") }[kind];
}

function news() {
  const { route } = model;
  if (!route?.changes.length) return nothing;
  const read = async () => {
    await dismissChanges(route);
    await changed();
  };
  return html`<section class="notice" aria-label=${t("Perubahan rute")}>
    <h2>${t("Rute diperbarui oleh kantor")}</h2>
    <ul>${route.changes.map((one) => html`<li>${one.name}: ${changeWord(one.kind)}</li>`)}</ul>
    <p>${t("Alamat yang sudah selesai tetap tercatat.")}</p>
    <button type="button" class="secondary" @click=${read}>${t("Sudah saya baca")}</button>
  </section>`;
}
