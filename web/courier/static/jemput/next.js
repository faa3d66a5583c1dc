// What may be said next at a stop of jemput, and of whom; what a no-show lacks; who is not home yet.
import { ridersOf, told } from "../trip-fold.js";

/** @typedef {import("../model.js").Row} Row */
/** @typedef {import("../trip-fold.js").Rider} Rider */
/** @typedef {{kind: string, riders: Rider[]}} Step */

const WAIT = 5 * 60_000;

/**
 * The one likely step; an ending has a form of its own.
 * @param {Row} row
 * @returns {Step|null}
 */
export function nextStep({ stop, folded }) {
  const { trip } = stop;
  if (!trip) return null;
  const has = (/** @type {string} */ kind) => (folded.facts ?? []).some((one) => one.kind === kind);
  const open = (folded.riders ?? []).filter((one) => !one.ending);
  if (trip.what === "kit") return kitStep(folded.outcome, has("kit_arrived"), open);
  return trip.what === "pickup" ? pickup(trip, open, has("arrived")) : dropoff(trip, open);
}

/**
 * @param {string} outcome
 * @param {boolean} isThere
 * @param {Rider[]} riders
 */
function kitStep(outcome, isThere, riders) {
  if (outcome === "delivered") return null;
  return { kind: isThere ? "kit_recorded" : "kit_arrived", riders };
}

/**
 * @param {import("../types.js").Trip} trip
 * @param {Rider[]} open
 * @param {boolean} isThere
 */
function pickup(trip, open, isThere) {
  const here = open.filter((one) => one.state === "waiting" || one.state === "arrived");
  if (!here.length) return null;
  const called = here.filter((one) => !one.ready);
  if (trip.leg === "return" && trip.will_call && called.length === here.length) return { kind: "ready", riders: called };
  return { kind: isThere ? "aboard" : "arrived", riders: here };
}

/**
 * @param {import("../types.js").Trip} trip
 * @param {Rider[]} open
 */
function dropoff(trip, open) {
  const at = (/** @type {string[]} */ ...states) => open.filter((one) => states.includes(one.state));
  if (at("aboard").length) return { kind: "dropped", riders: at("aboard") };
  if (at("dropped").length) return { kind: trip.leg === "return" ? "home" : "at_office", riders: at("dropped") };
  // Each fact stands for itself, also when nobody wrote down that they got in.
  const unsaid = at("waiting", "arrived");
  if (unsaid.length) return unsaid.length === open.length ? { kind: "dropped", riders: unsaid } : null;
  const recorded = at("at_office").filter((one) => !one.ready);
  return recorded.length ? { kind: "ready", riders: recorded } : null;
}

/** What a no-show lacks: arrival, a wait, a call; the photo is the form's.
 * @param {import("../types.js").Told[]} facts
 * @param {number} now
 * @returns {{what: "arrival"|"wait"|"call", until: number}|null} */
export function lacks(facts, now) {
  const came = facts.filter((one) => one.kind === "arrived").at(-1);
  if (!came) return { what: "arrival", until: 0 };
  const until = Date.parse(came.at) + WAIT;
  if (!facts.some((one) => one.kind === "called")) return { what: "call", until };
  return now < until ? { what: "wait", until } : null;
}

/** Both ways of a household, by its request.
 * @param {Row[]} rows
 * @param {import("../types.js").Kept[]} all */
function households(rows, all) {
  /** @type {Map<string, Map<"outbound"|"return", Rider[]>>} */
  const found = new Map();
  for (const { stop: { trip } } of rows) {
    if (!trip || trip.what === "kit") continue;
    const ways = found.get(trip.request) ?? new Map();
    found.set(trip.request, ways.set(trip.leg, ridersOf(trip, told(trip, all))));
  }
  return found;
}

/** Who was brought and is not home yet: nobody is finished until then.
 * @param {Row[]} rows
 * @param {import("../types.js").Kept[]} all
 * @returns {string[]} */
export function away(rows, all) {
  return [...households(rows, all).values()].flatMap((ways) => {
    const both = [...ways.values()].flat();
    const out = both.filter((one) => one.ready || ["aboard", "dropped", "at_office"].includes(one.state));
    const home = new Set(both.filter((one) => one.state === "home").map((one) => one.id));
    return [...new Map(out.filter((one) => !home.has(one.id)).map((one) => [one.id, one.name])).values()];
  });
}

/** Who was not fetched this morning: he may have come by himself, so that his way home stands.
 * @param {Row} row
 * @param {Row[]} rows
 * @param {import("../types.js").Kept[]} all
 * @returns {Rider[]} */
export function stayedBehind({ stop: { trip } }, rows, all) {
  if (trip?.leg !== "return") return [];
  const there = households(rows, all).get(trip.request)?.get("outbound") ?? [];
  return there.filter((one) => one.ending && !one.ready);
}
