// Ledger pages work without this file; with it, lists refresh in place and forms warn before loss.

// A list that answered 400 carries its error beside the field: show it as well.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 400 && event.detail.target.id === "rows") {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// Fields that ask for nothing stay out of the address.
document.addEventListener("htmx:configRequest", (event) => {
  const asked = event.detail.formData;
  for (const [name, value] of [...asked.entries()]) if (value === "") asked.delete(name);
});

// A filled-in form is not left by accident.
for (const form of document.querySelectorAll("form[data-guard]")) {
  let touched = false;
  form.addEventListener("input", () => { touched = true; });
  form.addEventListener("submit", () => { touched = false; });
  window.addEventListener("beforeunload", (event) => { if (touched) event.preventDefault(); });
}
