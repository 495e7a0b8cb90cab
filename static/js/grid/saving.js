// Saving: cells wait in a queue and go to the server together; what does not get through stays and waits.

import { form, inputOf, isDirty, isFresh, keep, mark, matrix, rowKey, say, stored } from "./cells.js";

const RETRY = 5000;
const MOST = 50;
const waiting = new Set();
let running = false;
let timer = 0;

export function pending() {
  return waiting.size > 0 || running;
}

// Take up cells whose content changed; those of an empty row wait for the row's own button.
export function changed(inputs) {
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

export async function flush() {
  clearTimeout(timer);
  if (running || !waiting.size) return;
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
    say(`${problem.message || "网络中断"}：${waiting.size} 格还没有保存，填的内容都在，稍后自动重试。`, true);
    timer = setTimeout(flush, RETRY);
    running = false;
    return;
  }
  running = false;
  if (waiting.size) flush();
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
  if (!answer.ok) throw new Error(answer.status === 404 ? "有的行已不在您的范围内，请刷新" : "没有保存成功");
  return answer.json();
}

function take(saved, input, sent) {
  for (const [column, twin] of Object.entries(saved.others ?? {})) refreshTwin(saved.row, column, twin);
  if (saved.state === "conflict") return ask(saved, input);
  if (saved.state === "wrong") return mark(input, "wrong", saved.error);
  keep(input, saved.text ?? "", saved.version);
  if (input.value === sent) {
    input.value = saved.text ?? "";
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
  if (untouched) input.value = twin.text ?? "";
  mark(input, "saved", twin.note);
}

// Somebody else changed the cell: the reader sees it and decides.
function ask(saved, input) {
  const note = mark(input, "conflict", `${saved.who}已改为“${saved.theirs || "空"}”。`);
  const mine = button("用我的", () => {
    keep(input, saved.theirs ?? "", saved.version);
    changed([input]);
  });
  const theirs = button("用对方的", () => {
    keep(input, saved.theirs ?? "", saved.version);
    input.value = saved.theirs ?? "";
    mark(input, "saved");
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
  const bad = all.filter((one) => ["wrong", "conflict"].includes(one.dataset.state)).length;
  if (bad) say(`${bad} 格没有保存，原因写在格子下面。`, true);
  else say(waiting.size ? `还有 ${waiting.size} 格在保存…` : "已全部保存。");
}

// What others saved meanwhile; nothing of one's own that is not saved yet is touched.
export async function refresh() {
  const address = new URL(location.href);
  address.searchParams.set("cells", "1");
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) return say("没有刷新成功，请稍后再试。", true);
  const { rows } = await answer.json();
  let news = 0;
  for (const row of rows) {
    for (const [column, cell] of Object.entries(row.cells)) {
      const input = row.fresh ? null : inputOf(row.row, column);
      if (!input || isDirty(input) || waiting.has(input) || cell.version === input.dataset.version) continue;
      const other = cell.text !== stored(input);
      keep(input, cell.text, cell.version);
      input.value = cell.text;
      if (other) {
        news += 1;
        mark(input, "theirs", "他人刚改");
      }
    }
  }
  say(news ? `已刷新：他人改了 ${news} 格，已标出。` : "已刷新，没有新的变化。");
}

window.addEventListener("online", flush);
window.addEventListener("beforeunload", (event) => {
  const unsaved = pending() || form?.querySelector("[data-fresh] [data-state=unsaved]");
  if (unsaved && !form.dataset.sent) event.preventDefault();
});
