// Where the riders of a trip are: a fold over what the server told and what this phone wrote since.

/** @typedef {import("./types.js").Stop} Stop */
/** @typedef {import("./types.js").Trip} Trip */
/** @typedef {import("./types.js").Kept} Kept */
/** @typedef {import("./types.js").Told} Told */
/** @typedef {"waiting"|"delivered"|"failed"|"partial"} Outcome */
/** @typedef {{id: number, name: string, state: string, ending: string|null, ready: boolean}} Rider */

const ENDINGS = ["no_show", "door_cancelled", "late_cancelled", "cancelled", "missed"];
const PATH = { outbound: ["arrived", "aboard", "dropped", "at_office"], return: ["arrived", "aboard", "dropped", "home"] };

/**
 * Each fact once; taken back on this phone, it is gone here before the office knows.
 * @param {Trip} trip
 * @param {Kept[]} all
 * @returns {Told[]}
 */
export function told(trip, all) {
  const own = all.filter((e) => trip.visits.includes(e.body.stop));
  const undone = new Set(own.filter((e) => e.body.kind === "undone").map((e) => e.body.data.takes_back));
  const mine = own
    .filter((e) => e.body.kind !== "undone" && !undone.has(e.id))
    .sort((a, b) => a.seq - b.seq)
    .map((e) => ({ id: e.id, kind: e.body.kind, at: e.body.at, seq: e.seq, people: e.body.data.people ?? [] }));
  const known = trip.told.filter((one) => !undone.has(one.id) && !own.some((e) => e.id === one.id));
  return [...known, ...mine];
}

/**
 * @param {Trip} trip
 * @param {Told[]} facts
 * @returns {Rider[]}
 */
export const ridersOf = (trip, facts) => trip.people.map(({ id, name }) => ({ id, name, ...riderOf(trip, facts, id) }));

/**
 * @param {Trip} trip
 * @param {Told[]} facts
 * @param {number} person
 */
function riderOf(trip, facts, person) {
  const about = facts.filter((one) => !one.people.length || one.people.includes(person));
  const has = (/** @type {string} */ kind) => about.some((one) => one.kind === kind);
  const path = PATH[trip.leg];
  const furthest = trip.leg === "return" && has("home_own_way") ? "home" : path.filter(has).at(-1) ?? "waiting";
  const last = about.filter((one) => ENDINGS.includes(one.kind)).at(-1)?.kind ?? trip.called_off ?? null;
  const travelled = path.indexOf(furthest) > 0;
  return { state: furthest, ending: travelled ? null : last, ready: has("ready") };
}

/**
 * The stop's outcome in the words of the list: it waits while anybody of the household waits.
 * Out of the car is not yet with the office's desk, nor in the house.
 * @param {Stop} stop
 * @param {Kept[]} all
 * @returns {{outcome: Outcome, facts: Told[], riders: Rider[]}}
 */
export function foldTrip(stop, all) {
  const trip = /** @type {Trip} */ (stop.trip);
  const facts = told(trip, all);
  const riders = ridersOf(trip, facts);
  if (trip.what === "kit") return { outcome: kitOutcome(trip, facts), facts, riders };
  const done = trip.what === "pickup" ? ["aboard", "dropped", "at_office", "home"] : ["at_office", "home"];
  if (riders.some((one) => !one.ending && !done.includes(one.state))) return { outcome: "waiting", facts, riders };
  const came = riders.filter((one) => !one.ending).length;
  return { outcome: came === riders.length ? "delivered" : came ? "partial" : "failed", facts, riders };
}

/** @param {Trip} trip @param {Told[]} facts @returns {Outcome} */
function kitOutcome(trip, facts) {
  const last = facts.filter((one) => one.kind === "kit_recorded" || one.kind === "kit_failed").at(-1);
  if (!last) return trip.called_off ? "failed" : "waiting";
  return last.kind === "kit_recorded" ? "delivered" : "failed";
}
