// 表格录入: the grid's page. Without this script the page is a form with a button 保存.

import { before, form, keep, mark, note, put, say, table } from "./cells.js";
import { clear, onCopy, onPaste } from "./clipboard.js";
import { chosen, onFocus, onInput, onKey } from "./moving.js";
import { changed, flush, post, refresh } from "./saving.js";
import { redo, remember, undo } from "./undo.js";

if (form) {
  table.addEventListener("focusin", (event) => {
    onFocus(event);
    if (event.target.matches("[data-cell]")) note(event.target);
  });
  table.addEventListener("input", onInput);
  table.addEventListener("keydown", (event) => {
    const undoing = (event.ctrlKey || event.metaKey) && !event.altKey;
    const key = event.key.toLowerCase();
    if (undoing && (key === "z" || key === "y")) {
      event.preventDefault();
      settle(event.target);
      changed(key === "y" || event.shiftKey ? redo() : undo());
    } else if (undoing && key === "s") {
      event.preventDefault();
      save();
    } else if ((key === "delete" || key === "backspace") && chosen().length > 1) {
      event.preventDefault();
      changed(clear());
    } else onKey(event);
  });
  table.addEventListener("change", (event) => settle(event.target));
  table.addEventListener("focusout", (event) => settle(event.target));
  document.addEventListener("paste", (event) => {
    const [filled, left] = onPaste(event);
    if (filled.length) changed(filled, left);
  });
  document.addEventListener("copy", onCopy);

  function settle(input) {
    if (!input.matches?.("[data-cell]")) return;
    const was = before(input);
    if (was === input.value) return;
    remember([{ input, before: was, after: input.value }]);
    note(input);
    changed([input]);
  }

  form.querySelector("[data-grid-help]").hidden = false;
  const reload = form.querySelector("[data-grid-refresh]");
  reload.hidden = false;
  reload.addEventListener("click", refresh);
  form.querySelector("[data-grid-save]").addEventListener("click", (event) => {
    event.preventDefault();
    save();
  });

  function save() {
    settle(document.activeElement);
    const fresh = [...table.querySelectorAll("tr[data-fresh]:has([data-state=unsaved])")];
    flush();
    fresh.forEach(register);
    if (!fresh.length) say("改动随填随存，没有等待保存的内容。");
  }

  for (const button of table.querySelectorAll("[data-register]")) {
    button.hidden = false;
    button.addEventListener("click", () => register(button.closest("tr")));
  }

  async function register(row) {
    const cells = [...row.querySelectorAll("[data-cell]")];
    const texts = Object.fromEntries(cells.map((one) => [one.dataset.column, one.value]));
    say("正在登记…");
    let answer;
    try {
      answer = await post({ action: "register", row: row.dataset.row, texts });
    } catch (problem) {
      say(`${problem.message}：这一行还没有登记，填的内容都在。`, true);
      return;
    }
    const [saved] = answer.saved;
    showErrors(row, cells, saved);
    if (answer.row) settleRow(row, cells, answer.row);
    say(answer.row ? "已登记。" : saved.error, !answer.row);
  }

  function showErrors(row, cells, saved) {
    const error = row.querySelector("[data-row-error]");
    error.textContent = saved.state === "wrong" ? saved.error : "";
    error.hidden = saved.state !== "wrong";
    for (const input of cells) {
      const wrong = saved.others?.[input.dataset.column]?.error;
      mark(input, wrong ? "wrong" : saved.state === "wrong" && input.value ? "unsaved" : "", wrong);
    }
  }

  // The row is a row like the others from now on.
  function settleRow(row, cells, stored) {
    row.removeAttribute("data-fresh");
    row.classList.remove("fresh");
    row.cells[0].firstElementChild.replaceWith(stored.title);
    row.querySelector("[data-register]")?.remove();
    for (const input of cells) {
      const cell = stored.cells[input.dataset.column];
      put(input, cell.text);
      keep(input, cell.text, cell.version);
      mark(input, "saved");
    }
    row.dataset.row = stored.row;
  }

  form.addEventListener("submit", () => {
    form.dataset.leaving = "1"; // not `sent`, by which base.js knows a form sent twice
  });
  say("随填随存：离开一格即保存。");
}
