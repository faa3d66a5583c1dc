// From a finished form to an event on the phone, and the answer the courier sees at once.
import { changed, model } from "./model.js";
import { save, takeBack } from "./outbox.js";
import { hasRoomForPhotos, named } from "./photo.js";
import { paths, finish } from "./router.js";
import { soon } from "./rounds.js";
import { t } from "./text.js";
import { say, toast } from "./toast.js";

/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./types.js").Draft} Draft */
/** @typedef {import("./types.js").Picture} Picture */
/** @typedef {import("./types.js").Kept} Kept */

/** @param {Row} row */
export function frame({ stop, manifest }) {
  const route = { user: model.user?.id ?? 0, date: model.route?.date ?? "" };
  return { route, stop, version: manifest.version };
}

/**
 * @param {Row} row
 * @param {Draft} draft
 * @param {Picture|null} signature
 */
export async function recordDelivery(row, draft, signature) {
  const photo = draft.photo ? await named(draft.photo) : null;
  const signed = signature ? await named(signature) : null;
  const kept = await save({
    ...frame(row),
    kind: "delivered",
    data: {
      cards: draft.cards,
      receiver: (draft.receiver ?? "").trim(),
      relation: draft.relation,
      signature: signed?.sha ?? null,
      ...draft.position,
      pin_confirmed: Boolean(draft.pin),
    },
    pictures: [photo, signed].filter((one) => one !== null),
    photos: photo ? [photo.sha] : [],
    draft: draft.key,
  });
  await done(kept, t("Penyerahan untuk {name} tersimpan di HP.", { name: row.stop.name }));
}

/**
 * @param {Row} row
 * @param {Draft} draft
 */
export async function recordFailure(row, draft) {
  const photo = draft.photo ? await named(draft.photo) : null;
  const kept = await save({
    ...frame(row),
    kind: "failed",
    data: { cards: draft.cards, reason: draft.reason, note: (draft.note ?? "").trim() },
    pictures: photo ? [photo] : [],
    photos: photo ? [photo.sha] : [],
    draft: draft.key,
  });
  await done(kept, t("“Tidak berhasil” untuk {name} tersimpan di HP.", { name: row.stop.name }));
}

/** @param {Row} row */
export async function recordSkip(row) {
  const kept = await save({ ...frame(row), kind: "skipped", data: {} });
  await done(kept, t("{name} dipindah ke belakang.", { name: row.stop.name }));
}

/**
 * @param {Kept} kept
 * @param {string} sentence
 * @param {string} [path]
 */
export async function done(kept, sentence, path = paths.today) {
  await changed();
  finish(path);
  toast(sentence, { label: t("Batalkan"), act: () => void undo(kept.id, "") });
  soon();
}

/**
 * @param {string} id
 * @param {string} reason
 */
export async function undo(id, reason) {
  const kept = model.events.find((event) => event.id === id);
  if (!kept) return;
  await takeBack(kept, reason);
  await changed();
  say(t("Catatan untuk {name} dibatalkan.", { name: kept.label }));
  soon();
}

/** @returns {Promise<string>} why no photo can be taken, empty when it can */
export async function photoObstacle() {
  if (!crypto.subtle) return t("Foto butuh alamat https. Hubungi kantor; catatan tanpa foto tetap bisa disimpan.");
  if (await hasRoomForPhotos()) return "";
  return t("Ruang HP hampir penuh: foto dihentikan, catatan tetap bisa disimpan. Kirim dulu yang menunggu, lalu coba lagi.");
}
