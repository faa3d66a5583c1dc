// Who this phone is, and how far its clock strays from the server's.
import { recall, remember } from "./store.js";

/** Also where the page came over plain http, which has no randomUUID. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** @returns {Promise<string>} */
export async function device() {
  const known = await recall("device");
  if (known) return known;
  const made = uuid();
  await remember("device", made);
  return made;
}

/** @param {string} serverTime */
export async function learnClock(serverTime) {
  await remember("clock_offset", Date.parse(serverTime) - Date.now());
}

/** Plain http has no service worker, no photo fingerprint: a trial only. */
export const isSecure = () => window.isSecureContext;
