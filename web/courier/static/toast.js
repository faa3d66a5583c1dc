// The short answer after an act: seen above the buttons, heard by a screen reader, undone for ten seconds.
import { tell } from "./model.js";

/** @typedef {{sentence: string, action: {label: string, act: () => void}|null}} Toast */

const SHOWN = 10_000;

/** @type {Toast|null} */
let shown = null;

/** @type {ReturnType<typeof setTimeout>|undefined} */
let timer;

export const currentToast = () => shown;

/**
 * @param {string} sentence
 * @param {Toast["action"]} [action]
 */
export function toast(sentence, action = null) {
  shown = { sentence, action };
  clearTimeout(timer);
  timer = setTimeout(hideToast, SHOWN);
  const live = document.getElementById("live");
  if (live) live.textContent = sentence;
  tell();
}

/** @param {string} sentence */
export const say = (sentence) => toast(sentence);

export function hideToast() {
  shown = null;
  tell();
}
