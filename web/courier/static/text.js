// Screens are written in Indonesian; another language is a table of those same sentences.

/** @type {Record<string, string>} */
let table = {};

/** @type {"id"|"en"} */
export let language = "id";

/**
 * @param {string} sentence
 * @param {Record<string, string|number>} [values]
 */
export function t(sentence, values = {}) {
  const found = table[sentence] || sentence;
  return found.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {"id"|"en"} wanted */
export async function speak(wanted) {
  let loaded = {};
  if (wanted !== "id") {
    const answer = await fetch(`/kurir/bahasa/${wanted}.json`).catch(() => null);
    if (!answer?.ok) return false;
    loaded = await answer.json();
  }
  table = loaded;
  language = wanted;
  document.documentElement.lang = wanted;
  return true;
}
