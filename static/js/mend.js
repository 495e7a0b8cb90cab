// Search as you type in a person picker. Without this script the button 查找 does the same.
const input = document.querySelector("[data-matches]");
const target = document.getElementById("matches");
let waiting;
let latest = 0;

async function look() {
  const turn = ++latest;
  const chosen = target.querySelector("input:checked")?.value ?? "";
  const query = new URLSearchParams({ q: input.value, matches: "1", person: chosen });
  const answer = await fetch(`${input.dataset.matches}?${query}`);
  if (answer.ok && turn === latest) target.innerHTML = await answer.text();
}

input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, 200);
});

// Typed before this script had come.
if (input.value !== input.defaultValue) look();
