// Layers of a statement, drawn by the CSS Custom Highlight API; a browser without it keeps the <mark> elements.
// Places come from the server in code points; the browser counts UTF-16 units: `units` is the only place where one
// becomes the other.

/** The UTF-16 offset of code point `at` in `text`. */
export function units(text, at) {
  let index = 0;
  for (let seen = 0; seen < at && index < text.length; seen += 1) index += text.codePointAt(index) > 0xffff ? 2 : 1;
  return index;
}

const text = document.getElementById("text") ?? document.createElement("div");
const claims = [...document.querySelectorAll(".claim")];
const layer_of = (claim) => claim.className.match(/l-(\w+)/)[1];
const boxes = [...document.querySelectorAll(".layers [name=layer]")];

/** The blocks with their places: the first code point is told by the id, the last by the characters. */
const blocks = [...text.querySelectorAll(".block")].map((block) => {
  const start = Number(block.id.slice(1));
  return { block, start, end: start + [...block.textContent].length };
});

/** The first code point of the text in each text node of a block. */
const starts = new Map();

/** Plain text in place of marks: one node a block, so that a range is two numbers; but for the marks around characters
 * that change the direction of writing, which stay. */
function plain() {
  for (const one of blocks) {
    const pieces = [];
    const walker = document.createTreeWalker(one.block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const control = node.parentElement.closest(".control");
      if (control) pieces.push(control);
      else if (typeof pieces.at(-1) === "string") pieces.push(pieces.pop() + node.data);
      else pieces.push(node.data);
    }
    one.block.replaceChildren(...pieces);
    let at = one.start;
    one.nodes = [...one.block.childNodes].map((child) => {
      const node = child.firstChild ?? child;
      const start = at;
      at += [...node.data].length;
      starts.set(node, start);
      return { node, start, end: at };
    });
  }
}

/** The ranges of code points `from` to `to` of the text, one for each block they touch. */
function ranges(from, to) {
  const found = [];
  for (const block of blocks) {
    const here = (block.nodes ?? []).filter((one) => one.start < to && one.end > from);
    if (!here.length) continue;
    const [first, last] = [here[0], here.at(-1)];
    const range = new StaticRange({
      startContainer: first.node,
      startOffset: units(first.node.data, Math.max(0, from - first.start)),
      endContainer: last.node,
      endOffset: units(last.node.data, Math.min(last.end, to) - last.start),
    });
    found.push(range);
  }
  return found;
}

const places = (claim) => claim.dataset.places.trim().split(/\s+/).map((pair) => pair.split(":").map(Number));

function shown() {
  return new Set(boxes.filter((box) => box.checked).map((box) => box.value));
}

/** The address of this page, and of the links that lead to it in another language, with the layers switched on. */
function address() {
  const usual = boxes.every((box) => box.checked === "atFirst" in box.dataset);
  const told = (href) => {
    const url = new URL(href, location.href);
    url.searchParams.delete("layer");
    if (!usual) for (const layer of ["none", ...shown()]) url.searchParams.append("layer", layer);
    return url.href;
  };
  history.replaceState(history.state, "", told(location.href));
  for (const link of document.querySelectorAll(".langs a")) link.href = told(link.href);
}

/** How many claims are listed, and how many are not. */
function count() {
  const off = claims.filter((claim) => claim.hidden).length;
  document.getElementById("seen").textContent = (claims.length - off).toLocaleString("en");
  const told = document.getElementById("off");
  told.hidden = !off;
  told.querySelector(".count").textContent = off.toLocaleString("en");
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
  const able = typeof CSS !== "undefined" && CSS.highlights && typeof Highlight === "function";
  const highlights = new Map();
  if (able) {
    plain();
    for (const claim of claims) {
      const layer = layer_of(claim);
      if (!highlights.has(layer)) highlights.set(layer, new Highlight());
      for (const [from, to] of places(claim)) for (const range of ranges(from, to)) highlights.get(layer).add(range);
    }
    draw(highlights);
    if (text.dataset.found) {
      const [from, to] = text.dataset.found.split(":").map(Number);
      CSS.highlights.set("found", new Highlight(...ranges(from, to)));
      block_at(from)?.scrollIntoView({ block: "center" });
    }
  }
  for (const box of boxes) {
    box.addEventListener("change", () => {
      text.classList.toggle(`off-${box.value}`, !box.checked);
      for (const claim of claims) if (layer_of(claim) === box.value) claim.hidden = !box.checked;
      if (able) draw(highlights);
      count();
      address();
    });
  }
  const look = (claim) => {
    const [[from, to]] = places(claim);
    if (able) CSS.highlights.set("now", new Highlight(...ranges(from, to)));
    block_at(from)?.scrollIntoView({ block: "nearest" });
  };
  for (const claim of claims) {
    claim.addEventListener("onrecord:walk", () => look(claim));
    claim.addEventListener("click", () => look(claim));
    claim.querySelector("a").addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const card = claim.querySelector(".card");
      if (card) card.hidden = !card.hidden;
      else open(claim);
    });
  }
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("[data-goto], a.copy");
    if (!link) return;
    event.preventDefault();
    if (link.dataset.goto) return block_at(Number(link.dataset.goto))?.scrollIntoView({ block: "center" });
    try {
      await navigator.clipboard.writeText(link.href);
      link.textContent = link.dataset.done;
    } catch {
      location.hash = link.hash;
    }
  });
  const named = () => {
    const claim = claims.find((one) => location.hash === `#${one.id}`);
    if (!claim) return;
    claim.hidden = false;
    count();
    open(claim);
    claim.tabIndex = -1; // the browser goes to what the address names, which must be able to take the focus
    claim.focus();
    look(claim);
  };
  addEventListener("hashchange", named);
  named();
  text.addEventListener("click", (event) => card_at(event)?.click());
}

/** Fetch the card of a claim from its own address, once, and show it in the list. */
async function open(claim) {
  const link = claim.querySelector("a");
  const held = claim.querySelector(".card");
  if (held) held.hidden = false;
  else await htmx.ajax("GET", link.href, { target: claim, select: ".card", swap: "beforeend" });
}

/** The card of the shortest claim shown at the place of a click. */
function card_at(event) {
  const place = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const block = event.target.closest(".block");
  if (!place || !block || !starts.has(place.offsetNode) || getSelection().toString()) return null;
  const at = starts.get(place.offsetNode) + [...place.offsetNode.data.slice(0, place.offset)].length;
  const size = (claim) => places(claim).reduce((sum, [from, to]) => sum + to - from, 0);
  const here = claims.filter((claim) => !claim.hidden && places(claim).some(([from, to]) => from <= at && at < to));
  const card = here.sort((one, other) => size(one) - size(other))[0];
  if (!card) return null;
  open(card);
  card.scrollIntoView({ block: "nearest" });
  return card;
}

/** The block that holds a code point of the text. */
function block_at(at) {
  return blocks.find((one) => one.start <= at && at < one.end)?.block;
}

if (blocks.length || claims.length) start();
