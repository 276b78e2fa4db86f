// Dropped and chosen files, sent one after the other as the body of a PUT; what became of each is listed as text.
// XMLHttpRequest and not fetch: only it tells how much of a file has been sent.
const box = document.getElementById("drop");
const list = document.getElementById("added");
const files = document.getElementById("files");
const progress = document.getElementById("progress");

const said = (told) =>
  [...Object.entries(told.outcomes).map(([what, count]) => `${count} ${what}`), ...told.set_aside.map((pair) => pair.join(": "))].join("; ");

/** The answer to one file; `seen` is told the share that has been sent. */
function put(file, seen) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/add/${encodeURIComponent(file.name)}`);
    request.upload.addEventListener("progress", (event) => seen(event.lengthComputable ? event.loaded / event.total : 0));
    request.addEventListener("load", () => {
      let told = { detail: request.responseText || request.statusText };
      try {
        told = JSON.parse(request.responseText);
      } catch {
        // a sentence and no JSON: the guard's
      }
      if (request.status === 200) resolve(told);
      else reject(new Error(told.detail));
    });
    request.addEventListener("error", () => reject(new Error("the server does not answer")));
    request.send(file);
  });
}

async function send(file) {
  const line = document.createElement("li");
  const words = document.createElement("span");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  words.textContent = box.dataset.sending.replace("%s", file.name);
  line.append(words, " ", bar);
  list.append(line);
  try {
    const told = await put(file, (share) => {
      if (share < 1) bar.value = share;
      else {
        bar.removeAttribute("value");
        words.textContent = box.dataset.working.replace("%s", file.name);
      }
    });
    words.textContent = `${file.name}: ${said(told)}`;
    for (const id of told.statements) {
      const link = document.createElement("a");
      link.href = `/statement/${encodeURIComponent(id)}`;
      link.textContent = id;
      line.append(" ", link);
    }
  } catch (error) {
    words.textContent = `${file.name}: ${error.message}`;
    line.classList.add("failed");
  }
  bar.remove();
}

async function all(chosen) {
  let done = 0;
  for (const file of chosen) {
    progress.textContent = box.dataset.all.replace("%d", done).replace("%a", chosen.length);
    await send(file);
    done += 1;
  }
  progress.textContent = box.dataset.all.replace("%d", done).replace("%a", chosen.length);
}

files.addEventListener("change", () => all([...files.files]));
for (const name of ["dragenter", "dragover"]) {
  box.addEventListener(name, (event) => {
    event.preventDefault();
    box.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) box.addEventListener(name, () => box.classList.remove("over"));
box.addEventListener("drop", (event) => {
  event.preventDefault();
  all([...event.dataTransfer.files]);
});
