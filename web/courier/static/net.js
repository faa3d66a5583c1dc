// One way to the server: every call has an end in time, and every refusal comes back as a fault.
import { device } from "./device.js";

/** @typedef {import("./types.js").FaultBody} FaultBody */

/** No answer: no signal, a time-out or a proxy's own page. Try again later. */
export class Unreachable extends Error {}

/** The server answered and said no. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {FaultBody} fault
   */
  constructor(status, fault) {
    super(fault.code);
    this.status = status;
    this.fault = fault;
  }
}

/**
 * @param {string} path
 * @param {{method?: string, body?: BodyInit, type?: string, seconds?: number, accept?: number[]}} [how]
 * @returns {Promise<any>}
 */
export async function ask(path, { method = "GET", body, type = "application/json", seconds = 20, accept = [] } = {}) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), seconds * 1000);
  /** @type {Record<string, string>} */
  const headers = { "X-Requested-With": "antarjemput", "X-Device": await device(), Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = type;
  try {
    const answer = await fetch(path, { method, body, headers, signal: abort.signal, redirect: "error", cache: "no-store" });
    if (answer.status === 204) return null;
    const content = await answer.json();
    if (answer.ok || accept.includes(answer.status)) return content;
    throw new Refused(answer.status, content);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Unreachable(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** Refusals that say nothing about what was sent: the server is busy or away, ask again later.
 * @param {Refused} refused */
export const isPassing = (refused) => refused.status >= 500 || refused.status === 429 || refused.status === 408;
