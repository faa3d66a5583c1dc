// What the screens show: one snapshot read from the store, told to every listener and every tab.
import { fold, inOrder } from "./fold.js";
import { waitingCount } from "./queue.js";
import { heldRoute } from "./route.js";
import { allBlobs, allEvents, recall } from "./store.js";
import { bringTrips } from "./trips.js";

/** @typedef {import("./types.js").Stop} Stop */
/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {{stop: Stop, manifest: Manifest, folded: import("./fold.js").Folded}} Row */

/**
 * @typedef {object} Model
 * @property {import("./types.js").User|null} user
 * @property {import("./types.js").Route|null} route
 * @property {import("./types.js").Kept[]} events
 * @property {import("./types.js").Blob[]} blobs
 * @property {Row[]} rows
 * @property {number} waiting
 * @property {number} others events of another courier still on this phone
 * @property {import("./types.js").Login} login
 * @property {boolean} sending
 * @property {boolean} reached whether the last try got an answer
 * @property {number} lastSync
 * @property {boolean} loaded
 */

/** @type {Model} */
export const model = {
  user: null, route: null, events: [], blobs: [], rows: [], waiting: 0, others: 0,
  login: "unknown", sending: false, reached: true, lastSync: 0, loaded: false,
};

/** @type {Set<() => void>} */
const listeners = new Set();
const channel = new BroadcastChannel("antarjemput-kurir");
channel.onmessage = () => void reload();

/** @param {() => void} listener */
export const listen = (listener) => void listeners.add(listener);

/** @param {Partial<Model>} [part] */
export function tell(part = {}) {
  Object.assign(model, part);
  listeners.forEach((listener) => listener());
}

/** Read the store again, after somebody wrote to it. */
export async function reload() {
  const [user, events, blobs, lastSync] = await Promise.all([recall("user"), allEvents(), allBlobs(), recall("last_sync")]);
  const route = user ? await heldRoute(user.id) : null;
  await bringTrips(route?.manifests ?? []);
  const mine = events.filter((e) => e.user === user?.id);
  tell({
    user: user ?? null, route, events: mine, blobs: blobs.filter((b) => b.user === user?.id),
    rows: route ? rows(route.manifests, mine) : [],
    waiting: user ? waitingCount(events, blobs, user.id) : 0,
    others: events.filter((e) => e.user !== user?.id && e.status !== "sent").length,
    lastSync: lastSync ?? 0, loaded: true,
  });
}

/** The same, and the other tabs too. */
export async function changed() {
  channel.postMessage("changed");
  await reload();
}

/**
 * @param {Manifest[]} manifests
 * @param {import("./types.js").Kept[]} events
 */
function rows(manifests, events) {
  return inOrder(manifests.flatMap((manifest) => manifest.stops.map((stop) => ({ stop, manifest, folded: fold(stop, events) }))));
}

/** @param {string} id */
export const rowOf = (id) => model.rows.find(({ stop }) => stop.id === id || stop.continues?.includes(id));

export const nextRow = () => model.rows.find(({ folded, stop }) => folded.outcome === "waiting" && !stop.superseded);

export const doneCount = () => model.rows.filter(({ folded }) => folded.outcome !== "waiting").length;
