// The weekly report: the draft on the server as typed, one filing.
// What a figure says, and the total it comes to, is read by the server alone: the answer to the
// draft brings it. Without this file the form still files.

import { keepPhotos } from "./photos.js";
import { forget, restore, remember } from "./unsaved.js";

const form = document.getElementById("report");
if (form) start(form);

function start(form) {
  const cards = [...form.querySelectorAll("[data-code]")].map((section) => prepare(section));
  const saver = autosave(form, cards);
  for (const card of cards) card.onTyped = () => saver.later();
  for (const field of form.querySelectorAll("[data-why] input, textarea[name=remark]"))
    field.addEventListener("input", () => saver.later());
  keepPhotos(form);
  sending(form, saver);
  // On a slow line somebody types before this script has come.
  for (const card of cards) card.catchUp();
  // What an earlier visit could not bring to the server, for example because the phone died.
  if (restore(form)) {
    saver.say("已恢复上次没有存上的内容，正在保存 …", "");
    saver.later();
    saver.flush();
  }
}

/** The form goes off only when the server is there: first the draft, then the filing. */
function sending(form, saver) {
  let asked = false;
  let ready = false;
  form.addEventListener("submit", async (event) => {
    if (ready || event.submitter?.hasAttribute("data-photo-send")) return;
    event.preventDefault();
    if (asked) return;
    asked = true;
    const { submitter } = event;
    const reached = await saver.flush();
    asked = false;
    if (!reached) {
      saver.say("网络不通，尚未报送。内容保存在本机，网络恢复后请再点一次。", "bad");
      return;
    }
    ready = true;
    form.requestSubmit(submitter);
  });
  // Back from the next page, the form is as it was left.
  window.addEventListener("pageshow", () => {
    ready = false;
  });
}

/** One indicator's two fields: what is typed in one, the other follows when the server has read it. */
function prepare(section) {
  const [increment, total] = section.querySelectorAll(".cell input");
  const card = { section, increment, total, typed: null, onTyped: () => {} };
  const follow = (typed, other) => {
    card.typed = typed;
    other.value = "";
    mark(typed, other);
    document.querySelector("[data-same]")?.toggleAttribute("hidden", Boolean(typed.value.trim()));
    card.onTyped();
  };
  // `sent`: what the answer speaks of; what has been typed since has an answer of its own to come.
  card.read = (said, sent) => {
    const { typed } = card;
    if (typed && typed.value !== sent.get(typed.name)) return;
    if (typed) {
      const other = typed === total ? increment : total;
      other.value = said?.[typed === total ? "inc" : "tot"] ?? "";
      mark(typed, other);
    }
    show(section, said);
  };
  increment.addEventListener("input", () => follow(increment, total));
  total.addEventListener("input", () => follow(total, increment));
  card.catchUp = () => {
    if (increment.value !== increment.defaultValue) follow(increment, total);
    else if (total.value !== total.defaultValue) follow(total, increment);
  };
  return card;
}

function mark(typed, other) {
  const [on, off] = [typed.closest(".cell"), other.closest(".cell")];
  on.classList.add("on");
  off.classList.remove("on");
  on.querySelector("[data-auto]").hidden = true;
  off.querySelector("[data-auto]").hidden = !other.value;
}

/** The change against last week and, for a percentage, the bar; `said` is what the server read. */
function show(section, said) {
  const { base, plan, unit } = section.dataset;
  const delta = section.querySelector("[data-delta]");
  const change = said?.change ?? null;
  delta.textContent =
    change === null
      ? ""
      : change === 0
        ? "与上次相同"
        : `本周 ${change > 0 ? "+" : "−"}${Math.abs(change)}`;
  delta.classList.toggle("rising", change > 0);
  delta.classList.toggle("falling", change < 0);
  const value = said?.value ?? Number(base);
  section.querySelector("[data-fill]")?.setAttribute("width", Math.min(Math.max(value, 0), 100));
  const ahead = section.querySelector("[data-ahead]");
  if (!ahead) return;
  const above = Number((value - plan).toFixed(4));
  ahead.textContent =
    above === 0 ? "与计划持平" : `${above > 0 ? "高于" : "低于"}计划 ${Math.abs(above)} ${unit}`;
}

/** Save the draft a moment after the last key, never two at once. */
function autosave(form, cards) {
  const status = form.querySelector("[data-saved]");
  const notice = form.querySelector("[data-notice]");
  let timer = null;
  let running = null;
  let dirty = false;
  let stopped = false;
  let reached = true;

  async function save() {
    clearTimeout(timer);
    timer = null;
    dirty = false;
    const sent = figures(form);
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        body: sent,
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(15000),
      });
      await tell(answer, sent);
      reached = true;
    } catch {
      reached = false;
      say("网络不通，草稿未保存；内容保存在本机，稍后自动重试。", "bad");
      timer = setTimeout(run, 10000);
    }
  }

  async function tell(answer, sent) {
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
      stopped = true;
      say("登录已失效，草稿未保存；内容保存在本机，请重新登录后回到本页。", "bad");
      return;
    }
    if (answer.status >= 500) throw new Error("server");
    const said = await answer.json();
    if (answer.status === 409) {
      stopped = true;
      say(said.message, "bad");
      return;
    }
    beside(said.errors ?? {}, said.asks ?? {});
    if (said.read) for (const card of cards) card.read(said.read[card.section.dataset.code], sent);
    notice.textContent = said.notice ?? "";
    if (answer.ok) form.elements.shown.value = said.shown;
    const faulty = Object.keys(said.errors ?? {}).length;
    if (answer.ok && !faulty && !dirty) forget(form);
    if (!answer.ok) say("有数字不能保存，请看红字。", "bad");
    else
      say(
        faulty ? `其余已保存 ${said.saved_at}，请看红字` : `已保存 ${said.saved_at}`,
        faulty ? "bad" : "ok",
      );
  }

  function beside(errors, asks) {
    for (const { section, increment, total } of cards) {
      const found = [errors[increment.name], errors[total.name]].filter(Boolean);
      section.classList.toggle("bad", found.length > 0);
      const ask = asks[section.dataset.code];
      const lines = found.map((text) => paragraph(text, "error"));
      if (ask && !found.length) lines.push(paragraph(`${ask}，请核对。`, "ask"));
      const why = section.querySelector("[data-why]");
      why.hidden = !ask && !why.querySelector("input").value;
      section.querySelector("[data-errors]").replaceChildren(...lines);
      for (const input of [increment, total]) input.toggleAttribute("aria-invalid", false);
      for (const input of [increment, total])
        if (errors[input.name]) input.setAttribute("aria-invalid", "true");
    }
  }

  function say(text, tone) {
    status.textContent = text;
    status.className = `saved ${tone}`;
  }

  function run() {
    if (running) return running;
    running = save().finally(() => {
      running = null;
      if (dirty && !stopped) later();
    });
    return running;
  }

  function later() {
    dirty = true;
    remember(form);
    if (stopped || running) return;
    clearTimeout(timer);
    timer = setTimeout(run, 800);
  }

  /** Save what is typed now; whether the server could be reached. */
  async function flush() {
    await running;
    clearTimeout(timer);
    if (stopped) return true;
    if (dirty || !reached) await run();
    else reached = await answers(form.dataset.draft);
    clearTimeout(timer);
    return reached;
  }

  window.addEventListener("online", () => {
    if (!reached) run();
  });
  // Put away or closed: what was typed in the last moment goes off with it.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && dirty && !stopped)
      fetch(form.dataset.draft, {
        method: "POST",
        body: figures(form),
        keepalive: true,
        headers: { Accept: "application/json" },
      }).catch(() => {});
  });
  return { later, flush, say };
}

/** What is typed, without the pictures, which go on their own. */
function figures(form) {
  const data = new FormData(form);
  data.delete("photos");
  return data;
}

/** Whether the server can be reached at all. */
async function answers(address) {
  try {
    await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(8000) });
    return true;
  } catch {
    return false;
  }
}

function paragraph(text, tone) {
  const p = document.createElement("p");
  p.className = tone;
  p.textContent = text;
  return p;
}
