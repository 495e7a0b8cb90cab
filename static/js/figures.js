// Sums of figures as texts. Nothing here needs a page.

/** a + sign·b without binary rounding, as a plain decimal text. */
export function add(a, b, sign) {
  const places = Math.max(...[a, b].map((text) => (String(text).split(".")[1] ?? "").length));
  const scale = 10 ** places;
  const sum = (Math.round(a * scale) + sign * Math.round(b * scale)) / scale;
  return String(Number(sum.toFixed(places)));
}

/** A figure with the word of its softness, as the server writes it. */
export function soften(text, softness) {
  if (softness === "at_least") return `${text}余`;
  if (softness === "about") return `约${text}`;
  return softness === "nearly" ? `近${text}` : text;
}
