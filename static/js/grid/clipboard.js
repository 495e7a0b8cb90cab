// Blocks of cells in and out, as Excel puts them on the clipboard.

import { at, isOpen, placeOf, put, say, table } from "./cells.js";
import { chosen } from "./moving.js";
import { parse, quote } from "./tabular.js";
import { remember } from "./undo.js";

// Gives the cells that were filled, and what to say of those that were not.
export function onPaste(event) {
  const input = event.target;
  if (!input.matches?.("[data-cell]")) return [[], ""];
  const text = event.clipboardData.getData("text/plain");
  if (!/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return [[], ""];
  event.preventDefault();
  const [top, left] = placeOf(input);
  const changes = [];
  let outside = 0;
  parse(text).forEach((cells, down) => {
    cells.forEach((value, right) => {
      const target = at(top + down, left + right);
      if (!isOpen(target)) {
        outside += value.trim() ? 1 : 0;
        return;
      }
      const after = value.replace(/\s*\n\s*/g, " ").trim();
      changes.push({ input: target, before: target.value, after });
      put(target, after);
    });
  });
  remember(changes);
  const unfilled = outside ? `粘贴的内容有 ${outside} 格超出表格或不能填，没有填入。` : "";
  if (unfilled) say(unfilled, true);
  return [changes.map((change) => change.input), unfilled];
}

export function onCopy(event) {
  const cells = chosen();
  if (cells.length < 2 || !table.contains(document.activeElement)) return;
  const rows = new Map();
  for (const input of cells) {
    const [row] = placeOf(input);
    rows.set(row, [...(rows.get(row) ?? []), quote(input.value)]);
  }
  event.preventDefault();
  event.clipboardData.setData(
    "text/plain",
    [...rows.values()].map((row) => row.join("\t")).join("\n"),
  );
  say(`已复制 ${cells.length} 格。`);
}

// Empty a chosen block. Gives the cells that were emptied.
export function clear() {
  const changes = chosen()
    .filter((input) => isOpen(input) && input.value)
    .map((input) => ({ input, before: input.value, after: "" }));
  for (const { input } of changes) put(input, "");
  remember(changes);
  return changes.map(({ input }) => input);
}
