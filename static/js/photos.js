// Photos of the weekly report: made smaller here, sent one by one, listed as the server has them.
// Without this file they go with the form, and the server makes them smaller.

const LONGEST = 1600;

export function keepPhotos(form) {
  const section = form.querySelector("[data-photos]");
  if (!section) return;
  const list = section.querySelector("[data-photo-list]");
  const said = section.querySelector("[data-photo-said]");
  section.querySelector("[data-photo-send]").hidden = true;

  for (const input of section.querySelectorAll("input[type=file]"))
    input.addEventListener("change", async () => {
      const files = [...input.files];
      let refused = "";
      for (const [at, file] of files.entries()) {
        said.textContent = `正在上传 ${at + 1} / ${files.length} …`;
        refused = (await send(section.dataset.photos, await small(file))) || refused;
      }
      said.textContent = refused;
      if (!refused) input.value = ""; // sent already; what was not goes with the form
    });

  list.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-photo-remove]");
    if (!button) return;
    event.preventDefault();
    said.textContent = await send(button.formAction, null);
  });

  /** Post a picture, or nothing; shows the list that comes back and returns what was wrong. */
  async function send(address, picture) {
    const data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    if (picture) data.set("photos", picture, "photo.jpg");
    try {
      const answer = await fetch(address, {
        method: "POST",
        body: data,
        headers: { Accept: "application/json" },
      });
      if (answer.redirected || !answer.headers.get("Content-Type")?.includes("json"))
        throw new Error("no answer");
      const { html, message } = await answer.json();
      list.innerHTML = html; // a template of ours, escaped by the server
      return message;
    } catch {
      return "网络不通，照片没有传上；网络恢复后请重选，或随报送一起上传。";
    }
  }
}

/** The picture at most 1600 pixels long and upright, as JPEG; as it is where it cannot be drawn. */
async function small(file) {
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return await new Promise((done) =>
      canvas.toBlob((blob) => done(blob ?? file), "image/jpeg", 0.82),
    );
  } catch {
    return file;
  }
}
