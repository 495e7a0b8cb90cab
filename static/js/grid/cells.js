// The cells of a grid as a matrix: where each stands, what it holds, and how it stands with the server.

export const form = document.querySelector("form[data-grid]");
export const table = form?.querySelector("table.grid");
const status = form?.querySelector("[data-grid-status]");

export function matrix() {
  return [...table.tBodies[0].rows].map((row) =>
    [...row.cells].slice(1).map((cell) => cell.querySelector("[data-cell]")),
  );
}

export function placeOf(input) {
  const row = input.closest("tr");
  return [row.sectionRowIndex, input.closest("td").cellIndex - 1];
}

export function at(row, column) {
  return table.tBodies[0].rows[row]?.cells[column + 1]?.querySelector("[data-cell]") ?? null;
}

export function inputOf(rowKey, column) {
  const row = [...table.tBodies[0].rows].find((one) => one.dataset.row === rowKey);
  return row?.querySelector(`[data-cell][data-column="${CSS.escape(column)}"]`) ?? null;
}

export const rowKey = (input) => input.closest("tr").dataset.row;
export const isFresh = (input) => input.closest("tr").hasAttribute("data-fresh");
export const isOpen = (input) => input && !input.readOnly;

// What the server is known to hold; the hidden field serves the form without this script as well.
const original = (input) => form.elements[`o-${input.name.slice(2)}`];
export const stored = (input) => original(input).value;
export const isDirty = (input) => input.value !== stored(input);

// What the reader has in front of them; only what differs from it was typed.
const known = new WeakMap();
export const before = (input) => known.get(input) ?? input.defaultValue;
export const note = (input) => known.set(input, input.value);

// Write into a cell without its counting as typed: an answer of the server, a paste, an undo.
export function put(input, text) {
  input.value = text;
  note(input);
  if (document.activeElement === input) input.select();
}

export function keep(input, text, version) {
  original(input).value = text;
  form.elements[`v-${input.name.slice(2)}`].value = version ?? "";
  input.dataset.version = version ?? "";
}

export function mark(input, state, text = "") {
  const note = input.closest("td").querySelector("[data-note]");
  if (state) input.dataset.state = state;
  else delete input.dataset.state;
  if (state === "wrong" || state === "conflict") input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  note.replaceChildren(text);
  note.hidden = !text;
  return note;
}

// The words of a cell for whoever cannot see where it stands.
export const named = (input) => input.getAttribute("aria-label");

export function say(text, bad = false) {
  status.textContent = text;
  status.classList.toggle("bad", bad);
}
