// Texts that are pasted elsewhere: a receipt, a reminder.

for (const button of document.querySelectorAll("[data-copy]")) offerCopy(button);

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
    button.parentElement.querySelector("[data-copied]").textContent = "已复制，可粘贴到群里";
  });
}
