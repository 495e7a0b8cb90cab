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
