// Where the riders of a trip are: a fold over what the server told and what this phone wrote since.

/** @typedef {import("./types.js").Stop} Stop */
/** @typedef {import("./types.js").Trip} Trip */
/** @typedef {import("./types.js").Kept} Kept */
/** @typedef {import("./types.js").Told} Told */
/** @typedef {"waiting"|"delivered"|"failed"|"partial"} Outcome */

export const ENDINGS = ["no_show", "door_cancelled", "late_cancelled", "cancelled", "missed"];
const PATH = { outbound: ["arrived", "aboard", "dropped", "at_office"], return: ["arrived", "aboard", "dropped", "home"] };
export const WAIT = 5 * 60_000;

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
    .map((e) => ({ id: e.id, kind: e.body.kind, at: e.body.at, seq: e.seq, people: e.body.data.people ?? [], photos: e.body.photos.length }));
  const known = trip.told.filter((one) => !undone.has(one.id) && !own.some((e) => e.id === one.id));
  return [...known, ...mine];
}

/**
 * @param {Trip} trip
 * @param {Told[]} facts
 * @param {number} person
 */
export function riderOf(trip, facts, person) {
  const about = facts.filter((one) => !one.people.length || one.people.includes(person));
  const has = (/** @type {string} */ kind) => about.some((one) => one.kind === kind);
  const path = PATH[trip.leg];
  const furthest = trip.leg === "return" && has("home_own_way") ? "home" : path.filter(has).at(-1) ?? "waiting";
  const last = about.filter((one) => ENDINGS.includes(one.kind)).at(-1)?.kind ?? null;
  const travelled = path.indexOf(furthest) > 0;
  return { state: furthest, ending: travelled ? null : last, ready: has("ready") };
}

/** The stop's outcome in the words of the list: it waits while anybody of the household waits.
 * @param {Stop} stop
 * @param {Kept[]} all
 * @returns {{outcome: Outcome, facts: Told[]}} */
export function foldTrip(stop, all) {
  const trip = /** @type {Trip} */ (stop.trip);
  const facts = told(trip, all);
  if (trip.what === "kit") return { outcome: kitOutcome(facts), facts };
  const done = trip.what === "pickup" ? ["aboard", "dropped", "at_office", "home"] : trip.leg === "return" ? ["home"] : ["dropped", "at_office"];
  const riders = trip.people.map((one) => riderOf(trip, facts, one.id));
  if (riders.some((one) => !one.ending && !done.includes(one.state))) return { outcome: "waiting", facts };
  const came = riders.filter((one) => !one.ending).length;
  return { outcome: came === riders.length ? "delivered" : came ? "partial" : "failed", facts };
}

/** @param {Told[]} facts @returns {Outcome} */
function kitOutcome(facts) {
  const last = facts.filter((one) => one.kind === "kit_recorded" || one.kind === "kit_failed").at(-1);
  if (!last) return "waiting";
  return last.kind === "kit_recorded" ? "delivered" : "failed";
}

/** What may be said next at this stop, the likeliest first; an ending has a form of its own.
 * @param {Trip} trip
 * @param {Told[]} facts
 * @returns {string[]} */
export function nextKinds(trip, facts) {
  const has = (/** @type {string} */ kind) => facts.some((one) => one.kind === kind);
  if (trip.what === "kit") return has("kit_arrived") ? ["kit_recorded"] : ["kit_arrived"];
  const riders = trip.people.map((one) => riderOf(trip, facts, one.id)).filter((one) => !one.ending);
  if (!riders.length) return [];
  const first = (/** @type {string[]} */ kinds) => kinds.filter((kind) => !has(kind)).slice(0, 1);
  if (trip.what === "pickup") {
    if (riders.every((one) => one.state !== "waiting" && one.state !== "arrived")) return [];
    return first([...(trip.leg === "return" && trip.will_call ? ["ready"] : []), "arrived", "aboard"]);
  }
  return first(trip.leg === "return" ? ["dropped", "home"] : ["dropped", "at_office", "ready"]);
}

/** What a no-show lacks: arrival, a wait, a call; the photo is the form's.
 * @param {Told[]} facts
 * @param {number} now
 * @returns {"arrival"|"wait"|"call"|null} */
export function lacks(facts, now) {
  const came = facts.filter((one) => one.kind === "arrived").at(-1);
  if (!came) return "arrival";
  if (!facts.some((one) => one.kind === "called")) return "call";
  return now - Date.parse(came.at) < WAIT ? "wait" : null;
}

/** Who was brought and is not home yet: nobody is finished until then.
 * @param {{stop: Stop}[]} rows
 * @param {Kept[]} all
 * @returns {string[]} names */
export function away(rows, all) {
  /** @type {Map<string, Map<number, {name: string, out: boolean, home: boolean}>>} */
  const requests = new Map();
  for (const { stop } of rows) {
    const { trip } = stop;
    if (!trip || trip.what === "kit") continue;
    const facts = told(trip, all);
    const people = requests.get(trip.request) ?? new Map();
    requests.set(trip.request, people);
    for (const { id, name } of trip.people) {
      const rider = riderOf(trip, facts, id);
      const before = people.get(id) ?? { name, out: false, home: false };
      const travelled = ["aboard", "dropped", "at_office"].includes(rider.state) || rider.ready;
      people.set(id, { name, out: before.out || travelled, home: before.home || rider.state === "home" });
    }
  }
  return [...requests.values()].flatMap((people) => [...people.values()]).filter((one) => one.out && !one.home).map((one) => one.name);
}
