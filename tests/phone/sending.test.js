// What may be sent, when, by whom, and how long to wait before trying again.
import assert from "node:assert/strict";
import test from "node:test";
import { pause } from "../../web/courier/static/backoff.js";
import { expired } from "../../web/courier/static/dates.js";
import { GRACE, ready, waitingCount } from "../../web/courier/static/queue.js";

const NOW = Date.parse("2026-11-24T03:00:00Z");
const kept = (seq, over = {}, age = 60_000) => ({
  id: `e${seq}`, seq, user: 7, status: "waiting", fault: null,
  body: { kind: "delivered", at: new Date(NOW - age).toISOString() }, ...over,
});
const ids = (events) => events.map((event) => event.seq);
const usual = { now: NOW, again: false };

test("another courier's events are never ready under this login", () => {
  const events = [kept(1), kept(2, { user: 8 })];
  assert.deepEqual(ids(ready(events, 7, usual)), [1]);
  assert.deepEqual(ids(ready(events, 7, { now: NOW, again: true })), [1]);
});

test("an event rests for second thoughts, and holds up what came after it", () => {
  const events = [kept(1), kept(2, {}, GRACE - 1), kept(3, {}, 60_000)];
  assert.deepEqual(ids(ready(events, 7, usual)), [1]);
  assert.deepEqual(ids(ready(events, 7, { now: NOW + 1, again: false })), [1, 2, 3]);
});

test("a clock set back does not hold an event", () => {
  assert.deepEqual(ids(ready([kept(1, {}, -3_600_000)], 7, usual)), [1]);
});

test("refused events wait for the button", () => {
  const events = [kept(1, { status: "conflict" }), kept(2, { status: "sent" })];
  assert.deepEqual(ids(ready(events, 7, usual)), []);
  assert.deepEqual(ids(ready(events, 7, { now: NOW, again: true })), [1]);
});

test("an event counts as waiting until its photos went too, once", () => {
  const blob = (event, fault = null) => ({ event, user: 7, fault });
  const events = [kept(1), kept(2, { status: "sent" }), kept(3, { status: "sent" })];
  assert.equal(waitingCount(events, [blob("e1"), blob("e1"), blob("e2"), blob("e3", {})], 7), 2);
});

test("the pause doubles, is capped, and is never nothing", () => {
  const longest = [1, 2, 3, 20].map((failures) => pause(failures, () => 1));
  assert.deepEqual(longest, [5_000, 10_000, 20_000, 300_000]);
  assert.equal(pause(1, () => 0), 2_500);
});

test("people's data goes the day after it was last allowed", () => {
  assert.equal(expired("2026-11-24", 3, "2026-11-27"), false);
  assert.equal(expired("2026-11-24", 3, "2026-11-28"), true);
});
