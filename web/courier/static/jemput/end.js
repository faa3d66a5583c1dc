// A trip that does not take place: which of the ways it ends, with the proof that a no-show needs.
import { html, nothing } from "/npm/lit-html.js";
import { closeDraft, complain, openDraft, openedDraft, saveOnce, write } from "../drafts.js";
import { model, rowOf } from "../model.js";
import { paths } from "../router.js";
import { problems, saveBar } from "../screens/form.js";
import { photoField } from "../screens/photo-field.js";
import { missing } from "../screens/stop.js";
import { t } from "../text.js";
import { clock } from "../words.js";
import { lacks, stayedBehind } from "./next.js";
import { recordEnd } from "./record.js";
import { endingHint, factWord } from "./words.js";

/** @typedef {import("../types.js").Draft} Draft */
/** @typedef {import("../model.js").Row} Row */

const keyOf = (/** @type {string} */ id) => `${id}/end`;

export const title = () => t("Tidak jadi");
export const leave = closeDraft;

/** @param {string} id */
export async function enter(id) {
  const row = rowOf(id);
  if (row) await openDraft(keyOf(id), () => ({ date: model.route?.date ?? "", cards: open(row).map((one) => one.id) }));
}

/** @param {string} id */
export function view(id) {
  const row = rowOf(id);
  const draft = openedDraft(keyOf(id));
  if (!row?.stop.trip) return missing();
  if (!draft) return html`<h1 tabindex="-1">${title()}</h1>`;
  return html`
    <a class="back" href=${paths.stop(id)}>${row.stop.name}</a>
    <h1 tabindex="-1">${title()}</h1>
    ${problems()}
    <form id="form" novalidate @submit=${(/** @type {Event} */ event) => submit(event, row, draft)}>
      ${who(row, draft)}
      <fieldset class="choices" id="reason">
        <legend>${t("Apa yang terjadi?")}</legend>
        ${kinds(row).map((kind) => html`<label>
          <input type="radio" name="reason" .checked=${draft.reason === kind} @change=${() => write({ reason: kind })} />
          <span>${factWord(kind)} <small>${endingHint(kind)}</small></span>
        </label>`)}
      </fieldset>
      ${draft.reason === "no_show" ? html`<p class="notice">${lack(row) || t("Sudah sampai, menunggu, dan menelepon: tinggal fotonya.")}</p>` : nothing}
      <label for="note">${t("Catatan (boleh kosong)")}</label>
      <textarea id="note" rows="3" maxlength="500" .value=${draft.note ?? ""} @input=${(/** @type {any} */ event) => write({ note: event.target.value })}></textarea>
      ${photoField(draft, draft.reason === "no_show" ? t("Foto rumah atau titik jemput") : t("Foto (boleh kosong)"))}
    </form>
    ${row.stop.trip.leg === "outbound" && row.stop.trip.what === "pickup"
      ? html`<p>${t("Ini tidak membatalkan perjalanan pulang: orangnya bisa saja datang sendiri ke kantor.")}</p>`
      : nothing}`;
}

export function bottom(/** @type {string} */ id) {
  return rowOf(id) ? saveBar(t("Simpan “tidak jadi”")) : nothing;
}

/** @param {Row} row */
function kinds(row) {
  const { trip } = row.stop;
  if (trip?.what === "kit") return ["kit_failed"];
  const all = ["no_show", "door_cancelled", "late_cancelled", "missed"];
  if (trip?.leg !== "return") return all;
  return stayedBehind(row, model.rows, model.events).length ? ["cancelled", "home_own_way", ...all] : ["home_own_way", ...all];
}

/** Those of whom nothing final was said; of the way home first those who never left. @param {Row} row */
function open(row) {
  const left = (row.folded.riders ?? []).filter((one) => !one.ending && ["waiting", "arrived"].includes(one.state));
  const behind = stayedBehind(row, model.rows, model.events).map((one) => one.id);
  const known = left.filter((one) => behind.includes(one.id));
  return known.length ? known : left;
}

/**
 * @param {Row} row
 * @param {Draft} draft
 */
function who(row, draft) {
  const people = (row.folded.riders ?? []).filter((one) => !one.ending && ["waiting", "arrived"].includes(one.state));
  if ((row.stop.trip?.people.length ?? 0) < 2) return nothing;
  const toggle = (/** @type {number} */ id) => write({ cards: draft.cards.includes(id) ? draft.cards.filter((one) => one !== id) : [...draft.cards, id] });
  return html`<fieldset class="choices">
    <legend>${t("Siapa?")}</legend>
    ${people.map((one) => html`<label><input type="checkbox" .checked=${draft.cards.includes(one.id)} @change=${() => toggle(one.id)} /> ${one.name}</label>`)}
  </fieldset>`;
}

/** @param {Row} row */
function lack({ stop, folded }) {
  const lacking = lacks(folded.facts ?? [], Date.now());
  if (!lacking) return "";
  return {
    arrival: t("Catat dulu “Saya sudah sampai”."),
    call: stop.phone
      ? t("Telepon dulu lewat tombol Telepon di perhentian ini.")
      : t("Keluarga ini tidak punya nomor: tanya tetangga dulu, lalu catat lewat tombolnya di perhentian ini."),
    wait: t("Tunggu sampai pukul {time} WIB, lima menit sejak sampai.", { time: clock(lacking.until + 59_999) }),
  }[lacking.what];
}

/**
 * @param {Event} event
 * @param {Row} row
 * @param {Draft} draft
 */
async function submit(event, row, draft) {
  event.preventDefault();
  const found = [];
  if (!draft.reason) found.push(t("Pilih satu kejadian."));
  if (!draft.cards.length && row.stop.trip?.what !== "kit") found.push(t("Pilih orangnya."));
  if (draft.reason === "no_show" && lack(row)) found.push(lack(row));
  if (draft.reason === "no_show" && !draft.photo) found.push(t("Ambil foto rumah atau titik jemput."));
  if (found.length) return complain(found);
  return saveOnce(() => recordEnd(row, draft));
}
