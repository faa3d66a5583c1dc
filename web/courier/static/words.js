// How times, distances, states and doubts are said to a person.
import { zone } from "./dates.js";
import { language, t } from "./text.js";

/** @param {string|number} at */
export function clock(at) {
  const options = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone() });
  return new Intl.DateTimeFormat("id-ID", options).format(new Date(at)).replace(":", ".");
}

/** @param {string} date */
export function day(date) {
  const options = /** @type {const} */ ({ weekday: "long", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return new Intl.DateTimeFormat(language === "id" ? "id-ID" : "en-GB", options).format(new Date(`${date}T00:00:00Z`));
}

/** @param {number} metres */
export function distance(metres) {
  const locale = language === "id" ? "id-ID" : "en-GB";
  if (metres < 1000) return `${Math.round(metres / 10) * 10} m`;
  return `${(metres / 1000).toLocaleString(locale, { maximumFractionDigits: 1 })} km`;
}

/** @param {number} bytes */
export function size(bytes) {
  const locale = language === "id" ? "id-ID" : "en-GB";
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
}

/** @param {import("./types.js").Confidence} confidence */
export function doubt(confidence) {
  return {
    confirmed: t("Titik tepat di pintu, sudah dipastikan"),
    given: t("Titik dari warga"),
    house: t("Titik sampai nomor rumah"),
    street: t("Titik perkiraan jalan – cari nomor rumah"),
    rt_rw: t("Titik perkiraan RT – tanya warga"),
    kelurahan: t("Titik perkiraan kelurahan – tanya RT"),
  }[confidence];
}

/** @param {import("./types.js").Address} address */
export function street(address) {
  const first = [address.street, address.number && t("No. {number}", { number: address.number })].filter(Boolean).join(" ");
  const pair = [address.rt, address.rw].filter(Boolean).join("/");
  return [first, pair && `${address.rt ? "RT" : "RW"}\u00a0${pair}`].filter(Boolean).join(", ") || address.raw;
}

/** @param {import("./types.js").Address} address */
export function quarter(address) {
  const kelurahan = address.kelurahan && t("Kel. {name}", { name: address.kelurahan });
  const kecamatan = address.kecamatan && t("Kec. {name}", { name: address.kecamatan });
  return [kelurahan, kecamatan].filter(Boolean).join(", ");
}

/** @param {import("./types.js").Outcome} outcome */
export function outcomeWord(outcome) {
  return {
    waiting: t("Menunggu"),
    delivered: t("Diserahkan"),
    failed: t("Tidak berhasil"),
    partial: t("Sebagian diserahkan"),
  }[outcome];
}

/** @param {import("./fold.js").Sending} sending */
export function sendingWord(sending) {
  return { none: "", kept: t("tersimpan di HP"), sent: t("terkirim"), check: t("periksa") }[sending];
}
