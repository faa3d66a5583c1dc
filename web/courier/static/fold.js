// State is a fold over events: what happened at a stop, read from this phone's own events by seq.
import { foldTrip } from "./trip-fold.js";

/** @typedef {import("./types.js").Stop} Stop */
/** @typedef {import("./types.js").Kept} Kept */
/** @typedef {"none"|"kept"|"sent"|"check"} Sending */

/**
 * @typedef {object} Folded
 * @property {import("./types.js").Outcome} outcome
 * @property {Sending} sending
 * @property {number[]} open cards without an outcome
 * @property {number[]} undelivered the same, and those that failed: one may come back to a door
 * @property {Map<number, "delivered"|"failed">} byCard
 * @property {number} skipped seq of the last skip, 0 when never
 * @property {import("./types.js").Told[]} [facts] of a trip, the server's too
 * @property {import("./trip-fold.js").Rider[]} [riders]
 * @property {Kept[]} standing outcomes and road reports that were not taken back, oldest first
 */

/** @param {Kept[]} events */
export function standing(events) {
  const undone = new Set(events.filter((e) => e.body.kind === "undone").map((e) => e.body.data.takes_back));
  return events.filter((e) => e.body.kind !== "undone" && !undone.has(e.id)).sort((a, b) => a.seq - b.seq);
}

/**
 * The server's state counts only until this phone has something of its own to say.
 * @param {Stop} stop
 * @param {Kept[]} all
 * @returns {Folded}
 */
export function fold(stop, all) {
  if (stop.trip) return foldedTrip(stop, all);
  const names = [stop.id, ...(stop.continues ?? [])];
  const own = all.filter((event) => names.includes(event.body.stop));
  const left = standing(own);
  const outcomes = left.filter((e) => e.body.kind === "delivered" || e.body.kind === "failed");
  const spoken = own.some((e) => e.body.kind === "delivered" || e.body.kind === "failed");
  const byCard = spoken ? new Map() : given(stop);
  for (const event of outcomes) for (const card of event.body.data.cards) byCard.set(card, event.body.kind);
  const ids = stop.cards.map((card) => card.id);
  const open = ids.filter((id) => !byCard.has(id));
  return {
    outcome: open.length ? "waiting" : outcome(ids.map((id) => byCard.get(id))),
    sending: sending(own.filter((e) => e.body.kind !== "blocked"), spoken, byCard.size > 0),
    open,
    undelivered: ids.filter((id) => byCard.get(id) !== "delivered"),
    byCard,
    skipped: Math.max(0, ...left.filter((e) => e.body.kind === "skipped").map((e) => e.seq)),
    standing: left.filter((e) => e.body.kind !== "skipped"),
  };
}

/**
 * @param {Stop} stop
 * @param {Kept[]} all
 * @returns {Folded}
 */
function foldedTrip(stop, all) {
  const own = all.filter((event) => event.body.stop === stop.id);
  const { outcome, facts, riders } = foldTrip(stop, all);
  return { outcome, facts, riders, sending: sending(own, own.length > 0, outcome !== "waiting"), open: [], undelivered: [], byCard: new Map(), skipped: 0, standing: standing(own) };
}

/**
 * @param {Stop} stop
 * @returns {Map<number, "delivered"|"failed">}
 */
function given(stop) {
  if (stop.state !== "delivered" && stop.state !== "failed") return new Map();
  const state = stop.state;
  return new Map(stop.cards.map((card) => [card.id, state]));
}

/** @param {("delivered"|"failed"|undefined)[]} each */
function outcome(each) {
  const delivered = each.filter((one) => one === "delivered").length;
  if (delivered === each.length) return "delivered";
  return delivered ? "partial" : "failed";
}

/**
 * @param {Kept[]} own
 * @param {boolean} spoken
 * @param {boolean} known
 * @returns {Sending}
 */
function sending(own, spoken, known) {
  if (own.some((e) => e.status === "conflict")) return "check";
  if (own.some((e) => e.status === "waiting" && e.body.kind !== "skipped")) return "kept";
  return spoken || known ? "sent" : "none";
}

/**
 * Skipped stops go behind the others, in the order they were skipped.
 * @template {{stop: Stop, folded: Folded}} Row
 * @param {Row[]} rows
 */
export function inOrder(rows) {
  return [...rows].sort((a, b) => a.folded.skipped - b.folded.skipped || a.stop.sequence - b.stop.sequence);
}
