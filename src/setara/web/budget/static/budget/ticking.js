/* The running sum of ticked budget lines. Without this file the sum is told after saving. */
(() => {
  "use strict";

  const output = document.querySelector("[data-tick-sum]");
  if (!output) return;
  const boxes = Array.from(document.querySelectorAll("[data-tick]"));
  const numbers = new Intl.NumberFormat(document.documentElement.lang === "en" ? "en-GB" : "id-ID");
  const partOf = (box) => box.closest(".tick-line").querySelector("[data-tick-part]");

  /* A part has no sen, so points and commas in it only group. */
  const rupiahOf = (box) => {
    const typed = (partOf(box)?.value ?? "").replace(/\D/g, "");
    return BigInt(typed || box.dataset.rupiah);
  };
  const tell = () => {
    const chosen = boxes.filter((box) => box.checked);
    output.hidden = chosen.length === 0;
    output.textContent = output.dataset.words
      .replace("@n", numbers.format(chosen.length))
      .replace("@rupiah", numbers.format(chosen.reduce((sum, box) => sum + rupiahOf(box), 0n)));
  };
  boxes.forEach((box) => {
    box.addEventListener("change", tell);
    partOf(box)?.addEventListener("input", () => {
      box.checked = partOf(box).value.trim() !== "" || box.checked;
      tell();
    });
  });
  tell();
})();
