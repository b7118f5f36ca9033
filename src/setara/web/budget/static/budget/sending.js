/* How far a file is while it is sent, read and kept. Without this file the form sends itself. */
(() => {
  "use strict";

  const MB = 1024 * 1024;
  const EVERY = 1000;
  const numbers = new Intl.NumberFormat(document.documentElement.lang === "en" ? "en-GB" : "id-ID");

  const bound = (form) => {
    const place = form.querySelector("[data-sending]");
    const chosen = form.querySelector("input[type=file]");
    const button = form.querySelector("button[type=submit]");
    const step = place.querySelector("[data-step]");
    const moving = place.querySelector("[data-moving]");
    const bar = place.querySelector("progress");
    const amount = place.querySelector("[data-amount]");
    const cancel = place.querySelector("[data-cancel]");
    let asking = 0;

    /* Only a step that is new is written, so that screen readers say each once. */
    const say = (words) => { if (step.textContent !== words) step.textContent = words; };
    const part = (done) => {
      if (done === null) bar.removeAttribute("value");
      else bar.value = done;
    };
    const stop = (words) => {
      clearTimeout(asking);
      asking = -1;
      moving.hidden = true;
      button.disabled = false;
      say(words);
    };

    const ask = async () => {
      try {
        const answer = await fetch(place.dataset.url, { headers: { Accept: "application/json" } });
        const told = answer.ok ? await answer.json() : { step: "" };
        if (asking === -1) return;
        if (told.step) {
          say(told.step);
          part(told.part);
          amount.textContent = told.part === null ? "" : `${numbers.format(Math.round(told.part * 100))}%`;
        }
      } catch {
        /* A server busy reading may miss a question; the next one is a second away. */
      }
      if (asking !== -1) asking = setTimeout(ask, EVERY);
    };

    const arrived = () => {
      cancel.hidden = true;
      amount.textContent = "";
      say(place.dataset.wordsWaiting);
      part(null);
      asking = setTimeout(ask, EVERY / 4);
    };

    const show = (request) => {
      stop("");
      if (request.status < 400) {
        location.assign(request.responseURL);
        return;
      }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const main = page.querySelector("main");
      if (!main) {
        say(place.dataset.wordsBroken);
        return;
      }
      document.title = page.title;
      document.querySelector("main").replaceWith(main);
      main.focus();
      scrollTo(0, 0);
      const next = main.querySelector("[data-sending]")?.closest("form");
      if (!next) return;
      /* The file stays chosen: warnings are accepted without looking for it again. */
      next.querySelector("input[type=file]").files = chosen.files;
      bound(next);
    };

    const send = () => {
      const request = new XMLHttpRequest();
      request.upload.addEventListener("progress", (sent) => {
        part(sent.loaded / sent.total);
        amount.textContent = place.dataset.wordsSent
          .replace("@done", numbers.format(Math.floor(sent.loaded / MB)))
          .replace("@whole", numbers.format(Math.ceil(sent.total / MB)));
      });
      request.upload.addEventListener("load", arrived);
      request.addEventListener("load", () => show(request));
      request.addEventListener("abort", () => stop(place.dataset.wordsCancelled));
      request.addEventListener("error", () => {
        chosen.value = "";
        stop(place.dataset.wordsBroken);
      });
      cancel.onclick = () => request.abort();
      request.open("POST", form.action);
      request.send(new FormData(form));
      button.disabled = true;
      cancel.hidden = false;
      moving.hidden = false;
      asking = 0;
      part(0);
      say(place.dataset.wordsSending);
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const file = chosen.files[0];
      if (file && file.size > Number(place.dataset.most)) {
        say(place.dataset.wordsLarge
          .replace("@name", () => file.name)
          .replace("@size", numbers.format(Math.ceil(file.size / MB)))
          .replace("@most", numbers.format(Math.floor(Number(place.dataset.most) / MB))));
        return;
      }
      send();
    });
  };

  const form = document.querySelector("[data-sending]")?.closest("form");
  if (form) bound(form);
})();
