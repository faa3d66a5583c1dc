// What can be done at a door, within reach of the thumb.
import { html } from "/npm/lit-html.js";
import { recordSkip } from "../record.js";
import { paths } from "../router.js";
import { t } from "../text.js";
import { icon } from "./marks.js";

/** @param {import("../model.js").Row} row */
export function actions(row) {
  return html`<div class="actions">
    <a class="button" href=${paths.deliver(row.stop.id)}>${icon("hand-heart")} ${t("Serahkan kartu")}</a>
    <div class="pair">
      <a class="button secondary" href=${paths.fail(row.stop.id)}>${t("Tidak berhasil")}</a>
      <button type="button" class="secondary" @click=${() => void recordSkip(row)}>${t("Lewati")}</button>
    </div>
  </div>`;
}

/** A door that failed this morning may open this afternoon. @param {import("../model.js").Row} row */
export function again(row) {
  return html`<div class="actions">
    <a class="button" href=${paths.deliver(row.stop.id)}>${icon("hand-heart")} ${t("Kembali lagi: serahkan kartu")}</a>
  </div>`;
}
