// What was changed, so that it can be taken back: one step may be many cells (a paste).

import { put } from "./cells.js";

const done = [];
let undone = [];

export function remember(changes) {
  const real = changes.filter(({ before, after }) => before !== after);
  if (!real.length) return;
  done.push(real);
  if (done.length > 200) done.shift();
  undone = [];
}

// Gives the cells that were set back, for saving.
export function undo() {
  const step = done.pop();
  if (!step) return [];
  undone.push(step);
  return set(step, "before");
}

export function redo() {
  const step = undone.pop();
  if (!step) return [];
  done.push(step);
  return set(step, "after");
}

function set(step, which) {
  for (const change of step) put(change.input, change[which]);
  step[0].input.focus();
  return step.map(({ input }) => input);
}
