// Parts that every form shares: which cards, what is lacking, the save button.
import { html, nothing } from "/npm/lit-html.js";
import { complaints, write } from "../drafts.js";
import { t } from "../text.js";

/** @typedef {import("../types.js").Draft} Draft */

/**
 * @param {import("../types.js").Stop} stop
 * @param {number[]} eligible
 * @param {Draft} draft
 */
export function cardsField(stop, eligible, draft) {
  const open = stop.cards.filter((card) => eligible.includes(card.id));
  if (open.length < 2) {
    return html`<p class="facts">${open.map((card) => t("{name} · amplop {code}", { name: card.name, code: card.code }))}</p>`;
  }
  const toggle = (/** @type {number} */ id) => {
    const cards = draft.cards.includes(id) ? draft.cards.filter((one) => one !== id) : [...draft.cards, id];
    write({ cards });
  };
  return html`<fieldset class="choices" id="cards">
    <legend>${t("Kartu yang mana?")}</legend>
    ${open.map((card) => html`<label>
      <input type="checkbox" .checked=${draft.cards.includes(card.id)} @change=${() => toggle(card.id)} />
      <span>${card.name} <small>${card.code}</small></span>
    </label>`)}
  </fieldset>`;
}

export function problems() {
  const found = complaints();
  if (!found.length) return nothing;
  return html`<div class="notice danger" role="alert" id="problems" tabindex="-1">
    <h2>${t("Belum bisa disimpan")}</h2>
    <ul>${found.map((one) => html`<li>${one}</li>`)}</ul>
  </div>`;
}

/** @param {string} label */
export function saveBar(label) {
  return html`<div class="actions"><button type="submit" form="form">${label}</button></div>`;
}
