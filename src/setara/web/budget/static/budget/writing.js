/* Keeps what is typed into a GAP in this browser until it is saved, and changes rows in place.
   Without this file the same buttons send the whole page. */
(() => {
  "use strict";

  const A_WEEK = 7 * 24 * 60 * 60 * 1000;
  const PREFIX = "setara-gap";
  const names = () => Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at));
  const read = (name) => {
    try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
  };
  /* What nobody came back for is not left on an office computer. */
  names().filter((name) => name.startsWith(PREFIX)).forEach((name) => {
    const kept = read(name);
    if (!kept || Date.now() - kept.at > A_WEEK) localStorage.removeItem(name);
  });

  /* Only the page that follows a saving forgets what was typed: an expired session never leads
     there. */
  const saved = document.querySelector("[data-pathway-saved]");
  if (saved && new URLSearchParams(location.search).has("tersimpan")) {
    const mine = `${PREFIX} ${saved.dataset.pathwaySaved} `;
    names().filter((name) => name.startsWith(mine)).forEach((name) => localStorage.removeItem(name));
    history.replaceState(null, "", location.pathname);
  }

  const form = document.querySelector("form.writing-form");
  if (!form) return;
  const { pathway, account } = form.dataset;
  const place = `${PREFIX} ${pathway} ${account}`;

  const written = () => [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  const first = JSON.stringify(written());
  let isDirty = false;
  let waiting = 0;
  const keep = () => {
    if (!isDirty) return;
    try {
      localStorage.setItem(place, JSON.stringify({ at: Date.now(), entries: written() }));
    } catch { /* A full store keeps nothing; the warning before leaving still stands. */ }
  };
  const changed = () => {
    isDirty = isDirty || JSON.stringify(written()) !== first;
    clearTimeout(waiting);
    waiting = setTimeout(keep, 400);
  };
  form.addEventListener("input", changed);
  window.addEventListener("pagehide", keep);
  window.addEventListener("beforeunload", (event) => {
    if (isDirty) event.preventDefault();
  });

  const swap = async (entries, focusAt) => {
    const body = new URLSearchParams(entries);
    body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    const answer = await fetch(location.pathname, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("form.writing-form");
    if (!next) throw new Error("no form came back");
    form.replaceChildren(...next.childNodes);
    isDirty = true;
    keep();
    if (focusAt) {
      const rows = form.querySelectorAll(`[aria-labelledby="${focusAt}"] .row textarea`);
      if (rows.length > 0) rows[rows.length - 1].focus();
    }
  };

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    const deed = button ? button.value : "save";
    if (deed === "save" || deed === "") {
      keep();
      isDirty = false;
      return;
    }
    event.preventDefault();
    const section = deed.startsWith("add-") ? button.closest("section") : null;
    swap([...written(), ["do", deed]], section && section.getAttribute("aria-labelledby"))
      .catch(() => {
        const sent = Object.assign(document.createElement("input"), { type: "hidden", name: "do", value: deed });
        form.append(sent);
        isDirty = false;
        form.submit();
      });
  });

  const box = document.querySelector("[data-kept]");
  const kept = read(place);
  if (!box || !kept || JSON.stringify(kept.entries) === first || form.querySelector(".wrong")) return;
  const words = box.querySelector("[data-kept-words]");
  const language = document.documentElement.lang === "en" ? "en-GB" : "id-ID";
  words.textContent = words.dataset.keptWords.replace("@at", new Date(kept.at).toLocaleString(language, { dateStyle: "long", timeStyle: "short" }));
  box.hidden = false;
  box.querySelector("[data-kept-take]").addEventListener("click", () => {
    swap([...kept.entries, ["do", "check"]]).then(() => { box.hidden = true; });
  });
  box.querySelector("[data-kept-drop]").addEventListener("click", () => {
    localStorage.removeItem(place);
    box.hidden = true;
  });
})();
