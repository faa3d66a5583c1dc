// State as colour, shape and word at once; and the icons of the one sprite.
import { html, nothing } from "/npm/lit-html.js";
import { jemput } from "../trips.js";
import { outcomeWord, sendingWord } from "../words.js";

/** @typedef {"waiting"|"saved"|"done"|"review"|"failed"} Kind */

/** @param {import("../fold.js").Folded} folded @returns {Kind} */
export function kindOf({ outcome, sending }) {
  if (sending === "check") return "review";
  if (outcome === "waiting") return "waiting";
  if (outcome === "failed") return "failed";
  return sending === "kept" ? "saved" : "done";
}

/**
 * @param {Kind} kind
 * @param {string} word
 */
export function mark(kind, word) {
  return html`<span class="state state-${kind}"><span class="shape" aria-hidden="true"></span>${word}</span>`;
}

/** @param {import("../fold.js").Folded} folded */
export function state(folded) {
  const outcome = folded.riders ? jemput?.stateWord(folded) : outcomeWord(folded.outcome);
  const word = [outcome, sendingWord(folded.sending)].filter(Boolean).join(" · ");
  return mark(kindOf(folded), word);
}

/** @param {string} name in Lucide */
export function icon(name) {
  const sprite = document.documentElement.dataset.icons;
  if (!sprite) return nothing;
  return html`<svg class="icon" aria-hidden="true"><use href="${sprite}#${name}"></use></svg>`;
}
