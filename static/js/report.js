// The weekly report: totals as typed, the draft on the server as typed, one filing, a receipt to copy.
// Without this file the form still files; the server computes and checks the same.

const form = document.getElementById("report");
if (form) start(form);
for (const button of document.querySelectorAll("[data-copy]")) offerCopy(button);

const BEFORE = /^(大约|约|将近|近)/;
const AFTER = /(余|多|以上|左右|上下)$/;

/** A typed figure → {value, before, after}, or null where it is no plain figure. */
function parse(text) {
  let rest = text.normalize("NFKC").replace(/[\s,]/g, "").replace("−", "-");
  const before = rest.match(BEFORE)?.[0] ?? "";
  rest = rest.slice(before.length);
  const after = rest.match(AFTER)?.[0] ?? "";
  rest = rest.slice(0, rest.length - after.length);
  return /^[+-]?\d+(\.\d+)?$/.test(rest) ? { value: rest, before, after } : null;
}

/** a + sign·b without binary rounding, as a plain decimal text. */
function add(a, b, sign) {
  const places = Math.max(...[a, b].map((text) => (String(text).split(".")[1] ?? "").length));
  const scale = 10 ** places;
  const sum = (Math.round(a * scale) + sign * Math.round(b * scale)) / scale;
  return String(Number(sum.toFixed(places)));
}

function start(form) {
  const cards = [...form.querySelectorAll("[data-code]")].map((section) => prepare(section));
  const saver = autosave(form, cards);
  for (const card of cards) card.onTyped = () => saver.later();
  form.elements.remark.addEventListener("input", () => saver.later());
  let leaving = false;
  form.addEventListener("submit", async (event) => {
    if (leaving || !saver.pending()) return;
    event.preventDefault(); // an autosave is under way: let it finish, else its version is in the way
    leaving = true;
    await saver.settle();
    form.requestSubmit(event.submitter);
  });
}

/** Make one indicator's two fields follow each other. */
function prepare(section) {
  const [increment, total] = section.querySelectorAll(".cell input");
  const card = { section, increment, total, onTyped: () => {} };
  const base = section.dataset.base;
  const follow = (typed, other, sign) => {
    const figure = parse(typed.value);
    const soft = figure && (figure.before || figure.after);
    if (!typed.value.trim()) other.value = "";
    else if (figure && sign < 0) other.value = add(figure.value, base, -1);
    else if (figure) {
      const sum = add(base, figure.value, 1);
      other.value = soft ? figure.before + sum + figure.after : soften(sum, section.dataset.softness);
    }
    mark(typed, other, figure);
    show(section, parse(total.value)?.value, base);
    document.querySelector("[data-same]")?.toggleAttribute("hidden", Boolean(typed.value.trim()));
    card.onTyped();
  };
  increment.addEventListener("input", () => follow(increment, total, 1));
  total.addEventListener("input", () => follow(total, increment, -1));
  return card;
}

function soften(text, softness) {
  if (softness === "at_least") return `${text}余`;
  if (softness === "about") return `约${text}`;
  return softness === "nearly" ? `近${text}` : text;
}

function mark(typed, other, figure) {
  const [on, off] = [typed.closest(".cell"), other.closest(".cell")];
  on.classList.add("on");
  off.classList.remove("on");
  on.querySelector("[data-auto]").hidden = true;
  off.querySelector("[data-auto]").hidden = !figure;
}

/** The change against last week and, for a percentage, the bar. */
function show(section, total, base) {
  const delta = section.querySelector("[data-delta]");
  const change = total === undefined ? null : Number(add(total, base, -1));
  delta.textContent =
    change === null ? "" : change === 0 ? "与上次相同" : `本周 ${change > 0 ? "+" : "−"}${Math.abs(change)}`;
  delta.classList.toggle("up", change > 0);
  delta.classList.toggle("down", change < 0);
  section.querySelector("[data-fill]")?.setAttribute("width", Math.min(Math.max(total ?? base, 0), 100));
  const ahead = section.querySelector("[data-ahead]");
  if (!ahead) return;
  const above = Number(add(total ?? base, section.dataset.plan, -1));
  ahead.textContent =
    above === 0 ? "与计划持平" : `${above > 0 ? "高于" : "低于"}计划 ${Math.abs(above)} ${section.dataset.unit}`;
}

/** Save the draft a moment after the last key, never two at once. */
function autosave(form, cards) {
  const status = form.querySelector("[data-saved]");
  let timer = null;
  let running = null;
  let dirty = false;
  let stopped = false;

  async function save() {
    clearTimeout(timer);
    timer = null;
    dirty = false;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(15000),
      });
      await tell(answer);
    } catch {
      say("网络不通，草稿未保存；内容仍在本页，稍后自动重试。", "bad");
      timer = setTimeout(run, 10000);
    }
  }

  async function tell(answer) {
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
      stopped = true;
      say("登录已失效，草稿未保存；请在新窗口登录后再点“存草稿”，本页内容不会丢失。", "bad");
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
    if (answer.ok) form.elements.version.value = said.version;
    const faulty = Object.keys(said.errors ?? {}).length;
    if (!answer.ok) say("有数字不能保存，请看红字。", "bad");
    else say(faulty ? `其余已保存 ${said.saved_at}，请看红字` : `已保存 ${said.saved_at}`, faulty ? "bad" : "ok");
  }

  function beside(errors, asks) {
    for (const { section, increment, total } of cards) {
      const found = [errors[increment.name], errors[total.name]].filter(Boolean);
      section.classList.toggle("bad", found.length > 0);
      const ask = asks[section.dataset.code];
      const lines = found.map((text) => paragraph(text, "error"));
      if (ask && !found.length) lines.push(paragraph(`${ask}，请核对；无误的请在情况说明中写明原因。`, "ask"));
      section.querySelector("[data-errors]").replaceChildren(...lines);
      for (const input of [increment, total]) input.toggleAttribute("aria-invalid", false);
      for (const input of [increment, total]) if (errors[input.name]) input.setAttribute("aria-invalid", "true");
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
    if (stopped || running) return;
    clearTimeout(timer);
    timer = setTimeout(run, 800);
  }

  return {
    later,
    pending: () => Boolean(running),
    settle: async () => {
      clearTimeout(timer);
      stopped = true;
      await running;
    },
  };
}

function paragraph(text, tone) {
  const p = document.createElement("p");
  p.className = tone;
  p.textContent = text;
  return p;
}

/** The copy button appears only where it works; the text can be selected by hand anyway. */
function offerCopy(button) {
  const text = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      document.execCommand("copy"); // no clipboard over plain http
    }
    document.querySelector("[data-copied]").textContent = "已复制，可粘贴到群里";
  });
}
