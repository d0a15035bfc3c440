/**
 * In a page that other sites frame: tells the page around it how tall it is, and takes on its light or dark scheme.
 *
 * What goes out is a number, and only to the origins that the site allows; the browser sees to that. What comes in is
 * heard only from the page around this one, and only two words are understood.
 */

const TYPE = "comparison-embed";
const VERSION = 1;
const root = document.documentElement;
const origins = (root.dataset.origins ?? "").split(" ").filter(Boolean);
const TRIES = 20;
let told = 0;
let isHeard = false;

/** @type {(scheme: unknown) => void} */
const setScheme = (scheme) => {
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
};

const tellHeight = () => {
  const height = Math.ceil(root.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  for (const origin of origins.length ? origins : ["*"]) parent.postMessage({ type: TYPE, version: VERSION, height }, origin);
};

setScheme(new URLSearchParams(location.search).get("scheme"));
if (parent !== window) {
  // A link to a place on this page stays in the frame, all others leave it.
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    const href = link?.getAttribute("href") ?? link?.getAttribute("xlink:href") ?? "#";
    if (!link || href.startsWith("#") || link.hasAttribute("download")) return;
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
  }, true);
  addEventListener("message", ({ data, origin, source }) => {
    if (source !== parent || (origins.length && !origins.includes(origin))) return;
    if (typeof data !== "object" || data?.type !== TYPE || data.version !== VERSION) return;
    isHeard = true;
    setScheme(data.scheme);
  });
  new ResizeObserver(tellHeight).observe(root);
  // Whoever listens may have begun after us, and can't know that we are here.
  let tries = 0;
  const again = setInterval(() => {
    if (isHeard || ++tries > TRIES) return clearInterval(again);
    told = 0;
    tellHeight();
  }, 500);
}
