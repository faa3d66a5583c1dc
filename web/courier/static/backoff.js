// How long to wait before knocking again: doubling, capped, and never all phones at once.

const FIRST = 5_000;
const LONGEST = 300_000;

/**
 * @param {number} failures in a row
 * @param {() => number} random 0..1
 */
export function pause(failures, random = Math.random) {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.max(0, failures - 1));
  return Math.round(ceiling * (0.5 + random() / 2));
}
