// Taking a record back later: once the office has it, it wants to know why.
import { html, nothing } from "/npm/lit-html.js";
import { closeDraft, complain } from "../drafts.js";
import { model } from "../model.js";
import { undo } from "../record.js";
import { finish, paths } from "../router.js";
import { t } from "../text.js";
import { problems, saveBar } from "./form.js";
import { said } from "./stop.js";

export const title = () => t("Batalkan catatan");
export const leave = closeDraft;

/** @param {string} id */
const find = (id) => model.events.find((event) => event.id === id);

/** @param {string} id */
export function view(id) {
  const event = find(id);
  if (!event) return html`<h1 tabindex="-1">${title()}</h1><p>${t("Catatan ini tidak ada di HP ini.")}</p>`;
  return html`
    <a class="back" href=${paths.stop(event.body.stop)}>${event.label}</a>
    <h1 tabindex="-1">${title()}</h1>
    ${problems()}
    <p>${said(event)}</p>
    <form id="form" novalidate @submit=${(/** @type {SubmitEvent} */ submitted) => submit(submitted, event)}>
      <label for="reason">${event.status === "waiting" ? t("Alasan (boleh kosong)") : t("Alasan (kantor sudah menerima catatan ini)")}</label>
      <input id="reason" name="reason" autocomplete="off" maxlength="200" />
    </form>`;
}

/** @param {string} id */
export const bottom = (id) => (find(id) ? saveBar(t("Batalkan catatan ini")) : nothing);

/**
 * @param {SubmitEvent} submitted
 * @param {import("../types.js").Kept} event
 */
async function submit(submitted, event) {
  submitted.preventDefault();
  const form = /** @type {HTMLFormElement} */ (submitted.target);
  const reason = String(new FormData(form).get("reason") ?? "").trim();
  if (!reason && event.status !== "waiting") return complain([t("Tulis alasan pembatalan.")]);
  await undo(event.id, reason);
  return finish(paths.stop(event.body.stop));
}
