// Kotak keluar: each event with its time, size and state, and the button that sends now.
import { html, nothing } from "/npm/lit-html.js";
import { model } from "../model.js";
import { round } from "../rounds.js";
import { t } from "../text.js";
import { jemput } from "../trips.js";
import { clock, size } from "../words.js";
import { mark } from "./marks.js";

/** @typedef {import("../types.js").Kept} Kept */
/** @typedef {import("../types.js").Blob} Blob */

export const title = () => t("Kotak keluar");

export function view() {
  const events = [...model.events].reverse();
  return html`<h1 tabindex="-1">${title()}</h1>
    <p role="status">${summary()}</p>
    ${model.others
      ? html`<p class="notice warn">${t("{count} catatan kurir lain masih di HP ini. Catatan itu hanya terkirim bila ia masuk lagi.", { count: model.others })}</p>`
      : nothing}
    ${events.length
      ? html`<ul class="outbox">${events.map(line)}</ul>`
      : html`<p class="empty">${t("Belum ada catatan. Penyerahan yang Anda simpan muncul di sini.")}</p>`}`;
}

export function bottom() {
  if (!model.events.some((event) => event.status !== "sent") && !model.blobs.length) return nothing;
  return html`<div class="actions">
    <button type="button" aria-disabled=${model.sending} @click=${() => void round({ again: true })}>
      ${model.sending ? t("Sedang mengirim …") : t("Kirim sekarang")}
    </button>
  </div>`;
}

function summary() {
  const last = model.lastSync ? t("Terakhir terhubung pukul {time} WIB.", { time: clock(model.lastSync) }) : "";
  if (model.waiting) return `${t("{count} belum terkirim, aman di HP ini.", { count: model.waiting })} ${last}`;
  return `${t("Semua sudah terkirim.")} ${last}`;
}

/** @param {Kept} event */
function line(event) {
  const blobs = model.blobs.filter((blob) => blob.event === event.id);
  const bytes = JSON.stringify(event.body).length + blobs.reduce((sum, blob) => sum + blob.bytes.byteLength, 0);
  const fault = event.fault ?? blobs.find((blob) => blob.fault)?.fault;
  return html`<li>
    <strong>${event.label}</strong>
    <span>${kindWord(event.body.kind)} · ${clock(event.body.at)} WIB · ${size(bytes)}</span>
    ${sending(event, blobs)}
    ${fault ? html`<p class="fault"><strong>${fault.message}</strong> ${fault.action}</p>` : nothing}
  </li>`;
}

/** @param {import("../types.js").EventBody["kind"]} kind */
function kindWord(kind) {
  const ofCards = { delivered: t("Diserahkan"), failed: t("Tidak berhasil"), skipped: t("Dilewati"), blocked: t("Tak bisa lewat"), undone: t("Dibatalkan") };
  return /** @type {Record<string, string>} */ (ofCards)[kind] ?? jemput?.factWord(kind) ?? kind;
}

/**
 * @param {Kept} event
 * @param {Blob[]} blobs
 */
function sending(event, blobs) {
  if (event.status === "conflict" || blobs.some((blob) => blob.fault)) {
    return mark("review", t("periksa"));
  }
  if (event.status === "waiting") return mark("saved", t("tersimpan di HP"));
  if (blobs.length) return mark("saved", t("terkirim, foto menyusul"));
  return mark("done", t("terkirim"));
}
