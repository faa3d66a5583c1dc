// Everything the phone holds, in one IndexedDB; other files never open a transaction of their own.
import "/npm/idb.js";

// The bundle is half the module's size; as a module it leaves `idb` behind.
const { openDB } = /** @type {{idb: typeof import("idb")}} */ (/** @type {unknown} */ (globalThis)).idb;

/** @typedef {import("./types.js").Kept} Kept */
/** @typedef {import("./types.js").Blob} Blob */
/** @typedef {import("./types.js").Route} Route */
/** @typedef {import("./types.js").Draft} Draft */

/**
 * @typedef {object} Schema
 * @property {{key: string, value: any}} meta
 * @property {{key: string, value: Route}} routes
 * @property {{key: string, value: Kept}} events
 * @property {{key: string, value: Blob}} blobs
 * @property {{key: string, value: Draft}} drafts
 */

/** @type {Promise<import("idb").IDBPDatabase<Schema>> | null} */
let opened = null;

function database() {
  opened ??= openDB("antarjemput-kurir", 1, {
    upgrade(db) {
      db.createObjectStore("meta");
      db.createObjectStore("routes", { keyPath: "key" });
      db.createObjectStore("events", { keyPath: "id" });
      db.createObjectStore("blobs", { keyPath: "sha" });
      db.createObjectStore("drafts", { keyPath: "key" });
    },
    blocking: () => opened?.then((db) => db.close()).finally(() => (opened = null)),
    terminated: () => (opened = null),
  });
  return opened;
}

/** @param {string} name */
export const recall = async (name) => (await database()).get("meta", name);

/**
 * @param {string} name
 * @param {any} value
 */
export const remember = async (name, value) => (await database()).put("meta", value, name);

/**
 * The one write that must survive a flat battery: event, photos and draft's end, all or nothing.
 * @param {(seq: number) => Kept} make
 * @param {Blob[]} blobs
 * @param {string|null} draft
 */
export async function writeEvent(make, blobs, draft) {
  try {
    return await writeOnce(make, blobs, draft);
  } catch (error) {
    // A full phone: the city's map can be fetched again, an event cannot.
    if (!isFull(error) || !(await recall("basemap"))) throw error;
    await remember("basemap", null);
    return writeOnce(make, blobs, draft);
  }
}

/** @param {any} error */
export const isFull = (error) => error?.name === "QuotaExceededError";

/**
 * @param {(seq: number) => Kept} make
 * @param {Blob[]} blobs
 * @param {string|null} draft
 */
async function writeOnce(make, blobs, draft) {
  const stores = /** @type {const} */ (["meta", "events", "blobs", "drafts"]);
  const tx = (await database()).transaction(stores, "readwrite", { durability: "strict" });
  const seq = ((await tx.objectStore("meta").get("seq")) ?? 0) + 1;
  const kept = make(seq);
  await Promise.all([
    tx.objectStore("meta").put(seq, "seq"),
    tx.objectStore("events").add(kept),
    ...blobs.map((blob) => tx.objectStore("blobs").put(blob)),
    ...(draft ? [tx.objectStore("drafts").delete(draft)] : []),
    tx.done,
  ]);
  return kept;
}

/** @returns {Promise<Kept[]>} by seq */
export async function allEvents() {
  return (await (await database()).getAll("events")).sort((a, b) => a.seq - b.seq);
}

/**
 * @param {string[]} ids
 * @param {Pick<Kept, "status"|"fault">} outcome
 */
export async function settle(ids, outcome) {
  const tx = (await database()).transaction("events", "readwrite", { durability: "strict" });
  for (const id of ids) {
    const kept = await tx.store.get(id);
    if (kept) await tx.store.put({ ...kept, ...outcome });
  }
  await tx.done;
}

export const allBlobs = async () => (await database()).getAll("blobs");

/** @param {Blob} blob */
export const putBlob = async (blob) => (await database()).put("blobs", blob);

/** @param {string} sha */
export const dropBlob = async (sha) => (await database()).delete("blobs", sha);

export const allRoutes = async () => (await database()).getAll("routes");

/** @param {Route} route */
export const putRoute = async (route) => (await database()).put("routes", route);

/** @param {string} key @returns {Promise<Draft|undefined>} */
export const draft = async (key) => (await database()).get("drafts", key);

/** @param {Draft} value */
export const putDraft = async (value) => (await database()).put("drafts", value);

/** @param {string} key */
export const dropDraft = async (key) => (await database()).delete("drafts", key);

/**
 * @param {{route: (r: Route) => boolean, event: (e: Kept) => boolean, blob: (b: Blob) => boolean, draft: (d: Draft) => boolean}} doomed
 */
export async function sweep(doomed) {
  const tx = (await database()).transaction(["routes", "events", "blobs", "drafts"], "readwrite");
  const routes = tx.objectStore("routes");
  const events = tx.objectStore("events");
  const blobs = tx.objectStore("blobs");
  const drafts = tx.objectStore("drafts");
  for (const route of await routes.getAll()) if (doomed.route(route)) await routes.delete(route.key);
  for (const event of await events.getAll()) if (doomed.event(event)) await events.delete(event.id);
  for (const blob of await blobs.getAll()) if (doomed.blob(blob)) await blobs.delete(blob.sha);
  for (const one of await drafts.getAll()) if (doomed.draft(one)) await drafts.delete(one.key);
  await tx.done;
}
