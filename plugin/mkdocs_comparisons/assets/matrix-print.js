/** Paper: a table that is too wide is split into several, each with the first column; addresses of links stand below. */

/** @typedef {import("./matrix.js").Matrix} Matrix */

import { make } from "./matrix-panel.js";

const MOST = 5;

/** @type {HTMLElement[]} What stands on paper only. */
let added = [];

addEventListener("beforeprint", () => {
  restore();
  for (const host of document.querySelectorAll("comparison-matrix")) {
    const { matrix } = /** @type {import("./comparison.js").ComparisonMatrix} */ (host);
    if (matrix) prepare(matrix);
  }
});

const restore = () => {
  for (const each of added) each.remove();
  added = [];
  for (const table of document.querySelectorAll("[data-split]")) table.removeAttribute("data-split");
};
addEventListener("afterprint", restore);

/** @type {(matrix: Matrix) => void} */
const prepare = (matrix) => {
  const { host, table, shown, isFlipped } = matrix;
  // Lines that were out of sight say nothing yet, or what is no longer asked.
  if (host.isLazy) for (const { line } of isFlipped ? shown.subjects : shown.rows) if (line) matrix.dressed(line);
  const columns = (isFlipped ? shown.rows : shown.subjects).length;
  const pieces = [];
  for (let first = 0; columns > MOST && first < columns; first += MOST) pieces.push(piece(matrix, first));
  const region = /** @type {HTMLElement} */ (table.parentElement);
  const wrapped = pieces.map((each) => make("div", { className: "comparison-matrix__page" }, each));
  region.after(...wrapped);
  added.push(...wrapped);
  if (pieces.length) table.dataset.split = "";
  const links = listLinks(pieces.length ? pieces : [table], matrix);
  if (links) (wrapped.at(-1) ?? region).after(links);
};

/** @type {(matrix: Matrix, first: number) => HTMLElement} Some of the columns, with the first one before them. */
const piece = (matrix, first) => {
  const copy = /** @type {HTMLTableElement} */ (matrix.table.cloneNode(true));
  for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
  for (const each of copy.querySelectorAll("[hidden]")) each.remove();
  copy.removeAttribute("role");
  const isShown = (/** @type {number} */ place) => place >= first && place < first + MOST;
  const { isFlipped, shown } = matrix;
  const columns = (isFlipped ? shown.rows : shown.subjects).length;
  const head = /** @type {HTMLTableSectionElement} */ (copy.tHead);
  const heads = [.../** @type {HTMLTableRowElement} */ (head.rows[isFlipped ? 1 : 0]).cells].slice(isFlipped ? 0 : 1);
  heads.forEach((each, place) => isShown(place) || each.remove());
  if (isFlipped) spanGroups([...head.rows[0].cells].slice(1), isShown);
  for (const line of [...copy.tBodies].flatMap((body) => [...body.rows])) {
    const [one, ...cells] = line.cells;
    if (one.scope === "rowgroup") one.colSpan = Math.min(MOST, columns - first) + 1;
    cells.forEach((each, place) => isShown(place) || each.remove());
  }
  return copy;
};

/** @type {(heads: HTMLTableCellElement[], isShown: (place: number) => boolean) => void} */
const spanGroups = (heads, isShown) => {
  let place = 0;
  for (const head of heads) {
    const span = Array.from({ length: head.colSpan }, (_, more) => place + more);
    place += head.colSpan;
    const left = span.filter(isShown).length;
    if (left) head.colSpan = left;
    else head.remove();
  }
};

/** @type {(tables: HTMLElement[], matrix: Matrix) => HTMLElement|null} Number links to other hosts, and list where they lead. */
const listLinks = (tables, matrix) => {
  /** @type {string[]} */
  const found = [];
  const sources = matrix.host.querySelectorAll(":scope > .comparison-matrix__sources, :scope > ol, :scope > details");
  for (const link of [...tables, ...sources].flatMap((each) => [...each.querySelectorAll("a")])) {
    if (link.host === location.host || (link.closest("table") === matrix.table && !link.getClientRects().length)) continue;
    if (!found.includes(link.href)) found.push(link.href);
    const mark = make("sup", { className: "comparison-printed" }, `[${found.indexOf(link.href) + 1}]`);
    link.after(mark);
    added.push(mark);
  }
  if (!found.length) return null;
  const list = make("ol", { className: "comparison-printed comparison-links" }, ...found.map((href) => make("li", {}, href)));
  const made = make("div", { className: "comparison-printed" }, make("p", {}, matrix.host.t("links")), list);
  added.push(made);
  return made;
};
