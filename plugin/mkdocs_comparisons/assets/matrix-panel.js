/** Panels that open at a button: in the top layer, closed by `Esc` or a click elsewhere, which returns the focus. */

/** @typedef {import("./matrix.js").Matrix} Matrix */

import { style } from "./matrix.js";

/**
 * Make an element.
 * @param {string} name
 * @param {object} [properties]
 * @param {...(Node|string)} children
 * @returns {any}
 */
export const make = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** @type {(words: string, act: () => unknown, properties?: object) => any} */
export const makeButton = (words, act, properties = {}) => make("button", { type: "button", onclick: act, ...properties }, words);

/** @type {{panel: HTMLElement, button: HTMLElement, matrix: Matrix}|null} */
let current = null;
/** @type {HTMLElement|null} The button whose panel a press on it has just closed. */
let closing = null;
addEventListener("pointerdown", ({ target }) => (closing = current && target instanceof Node && current.button.contains(target) ? current.button : null), true);

/**
 * Open a panel at a button; a second press closes it.
 * @param {Matrix} matrix
 * @param {HTMLElement} button
 * @param {{role: string, label: string, fill: (panel: HTMLElement) => void}} content
 */
export const openPanel = async (matrix, button, { role, label, fill }) => {
  if (closing === button) {
    closing = null;
    return;
  }
  await style();
  if (!button.isConnected) return;
  const panel = make("div", { className: `comparison-panel comparison-panel--${role}`, role, ariaLabel: label, tabIndex: -1 });
  panel.popover = "auto";
  fill(panel);
  matrix.host.append(panel);
  const place = () => put(panel, button);
  addEventListener("resize", place);
  panel.addEventListener("toggle", (/** @type {any} */ { newState }) => {
    if (newState !== "closed") return;
    removeEventListener("resize", place);
    button.setAttribute("aria-expanded", "false");
    if (current?.panel === panel) current = null;
    // The focus is inside where a key closed the panel: a click elsewhere has taken it along.
    if (document.activeElement === document.body || panel.contains(document.activeElement)) focusOn(button, matrix);
    panel.remove();
  });
  panel.showPopover();
  current = { panel, button, matrix };
  button.setAttribute("aria-expanded", "true");
  place();
  (panel.querySelector("[autofocus], input, select, textarea, button, a") ?? panel).focus({ preventScroll: true });
};

export const closePanel = () => {
  if (!current) return;
  const { panel, button, matrix } = current;
  panel.hidePopover();
  focusOn(button, matrix);
};

/** @type {(button: HTMLElement, matrix: Matrix) => void} Go back to a button, or where it was: it may have been scrolled away. */
const focusOn = (button, { table }) => (button.checkVisibility() ? button : /** @type {HTMLElement} */ (table.parentElement)).focus();

/** @type {(panel: HTMLElement, button: HTMLElement) => void} Put a panel below its button, or above, within the window. */
const put = (panel, button) => {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const isRight = getComputedStyle(button).direction === "rtl";
  const left = Math.max(8, Math.min(isRight ? at.right - width : at.left, innerWidth - width - 8));
  const below = at.bottom + 6;
  const top = below + height < innerHeight - 8 ? below : Math.max(8, Math.min(at.top - height - 6, innerHeight - height - 8));
  panel.style.left = `${left + scrollX}px`;
  panel.style.top = `${top + scrollY}px`;
};
