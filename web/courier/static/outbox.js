// What waits to be sent: writing an event down, taking one back, and telling what may go now.
import { uuid } from "./device.js";
import { writeEvent } from "./store.js";
import { t } from "./text.js";

/** @typedef {import("./types.js").Kept} Kept */
/** @typedef {import("./types.js").Blob} Blob */
/** @typedef {import("./types.js").Picture} Picture */

/** An event rests this long on the phone, so that a slip of the thumb is undone before anyone saw it. */
export const GRACE = 10_000;

/**
 * @typedef {object} Record
 * @property {{user: number, date: string}} route
 * @property {{id: string, name: string}} stop
 * @property {number} version
 * @property {"delivered"|"failed"|"skipped"|"undone"} kind
 * @property {{[name: string]: any}} data
 * @property {(Picture & {sha: string})[]} [pictures]
 * @property {string[]} [photos]
 * @property {string|null} [draft]
 */

/** @param {Record} record @returns {Promise<Kept>} */
export function save({ route, stop, version, kind, data, pictures = [], photos = [], draft = null }) {
  const id = uuid();
  /** @type {Blob[]} */
  const blobs = pictures.map(({ sha, type, bytes }) => ({ sha, user: route.user, event: id, type, bytes, fault: null }));
  const at = new Date().toISOString();
  return writeEvent((seq) => ({
    id,
    seq,
    user: route.user,
    date: route.date,
    label: stop.name,
    status: "waiting",
    fault: null,
    body: { id, stop: stop.id, kind, seq, at, route_version: version, photos, data },
  }), blobs, draft);
}

/**
 * @param {Kept} kept
 * @param {string} reason
 */
export function takeBack(kept, reason) {
  return save({
    route: kept,
    stop: { id: kept.body.stop, name: kept.label },
    version: kept.body.route_version,
    kind: "undone",
    data: { takes_back: kept.id, reason: reason || t("Dibatalkan langsung sesudah disimpan") },
  });
}

/**
 * A clock set back must not hold an event for ever, hence the lower bound.
 * @param {Kept} kept
 * @param {number} now
 */
export function rests(kept, now) {
  const age = now - Date.parse(kept.body.at);
  return age >= 0 && age < GRACE && kept.body.kind !== "undone";
}

/**
 * @param {Kept[]} events
 * @param {number} user
 * @param {{now: number, again: boolean}} when `again` asks for the refused ones and the resting ones too
 */
export function ready(events, user, { now, again }) {
  const mine = events.filter((e) => e.user === user);
  if (again) return mine.filter((e) => e.status !== "sent");
  const waiting = mine.filter((e) => e.status === "waiting");
  const firstResting = waiting.findIndex((e) => rests(e, now));
  return firstResting < 0 ? waiting : waiting.slice(0, firstResting);
}

/**
 * @param {Kept[]} events
 * @param {Blob[]} blobs
 * @param {number} user
 */
export function waitingCount(events, blobs, user) {
  const open = new Set(events.filter((e) => e.user === user && e.status === "waiting").map((e) => e.id));
  for (const blob of blobs) if (blob.user === user && !blob.fault) open.add(blob.event);
  return open.size;
}
