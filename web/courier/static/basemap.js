// The city's map on the phone: fetched once when asked for, checked, and kept until it is removed.
import { SHELF, TOOLS } from "./basemap-tools.js";
import { tell } from "./model.js";
import { ask } from "./net.js";
import { room } from "./photo.js";
import { isFull, recall, remember } from "./store.js";

/** @typedef {{sha256: string, size: number, date: string, attribution: string, url: string}} About */
/** @typedef {About & {file: globalThis.Blob, tools: string}} Held */

const SILENCE = 30_000;

/** @type {{offered: About|null, held: Held|null, loaded: number, problem: "room"|"torn"|"lost"|""}} */
export const basemap = { offered: null, held: null, loaded: -1, problem: "" };

/** @type {AbortController|null} */
let fetching = null;

/** Read what the phone holds; ask the office what it has, when it can be reached. */
export async function lookUp() {
  basemap.held = (await recall("basemap")) ?? null;
  tell();
  if (basemap.held) void tools().catch(() => {}); // drawUnder tells; meanwhile Leaflet comes too
  void ask("/api/basemap").then((/** @type {About|null} */ about) => {
    basemap.offered = about;
    tell();
    return renewTools();
  }, () => {});
  return basemap.held;
}

export const cancelDownload = () => fetching?.abort();

/** Bring the map in: nothing is kept unless it came whole. @param {About} about */
export async function download(about) {
  if (fetching) return null;
  fetching = new AbortController();
  show(0, "");
  try {
    if ((await room()) < 2 * about.size) return show(-1, "room");
    await keepTools();
    const bytes = await bytesOf(about, fetching.signal);
    if (bytes.byteLength !== about.size || (await fingerprint(bytes)) !== about.sha256) return show(-1, "torn");
    const held = { ...about, file: new Blob([bytes]), tools: version() };
    await remember("basemap", held);
    basemap.held = held;
    return show(-1, "");
  } catch (error) {
    if (isFull(error)) return show(-1, "room");
    return show(-1, fetching.signal.aborted && fetching.signal.reason?.name === "AbortError" ? "" : "lost");
  } finally {
    fetching = null;
  }
}

export async function removeBasemap() {
  await remember("basemap", null);
  await caches.delete(SHELF);
  Object.assign(basemap, { held: null });
  tell();
}

/** Put the held map under everything else. @param {import("leaflet").Map} map */
export async function drawUnder(map) {
  const { held } = basemap;
  if (!held) return;
  await tools();
  const scope = /** @type {any} */ (globalThis);
  const { theme } = document.documentElement.dataset;
  const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const source = new scope.pmtiles.FileSource(new File([held.file], held.sha256));
  scope.addBasemap(map, source, { attribution: held.attribution, dark });
}

/** @param {number} loaded @param {typeof basemap["problem"]} problem */
function show(loaded, problem) {
  Object.assign(basemap, { loaded, problem });
  tell();
  return basemap.held;
}

/** @param {About} about @param {AbortSignal} signal */
async function bytesOf(about, signal) {
  const headers = { "X-Requested-With": "antarjemput" };
  let timer = setTimeout(giveUp, SILENCE);
  try {
    const answer = await fetch(about.url, { headers, signal, redirect: "error", cache: "no-store" });
    if (!answer.ok || !answer.body) throw new Error(String(answer.status));
    const bytes = new Uint8Array(about.size);
    let at = 0;
    for (const reader = answer.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return bytes.slice(0, at).buffer;
      clearTimeout(timer);
      timer = setTimeout(giveUp, SILENCE);
      bytes.set(value, at); // more than was promised throws
      at += value.byteLength;
      show(at, "");
    }
  } finally {
    clearTimeout(timer);
  }
}

const giveUp = () => fetching?.abort(new Error("silence"));

/** @param {ArrayBuffer} bytes */
async function fingerprint(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const version = () => document.documentElement.dataset.version ?? "";

async function keepTools() {
  const shelf = await caches.open(SHELF);
  await shelf.addAll(TOOLS.map((tool) => new Request(tool, { cache: "no-cache" })));
}

/** The app was renewed since: what draws the map is renewed with it. */
async function renewTools() {
  const { held } = basemap;
  if (!held || held.tools === version()) return;
  await keepTools();
  basemap.held = { ...held, tools: version() };
  await remember("basemap", basemap.held);
}

const tools = () => Promise.all(TOOLS.map(script));

/** @type {Map<string, Promise<unknown>>} */
const scripts = new Map();

/** They are plain scripts: an import would hide what they leave behind. @param {string} address */
function script(address) {
  const coming = scripts.get(address) ?? new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("script"), { src: address, async: false, onload: resolve, onerror: reject });
    document.head.append(element);
  });
  scripts.set(address, coming);
  coming.catch(() => scripts.delete(address));
  return coming;
}
