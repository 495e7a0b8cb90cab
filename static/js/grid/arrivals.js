// Rows that others registered while this page was open: taken from the page as the server draws it now.

import { mark, table } from "./cells.js";

// Put the rows `keys` before the empty ones; gives how many came.
export async function bringIn(keys) {
  const answer = await fetch(location.href);
  if (!answer.ok || answer.redirected) return 0;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const body = table.tBodies[0];
  const empty = body.querySelector("[data-fresh]");
  const rows = keys
    .map((key) => page.querySelector(`table.grid tr[data-row="${CSS.escape(key)}"]`))
    .filter(Boolean);
  for (const row of rows) {
    body.insertBefore(row, empty);
    mark(row.querySelector("[data-cell]"), "theirs", "他人刚登记");
  }
  return rows.length;
}
