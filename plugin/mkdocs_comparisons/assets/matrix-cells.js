/** What a cell says beside its value: its note, its sources, where it is written, and its own address. */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {import("./matrix.js").Row} Row */
/** @typedef {import("./matrix.js").Subject} Subject */
/** @type {(row: Row, subject: Subject) => string} The address of a cell, on the page of its dimension. */
export const linkOf = (row, subject) => {
  const own = row.cells[subject.place].id || `${row.slug}.${subject.slug}`;
  const page = row.head.querySelector("a")?.href.replace(/#.*$/, "") ?? "";
  return `${page}#${own}`;
};

import { stateOf } from "./matrix.js";

/** @type {(children: Iterable<Node>) => HTMLElement|null} */
const paragraph = (children) => {
  const made = document.createElement("p");
  made.append(...children);
  return made.firstChild ? made : null;
};

/** @type {(matrix: Matrix, cell: HTMLTableCellElement) => {note: HTMLElement|null, sources: HTMLElement|null}} Copies of a cell's note and sources, its own or those that all share. */
export const citedBy = ({ host }, cell) => {
  const mark = cell.querySelector("button.comparison-info, sup > a");
  const id = mark instanceof HTMLButtonElement ? mark.value : mark?.getAttribute("href")?.slice(1);
  const isShared = host.data.shared && stateOf(cell) !== "missing";
  if (!id && !isShared) return { note: null, sources: null };
  const footnote = id ? document.getElementById(id)?.cloneNode(true) : null;
  const copy = footnote instanceof Element ? footnote : document.createElement("div");
  for (const each of copy.querySelectorAll(".comparison-back")) each.remove();
  const from = copy.querySelector(".comparison-sources") ?? (isShared ? host.querySelector(":scope > .comparison-matrix__sources > *")?.cloneNode(true) : null);
  if (from instanceof Element) from.remove();
  return { note: paragraph(copy.textContent?.trim() ? copy.childNodes : []), sources: paragraph(from ? [from] : []) };
};

/**
 * @type {(matrix: Matrix, row: Row, subject: Subject) => {path: string, url: string, line: number}|null}
 * Where a claim is written. Lines are told as differences, cell by cell, since that is short.
 */
export const placeOf = (matrix, row, subject) => {
  const [lines, at] = matrix.startsFlipped ? [subject.lines, row.place] : [row.data.lines ?? "", subject.place];
  let [file, line] = [0, 0];
  const tokens = lines.split(" ");
  for (const token of tokens.slice(0, at + 1)) {
    const [, other, written] = /^(?:(\d+)@)?(-?\d+)$/.exec(token) ?? [];
    if (other !== undefined) [file, line] = [Number(other), Number(written)];
    else if (written !== undefined) line += Number(written);
  }
  const [path, url] = matrix.host.data.files?.[file] ?? [];
  return path && tokens[at] && tokens[at] !== "-" ? { path, url, line } : null;
};
