// Dropped and chosen files, sent one after the other as the body of a PUT; what became of each is listed as text.
const box = document.getElementById("drop");
const list = document.getElementById("added");
const files = document.getElementById("files");

async function send(file) {
  const line = document.createElement("li");
  line.textContent = box.dataset.working.replace("%s", file.name);
  list.append(line);
  try {
    const answer = await fetch(`/api/add/${encodeURIComponent(file.name)}`, { method: "PUT", body: file });
    const told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : { detail: await answer.text() };
    line.textContent = answer.ok ? `${file.name}: ${said(told)}` : `${file.name}: ${told.detail}`;
    for (const id of answer.ok ? told.statements : []) {
      const link = document.createElement("a");
      link.href = `/statement/${encodeURIComponent(id)}`;
      link.textContent = id;
      line.append(" ", link);
    }
  } catch (error) {
    line.textContent = `${file.name}: ${error.message}`;
  }
}

const said = (told) =>
  [...Object.entries(told.outcomes).map(([what, count]) => `${count} ${what}`), ...told.set_aside.map((pair) => pair.join(": "))].join("; ");

async function all(chosen) {
  for (const file of chosen) await send(file);
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
