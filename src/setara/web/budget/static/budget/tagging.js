/* Keys and running sums for tagging. Without this file every deed has its field and its button. */
(() => {
  "use strict";

  const all = (wanted) => Array.from(document.querySelectorAll(wanted));
  const one = (wanted) => document.querySelector(wanted);
  const rows = all("[data-tag-row]");
  const boxOf = (row) => row.querySelector("input[type=checkbox]");
  const numbers = new Intl.NumberFormat(document.documentElement.lang === "en" ? "en-GB" : "id-ID");

  /* Sen are whole numbers, so nothing is lost before the sum is rounded to rupiah. */
  const rupiah = (sen) => numbers.format((sen + 50n) / 100n);
  const senOf = (elements) => elements.reduce((sum, each) => sum + BigInt(each.dataset.sen), 0n);

  const tell = (output, count, chosen, whole) => {
    output.hidden = count === 0;
    output.textContent = output.dataset.words
      .replace("@n", numbers.format(count))
      .replace("@rupiah", rupiah(chosen))
      .replace("@whole", rupiah(whole));
  };

  const countRows = () => {
    const chosen = rows.filter((row) => boxOf(row)?.checked);
    rows.forEach((row) => row.classList.toggle("is-chosen", chosen.includes(row)));
    const output = one("[data-count]");
    if (output) tell(output, chosen.length, senOf(chosen), 0n);
    return chosen;
  };

  const parts = all("[data-part]");
  const countParts = () => {
    const chosen = parts.filter((box) => box.checked);
    const output = one("[data-part-sum]");
    if (output) tell(output, chosen.length, senOf(chosen), senOf(parts));
  };
  parts.forEach((box) => box.addEventListener("change", () => {
    const scope = one("select[name=scope]");
    if (box.checked && scope) scope.value = "lines";
    countParts();
  }));
  countParts();
  if (rows.length === 0) return;

  /* The line one is at: told by focus, so that readers of screens hear it too. */
  const remembered = `tagging ${location.pathname}${location.search}`;
  let here = Number(sessionStorage.getItem(remembered) ?? -1);
  rows.forEach((row) => { row.tabIndex = -1; });
  const go = (to) => {
    here = Math.min(Math.max(to, 0), rows.length - 1);
    sessionStorage.setItem(remembered, String(here));
    rows[here].focus();
    rows[here].scrollIntoView({ block: "nearest" });
  };
  const current = () => (here >= 0 && here < rows.length ? rows[here] : null);
  const toggle = (row, to) => {
    const box = row && boxOf(row);
    if (box) box.checked = to ?? !box.checked;
    countRows();
  };
  rows.forEach((row, place) => row.addEventListener("focusin", () => { here = place; }));
  rows.forEach((row) => row.addEventListener("change", countRows));

  const choose = (category) => {
    const field = one("#bulk select[name=category]");
    const reason = one("#bulk input[name=reason]");
    if (!field || !reason) return;
    if (countRows().length === 0) toggle(current(), true);
    field.value = category;
    reason.focus();
  };

  const everything = one("[data-key=all]");
  if (everything) {
    everything.hidden = false;
    everything.addEventListener("click", () => {
      const to = rows.some((row) => boxOf(row) && !boxOf(row).checked);
      rows.forEach((row) => { if (boxOf(row)) boxOf(row).checked = to; });
      countRows();
    });
  }

  const help = () => {
    const box = one("[data-key=help]");
    box.open = !box.open;
    box.querySelector("summary").focus();
  };
  const keys = {
    j: () => go(here + 1),
    k: () => go(here - 1),
    x: () => toggle(current()),
    u: () => one("[data-key=undo]")?.requestSubmit(),
    "/": () => one("[data-key=search]")?.select(),
    "?": help,
    1: () => choose("1"),
    2: () => choose("2"),
    3: () => choose("3"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = event.target;
    if (event.key === "Escape" && at.matches("input, select, textarea")) {
      at.blur();
      if (current()) go(here);
      return;
    }
    if (at.matches("input:not([type=checkbox]), select, textarea")) return;
    if (event.key === "Enter" && at === current()) {
      at.querySelector("th a").click();
      return;
    }
    const deed = keys[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
  countRows();
})();
