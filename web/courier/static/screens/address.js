// One door in words: who, where, how sure we are, and the ways to reach it.
import { html, nothing } from "/npm/lit-html.js";
import { directions, geo, greeting, whatsapp } from "../links.js";
import { model } from "../model.js";
import { t } from "../text.js";
import { jemput } from "../trips.js";
import { clock, distance, doubt, quarter, street } from "../words.js";
import { icon } from "./marks.js";

/** @typedef {import("../model.js").Row} Row */

/** @param {Row} row */
export function address({ stop }) {
  return html`
    <address class="where">
      <p class="street">${street(stop.address)}</p>
      <p>${quarter(stop.address)}</p>
      ${stop.address.landmark ? html`<p>${t("Patokan: {landmark}", { landmark: stop.address.landmark })}</p>` : nothing}
      <p class="doubt doubt-${stop.confidence}">${icon("map-pin")} ${doubt(stop.confidence)}</p>
    </address>
    ${stop.brief ? html`<p class="brief">${icon("info")} <span>${stop.brief}</span></p>` : nothing}`;
}

/** @param {Row} row */
export function facts({ stop }) {
  return html`<p class="facts">
    ${t("Perkiraan tiba {time} WIB", { time: clock(stop.arrival) })} · ${distance(stop.distance_m)}
    ${stop.cards.some((card) => card.urgent) ? html` · <strong class="urgent">${t("Mendesak")}</strong>` : nothing}
  </p>`;
}

/** The way to the door, street by street; folded until it is wanted. @param {Row} row */
export function way({ stop: { leg } }) {
  if (!leg) return nothing;
  return html`
    ${leg.arrival ? html`<p class="arrival">${icon("footprints")} ${leg.arrival}</p>` : nothing}
    ${leg.steps.length ? html`<details class="way">
      <summary>${t("Petunjuk jalan")}</summary>
      <ol>${leg.steps.map((step) => html`<li>${step.say} · ${distance(step.metres)}</li>`)}</ol>
    </details>` : nothing}`;
}

/** @param {Row} row */
export function reach(row) {
  const { stop } = row;
  const us = {
    courier: model.user?.title || model.user?.name || "",
    office: model.route?.office.name ?? "",
    hotline: model.route?.office.hotline ?? "",
  };
  return html`<nav class="reach" aria-label=${t("Hubungi dan navigasi")}>
    <a class="button secondary" href=${geo(stop)}>${icon("navigation")} ${t("Navigasi")}</a>
    <a class="button secondary" href=${directions(stop)} target="_blank" rel="noopener">${icon("map")} Google Maps</a>
    ${stop.phone
      ? html`<a class="button secondary" href="tel:+${stop.phone}" @click=${() => jemput?.called(row)}>${icon("phone")} ${t("Telepon")}</a>
          <a class="button secondary" href=${whatsapp(stop, (stop.trip && jemput ? jemput.greeting : greeting)(stop, us))} target="_blank" rel="noopener">${icon("message-circle")} WhatsApp</a>`
      : html`<p class="no-phone">${t("Nomor telepon tidak ada.")}</p>`}
  </nav>`;
}

/** @param {Row} row */
export function cards({ stop, folded }) {
  return html`<ul class="cards">
    ${stop.cards.map((card) => html`<li>
      <strong>${card.name}</strong>
      <span>${t("Amplop {code} · NIK …{last4}", { code: card.code, last4: card.nik_last4 })}</span>
      ${card.urgent ? html`<span class="urgent">${t("Mendesak")}</span>` : nothing}
      ${folded.byCard.has(card.id) && folded.open.length
        ? html`<span>${folded.byCard.get(card.id) === "delivered" ? t("Diserahkan") : t("Tidak berhasil")}</span>`
        : nothing}
    </li>`)}
  </ul>`;
}
