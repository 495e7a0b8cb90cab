// Small comforts that every page may use; nothing here is needed for reading or filing.

document.documentElement.classList.add("js");

// The day in the header is applied as soon as it is chosen.
document.querySelector(".asof input[type=date]")?.addEventListener("change", (event) => {
  if (event.target.value) event.target.form.requestSubmit();
});

// A form that was sent is not sent again by a second press.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 4000);
});

// Leaving the account menu closes it.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.me[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// How much of a limited text is used, from four fifths on; the server says the same on its own.
document.addEventListener("input", ({ target }) => {
  const most = Number(target.dataset?.most);
  if (!most) return;
  // As the server counts: whole characters, and two for the end of a line.
  const used = [...target.value.replace(/\r?\n/g, "\r\n")].length;
  let told = target.nextElementSibling;
  if (!told?.matches(".count")) {
    if (used < most * 0.8) return;
    told = document.createElement("p");
    told.className = "hint count";
    told.setAttribute("role", "status");
    target.after(told);
  }
  told.hidden = used < most * 0.8;
  told.classList.toggle("error", used > most);
  told.textContent =
    used > most ? `最多${most}字，已超出${used - most}字。` : `已写${used}字，最多${most}字。`;
});
