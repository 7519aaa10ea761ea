// What is typed is searched for while it is typed, as the form would: words stay out of the address.
const form = document.querySelector("form.search");
let waiting, asked;

async function find() {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      signal: asked.signal,
    });
    // 202: the words are not all looked through yet; the button leads to the page that says so
    if (answer.status !== 200) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      const now = page.getElementById(part.id);
      if (now) part.replaceChildren(...now.childNodes);
    }
  } catch (failure) {
    // another letter came meanwhile, or the program has ended: the button says so
  }
}

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(find, 120);
});
