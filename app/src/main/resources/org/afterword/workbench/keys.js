// One key a decision. Everything works without this file, by forms and links.
"use strict";
const notes = [...document.querySelectorAll(".margin-note[data-note]")];
let here = -1;

function go(to) {
  if (to < 0 || to >= notes.length) return;
  document.querySelectorAll(".here").forEach((e) => e.classList.remove("here"));
  here = to;
  const note = notes[here];
  note.classList.add("here");
  document.querySelectorAll(".said").forEach((said) => {
    if (said.dataset.notes.split(" ").includes(note.dataset.note)) said.classList.add("here");
  });
  note.scrollIntoView({ block: "center" });
}

// After a decision: the next note that waits.
const asked = notes.findIndex((note) => "#" + note.id === location.hash);
if (asked >= 0) {
  const next = notes.findIndex((note, i) => i > asked && note.dataset.stage === "suggested");
  go(notes[asked].dataset.stage === "suggested" || next < 0 ? asked : next);
}

// Nothing is decided that is not in view: without a chosen note, the first one that waits is chosen.
function chosen() {
  if (here >= 0) return notes[here];
  go(notes.findIndex((note) => note.dataset.stage === "suggested"));
  return null;
}

function change() {
  const details = chosen()?.querySelector("details");
  if (!details) return;
  details.open = true;
  details.querySelector("select").focus();
}

function follow(link) {
  const there = document.querySelector(link);
  if (there) location.assign(there.href);
}

const KEYS = [
  ["j", "the next note", () => go(here + 1)],
  ["k", "the note before", () => go(here < 0 ? 0 : here - 1)],
  ["a", "accept it", () => chosen()?.querySelector("[data-key=a]")?.click()],
  ["r", "reject it", () => chosen()?.querySelector("[data-key=r]")?.click()],
  ["c", "change it, or decide anew; Ctrl and Enter to send", change],
  ["s", "mark the next sentence", () => window.marking?.step(1)],
  ["S", "mark the sentence before", () => window.marking?.step(-1)],
  ["e", "mark one sentence more", () => window.marking?.extend()],
  ["n", "code what is marked, by these keys or by the mouse", () => window.marking?.code()],
  ["u", "undo the last decision", () => document.querySelector("[data-key=u]")?.click()],
  ["J", "the next account", () => follow("a[rel=next]")],
  ["K", "the account before", () => follow("a[rel=prev]")],
  ["?", "this list", () => list()],
];

function list() {
  let dialog = document.getElementById("keys");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.id = "keys";
    dialog.setAttribute("aria-labelledby", "keys-title");
    const title = document.createElement("h2");
    title.id = "keys-title";
    title.textContent = "Keys";
    const all = document.createElement("dl");
    for (const [key, what] of KEYS) {
      const term = document.createElement("dt");
      const kbd = document.createElement("kbd");
      kbd.textContent = key;
      term.append(kbd);
      const words = document.createElement("dd");
      words.textContent = what;
      all.append(term, words);
    }
    const close = document.createElement("button");
    close.className = "small";
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    dialog.append(title, all, close);
    document.body.append(dialog);
  }
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey) event.target.form?.requestSubmit();
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && event.target.closest("details")) {
    const details = event.target.closest("details");
    details.open = false;
    details.querySelector("summary").focus();
  }
  if (event.target.closest("input, select, textarea")) return;
  const known = KEYS.find(([key]) => key === event.key);
  if (!known) return;
  event.preventDefault();
  known[2]();
});
