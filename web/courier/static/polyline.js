// A line on the map as the office writes it: an encoded polyline, to a hundred-thousandth degree.

/** @param {string} text @returns {[number, number][]} latitudes and longitudes */
export function decode(text) {
  /** @type {[number, number][]} */
  const line = [];
  const at = [0, 0];
  let found = 0, shift = 0, side = 0;
  for (const sign of text) {
    const bits = sign.charCodeAt(0) - 63;
    found |= (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    at[side] += found & 1 ? ~(found >> 1) : found >> 1;
    if (side) line.push([at[0] / 1e5, at[1] / 1e5]);
    side = 1 - side;
    found = shift = 0;
  }
  return line;
}
