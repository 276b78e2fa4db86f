// Layers of a statement, drawn by the CSS Custom Highlight API; a browser without it keeps the <mark> elements.
// Places come from the server in code points; the browser counts UTF-16 units: `units` is the only place where one
// becomes the other.

/** The UTF-16 offset of code point `at` in `text`. */
export function units(text, at) {
  let index = 0;
  for (let seen = 0; seen < at && index < text.length; seen += 1) index += text.codePointAt(index) > 0xffff ? 2 : 1;
  return index;
}

const text = document.getElementById("text");
const claims = [...document.querySelectorAll("[data-claim]")];
const boxes = [...document.querySelectorAll("[data-layer][type=checkbox]")];

/** Plain text in place of marks: one node a block, so that a range is two numbers. */
function plain() {
  return [...text.querySelectorAll(".block")].map((block) => {
    const chars = block.textContent;
    block.replaceChildren(chars);
    return { node: block.firstChild, chars, start: Number(block.dataset.start), end: Number(block.dataset.end) };
  });
}

/** The ranges of code points `from` to `to` of the text, one for each block they touch. */
function ranges(blocks, from, to) {
  const found = [];
  for (const block of blocks) {
    if (!block.node || block.start >= to || block.end <= from) continue;
    const range = new StaticRange({
      startContainer: block.node,
      startOffset: units(block.chars, Math.max(0, from - block.start)),
      endContainer: block.node,
      endOffset: units(block.chars, Math.min(block.end, to) - block.start),
    });
    found.push(range);
  }
  return found;
}

const places = (claim) => claim.dataset.places.trim().split(/\s+/).map((pair) => pair.split(":").map(Number));

function shown() {
  return new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.layer));
}

/** Draw the layers that are switched on. */
function draw(highlights) {
  const on = shown();
  for (const [layer, highlight] of highlights) {
    if (on.has(layer)) CSS.highlights.set(`l-${layer}`, highlight);
    else CSS.highlights.delete(`l-${layer}`);
  }
}

function start() {
  for (const box of boxes) text.classList.toggle(`off-${box.dataset.layer}`, !box.checked);
  const able = typeof CSS !== "undefined" && CSS.highlights && typeof Highlight === "function";
  const highlights = new Map();
  let blocks = [];
  if (able) {
    blocks = plain();
    for (const claim of claims) {
      if (!highlights.has(claim.dataset.layer)) highlights.set(claim.dataset.layer, new Highlight());
      for (const [from, to] of places(claim)) for (const range of ranges(blocks, from, to)) highlights.get(claim.dataset.layer).add(range);
    }
    draw(highlights);
    if (text.dataset.found) {
      const [from, to] = text.dataset.found.split(":").map(Number);
      CSS.highlights.set("found", new Highlight(...ranges(blocks, from, to)));
      block_at(from)?.scrollIntoView({ block: "center" });
    }
  }
  for (const box of boxes) {
    box.addEventListener("change", () => {
      text.classList.toggle(`off-${box.dataset.layer}`, !box.checked);
      for (const claim of claims) if (claim.dataset.layer === box.dataset.layer) claim.hidden = !box.checked;
      if (able) draw(highlights);
    });
  }
  const look = (claim) => {
    const [[from, to]] = places(claim);
    if (able) CSS.highlights.set("now", new Highlight(...ranges(blocks, from, to)));
    block_at(from)?.scrollIntoView({ block: "nearest" });
  };
  for (const claim of claims) {
    claim.hidden = !shown().has(claim.dataset.layer);
    claim.addEventListener("onrecord:walk", () => look(claim));
    claim.addEventListener("click", () => look(claim));
  }
  for (const link of document.querySelectorAll("[data-goto]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      block_at(Number(link.dataset.goto))?.scrollIntoView({ block: "center" });
    });
  }
  for (const link of document.querySelectorAll("a.copy")) {
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      try {
        await navigator.clipboard.writeText(link.href);
        link.textContent = link.dataset.done;
      } catch {
        location.hash = link.hash;
      }
    });
  }
  const named = () => {
    const claim = claims.find((one) => location.hash === `#claim-${one.dataset.claim}`);
    if (!claim) return;
    claim.hidden = false;
    claim.querySelector("details").open = true;
    claim.focus();
    look(claim);
  };
  addEventListener("hashchange", named);
  named();
  text.addEventListener("click", (event) => card_at(event)?.click());
}

/** The card of the shortest claim shown at the place of a click. */
function card_at(event) {
  const place = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const block = event.target.closest(".block");
  if (!place || !block || place.offsetNode !== block.firstChild || getSelection().toString()) return null;
  const at = Number(block.dataset.start) + [...block.textContent.slice(0, place.offset)].length;
  const size = (claim) => places(claim).reduce((sum, [from, to]) => sum + to - from, 0);
  const here = claims.filter((claim) => !claim.hidden && places(claim).some(([from, to]) => from <= at && at < to));
  const card = here.sort((one, other) => size(one) - size(other))[0];
  if (!card) return null;
  card.querySelector("details").open = true;
  card.scrollIntoView({ block: "nearest" });
  return card;
}

/** The block that holds a code point of the text. */
function block_at(at) {
  return [...text.querySelectorAll(".block")].find((one) => Number(one.dataset.start) <= at && at < Number(one.dataset.end));
}

if (text) start();
