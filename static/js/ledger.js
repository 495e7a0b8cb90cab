// Ledger pages work without this file; with it, lists refresh in place and forms warn before loss.

// A list that answered 400 carries its error beside the field: show it as well, until it is mended.
// The form refreshes the list on `input` and never on `change`: that one comes with the press on
// something else, a row's link say, and a list that is replaced under the press loses it.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "rows") return;
  if (event.detail.xhr.status === 400) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
  for (const field of document.querySelectorAll("#filters .field.bad")) {
    field.classList.remove("bad");
    field.querySelector(".error").remove();
    field.querySelector("[aria-invalid]")?.removeAttribute("aria-invalid");
  }
});

// Fields that ask for nothing stay out of the address.
document.addEventListener("htmx:configRequest", (event) => {
  const asked = event.detail.formData;
  const blank = [...asked.entries()].filter(([, value]) => value === "");
  for (const [name] of blank) asked.delete(name);
});

// A filled-in form is not left by accident.
for (const form of document.querySelectorAll("form[data-guard]")) {
  let touched = false;
  form.addEventListener("input", () => {
    touched = true;
  });
  form.addEventListener("submit", () => {
    touched = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (touched) event.preventDefault();
  });
}

// How many rows are chosen for 批量修改, and one box for all of the page.
function countPicks() {
  const form = document.getElementById("bulk");
  if (!form) return;
  const boxes = [...document.querySelectorAll("#rows tbody .pick")];
  let every = form.querySelector("[data-every]");
  if (!every) {
    every = Object.assign(document.createElement("input"), { type: "checkbox", className: "pick" });
    every.dataset.every = "";
    const label = document.createElement("label");
    label.append(every, "选择本页");
    form.prepend(label);
    every.addEventListener("change", () => {
      for (const box of document.querySelectorAll("#rows tbody .pick")) box.checked = every.checked;
      countPicks();
    });
  }
  const chosen = boxes.filter((box) => box.checked).length;
  every.checked = boxes.length > 0 && chosen === boxes.length;
  form.querySelector("[data-picked]").textContent = chosen ? `（${chosen} 条）` : "";
}
document.addEventListener(
  "change",
  (event) => event.target.matches(".pick:not([data-every])") && countPicks(),
);
document.addEventListener("htmx:afterSettle", countPicks);
countPicks();
