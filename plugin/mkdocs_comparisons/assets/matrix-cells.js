/** What a cell says beside its value: its note, its sources, where it is written, and its own address. */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {import("./matrix.js").Row} Row */
/** @typedef {import("./matrix.js").Subject} Subject */

import { stateOf } from "./matrix-values.js";

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

/** @type {(cell: HTMLTableCellElement) => string} The id of the footnote that a cell's mark leads to; empty where it has none. */
const markedIn = (cell) => {
  const mark = cell.querySelector("button.comparison-info, sup > a");
  return mark instanceof HTMLButtonElement ? mark.value : mark instanceof HTMLAnchorElement ? mark.hash.slice(1) : "";
};

/** @type {(matrix: Matrix, cell: HTMLTableCellElement) => string} The id of a cell's footnote; `shared` where there is none but all cite the same. */
export const footnoteOf = ({ host }, cell) => {
  return markedIn(cell) || (host.data.shared && stateOf(cell) !== "missing" ? "shared" : "");
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
 * Where a claim is written. Lines are told as differences, claim by claim; what goes without saying is left out at the
 * end of a row: that there is no claim, or that it stands a line below the one before.
 */
export const placeOf = ({ host, rows, subjects, startsFlipped }, row, subject) => {
  const cell = row.cells[subject.place];
  if (stateOf(cell) === "missing") return null;
  let [file, line] = [0, 0];
  for (const own of startsFlipped ? subjects : rows) {
    const [lines, cells] = "cells" in own ? [own.data.lines ?? "", own.cells] : [own.lines, rows.map((each) => each.cells[own.place])];
    const tokens = lines.split(" ").filter(Boolean);
    for (const [place, each] of cells.entries()) {
      const token = tokens[place] ?? (stateOf(each) === "missing" ? "-" : "1");
      const [, other, written] = /^(?:(\d+)@)?(-?\d+)$/.exec(token) ?? [];
      if (other !== undefined) file = Number(other);
      if (written !== undefined) line = other === undefined ? line + Number(written) : Number(written);
      if (each !== cell) continue;
      const [path, url] = host.data.files?.[file] ?? [];
      return path && written !== undefined ? { path, url, line } : null;
    }
  }
  return null;
};

/** @type {(matrix: Matrix) => void} Lead from notes back to their cells, where the server does not, since they are many. */
export const linkBack = (matrix) => {
  const { host, rows, subjects } = matrix;
  const notes = new Map([...host.querySelectorAll(".comparison-notes > li")].map((note) => [note.id, note]));
  for (const row of rows) {
    for (const subject of subjects) {
      const note = notes.get(markedIn(row.cells[subject.place]));
      if (!note) continue;
      const label = host.t("note-back", { attribute: row.title, subject: subject.title });
      const link = Object.assign(document.createElement("a"), { className: "comparison-back", href: `#${row.slug}.${subject.slug}`, ariaLabel: label, textContent: "↩\ufe0e" });
      // The address would bring the cell into sight in every matrix that has it.
      link.onclick = (event) => {
        event.preventDefault();
        matrix.reveal(row, subject);
      };
      note.append("\u00a0", link);
    }
  }
};
