// Beside the map: how to bring the city's streets onto the phone, and how far that is.
import { html, nothing } from "/npm/lit-html.js";
import { basemap, cancelDownload, download } from "../basemap.js";
import { t } from "../text.js";
import { day, size } from "../words.js";
import { icon } from "./marks.js";

/** @param {() => void} whenHere */
export function offer(whenHere) {
  const { offered, held, loaded } = basemap;
  if (loaded >= 0 && offered) return coming(loaded, offered.size);
  if (!offered || offered.sha256 === held?.sha256) return nothing;
  const words = held
    ? t("Perbarui peta kota ({size}, {day})", { size: size(offered.size), day: day(offered.date) })
    : t("Unduh peta kota untuk dipakai tanpa sinyal ({size})", { size: size(offered.size) });
  const start = async () => {
    const before = basemap.held;
    if ((await download(offered)) !== before) whenHere();
  };
  return html`${problem()}
    <button type="button" class="secondary" @click=${() => void start()}>${icon("download")} ${words}</button>`;
}

/** @param {number} loaded @param {number} whole */
function coming(loaded, whole) {
  const words = t("Mengunduh peta kota: {part} dari {whole}", { part: size(loaded), whole: size(whole) });
  return html`<div class="download">
    <label>${words} <progress max=${whole} value=${loaded}></progress></label>
    <button type="button" class="secondary" @click=${cancelDownload}>${icon("x")} ${t("Batalkan unduhan")}</button>
  </div>`;
}

function problem() {
  const words = {
    room: t("Ruang HP tidak cukup untuk peta; catatan dan foto didahulukan. Hapus berkas lain, lalu coba lagi."),
    torn: t("Peta yang diterima tidak utuh, jadi tidak dipakai. Coba unduh lagi."),
    lost: t("Unduhan peta terputus. Coba lagi saat sinyal baik."),
    "": "",
  }[basemap.problem];
  return words ? html`<p class="notice" role="alert">${words}</p>` : nothing;
}
