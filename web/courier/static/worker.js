// The service worker's work: keep the shell, answer it without signal, send when Android wakes us.
import { SHELF, TOOLS } from "./basemap-tools.js";
import { allEvents, recall } from "./store.js";
import { alone, send } from "./sync.js";

/** @typedef {{version: string, files: string[]}} Shell */

// checkJs runs with the DOM's types; a worker's own global has none there.
const scope = /** @type {any} */ (globalThis);

/** Called by /sw.js, which Flask writes with the hash and the list. @param {Shell} shell */
export function serve(shell) {
  const name = `kurir-${shell.version}`;
  scope.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keep(name, shell.files)));
  scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver(name)));
  scope.addEventListener("fetch", (/** @type {any} */ event) => answer(event, name, new Set(shell.files)));
  scope.addEventListener("message", (/** @type {MessageEvent} */ event) => event.data === "renew" && scope.skipWaiting());
  scope.addEventListener("sync", (/** @type {any} */ event) => event.waitUntil(sendAlone()));
}

/**
 * @param {string} name
 * @param {string[]} files
 */
async function keep(name, files) {
  const cache = await caches.open(name);
  await cache.addAll(files.map((file) => new Request(file, { cache: "reload", credentials: "same-origin" })));
}

/** @param {string} name */
async function takeOver(name) {
  const old = (await caches.keys()).filter((key) => key.startsWith("kurir-") && key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
  await scope.clients.claim();
}

/**
 * Only what belongs to the shell is answered from here; people's data goes to the network, uncached.
 * @param {any} event
 * @param {string} name
 * @param {Set<string>} files
 */
function answer(event, name, files) {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  // What draws the city's map came with it, outside the shell.
  if (TOOLS.includes(url.pathname) && !url.search) return event.respondWith(fromCache(SHELF, url.pathname, event.request));
  const isShell = event.request.mode === "navigate" && url.pathname === "/kurir/";
  const key = isShell ? "/kurir/" : url.pathname + url.search;
  if (!files.has(key)) return;
  event.respondWith(fromCache(name, key, event.request));
}

/**
 * @param {string} name
 * @param {string} key
 * @param {Request} request
 */
async function fromCache(name, key, request) {
  const cache = await caches.open(name);
  return (await cache.match(key, { ignoreVary: true })) ?? fetch(request);
}

/** What still rests, or met no answer, makes the browser wake us once more. */
async function sendAlone() {
  const user = await recall("user");
  if (!user) return;
  await alone(() => send(user.id));
  new BroadcastChannel("antarjemput-kurir").postMessage("changed");
  const events = await allEvents();
  if (events.some((event) => event.user === user.id && event.status === "waiting")) throw new Error("more to send");
}
