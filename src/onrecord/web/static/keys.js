// Keys: "/" search, "j" and "k" walk hits and claims, Enter opens, "?" lists the keys. Nothing here reads the record.
const walk = () => [...document.querySelectorAll(".hit, .claim")].filter((one) => one.offsetParent !== null);

function step(by) {
  const all = walk();
  if (!all.length) return;
  const here = all.indexOf(document.activeElement.closest(".hit, .claim"));
  const next = all[Math.min(all.length - 1, Math.max(0, here + by))];
  (next.matches(".claim") ? next.querySelector("a") : next).focus();
  next.dispatchEvent(new CustomEvent("onrecord:walk", { bubbles: true }));
}

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const keys = document.getElementById("keys");
  const actions = {
    "/": () => {
      const words = document.getElementById("q");
      if (words) words.focus();
      else location.assign("/");
    },
    j: () => step(1),
    k: () => step(-1),
    "?": () => keys.showModal(),
    Enter: () => {
      const one = event.target.closest(".hit, .claim");
      if (one !== event.target || !one || one.matches("a")) return false;
      const link = one.querySelector("a.cover");
      if (link) location.assign(link.href);
      else one.querySelector("a")?.click();
    },
  };
  if (!(event.key in actions)) return;
  if (actions[event.key]() !== false) event.preventDefault();
});
