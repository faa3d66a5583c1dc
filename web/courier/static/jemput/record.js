// From a tap of the driver to an event on the phone; of whom it speaks is always said when not all are meant.
import { changed, model } from "../model.js";
import { save } from "../outbox.js";
import { named } from "../photo.js";
import { done, frame } from "../record.js";
import { paths } from "../router.js";
import { round } from "../rounds.js";
import { t } from "../text.js";
import { toast } from "../toast.js";
import { nextStep } from "./next.js";
import { factWord } from "./words.js";

/** @typedef {import("../model.js").Row} Row */
/** @typedef {import("../types.js").Draft} Draft */

/** Nobody named means all: who stayed away must not be carried along by a later fact.
 * @param {Row} row
 * @param {number[]} ids */
const people = ({ stop }, ids) => (ids.length === stop.trip?.people.length ? [] : ids);

/**
 * @param {Row} row
 * @param {string} kind
 * @param {number[]} ids of the people it is about
 */
export async function recordStep(row, kind, ids) {
  const kept = await save({ ...frame(row), kind, data: { people: people(row, ids), note: "" } });
  await changed();
  const now = model.rows.find(({ stop }) => stop.id === row.stop.id);
  // While something is left to say here, the driver stays here.
  const more = now && now.folded.outcome === "waiting" && nextStep(now) && location.hash === paths.stop(row.stop.id);
  await done(kept, saved(row, kind, ids), more ? paths.stop(row.stop.id) : paths.today);
}

/** Said at a stop without leaving it. @param {Row} row */
export async function recordCall(row) {
  const kept = await save({ ...frame(row), kind: "called", data: { people: [], note: "" } });
  await done(kept, saved(row, "called"), location.hash || paths.today);
}

/** A call for help does not rest on the phone: it goes at once. @param {Row} row */
export async function recordSos(row) {
  await save({ ...frame(row), kind: "sos", data: { people: [], note: "" } });
  await changed();
  toast(t("SOS tersimpan di HP dan segera dikirim ke kantor."));
  void round();
}

/**
 * @param {Row} row
 * @param {Draft} draft `cards` holds the people, as its form has it
 */
export async function recordEnd(row, draft) {
  const kind = draft.reason ?? "";
  const photo = draft.photo ? await named(draft.photo) : null;
  const kept = await save({
    ...frame(row),
    kind,
    data: { people: people(row, draft.cards), note: (draft.note ?? "").trim() },
    pictures: photo ? [photo] : [],
    photos: photo ? [photo.sha] : [],
    draft: draft.key,
  });
  await done(kept, saved(row, kind, draft.cards));
}

/**
 * @param {Row} row
 * @param {Draft} draft
 */
export async function recordKit(row, draft) {
  const pictures = await Promise.all([draft.photo, draft.second].filter((one) => one !== undefined).map(named));
  const data = { people: [], note: "" };
  const kept = await save({ ...frame(row), kind: "kit_recorded", data, pictures, photos: pictures.map((one) => one.sha), draft: draft.key });
  await done(kept, t("Perekaman {name} tersimpan di HP.", { name: row.stop.name }));
}

/** @param {Row} row @param {string} kind @param {number[]} [ids] */
function saved({ stop }, kind, ids = []) {
  const some = (stop.trip?.people ?? []).filter((one) => ids.includes(one.id)).map((one) => one.name);
  return t("“{step}” untuk {name} tersimpan di HP.", { step: factWord(kind), name: some.join(" + ") || stop.name });
}
