import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../web/courier/static/polyline.js";

test("a line is read as its authors write it", () => {
  assert.deepEqual(decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@"), [[38.5, -120.2], [40.7, -120.95], [43.252, -126.453]]);
  assert.deepEqual(decode(""), []);
});
