// A trip's next step is told of those it is about: who stayed away is not carried along.
import assert from "node:assert/strict";
import test from "node:test";
import { fold } from "../../web/courier/static/fold.js";
import { away, lacks, nextStep, stayedBehind } from "../../web/courier/static/jemput/next.js";
import { ready } from "../../web/courier/static/queue.js";

const PEOPLE = [{ id: 1, name: "Warsih" }, { id: 2, name: "Karta" }];
const VISITS = { outbound: ["1", "2"], return: ["3", "4"] };
const stop = (id, what, leg, over = {}) => ({
  id, state: "waiting", cards: [],
  trip: { what, leg, visits: VISITS[leg], request: "R", people: PEOPLE, told: [], will_call: false, ...over },
});
const day = (over = {}) => [
  stop("1", "pickup", "outbound"), stop("2", "dropoff", "outbound"),
  stop("3", "pickup", "return", over), stop("4", "dropoff", "return", over),
];
let seq = 0;
const event = (visit, kind, people = [], over = {}) => ({
  id: `e${++seq}`, seq, user: 1, status: "waiting", body: { stop: visit, kind, at: "2026-11-24T01:00:00Z", photos: [], data: { people } }, ...over,
});
const rows = (events, over) => day(over).map((one) => ({ stop: one, folded: fold(one, events) }));
const said = (row) => {
  const next = nextStep(row);
  return next && [next.kind, next.riders.map((one) => one.id)];
};

test("a household is fetched, received, and brought home", () => {
  const steps = [["1", "arrived"], ["1", "aboard"], ["2", "dropped"], ["2", "at_office"], ["3", "arrived"], ["3", "aboard"], ["4", "dropped"], ["4", "home"]];
  const events = [];
  for (const [visit, kind] of steps) {
    const row = rows(events).find((one) => one.stop.id === visit);
    assert.deepEqual(said(row), [kind, [1, 2]]);
    assert.equal(row.folded.outcome, "waiting");
    events.push(event(visit, kind));
  }
  assert.deepEqual(rows(events).map((one) => one.folded.outcome), Array(4).fill("delivered"));
});

test("who did not come is left out of what follows", () => {
  const events = [event("1", "arrived"), event("1", "door_cancelled", [2])];
  const [pickup] = rows(events);
  assert.deepEqual(said(pickup), ["aboard", [1]]);
  events.push(event("1", "aboard", [1]));
  const [done, dropoff, back] = rows(events);
  assert.equal(done.folded.outcome, "partial");
  assert.deepEqual(said(dropoff), ["dropped", [1]]);
  assert.deepEqual(stayedBehind(back, rows(events), events).map((one) => one.id), [2]);
  assert.deepEqual(away(rows(events), events), ["Warsih"]);
});

test("a second person may still get in after the first", () => {
  const events = [event("1", "arrived"), event("1", "aboard", [1])];
  assert.deepEqual(said(rows(events)[0]), ["aboard", [2]]);
});

test("a will-call waits for the word that somebody is ready", () => {
  const events = [event("1", "aboard"), event("2", "dropped"), event("2", "at_office")];
  const [, dropoff, back] = rows(events, { will_call: true });
  assert.deepEqual(said(back), ["ready", [1, 2]]);
  assert.deepEqual(said(dropoff), ["ready", [1, 2]]);
  events.push(event("3", "ready"));
  assert.deepEqual(said(rows(events, { will_call: true })[2]), ["arrived", [1, 2]]);
});

test("nobody is home before somebody said so", () => {
  const events = [event("1", "aboard"), event("2", "dropped"), event("3", "aboard"), event("4", "dropped")];
  assert.deepEqual(away(rows(events), events), ["Warsih", "Karta"]);
  assert.deepEqual(away(rows([...events, event("4", "home")]), [...events, event("4", "home")]), []);
});

test("a no-show needs an arrival, a call and five minutes", () => {
  const came = Date.parse("2026-11-24T01:00:00Z");
  assert.equal(lacks([], came)?.what, "arrival");
  assert.equal(lacks([event("1", "arrived").body], came)?.what, "call");
  const both = [event("1", "arrived").body, event("1", "called").body];
  assert.equal(lacks(both, came + 299_000)?.what, "wait");
  assert.equal(lacks(both, came + 300_000), null);
});

test("a call for help rests no second, and takes along what came before", () => {
  const at = new Date().toISOString();
  const resting = event("1", "arrived");
  const help = event("1", "sos");
  resting.body.at = help.body.at = at;
  const when = { now: Date.parse(at) + 10, again: false };
  assert.deepEqual(ready([resting], 1, when), []);
  assert.deepEqual(ready([resting, help], 1, when), [resting, help]);
});

test("a trip that was called off asks for nothing, unless somebody got in all the same", () => {
  const off = day().map((one) => ({ ...one, trip: { ...one.trip, called_off: "late_cancelled" } }));
  assert.deepEqual(off.map((one) => fold(one, []).outcome), Array(4).fill("failed"));
  assert.equal(fold(off[0], [event("1", "arrived")]).outcome, "failed");
  assert.equal(fold(off[0], [event("1", "arrived"), event("1", "aboard")]).outcome, "delivered");
  const bed = stop("5", "kit", "outbound", { visits: ["5"], called_off: "cancelled" });
  assert.equal(fold(bed, []).outcome, "failed");
});
