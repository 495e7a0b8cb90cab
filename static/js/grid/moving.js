// Moving and choosing with the keyboard, as in a spreadsheet: arrows, Enter, Tab, F2, Escape, Shift.

import { at, isOpen, placeOf, put, stored, table } from "./cells.js";

let editing = false; // within a cell, arrows move the caret
let anchor = null; // where a chosen block begins

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function chosen() {
  return [...table.querySelectorAll("td.picked [data-cell]")];
}

export function onKey(event) {
  const input = event.target;
  if (!input.matches?.("[data-cell]")) return;
  const { key } = event;
  // While Chinese is being composed, arrows and Enter belong to the input method.
  if (event.isComposing || event.keyCode === 229) return;
  if (key === "F2") {
    editing = true;
    input.setSelectionRange(input.value.length, input.value.length);
  } else if (key === "Escape") {
    input.value = stored(input);
    commit(input);
    put(input, input.value);
  } else if (key === "Enter") {
    event.preventDefault();
    commit(input); // where no cell follows, the focus stays and yet what was typed is meant
    go(input, event.shiftKey ? -1 : 1, 0);
  } else if (editing && STEPS[key]?.[0] && input.list) {
    // The words to choose from are listed below the cell: up and down go through them.
  } else if (STEPS[key] && !event.altKey && !event.ctrlKey && !event.metaKey) {
    const [down, right] = STEPS[key];
    if (event.shiftKey && !editing) {
      event.preventDefault();
      stretch(input, down, right);
    } else if (down || !editing) {
      event.preventDefault();
      go(input, down, right);
    }
  }
}

function commit(input) {
  editing = false;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

// Whatever was typed, by keys or by an input method: from now on arrows move the caret.
export function onInput() {
  editing = true;
}

// The next cell that can be typed into in that direction.
export function go(input, down, right) {
  let [row, column] = placeOf(input);
  const rows = table.tBodies[0].rows.length;
  const columns = table.tBodies[0].rows[row].cells.length - 1;
  do {
    row += down;
    column += right;
    if (row < 0 || column < 0 || row >= rows || column >= columns) return;
  } while (!isOpen(at(row, column)));
  at(row, column).focus();
}

function stretch(input, down, right) {
  anchor ??= { from: placeOf(input), to: placeOf(input) };
  const { from, to } = anchor;
  const rows = table.tBodies[0].rows.length;
  const columns = table.tBodies[0].rows[0].cells.length - 1;
  to[0] = Math.min(Math.max(to[0] + down, 0), rows - 1);
  to[1] = Math.min(Math.max(to[1] + right, 0), columns - 1);
  unpick();
  for (let row = Math.min(from[0], to[0]); row <= Math.max(from[0], to[0]); row += 1) {
    for (let column = Math.min(from[1], to[1]); column <= Math.max(from[1], to[1]); column += 1) {
      at(row, column)?.closest("td").classList.add("picked");
    }
  }
}

function unpick() {
  for (const cell of table.querySelectorAll("td.picked")) cell.classList.remove("picked");
}

export function onFocus(event) {
  const input = event.target;
  if (!input.matches?.("[data-cell]")) return;
  editing = false;
  anchor = null;
  unpick();
  input.select();
}
