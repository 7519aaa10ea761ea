// Search in the published pages: all in this folder, nothing is sent anywhere. docs/site.md explains the files.
(function () {
  "use strict";
  var box = document.getElementById("find");
  if (!box) { return; }
  var firsts = box.dataset.words ? box.dataset.words.split(" ") : [];
  var starts = box.dataset.places ? box.dataset.places.split(" ").map(Number) : [];
  var input = box.querySelector("input");
  var said = box.querySelector("[role=status]");
  var list = box.querySelector("ol");
  var loaded = { words: [], places: [] };
  var waiting = {};
  var asked = 0;
  var SHOWN = 40;

  function arrive(kind, number, value) {
    loaded[kind][number] = value;
    (waiting[kind + number] || []).forEach(function (go) { go(); });
    delete waiting[kind + number];
  }
  window.notes = {
    words: function (number, value) { arrive("words", number, value); },
    places: function (number, value) { arrive("places", number, value); }
  };

  function load(kind, number) {
    return new Promise(function (resolve) {
      if (loaded[kind][number]) { resolve(); return; }
      var key = kind + number;
      if (waiting[key]) { waiting[key].push(resolve); return; }
      waiting[key] = [resolve];
      var script = document.createElement("script");
      script.src = "search-" + kind + "-" + (number + 1) + ".js";
      script.onerror = function () { delete waiting[key]; resolve(); };
      document.head.appendChild(script);
    });
  }

  function folded(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); }

  function wordsOf(text) {
    var parts = [];
    if (window.Intl && Intl.Segmenter) {
      Array.from(new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)).forEach(function (one) {
        if (one.isWordLike) { parts.push(one.segment); }
      });
    } else {
      parts = text.match(/[\p{L}\p{M}'’]+/gu) || [];
    }
    return parts.map(function (part) { return folded(part.split(/['’]/)[0]); }).filter(Boolean);
  }

  // The files in which words may stand that begin so.
  function filesOf(prefix) {
    var files = [];
    firsts.forEach(function (first, i) {
      var next = firsts[i + 1];
      var startsBefore = first <= prefix || first.startsWith(prefix);
      var endsAfter = next === undefined || next > prefix;
      if (startsBefore && endsAfter) { files.push(i); }
    });
    return files;
  }

  // Place by place, how well it fits: a whole word counts more than a beginning.
  function matches(prefix) {
    var found = new Map();
    filesOf(prefix).forEach(function (file) {
      var words = loaded.words[file] || {};
      Object.keys(words).forEach(function (word) {
        if (word.startsWith(prefix)) {
          var fits = word === prefix ? 2 : 1;
          words[word].forEach(function (place) { found.set(place, Math.max(fits, found.get(place) || 0)); });
        }
      });
    });
    return found;
  }

  function fileOf(place) {
    var file = 0;
    while (file + 1 < starts.length && starts[file + 1] <= place) { file++; }
    return file;
  }

  function marked(element, text, wanted) {
    text.split(/([\p{L}\p{M}]+)/u).forEach(function (piece) {
      var word = folded(piece);
      if (word && wanted.some(function (one) { return word.startsWith(one); })) {
        element.appendChild(document.createElement("mark")).textContent = piece;
      } else {
        element.append(piece);
      }
    });
  }

  function show(results, wanted, missing) {
    list.textContent = "";
    results.forEach(function (row) {
      var item = list.appendChild(document.createElement("li"));
      var link = item.appendChild(document.createElement("a"));
      link.href = row[0];
      link.textContent = row[1];
      if (row[2]) {
        var words = item.appendChild(document.createElement("p"));
        words.className = "told";
        marked(words, row[2], wanted);
      }
    });
    var lines = [];
    if (missing.length) { lines.push(box.dataset.missing + " " + missing.join(", ") + "."); }
    lines.push(results.length ? box.dataset.found + " " + results.length + "." : box.dataset.nothing);
    said.textContent = wanted.length + missing.length ? lines.join(" ") : "";
  }

  function search() {
    var turn = ++asked;
    var query = wordsOf(input.value);
    var files = [];
    query.forEach(function (word) { files = files.concat(filesOf(word)); });
    Promise.all(files.map(function (file) { return load("words", file); })).then(function () {
      var missing = [];
      var wanted = [];
      var scores = null;
      query.forEach(function (word) {
        var found = matches(word);
        if (!found.size) { missing.push(word); return; }
        wanted.push(word);
        if (!scores) { scores = found; return; }
        var both = new Map();
        found.forEach(function (fits, place) {
          if (scores.has(place)) { both.set(place, scores.get(place) + fits); }
        });
        scores = both;
      });
      var order = scores ? Array.from(scores.keys()) : [];
      order.sort(function (a, b) { return scores.get(b) - scores.get(a) || a - b; });
      order = order.slice(0, 2 * SHOWN);
      var needed = order.map(fileOf).filter(function (file, i, all) { return all.indexOf(file) === i; });
      return Promise.all(needed.map(function (file) { return load("places", file); })).then(function () {
        if (turn !== asked) { return; }
        var links = {};
        var results = [];
        order.forEach(function (place) {
          var row = (loaded.places[fileOf(place)] || {})[place];
          if (row && !links[row[0]] && results.length < SHOWN) {
            links[row[0]] = true;
            results.push(row);
          }
        });
        show(results, wanted, missing);
      });
    });
  }

  box.hidden = false;
  input.addEventListener("input", search);
  if (input.value) { search(); }
})();
