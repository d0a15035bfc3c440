/**
 * Views in the page's address: `#m1:licences?show=mit,bsd;diff&licences~2?flip`.
 *
 * `m1` is the version of this form; a part for each matrix, by its name; then what differs from how it was. One that
 * follows a link sees what the link says: nothing else is remembered. Any other fragment stays an ordinary anchor.
 */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {import("./matrix.js").View} View */

import { initial } from "./matrix.js";

const VERSION = "1";
const ORDERS = ["name", "importance", "differences"];
const SWITCHES = /** @type {const} */ (["diff", "flip", "plain"]);

/** @type {Set<Matrix>} */
const matrices = new Set();
/** @type {Map<string, string>} What was shown at ordinary anchors, by their entry in the history. */
const kept = new Map();
/** @type {any} */
const { navigation } = globalThis;
let path = "";
let hash = "";
/** Where Material's instant navigation is going to: an address that names a view or a cell of a page that is not here yet. */
let bound = "";
let isClicked = false;

/** @type {(matrix: Matrix) => void} */
export const join = (matrix) => {
  // Material's instant navigation changes the address before the page.
  if (matrix.host.path !== location.pathname) return bindTo(matrix.host.path);
  if (path !== location.pathname) kept.clear();
  path = location.pathname;
  hash = location.hash;
  bound = "";
  matrices.add(matrix);
  // Who follows a link to a view wants to see it; who comes back to one has a place on the page.
  const isLink = isOurs() && history.state === null;
  take(matrix).then(() => isLink && format(matrix) && matrix.host.scrollIntoView());
};

/** @type {(matrix: Matrix) => void} */
export const leave = (matrix) => matrices.delete(matrix);

/** @returns {string} What all matrices show, beside what they show by themselves. */
const views = () => [...matrices].map(format).filter(Boolean).join("&");

/** @returns {string} The page's address with all views in it. */
export const linkHere = () => {
  const text = views();
  return location.href.replace(/#.*$/, "") + (text ? `#m${VERSION}:${text}` : isOurs() ? "" : location.hash);
};

/** @type {(push: boolean) => void} Write all views into the address. */
export const write = (push) => {
  const text = views();
  hash = text && `#m${VERSION}:${text}`;
  bound = "";
  // Material scrolls to these two when a reader comes back.
  const at = { ...history.state, x: scrollX, y: scrollY };
  // In another site's frame the way back is that of the site.
  const isNew = push && hash !== location.hash && parent === window;
  history[isNew ? "pushState" : "replaceState"](at, "", hash || location.pathname + location.search);
};

const follow = () => {
  if (location.hash === hash || path !== location.pathname) return;
  hash = location.hash;
  // A click on an anchor leaves the view as it is; coming back to one shows what was there.
  if (isClicked && !isOurs()) kept.set(entry(), views());
  if (isClicked && !isOurs()) matrices.forEach(point);
  else matrices.forEach(take);
  isClicked = false;
};

/** @returns {string} The entry of the history that is shown. */
const entry = () => navigation?.currentEntry?.key ?? hash;

const isOurs = () => /^#m\d+:/.test(hash);

/** @type {(from: string) => void} Hold on to an address that names a view or a cell of another page than this one, which is being left. */
const bindTo = (from) => {
  path = from;
  bound = from !== location.pathname && /^#(m\d+:|[^.]+\.[^.]+$)/.test(location.hash) ? location.href : "";
};

/** @type {(time: number) => void} Hold on to an address for some ms, in which the page may be fetched anew. */
const bindFor = (time) => {
  const { href } = location;
  bound = href;
  setTimeout(() => bound === href && (bound = ""), time);
};

/** @type {ReturnType<typeof setTimeout>} */
let timer;
addEventListener("popstate", follow);
addEventListener("hashchange", follow);
// Material clicks on links of its own, when a reader comes back.
addEventListener("click", ({ target, isTrusted, ctrlKey, metaKey, shiftKey, altKey }) => {
  const link = target instanceof Element && target.closest("a");
  isClicked = isTrusted && link instanceof HTMLAnchorElement && !(ctrlKey || metaKey || shiftKey || altKey || link.target) && link.pathname === location.pathname && link.hash !== location.hash;
  setTimeout(() => (isClicked = false), 300);
  // Material would take a click on the anchor that it saw last for one that changes nothing, and go back.
  if (isClicked && isOurs()) dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
}, true);
// Material's `navigation.tracking` writes the heading in sight over the view, without an event.
const keep = () => {
  if (!isOurs() || location.hash === hash || path !== location.pathname) return;
  if (matrices.size) write(false);
  else history.replaceState(history.state, "", hash); // while Material fetches the page anew
};
navigation?.addEventListener("currententrychange", (/** @type {any} */ { navigationType }) => {
  if (navigationType !== "replace") bindTo(path);
  if (navigationType === "push" && path === location.pathname && location.hash !== hash && !/^#m\d+:/.test(location.hash)) {
    // Material may fetch the page anew before it says that it went to an anchor.
    hash = location.hash;
    kept.set(entry(), views());
    setTimeout(() => matrices.forEach(point)); // after the browser's own scrolling
    if (/^#[^.]+\.[^.]+$/.test(hash)) bindFor(10_000);
  }
  if (navigationType !== "replace") return;
  // Before the page is there, tracking finds no heading in sight and writes that.
  if (bound && new URL(bound).pathname === location.pathname && bound !== location.href) history.replaceState(history.state, "", bound);
  else keep();
});
// Browsers that don't tell of it: some time after the scrolling that makes Material do it.
addEventListener("scroll", () => (clearTimeout(timer), (timer = setTimeout(keep, 700))), { passive: true });

/** @type {(matrix: Matrix) => Promise<void>} Show what the address says. */
const take = async (matrix) => {
  const [, version, text = ""] = /^#m(\d+):(.*)/.exec(hash) ?? [];
  const all = version === undefined ? (kept.get(entry()) ?? "") : version === VERSION ? text : "";
  const names = all.split("&").map((each) => each.split("?"));
  const mine = names.find(([name]) => name === matrix.name);
  matrix.view = initial();
  matrix.lost = version && version !== VERSION ? [`m${version}`] : [];
  const here = [...document.querySelectorAll("comparison-matrix")].map((each) => /** @type {HTMLElement} */ (each).dataset.name);
  if (here[0] === matrix.name) matrix.lost.push(...names.map(([name]) => plain(name)).filter((name) => name && !here.includes(name)));
  for (const pair of mine?.[1]?.split(";") ?? []) parse(matrix, pair);
  // What was typed before all this was loaded is not lost.
  if (matrix.turn || matrix.view.find) matrix.host.find.value = matrix.view.find;
  await matrix.draw();
  await point(matrix);
};

/** @type {(matrix: Matrix) => Promise<void>} Bring the cell into sight that the address names. */
const point = async (matrix) => {
  matrix.unmark();
  const name = plain(hash.slice(1));
  const [attribute, subject, more] = name.split(".");
  // A note leads back to what stands in a cell.
  const isIn = (/** @type {Element} */ each) => each.querySelector(`[id="${CSS.escape(name)}"]`);
  const cell = document.getElementById(name)?.closest("td") ?? (name[0] === "_" ? matrix.rows.flatMap((each) => each.cells).find(isIn) : null);
  const row = matrix.rows.find((each) => (cell ? each.cells.includes(cell) : each.slug === attribute));
  const column = matrix.subjects.find((each) => (cell ? row?.cells[each.place] === cell : each.slug === subject));
  if (row && column && more === undefined) await matrix.reveal(row, column);
};

/** @type {(matrix: Matrix, pair: string) => void} */
const parse = (matrix, pair) => {
  const { view, lost, subjects, rows, groups } = matrix;
  const [, key, text = ""] = /^([a-z]+)=?(.*)$/.exec(pair) ?? ["", ""];
  /** @type {(of: {id: string}[]) => string[]} */
  const ids = (of) => {
    const named = text ? text.split(",").map(plain) : [];
    const known = named.filter((id) => of.some((each) => each.id === id.replace(/^-/, "")));
    lost.push(...named.filter((id) => !known.includes(id)));
    return [...new Set(known)];
  };
  if (key === "show") view.show = text === "*" ? subjects.map((each) => each.id) : ids(subjects);
  else if (key === "hide") view.hide = ids(rows);
  else if (key === "skip") view.skip = ids(groups);
  else if (key === "sort") view.sort = ids(rows).slice(0, 2);
  else if (key === "base") [view.base = ""] = ids(subjects);
  else if (key === "find") view.find = plain(text);
  else if (key === "order" && ORDERS.includes(text)) view.order = text;
  else if (key === "where") view.where = text.split(",").flatMap((each) => condition(matrix, each));
  else if (SWITCHES.some((name) => name === key)) view[/** @type {"diff"} */ (key)] = true;
  else if (pair) lost.push(plain(pair));
};

/** @type {(matrix: Matrix, pair: string) => import("./matrix.js").Condition[]} */
const condition = (matrix, pair) => {
  const [attribute, text = ""] = pair.split(":").map(plain);
  if (matrix.row(attribute)) return [{ attribute, text }];
  matrix.lost.push(attribute);
  return [];
};

/** @type {(matrix: Matrix) => string} */
const format = ({ view, name, subjects }) => {
  /** @type {(ids: string[]) => string} */
  const list = (ids) => ids.map(encodeURIComponent).join();
  const isAll = view.show?.length === subjects.length && subjects.every(({ id }, place) => view.show?.[place] === id);
  const where = view.where.map(({ attribute, text }) => `${encodeURIComponent(attribute)}:${encodeURIComponent(text)}`);
  const pairs = [
    ["show", isAll ? "*" : view.show && list(view.show)],
    ["hide", list(view.hide)],
    ["skip", list(view.skip)],
    ["sort", list(view.sort)],
    ["order", view.order],
    ["where", where.join()],
    ["base", encodeURIComponent(view.base)],
    ["find", encodeURIComponent(view.find)],
  ];
  const told = pairs.filter(([key, text]) => text || (key === "show" && text === "")).map((pair) => pair.join("="));
  told.push(...SWITCHES.filter((key) => view[key]));
  return told.length ? `${name}?${told.join(";")}` : "";
};

/** @type {(matrix: Matrix, name: string) => string} The view of a matrix, for another one of that name that shows all. */
export const viewFor = ({ view, host, subjects }, name) => {
  const show = view.show ?? ("chosen" in host.dataset ? subjects.map(({ id }) => id) : null);
  const text = format(/** @type {Matrix} */ ({ view: { ...view, show }, name, subjects: view.show ? subjects : [] }));
  return text && `#m${VERSION}:${text}`;
};

/** @type {(text: string) => string} What stands in an address, well written or not. */
const plain = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
