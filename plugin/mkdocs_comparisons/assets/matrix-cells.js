/** What a cell says beside its value: its note, its sources, where it is written, and its own address. */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {import("./matrix.js").Row} Row */
/** @typedef {import("./matrix.js").Subject} Subject */

import { stateOf } from "./matrix.js";

/** @type {(row: Row, subject: Subject) => string} The address of a cell, on the page of its dimension. */
export const linkOf = (row, subject) => {
  const own = row.cells[subject.place].id || `${row.slug}.${subject.slug}`;
  const page = row.head.querySelector("a")?.href.replace(/#.*$/, "") ?? "";
  return `${page}#${own}`;
};

/** @type {(children: Node[]) => HTMLElement|null} */
const paragraph = (children) => {
  const made = document.createElement("p");
  made.append(...children);
  return made.textContent?.trim() ? made : null;
};

/** @type {(matrix: Matrix, cell: HTMLTableCellElement) => string} The id of a cell's footnote; `shared` where there is none but all cite the same. */
export const footnoteOf = ({ host }, cell) => {
  const mark = cell.querySelector("button.comparison-info, sup > a");
  const id = mark instanceof HTMLButtonElement ? mark.value : mark instanceof HTMLAnchorElement && mark.hash.slice(1);
  return id || (host.data.shared && stateOf(cell) !== "missing" ? "shared" : "");
};

/** @type {(matrix: Matrix, id: string) => {note: HTMLElement|null, sources: HTMLElement|null}} Copies of a footnote's note and sources, or of the sources that all share. */
export const citedBy = ({ host }, id) => {
  const footnote = id && id !== "shared" ? document.getElementById(id) : null;
  // A footnote may have hundreds of links back.
  const nodes = [...(footnote?.childNodes ?? [])].filter((node) => !(node instanceof Element && node.matches(".comparison-back, .comparison-sources")));
  const shared = host.data.shared && id ? host.querySelector(":scope > .comparison-matrix__sources > *") : null;
  const sources = footnote?.querySelector(":scope > .comparison-sources") ?? shared;
  return { note: paragraph(nodes.map((node) => node.cloneNode(true))), sources: paragraph(sources ? [sources.cloneNode(true)] : []) };
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
