// The tree's script asks gettext for these words; the library has no Chinese of its own.
Object.assign(django.catalog, {
  Abort: "不移动",
  "As Sibling": "移到它之前(同级)",
  "As child": "移到它之下",
});

(($) => {
  const PATIENCE = 10000; // milliseconds to wait for a level of the tree

  // The row of an organisation, as soon as its level has been loaded; null where it never comes.
  function rowOf(key) {
    const find = () => document.querySelector(`#result_list tr[data-node-id="${key}"]`);
    return new Promise((done) => {
      if (find()) return done(find());
      const watch = new MutationObserver(() => find() && finish());
      const late = setTimeout(finish, PATIENCE);
      function finish() {
        watch.disconnect();
        clearTimeout(late);
        done(find());
      }
      watch.observe(document.getElementById("result_list"), {
        childList: true,
        subtree: true,
        attributes: true,
      });
    });
  }

  // Open level by level down to the organisation that was asked for, and show it.
  async function openPath(keys) {
    for (const key of keys) {
      const row = await rowOf(key);
      if (!row) return;
      if (key !== keys[keys.length - 1]) {
        row.querySelector("a.treebeard-collapsed")?.click();
        continue;
      }
      row.classList.add("tree-found");
      row.scrollIntoView({ block: "center" });
      row.querySelector("th a:not(.treebeard-collapse)")?.focus({ preventScroll: true });
    }
  }

  // The page reloads after a drag: then show where the organisation has come to stand.
  $(document).on("ajaxSend", (event, request, settings) => {
    if (settings.url !== "move/") return;
    const moved = new URLSearchParams(settings.data).get("node");
    history.replaceState(null, "", `?open=${moved}`);
  });

  $(() => {
    // The little triangles are links without words.
    $("#result_list").on("mouseenter focusin", "a.treebeard-collapse", (event) => {
      event.currentTarget.setAttribute("aria-label", "展开或收起下级");
    });
    const keys = JSON.parse(document.getElementById("tree-open").textContent) || [];
    if (keys.length) openPath(keys);
  });
})(django.jQuery);
