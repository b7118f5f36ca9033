/* Moves the bar while a batch is printed. Without this file the page has a link to reload it. */
(() => {
  "use strict";

  const EVERY = 1500;
  const place = document.querySelector("[data-batch]");
  const said = place.querySelector("[data-said]");
  const bar = place.querySelector("progress");
  const numbers = new Intl.NumberFormat(document.documentElement.lang === "en" ? "en-GB" : "id-ID");

  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.batch, { headers: { Accept: "application/json" } });
      if (answer.status === 404) {
        location.reload();
        return;
      }
      const told = await answer.json();
      if (!told.under_way) {
        location.reload();
        return;
      }
      bar.max = told.total;
      bar.value = told.done;
      said.textContent = place.dataset.words
        .replace("@done", numbers.format(told.done))
        .replace("@total", numbers.format(told.total));
    } catch {
      /* The server may be busy; the next question is near. */
    }
    setTimeout(ask, EVERY);
  };
  setTimeout(ask, EVERY);
})();
