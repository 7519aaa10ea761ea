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

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea")) return;
  if (event.key === "j") go(here + 1);
  else if (event.key === "k") go(here < 0 ? 0 : here - 1);
  else if (event.key === "u") document.querySelector("[data-key=u]")?.click();
  else if (event.key === "a" || event.key === "r") {
    // Nothing is decided that is not in view: without a chosen note, the first one that waits is chosen.
    if (here < 0) go(notes.findIndex((note) => note.dataset.stage === "suggested"));
    else notes[here].querySelector(`[data-key=${event.key}]`)?.click();
  }
  else return;
  event.preventDefault();
});
