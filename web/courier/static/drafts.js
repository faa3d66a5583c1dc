// Open forms: what was typed is kept, so that Back, a call or a killed browser loses nothing.
import { tell } from "./model.js";
import { draft, putDraft } from "./store.js";
import { t } from "./text.js";

/** @typedef {import("./types.js").Draft} Draft */

/** @type {Draft|null} */
let current = null;

/** @type {string[]} */
let wrong = [];

/**
 * @param {string} key
 * @param {() => Omit<Draft, "key">} fresh
 */
export async function openDraft(key, fresh) {
  wrong = [];
  current = (await draft(key)) ?? { ...fresh(), key };
}

/** @param {string} key @returns {Draft|null} null until it was read, or of another form */
export const openedDraft = (key) => (current?.key === key ? current : null);

export const isFormOpen = () => current !== null;

export function closeDraft() {
  current = null;
  wrong = [];
}

/** @param {Partial<Draft>} part */
export function write(part) {
  if (!current) return;
  current = { ...current, ...part };
  void putDraft(current);
  tell();
}

/** What the form lacks, in words. @param {string[]} found */
export function complain(found) {
  wrong = found;
  tell();
}

export const complaints = () => wrong;

let isSaving = false;

/** A double tap is one save; a save that failed says so and keeps the form. @param {() => Promise<void>} save */
export async function saveOnce(save) {
  if (isSaving) return;

  isSaving = true;
  try {
    await save();
  } catch {
    complain([t("Belum tersimpan: HP menolak menulis. Kosongkan ruang HP, lalu simpan sekali lagi.")]);
  } finally {
    isSaving = false;
  }
}
