// Words of an account that are marked, by the mouse or sentence by sentence, are put into the form that codes them.
const form = document.getElementById("own");

// The text of a paragraph as it is in the case: the numbers of notes do not belong to it.
function pieces(paragraph) {
  const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".ref") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const all = [];
  let at = Number(paragraph.dataset.at);
  while (walk.nextNode()) {
    all.push({ node: walk.currentNode, at, paragraph });
    at += walk.currentNode.length;
  }
  return all;
}

const paragraphs = [...document.querySelectorAll(".account p[data-at]")].map(pieces);
const text = paragraphs.flat();
let known;

// Made when the first of them is wanted.
function sentences() {
  known ??= paragraphs.filter((piece) => piece.length > 0).flatMap((all) => {
    // a line's end is no sentence's
    const said = all.map(({ node }) => node.data).join("").replaceAll("\n", " ");
    const language = document.documentElement.lang;
    return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(said)]
      .filter((one) => one.segment.trim())
      .map((one) => {
        const start = all[0].at + one.index + one.segment.search(/\S/);
        return { start, end: start + one.segment.trim().length };
      });
  });
  return known;
}

// Where the marked words are, in UTF-16 code units of the account's text; nothing if none of it is marked.
function marked() {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const inside = text.filter(({ node }) => range.intersectsNode(node));
  let found = null;
  for (const { node, at, paragraph } of inside) {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    const words = node.data.slice(from, to);
    if (!words.trim()) continue;
    const start = at + from + words.search(/\S/);
    const end = at + from + words.trimEnd().length;
    const before = found ? found.words + (found.paragraph === paragraph ? "" : "\n\n") : "";
    found = { start: found ? found.start : start, end, words: before + words, paragraph };
  }
  return found && { ...found, words: found.words.trim() };
}

function mark(start, end) {
  const point = (place, last) => {
    const piece = text.find(({ node, at }) => at <= place && (last ? place <= at + node.length : place < at + node.length));
    return [piece.node, place - piece.at];
  };
  getSelection().setBaseAndExtent(...point(start, false), ...point(end, true));
  point(start, false)[0].parentElement.scrollIntoView({ block: "center" });
}

function first() {
  const shown = (place) => text.find(({ node, at }) => at <= place && place < at + node.length)?.node.parentElement;
  return Math.max(0, sentences().findIndex((one) => shown(one.start)?.getBoundingClientRect().bottom > 0));
}

window.marking = {
  step(by) {
    const now = marked();
    const all = sentences();
    const at = all.findIndex((one) => now && one.end > now.start);
    const to = now ? all[at + by] : all[first()];
    if (to) mark(to.start, to.end);
  },
  extend() {
    const now = marked();
    if (!now) return this.step(1);
    const to = sentences().find((one) => one.end > now.end);
    if (to) mark(now.start, to.end);
  },
  code() {
    const now = marked();
    if (!now) return;
    form.elements.words.value = now.words;
    form.elements.at.value = now.start + "-" + now.end;
    dialog.showModal();
    form.elements.code.focus();
  },
};

// With a script the form comes to the words.
const dialog = document.createElement("dialog");
dialog.id = "coding";
dialog.setAttribute("aria-labelledby", "own-title");
form.querySelector("h2").id = "own-title";
const place = document.getElementById("code");
dialog.append(form);
place.replaceWith(dialog);
form.elements.words.readOnly = true;
const close = document.createElement("button");
close.type = "button";
close.className = "small plain";
close.textContent = "Leave it";
close.addEventListener("click", () => dialog.close());
form.querySelector("button").after(" ", close);

// Who marks by the mouse or a finger is shown the way on.
const offer = document.createElement("div");
offer.id = "offer";
offer.hidden = true;
const way = document.createElement("button");
way.className = "small";
way.textContent = "Code these words";
way.addEventListener("mousedown", (event) => event.preventDefault());
way.addEventListener("click", () => window.marking.code());
offer.append(way);
document.querySelector("main").append(offer);
document.addEventListener("selectionchange", () => {
  offer.hidden = !marked();
});
