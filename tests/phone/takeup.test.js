// A new version of the route must never cost the courier what is already done.
import assert from "node:assert/strict";
import test from "node:test";
import { takeUp, versions } from "../../web/courier/static/takeup.js";

const stop = (id, sequence, card, over = {}) => ({
  id, sequence, name: `name ${card}`, address: {}, phone: null, brief: null, lat: 0, lon: 0, cards: [{ id: card }], ...over,
});
const manifest = (version, ...stops) => ({ id: 3, number: 3, version, stops });
const never = () => false;

test("what changed is named: new, moved, changed, gone", () => {
  const before = [manifest(1, stop("a", 1, 1), stop("b", 2, 2), stop("c", 3, 3), stop("d", 4, 4))];
  const after = [manifest(2, stop("a", 1, 1), stop("b", 3, 2), stop("c", 2, 3, { brief: "pagar biru" }), stop("e", 4, 5))];
  const { changes } = takeUp(before, after, never);
  assert.deepEqual(changes.map(({ id, kind }) => [id, kind]), [["b", "moved"], ["c", "changed"], ["e", "new"], ["d", "gone"]]);
});

test("a trip that was called off is news once, on the same version", () => {
  const ride = (called_off) => [manifest(1, { ...stop("a", 1, 1), cards: [], trip: { visits: ["a"], called_off } })];
  const first = takeUp(ride(null), ride("late_cancelled"), never);
  assert.deepEqual(first.changes.map(({ kind }) => kind), ["gone"]);
  assert.deepEqual(takeUp(first.manifests, ride("late_cancelled"), never).changes, []);
});

test("a done stop that left the route stays on the phone", () => {
  const before = [manifest(1, stop("a", 1, 1), stop("b", 2, 2))];
  const { manifests, changes } = takeUp(before, [manifest(2, stop("b", 1, 2))], (one) => one.id === "a");
  assert.deepEqual(manifests[0].stops.map(({ id, superseded }) => [id, Boolean(superseded)]), [["b", false], ["a", true]]);
  assert.deepEqual(changes.map(({ kind }) => kind), ["moved"]);
});

test("the last manifest withdrawn leaves the done stops", () => {
  const { manifests } = takeUp([manifest(1, stop("a", 1, 1))], [], () => true);
  assert.deepEqual(manifests[0].stops.map(({ id }) => id), ["a"]);
});

test("the same cards under a new id are the same door, over several versions", () => {
  const first = takeUp([manifest(1, stop("a", 1, 1))], [manifest(2, stop("b", 1, 1))], never);
  const second = takeUp(first.manifests, [manifest(3, stop("c", 1, 1))], never);
  assert.deepEqual(second.manifests[0].stops[0].continues, ["a", "b"]);
  assert.deepEqual(second.changes, []);
});

test("the same route fetched again changes nothing", () => {
  const route = [manifest(1, stop("a", 1, 1))];
  assert.deepEqual(takeUp(route, route, never).changes, []);
  assert.equal(versions(route), versions([manifest(1)]));
  assert.notEqual(versions(route), versions([manifest(2)]));
});
