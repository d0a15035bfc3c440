/** Paper: a table that is too wide is split into several, each with the first column; addresses of links stand below. */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {import("./matrix.js").Subject} Subject */
/** @typedef {import("./matrix.js").Row} Row */
/** @typedef {import("./matrix.js").Group} Group */

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
  const columns = isFlipped ? shown.rows : shown.subjects;
  const lines = isFlipped ? shown.subjects : shown.rows;
  // Lines that were out of sight say nothing yet, or what is no longer asked.
  if (host.isLazy) for (const { line } of lines) if (line) matrix.dressed(line, true);
  const pieces = [];
  for (let first = 0; lines.length && columns.length > MOST && first < columns.length; first += MOST) pieces.push(piece(matrix, columns.slice(first, first + MOST)));
  const region = /** @type {HTMLElement} */ (table.parentElement);
  const wrapped = pieces.map((each) => make("div", { className: "comparison-matrix__page" }, each));
  region.after(...wrapped);
  added.push(...wrapped);
  if (pieces.length) table.dataset.split = "";
  const links = listLinks(pieces.length ? pieces : [table], matrix);
  if (links) (wrapped.at(-1) ?? region).after(links);
};

/** @type {(node: Element|null|undefined, ...children: Node[]) => any} A copy that is shown and has no id, with what is in the original unless other children are given. */
const copyOf = (node, ...children) => {
  const copy = /** @type {HTMLElement} */ (node?.cloneNode(!children.length));
  for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
  copy.removeAttribute("hidden");
  copy.append(...children);
  return copy;
};

/** @type {(matrix: Matrix, columns: (Subject|Row)[]) => HTMLElement} Some of the columns, with the first one before them. */
const piece = (matrix, columns) => {
  const { table, shown, groups, isFlipped } = matrix;
  const head = /** @type {HTMLTableSectionElement} */ (table.tHead);
  const line = (/** @type {Subject|Row} */ each) => copyOf(each.line, copyOf(each.head), ...columns.map((other) => copyOf(matrix.cell(each, other))));
  const spanned = (/** @type {Group} */ { head: own }, /** @type {number} */ span) => Object.assign(copyOf(own), { colSpan: span, style: isFlipped ? `grid-column-end:span ${span}` : "" });
  const corner = copyOf(table.querySelector(".comparison-matrix__corner"));
  const heads = columns.map((each) => copyOf(each.head));
  const above = isFlipped ? groups.map((group) => ({ group, span: group.rows.filter((row) => columns.includes(row)).length })).filter(({ span }) => span) : [];
  const top = isFlipped ? [copyOf(head.rows[0], corner, ...above.map(({ group, span }) => spanned(group, span))), copyOf(head.rows[1], ...heads)] : [copyOf(head.rows[0], corner, ...heads)];
  const bodies = isFlipped ? [copyOf(table.tBodies[0], ...shown.subjects.map(line))] : groups.flatMap((group) => {
    const rows = shown.rows.filter((row) => row.group === group);
    return rows.length ? [copyOf(group.body, copyOf(group.head.parentElement, spanned(group, columns.length + 1)), ...rows.map(line))] : [];
  });
  const copy = copyOf(table, copyOf(table.caption), copyOf(head, ...top), ...bodies);
  copy.removeAttribute("role");
  copy.style.setProperty("--comparison-columns", `${columns.length}`);
  copy.style.setProperty("--comparison-from", "2");
  return copy;
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
