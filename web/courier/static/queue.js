// What waits to be sent, and what of it may go now.

/** @typedef {import("./types.js").Kept} Kept */
/** @typedef {import("./types.js").Blob} Blob */

/** An event rests this long on the phone, so that a slip of the thumb is undone before anyone saw it. */
export const GRACE = 10_000;

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
  // A call for help takes along what was told before it.
  if (waiting.some((e) => e.body.kind === "sos")) return waiting;
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
