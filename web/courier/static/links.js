// Ways out of the app: the phone's own map, Google Maps, a call, a polite WhatsApp.
import { t } from "./text.js";

/** @typedef {import("./types.js").Stop} Stop */

/** @param {Stop} stop */
export function geo(stop) {
  const at = `${stop.lat},${stop.lon}`;
  return `geo:${at}?q=${at}(${encodeURIComponent(stop.name)})`;
}

/** @param {Stop} stop */
export function directions(stop) {
  return `https://www.google.com/maps/dir/?api=1&destination=${stop.lat},${stop.lon}`;
}

/** Asks for nothing, names no number: what scammers write must not look like us.
 * @param {Stop} stop
 * @param {{courier: string, office: string, hotline: string}} us */
export function greeting({ name }, { courier, office, hotline }) {
  return t(
    "Selamat siang Bapak/Ibu {name}. Saya {courier} dari {office}, hari ini mengantar KTP-el Bapak/Ibu ke rumah. Apakah ada orang di rumah? Layanan ini gratis dan kami tidak meminta data apa pun. Bila ragu, silakan hubungi {hotline}.",
    { name, courier, office, hotline },
  );
}

/** @param {Stop} stop @param {string} text */
export function whatsapp(stop, text) {
  return `https://wa.me/${stop.phone}?text=${encodeURIComponent(text)}`;
}
