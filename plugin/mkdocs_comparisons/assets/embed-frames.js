/** For other sites: frames of `…/embed/…` get the height of what is in them, and all that is embedded the page's scheme. */

const TYPE = "comparison-embed";
const VERSION = 1;
const TALLEST = 30_000;

/** @type {(element: Element) => boolean} Whether letters are light, and so the ground dark: however a page says so. */
const isDark = (element) => {
  const canvas = document.createElement("canvas").getContext("2d");
  if (!canvas) return false;
  canvas.fillStyle = getComputedStyle(element).color;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140;
};

/** @type {(href: string, base?: string) => URL|null} */
export const parse = (href, base) => {
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
};

/** @type {(element: Element) => void} Follow the page's light or dark scheme. */
export const dress = (element) => {
  element.toggleAttribute("data-dark", isDark(element));
  const image = element.shadowRoot?.querySelector("img");
  if (image) image.style.colorScheme = isDark(element) ? "dark" : "light";
};

/** @type {(frame: HTMLIFrameElement) => void} */
const tellFrame = (frame) => {
  const origin = originOf(frame);
  if (origin) frame.contentWindow?.postMessage({ type: TYPE, version: VERSION, scheme: isDark(frame.parentElement ?? frame) ? "dark" : "light" }, origin);
};

/** @type {(frame: HTMLIFrameElement) => string|null} */
const originOf = (frame) => {
  const url = parse(frame.src, document.baseURI);
  return url && ["http:", "https:"].includes(url.protocol) ? url.origin : null;
};

/** @type {() => NodeListOf<HTMLIFrameElement>} */
const frames = () => document.querySelectorAll("iframe.comparison-embed");

addEventListener("message", ({ data, origin, source }) => {
  if (typeof data !== "object" || data?.type !== TYPE || data.version !== VERSION) return;
  const frame = [...frames()].find((each) => each.contentWindow === source);
  if (!frame || origin !== originOf(frame) || !Number.isFinite(data.height) || data.height <= 0) return;
  // Before it has said something, it may not be there yet; it may also be there anew.
  heard.add(/** @type {Window} */ (source));
  tellFrame(frame);
  frame.style.height = `${Math.min(Math.ceil(data.height), TALLEST)}px`;
});

/** @type {WeakSet<Window>} */
const heard = new WeakSet();
let waiting = 0;
const follow = () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    for (const frame of frames()) if (frame.contentWindow && heard.has(frame.contentWindow)) tellFrame(frame);
    document.querySelectorAll("comparison-embed").forEach(dress);
  });
};
for (const element of [document.documentElement, document.body]) new MutationObserver(follow).observe(element, { attributes: true });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);
addEventListener("transitionend", ({ propertyName }) => propertyName === "color" && follow());
follow();
