// Open forms: what was typed is kept, so that Back, a call or a killed browser loses nothing.
import { tell } from "./model.js";
import { draft, putDraft } from "./store.js";

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
