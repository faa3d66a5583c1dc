// Akun: who is in, how the screen looks and speaks, what the phone holds, and the way out.
import { html, nothing } from "/npm/lit-html.js";
import { model, tell } from "../model.js";
import { canInstall, install } from "../install.js";
import { logOut } from "../logout.js";
import { recall } from "../store.js";
import { setSetting, setting } from "../settings.js";
import { language, speak, t } from "../text.js";
import { toast } from "../toast.js";
import { size } from "../words.js";
import { icon } from "./marks.js";

const LATE = 120_000;

/** What only this page needs to know. */
const seen = { usage: 0, quota: 0, offset: 0, device: "", map: 0 };

export const title = () => t("Akun");

export async function enter() {
  const estimate = await navigator.storage?.estimate?.();
  Object.assign(seen, { usage: estimate?.usage ?? 0, quota: estimate?.quota ?? 0 });
  Object.assign(seen, { offset: (await recall("clock_offset")) ?? 0, device: (await recall("device")) ?? "" });
  seen.map = (await recall("basemap"))?.size ?? 0;
  tell();
}

export function view() {
  return html`<h1 tabindex="-1">${title()}</h1>
    ${model.user ? html`<p class="person"><strong>${model.user.name}</strong><br />${model.user.title}</p>` : nothing}
    ${choice("lang", t("Bahasa"), language, { id: "Bahasa Indonesia", en: "English" }, chooseLanguage)}
    ${choice("theme", t("Warna layar"), setting("theme") || "system", { system: t("Ikut HP"), light: t("Terang"), dark: t("Gelap") }, chooseTheme)}
    ${canInstall() ? html`<button type="button" class="secondary" @click=${() => void install()}>${icon("download")} ${t("Pasang di HP")}</button>` : nothing}
    <h2>${t("HP ini")}</h2>
    <dl>
      <dt>${t("Ruang terpakai")}</dt>
      <dd>${seen.quota ? t("{used} dari {all}", { used: size(seen.usage), all: size(seen.quota) }) : t("Tidak diketahui")}</dd>
      ${seen.map ? html`<dt>${t("Peta kota")}</dt><dd>${size(seen.map)}</dd>` : nothing}
      <dt>${t("Data warga dihapus")}</dt>
      <dd>${t("{days} hari sesudah hari antar", { days: model.route?.settings.retain_days ?? 3 })}</dd>
      <dt>${t("Versi aplikasi")}</dt>
      <dd>${document.documentElement.dataset.version}</dd>
      <dt>${t("Kode HP (sebutkan bila HP hilang)")}</dt>
      <dd>${seen.device.slice(0, 8) || t("Belum terdaftar")}</dd>
    </dl>
    ${seen.map ? html`<button type="button" class="secondary" @click=${() => void dropMap()}>${icon("x")} ${t("Hapus peta kota dari HP")}</button>` : nothing}
    ${Math.abs(seen.offset) > LATE
      ? html`<p class="notice">${t("Jam HP berbeda {minutes} menit dari jam kantor. Atur jam HP ke otomatis.", { minutes: Math.round(Math.abs(seen.offset) / 60_000) })}</p>`
      : nothing}
    ${leaving()}`;
}

async function dropMap() {
  await (await import("../basemap.js")).removeBasemap();
  await enter();
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string} current
 * @param {Record<string, string>} options
 * @param {(value: any) => void} choose
 */
function choice(name, label, current, options, choose) {
  return html`<fieldset class="choices side">
    <legend>${label}</legend>
    ${Object.entries(options).map(([value, word]) => html`<label>
      <input type="radio" name=${name} value=${value} .checked=${current === value} @change=${() => choose(value)} /> ${word}
    </label>`)}
  </fieldset>`;
}

/** @param {"id"|"en"} wanted */
async function chooseLanguage(wanted) {
  if (await speak(wanted)) setSetting("lang", wanted);
  else toast(t("Bahasa itu belum ada di HP. Coba lagi saat ada sinyal."));
  tell();
}

/** @param {"system"|"light"|"dark"} wanted */
function chooseTheme(wanted) {
  setSetting("theme", wanted);
  if (wanted === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = wanted;
  tell();
}

function leaving() {
  if (model.login !== "in") return html`<a class="button" href="/masuk?next=/kurir/">${t("Masuk")}</a>`;
  if (model.waiting) {
    return html`<p class="notice">${t("Belum bisa keluar: {count} catatan belum terkirim. Kirim dulu dari Kotak keluar.", { count: model.waiting })}</p>`;
  }
  return html`<button type="button" class="secondary" @click=${() => void logOut()}>${icon("log-out")} ${t("Keluar")}</button>`;
}
