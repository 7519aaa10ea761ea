// Looks how far work in the background is, and takes files that are dropped. Everything works without this file.
"use strict";
const form = document.querySelector("form.drop");
let sending = false;

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const work = () => document.getElementById("work");
const touched = () => form && [...form.elements].some((e) => e.type === "checkbox" ? e.checked : e.type !== "hidden" && e.value);

// What a page of ours says of the work takes the place of what this one says.
function take(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const now = page.getElementById("work");
  if (now && work()) work().replaceWith(document.adoptNode(now));
  return page;
}

async function look() {
  let running = false;
  do {
    await wait(1000);
    const answer = await fetch("/work").catch(() => null);
    if (!answer || !answer.ok) return;
    const back = work()?.querySelector("[name=back]")?.value || form?.querySelector("[name=back]")?.value;
    take(await answer.text());
    // its buttons lead back to where the person is
    work()?.querySelectorAll("[name=back]").forEach((field) => { field.value = back || "/"; });
    running = work()?.dataset.running === "yes";
  } while (running || sending);
  if (!touched() && work()?.querySelector("[role=status]")) location.reload();
}

async function send(data) {
  if (sending) return;
  sending = true;
  form.querySelectorAll("button, input").forEach((e) => { e.disabled = true; });
  const looking = look();
  const answer = await fetch(form.action, { method: "POST", body: data }).catch(() => null);
  sending = false;
  await looking;
  if (!answer || answer.ok) {
    form.reset();
    location.reload();
  } else {
    const page = take(await answer.text());
    document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
    scrollTo(0, 0);
  }
}

async function files(entry, path, into) {
  if (entry.isFile) {
    into.push([await new Promise((done, failed) => entry.file(done, failed)), path + entry.name]);
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return;
    for (const one of some.sort((a, b) => (a.name < b.name ? -1 : 1))) await files(one, path + entry.name + "/", into);
  }
}

if (form) {
  form.querySelector(".hint").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(new FormData(form));
  });
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add("over"); });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    // all at once: after the first pause the browser takes them away
    const dropped = [...event.dataTransfer.items].map((item) => [item.webkitGetAsEntry(), item.getAsFile()]);
    const found = [];
    for (const [entry, file] of dropped) {
      if (entry) await files(entry, "", found);
      else if (file) found.push([file, file.name]);
    }
    const data = new FormData(form);
    data.delete("file");
    for (const [file, path] of found) data.append("file", file, path);
    send(data);
  });
}
// A page that is still being worked out comes by itself.
async function come() {
  for (;;) {
    await wait(2000);
    const answer = await fetch(location.href).catch(() => null);
    if (!answer || answer.status !== 202) return location.reload();
    const now = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("far");
    if (now) document.getElementById("far").replaceChildren(...now.children);
  }
}
if (document.getElementById("far")?.dataset.again === "yes") come();
if (work()?.dataset.running === "yes") look();
