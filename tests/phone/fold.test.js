// The fold must tell the same story whatever order the events are read in.
import assert from "node:assert/strict";
import test from "node:test";
import { fold, inOrder } from "../../web/courier/static/fold.js";

const stop = (over = {}) => ({ id: "s", sequence: 1, state: "waiting", cards: [{ id: 1 }, { id: 2 }], ...over });
const event = (seq, kind, data = {}, over = {}) => ({
  id: `e${seq}`, seq, status: "waiting", body: { stop: "s", kind, data: { cards: [1, 2], ...data } }, ...over,
});

test("a stop nobody touched is what the server says", () => {
  assert.equal(fold(stop(), []).outcome, "waiting");
  const known = fold(stop({ state: "delivered" }), []);
  assert.deepEqual([known.outcome, known.sending], ["delivered", "sent"]);
});

test("saved and sent are told apart", () => {
  assert.equal(fold(stop(), [event(1, "delivered")]).sending, "kept");
  assert.equal(fold(stop(), [event(1, "delivered", {}, { status: "sent" })]).sending, "sent");
  assert.equal(fold(stop(), [event(1, "delivered", {}, { status: "conflict" })]).sending, "check");
});

test("an undo opens the stop again, also against an older server state", () => {
  const events = [event(1, "delivered", {}, { status: "sent" }), event(2, "undone", { takes_back: "e1" })];
  assert.equal(fold(stop({ state: "delivered" }), events).outcome, "waiting");
});

test("seq decides, not the order of reading", () => {
  const events = [event(2, "delivered"), event(1, "failed")];
  assert.equal(fold(stop(), events).outcome, "delivered");
  assert.equal(fold(stop(), [...events].reverse()).outcome, "delivered");
});

test("a road report says nothing of the door, and can be taken back", () => {
  const report = event(1, "blocked", { cards: undefined, reason: "gate" });
  const told = fold(stop(), [report]);
  assert.deepEqual([told.outcome, told.sending, told.open], ["waiting", "none", [1, 2]]);
  assert.deepEqual(told.standing.map((one) => one.id), ["e1"]);
  assert.deepEqual(fold(stop(), [report, event(2, "undone", { takes_back: "e1" })]).standing, []);
});

test("cards of one door are counted one by one", () => {
  const one = fold(stop(), [event(1, "delivered", { cards: [1] })]);
  assert.deepEqual([one.outcome, one.open], ["waiting", [2]]);
  const both = fold(stop(), [event(1, "delivered", { cards: [1] }), event(2, "failed", { cards: [2] })]);
  assert.deepEqual([both.outcome, both.undelivered], ["partial", [2]]);
});

test("a skipped skip is no outcome and leaves the server's word alone", () => {
  const events = [event(1, "skipped", { cards: undefined }), event(2, "undone", { takes_back: "e1" })];
  const folded = fold(stop({ state: "failed" }), events);
  assert.deepEqual([folded.outcome, folded.skipped], ["failed", 0]);
});

test("a stop of a newer version goes on where the older one stopped", () => {
  assert.equal(fold(stop({ id: "t", continues: ["s"] }), [event(1, "delivered")]).outcome, "delivered");
});

test("skipped stops go behind, the first skipped first", () => {
  const row = (sequence, skipped) => ({ stop: stop({ sequence }), folded: { skipped } });
  const order = inOrder([row(1, 9), row(2, 0), row(3, 7), row(4, 0)]).map(({ stop: one }) => one.sequence);
  assert.deepEqual(order, [2, 4, 3, 1]);
});
