// What stands round every screen: the state line, the warnings, the answer to a save, the four doors.
import { html, nothing } from "/npm/lit-html.js";
import { doneCount, model } from "../model.js";
import { paths } from "../router.js";
import { t } from "../text.js";
import { currentToast, hideToast } from "../toast.js";
import { jemput } from "../trips.js";
import { offline } from "../update.js";
import { icon, mark } from "./marks.js";

/** @param {unknown} content @param {unknown} bottom @param {string} screen */
export function frame(content, bottom, screen) {
  return html`
    <a class="skip" href="#isi" @click=${skip}>${t("Langsung ke isi")}</a>
    <header class="line">
      <span class="progress">${progress()}</span>
      <a href=${paths.outbox}>${sending()}</a>
    </header>
    <main id="isi" class="screen screen-${screen}">${warnings()} ${content}</main>
    <footer class="bottom">${toastBar()} ${bottom} ${doors(screen)}</footer>`;
}

/** The hash names the screen, so that this link must not follow it. @param {Event} event */
function skip(event) {
  event.preventDefault();
  document.querySelector("h1")?.focus();
}

function progress() {
  const { route } = model;
  if (!route?.manifests.length) return "Antarjemput";
  const numbers = route.manifests.map((manifest) => manifest.number).join(", ");
  return t("Rute {numbers} · {done} dari {all}", { numbers, done: doneCount(), all: model.rows.length });
}

function sending() {
  if (model.events.some((event) => event.status === "conflict")) return mark("review", t("periksa"));
  if (model.waiting) return mark("saved", t("{count} belum terkirim", { count: model.waiting }));
  return mark("done", t("Semua terkirim"));
}

function warnings() {
  return html`${loginWarning()} ${jemput?.alarm()}
    ${offline.isPossible
      ? nothing
      : html`<p class="notice">${t("Halaman ini dibuka tanpa https: aplikasi belum bisa dipakai tanpa sinyal. Minta alamat https dari kantor.")}</p>`}`;
}

function loginWarning() {
  const again = html`<a class="button" href="/masuk?next=/kurir/">${t("Masuk")}</a>`;
  if (model.login === "expired") {
    if (!model.user) return html`<p>${again}</p>`;
    return html`<div class="notice"><p>${t("Sesi Anda berakhir. Tetap bekerja saja: catatan aman di HP dan terkirim sesudah Anda masuk lagi.")}</p>${again}</div>`;
  }
  if (model.login === "refused") {
    return html`<div class="notice"><p>${t("Akun ini tidak boleh membuka rute. Catatan tetap aman di HP. Hubungi kantor, atau masuk dengan akun kurir.")}</p>${again}</div>`;
  }
  return nothing;
}

export function revoked() {
  return html`<main class="screen"><h1 tabindex="-1">${t("HP ini dicabut oleh kantor")}</h1>
    <p>${t("Data warga di HP ini sudah dihapus. Bila HP ini tidak hilang, hubungi kantor untuk mendaftarkannya lagi.")}</p></main>`;
}

function toastBar() {
  const toast = currentToast();
  if (!toast) return nothing;
  const act = () => {
    hideToast();
    toast.action?.act();
  };
  return html`<div class="toast">
    <span>${toast.sentence}</span>
    ${toast.action ? html`<button type="button" @click=${act}>${toast.action.label}</button>` : nothing}
  </div>`;
}

/** @param {string} screen */
function doors(screen) {
  const all = [
    { name: "today", path: paths.today, word: t("Daftar"), picture: "list" },
    { name: "peta", path: paths.map, word: t("Peta"), picture: "map" },
    { name: "kotak", path: paths.outbox, word: t("Kotak keluar"), picture: "inbox" },
    { name: "akun", path: paths.account, word: t("Akun"), picture: "user" },
  ];
  return html`<nav class="doors" aria-label=${t("Menu utama")}>
    ${all.map((door) => html`<a href=${door.path} aria-current=${door.name === screen ? "page" : "false"}>
      ${icon(door.picture)}<span>${door.word}</span>
      ${door.name === "kotak" && model.waiting ? html`<span class="count">${model.waiting}</span>` : nothing}
    </a>`)}
  </nav>`;
}
