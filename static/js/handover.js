// Search as you type for each successor. Without this script the buttons 查找 do the same.
const form = document.querySelector("[data-look]");

function watch(pick) {
  const input = pick.querySelector("input[type=search]");
  const target = pick.querySelector(".matches");
  let waiting;
  let latest = 0;

  async function look() {
    const turn = ++latest;
    const person = target.querySelector("input:checked")?.value ?? "";
    const query = new URLSearchParams({
      matches: "1",
      row: pick.dataset.pick,
      q: input.value,
      person,
    });
    const answer = await fetch(`${form.dataset.look}?${query}`);
    if (answer.ok && turn === latest) target.innerHTML = await answer.text();
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 200);
  });

  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    look();
  });

  // Typed before this script had come.
  if (input.value !== input.defaultValue) look();
}

form.querySelectorAll("[data-pick]").forEach(watch);
