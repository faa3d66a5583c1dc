// Sending: events in batches of 50, then their photos by three lanes; dropped only after the answer.
import { device, learnClock } from "./device.js";
import { Refused, Unreachable, ask, isPassing } from "./net.js";
import { ready } from "./queue.js";
import { allBlobs, allEvents, dropBlob, putBlob, remember, settle } from "./store.js";

/** @typedef {import("./types.js").Kept} Kept */
/** @typedef {import("./types.js").Blob} Blob */

const BATCH = 50;
const LANES = 3;

/**
 * Send what may be sent as `user`; another person's login gets nothing of it.
 * @param {number} user
 * @param {{again?: boolean}} [how]
 * @returns {Promise<import("./types.js").Login>}
 */
export async function send(user, { again = false } = {}) {
  const me = await ask("/api/me");
  await learnClock(me.server_time);
  if (me.id !== user) return "other";
  await sendEvents(ready(await allEvents(), user, { now: Date.now(), again }));
  await sendPhotos(user, again);
  await remember("last_sync", Date.now());
  return "in";
}

/** @param {Kept[]} events */
async function sendEvents(events) {
  for (let i = 0; i < events.length; i += BATCH) await sendBatch(events.slice(i, i + BATCH));
}

/** @param {Kept[]} batch */
async function sendBatch(batch) {
  try {
    await post(batch);
  } catch (error) {
    if (!(error instanceof Refused) || error.status === 401 || error.status === 403 || isPassing(error)) throw error;
    // One rotten event must not hold up its neighbours: each goes alone, the rotten one is shown.
    if (batch.length === 1) await settle([batch[0].id], { status: "conflict", fault: error.fault });
    else for (const one of batch) await sendBatch([one]);
  }
}

/** @param {Kept[]} batch */
async function post(batch) {
  const body = JSON.stringify({ device: await device(), now: new Date().toISOString(), events: batch.map((e) => e.body) });
  const answer = await ask("/api/events", { method: "POST", body, seconds: 30, accept: [409] });
  if (!Array.isArray(answer.acknowledged)) throw new Refused(409, answer);
  await settle(answer.acknowledged, { status: "sent", fault: null });
  for (const { id, ...fault } of answer.conflicts) await settle([id], { status: "conflict", fault });
}

/**
 * @param {number} user
 * @param {boolean} again
 */
async function sendPhotos(user, again) {
  const sent = new Set((await allEvents()).filter((e) => e.status === "sent").map((e) => e.id));
  const queue = (await allBlobs()).filter((b) => b.user === user && sent.has(b.event) && (again || !b.fault));
  const lane = async () => {
    for (let blob = queue.shift(); blob; blob = queue.shift()) await sendPhoto(blob);
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const broken = ends.find((end) => end.status === "rejected");
  if (broken) throw /** @type {PromiseRejectedResult} */ (broken).reason;
}

/** @param {Blob} blob */
async function sendPhoto(blob) {
  try {
    await ask(`/api/blobs/${blob.sha}`, { method: "PUT", body: blob.bytes, type: blob.type, seconds: 60 });
    await dropBlob(blob.sha);
  } catch (error) {
    if (!(error instanceof Refused) || error.status === 401 || error.status === 403 || isPassing(error)) throw error;
    await putBlob({ ...blob, fault: error.fault });
  }
}

/**
 * One tab, or the service worker, sends at a time. A hand that pressed the button waits for
 * its turn; a timer has a next time.
 * @template T
 * @param {() => Promise<T>} work
 * @param {{isPatient?: boolean}} [how]
 * @returns {Promise<T|null>} null when somebody else is at it
 */
export async function alone(work, { isPatient = false } = {}) {
  if (!navigator.locks) return work();
  const once = (/** @type {Lock|null} */ lock) => (lock ? work() : null);
  return navigator.locks.request("antarjemput-kirim", { ifAvailable: !isPatient }, once);
}

/**
 * @param {unknown} error
 * @returns {import("./types.js").Login|null} null when nobody answered
 */
export function loginAfter(error) {
  if (error instanceof Unreachable) return null;
  if (!(error instanceof Refused)) throw error;
  if (error.status === 401) return "expired";
  if (error.fault.code === "device.revoked") return "revoked";
  return error.status === 403 ? "refused" : null;
}
