// Saving: cells wait in a queue and go to the server together; what does not get through stays and waits.

import { bringIn } from "./arrivals.js";
import {
  form,
  inputOf,
  isDirty,
  isFresh,
  keep,
  mark,
  matrix,
  named,
  put,
  rowKey,
  say,
  stored,
  table,
} from "./cells.js";

const RETRY = 5000;
const MOST = 50;
const waiting = new Set();
let running = false;
let sending = Promise.resolve(); // done when nothing is under way any more
let besides = ""; // what else to say when all is saved
let timer = 0;

export function pending() {
  return waiting.size > 0 || running;
}

// Take up cells whose content changed; those of an empty row wait for the row's own button.
export function changed(inputs, words = "") {
  besides = words;
  for (const input of inputs) {
    if (isFresh(input)) {
      mark(input, input.value ? "unsaved" : "");
    } else if (isDirty(input)) {
      mark(input, "unsaved");
      waiting.add(input);
    } else if (input.dataset.state) {
      waiting.delete(input);
      mark(input, "");
    }
  }
  flush();
}

export function flush() {
  clearTimeout(timer);
  if (!running && waiting.size) sending = send();
  return sending;
}

async function send() {
  running = true;
  const batch = [...waiting].slice(0, MOST);
  const cells = batch.map((input) => ({
    row: rowKey(input),
    column: input.dataset.column,
    text: input.value,
    version: input.dataset.version,
  }));
  for (const input of batch) mark(input, "saving");
  say(`正在保存 ${waiting.size} 格…`);
  try {
    const answer = await post({ cells });
    batch.forEach((input) => waiting.delete(input));
    answer.saved.forEach((saved, index) => take(saved, batch[index], cells[index].text));
    report();
  } catch (problem) {
    for (const input of batch) mark(input, "unsaved");
    say(
      `${problem.message || "网络中断"}：${waiting.size} 格还没有保存，填的内容都在，稍后自动重试。`,
      true,
    );
    timer = setTimeout(flush, RETRY);
    running = false;
    return;
  }
  running = false;
  if (waiting.size) await send();
}

export async function post(body) {
  let answer;
  try {
    answer = await fetch(location.href, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": form.elements.csrfmiddlewaretoken.value,
        Accept: "application/json",
      },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error("网络中断");
  }
  if (answer.redirected) throw new Error("登录已过期，请在另一页登录后再回来");
  if (!answer.ok)
    throw new Error(answer.status === 404 ? "有的行已不在您的范围内，请刷新" : "没有保存成功");
  return answer.json();
}

function take(saved, input, sent) {
  if (saved.status)
    input.closest("tr").querySelector("[data-row-status]").textContent = saved.status;
  for (const [column, twin] of Object.entries(saved.others ?? {}))
    refreshTwin(saved.row, column, twin);
  if (saved.state === "conflict") return ask(saved, input);
  if (saved.state === "wrong") return mark(input, "wrong", saved.error);
  keep(input, saved.text ?? "", saved.version);
  if (input.value === sent) {
    put(input, saved.text ?? "");
    mark(input, "saved", saved.note);
  } else {
    changed([input]); // typed on meanwhile
  }
}

function refreshTwin(row, column, twin) {
  const input = inputOf(row, column);
  if (!input || waiting.has(input)) return;
  const untouched = !isDirty(input) || document.activeElement !== input;
  keep(input, twin.text ?? "", twin.version);
  if (untouched) put(input, twin.text ?? "");
  mark(input, "saved", twin.note);
}

// Somebody else changed the cell: the reader sees it and decides.
function ask(saved, input) {
  const note = mark(input, "conflict", `${saved.who}已改为“${saved.theirs || "空"}”。`);
  const mine = button("用我的", () => {
    keep(input, saved.theirs ?? "", saved.version);
    input.focus();
    changed([input]);
  });
  const theirs = button("用对方的", () => {
    keep(input, saved.theirs ?? "", saved.version);
    put(input, saved.theirs ?? "");
    mark(input, "saved");
    report();
    input.focus();
  });
  note.append(mine, theirs);
}

function button(text, action) {
  const found = document.createElement("button");
  found.type = "button";
  found.className = "btn small";
  found.textContent = text;
  found.addEventListener("click", action);
  return found;
}

function report() {
  const all = matrix().flat().filter(Boolean);
  const bad = all.filter((one) => ["wrong", "conflict"].includes(one.dataset.state));
  if (bad.length === 1) {
    const why = bad[0].closest("td").querySelector("[data-note]").firstChild?.textContent ?? "";
    say(`没有保存：${named(bad[0])}：${why}${besides}`, true);
  } else if (bad.length) say(`${bad.length} 格没有保存，原因写在格子下面。${besides}`, true);
  else if (waiting.size) say(`还有 ${waiting.size} 格在保存…`);
  else say(`已全部保存。${besides}`, Boolean(besides));
}

// What others saved meanwhile; nothing of one's own that is not saved yet is touched. One's
// own cell, left by pressing 刷新, is on its way then: first it, so that what is said last is the refresh.
export async function refresh() {
  await flush();
  const address = new URL(location.href);
  address.searchParams.set("cells", "1");
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) return say("没有刷新成功，请稍后再试。", true);
  const { rows } = await answer.json();
  let news = 0;
  const missing = rows.filter((row) => !row.fresh && !shown(row.row)).map((row) => row.row);
  for (const row of rows) {
    settle(row);
    for (const [column, cell] of Object.entries(row.cells)) {
      const input = row.fresh ? null : inputOf(row.row, column);
      if (!input || isDirty(input) || waiting.has(input) || cell.version === input.dataset.version)
        continue;
      const other = cell.text !== stored(input);
      keep(input, cell.text, cell.version);
      put(input, cell.text);
      if (other) {
        news += 1;
        mark(input, "theirs", "他人刚改");
      }
    }
  }
  const came = missing.length ? await bringIn(missing) : 0;
  const told = [news && `他人改了 ${news} 格`, came && `新登记 ${came} 行`].filter(Boolean);
  say(told.length ? `已刷新：${told.join("，")}，已标出。` : "已刷新，没有新的变化。");
}

const shown = (key) => [...table.tBodies[0].rows].find((one) => one.dataset.row === key);

// How far the row is: its word, and whether it can still be typed into.
function settle(row) {
  const line = shown(row.row);
  if (!line || row.fresh) return;
  const word = line.querySelector("[data-row-status]");
  if (word) {
    word.textContent = row.status;
    word.className = `pill ${row.tone}`;
  }
  const cells = Object.entries(row.cells);
  for (const [column, cell] of cells) {
    const input = inputOf(row.row, column);
    if (input) input.readOnly = cell.closed;
  }
  const closed = cells.length > 0 && cells.every(([, cell]) => cell.closed);
  for (const act of line.querySelectorAll("[data-act]")) act.hidden = closed;
}

window.addEventListener("online", flush);
window.addEventListener("beforeunload", (event) => {
  const unsaved = pending() || form?.querySelector("[data-fresh] [data-state=unsaved]");
  if (unsaved && !form.dataset.leaving) event.preventDefault();
});
