// The city's calendar day, whatever zone the phone believes it is in.

/** @param {number} now */
export function today(now) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone() }).format(now);
}

/** The city's zone is written into the shell by the server. */
export function zone() {
  return globalThis.document?.documentElement.dataset.zone ?? "Asia/Jakarta";
}

/**
 * @param {string} date of service
 * @param {number} days it may be kept
 * @param {string} current
 */
export function expired(date, days, current) {
  return Date.parse(current) - Date.parse(date) > days * 86_400_000;
}
