// Trusted Types: markup may only be parsed when it comes from this server's own pages (htmx swaps them) and holds no
// script; everything else is refused by the browser. Script text and script addresses are never trusted.
if (window.trustedTypes && trustedTypes.createPolicy) {
  trustedTypes.createPolicy("default", {
    createHTML(text) {
      if (/<script[\s>][^]*?<\/script>/i.test(text.replace(/<script src="\/static\/[a-z.]+"( defer| type="module")*><\/script>/g, ""))) {
        throw new TypeError("a script in a page part");
      }
      return text;
    },
  });
}
