// What was typed and has not reached the server, kept on this device until it has.

const LASTS = 7 * 24 * 3600 * 1000;

const fields = (form) =>
  [...form.elements].filter((field) => field.name && /^(inc-|tot-|why-|remark$)/.test(field.name));

/** Keep what stands in the form now. */
export function remember(form) {
  const typed = Object.fromEntries(fields(form).map((field) => [field.name, field.value]));
  try {
    localStorage.setItem(
      form.dataset.key,
      JSON.stringify({ at: Date.now(), typed, shown: form.elements.shown.value }),
    );
  } catch {
    // no room or not allowed: the page itself still has it
  }
}

/** It has reached the server. */
export function forget(form) {
  try {
    localStorage.removeItem(form.dataset.key);
  } catch {
    // nothing was kept either
  }
}

/** Put back what was kept; whether anything differs from what the server gave. */
export function restore(form) {
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(form.dataset.key) ?? "null");
  } catch {
    return false;
  }
  if (!kept || Date.now() - kept.at > LASTS) return false;
  let differs = false;
  for (const field of fields(form)) {
    const text = kept.typed[field.name];
    // What somebody else filled in meanwhile is not blanked out, nor what has just been typed.
    if (!text || text === field.value || field.value !== field.defaultValue) continue;
    field.value = text;
    differs = true;
  }
  if (!differs) forget(form);
  // Where somebody else has saved since, the server says so instead of taking the older figures.
  else form.elements.shown.value = kept.shown;
  return differs;
}
