// Files dropped on the page or chosen: sent one after the other as plain bodies, with progress. What became of each is
// told by the server (`/record/added`), in the reader's language, and is there for who comes back.
// XMLHttpRequest and not fetch: only it tells how much of a file has been sent.
const box = document.getElementById("drop");
const list = document.getElementById("sending");
const files = document.getElementById("files");
const progress = document.getElementById("progress");
const TOLD = [400, 503]; // what the server lists itself: the file came, and was not added
let [sent, chosen] = [0, 0];

const part = (address, id) => htmx.ajax("GET", address, { target: id, select: id, swap: "outerHTML" });
const running = () => Number(document.getElementById("imports").dataset.running) > 0;

/** Status and sentence of the answer to one file; `seen` is told the share that has been sent. */
function put(file, seen) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/add/${encodeURIComponent(file.name)}`);
    request.upload.addEventListener("progress", (event) => seen(event.lengthComputable ? event.loaded / event.total : 0));
    request.addEventListener("load", () => {
      let told = request.responseText || request.statusText;
      try {
        told = JSON.parse(request.responseText).detail;
      } catch {
        // a sentence and no JSON
      }
      resolve([request.status, request.status === 413 ? box.dataset.large : told]);
    });
    request.addEventListener("error", () => resolve([0, box.dataset.lost]));
    request.send(file);
  });
}

async function send(file) {
  const line = document.createElement("li");
  const words = document.createElement("bdi");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  words.textContent = box.dataset.sending.replace("%s", file.name);
  line.append(words, " ", bar);
  list.append(line);
  const [status, told] = await put(file, (share) => {
    if (share < 1) bar.value = share;
    else {
      bar.removeAttribute("value");
      words.textContent = box.dataset.working.replace("%s", file.name);
    }
  });
  if (status === 200 || TOLD.includes(status)) line.remove();
  else {
    bar.remove();
    words.textContent = `${file.name}: ${told}`;
    line.classList.add("failed");
  }
  await part("/record/added", "#imports");
}

const said = () => {
  progress.textContent = box.dataset.all.replace("%d", sent).replace("%a", chosen);
};

let queue = Promise.resolve();

/** Send the files after those that are being sent; when the last is done, the counts of the page are asked again. */
function all(some) {
  chosen += some.length;
  for (const file of some) {
    queue = queue.then(async () => {
      said();
      await send(file);
      sent += 1;
      said();
      if (sent === chosen) await part("/record", "#held");
    });
  }
}

addEventListener("beforeunload", (event) => {
  if (sent < chosen) event.preventDefault(); // files that wait here are not sent when the page is left
});

let ran = running();
document.addEventListener("htmx:afterSettle", () => {
  const now = running();
  if (ran && !now && sent === chosen) part("/record", "#held");
  ran = now;
});

files.addEventListener("change", () => {
  all([...files.files]);
  files.value = "";
});
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
