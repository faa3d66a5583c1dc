// Language and colours live in cookies, so that the login page and the phone agree without signal.

const YEAR = 31_536_000;

/** @param {"lang"|"theme"} name */
export function setting(name) {
  return document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1] ?? "";
}

/**
 * @param {"lang"|"theme"} name
 * @param {string} value
 */
export function setSetting(name, value) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
}
