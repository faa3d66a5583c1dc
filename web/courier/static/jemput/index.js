// All that the screens ask of jemput; see ../trips.js for when it is brought.
export { actions, called, sos } from "./actions.js";
export { alarm } from "./alarm.js";
export { carryCare } from "./care.js";
export { facts, times } from "./facts.js";
export { factWord, greeting, purpose, stateWord } from "./words.js";
