/** What opens at a head (a menu) and at a cell (its details). */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {import("./matrix.js").Row} Row */
/** @typedef {import("./matrix.js").Subject} Subject */
/** @typedef {import("./matrix.js").Group} Group */

import { wordsOf } from "./matrix-values.js";
import { citedBy, footnoteOf, linkOf, placeOf } from "./matrix-cells.js";
import { closePanel, make, makeButton, openPanel } from "./matrix-panel.js";
import { languages } from "./matrix-rank.js";

const DAY = 86_400_000;

/** @type {(matrix: Matrix, button: HTMLButtonElement) => Promise<void>} */
export const open = (matrix, button) => {
  if (button.matches(".comparison-info")) return openDetail(matrix, button);
  const head = /** @type {HTMLTableCellElement} */ (button.closest("th"));
  const named = [...matrix.subjects, ...matrix.rows, ...matrix.groups].find((each) => each.head === head);
  const items = !named ? [] : "cells" in named ? rowItems(matrix, named, button) : "rows" in named ? groupItems(matrix, named) : subjectItems(matrix, named);
  return openPanel(matrix, button, { role: "menu", label: button.ariaLabel ?? "", fill: (panel) => fillMenu(matrix, panel, button, items) });
};

/** @typedef {[string, () => unknown]} Item Words, and what they do. */

/** @type {(matrix: Matrix, panel: HTMLElement, button: HTMLElement, items: Item[]) => void} */
const fillMenu = (matrix, panel, button, items) => {
  const press = async (/** @type {() => unknown} */ act) => {
    closePanel();
    await act();
    // What was opened at has been hidden, maybe.
    if (!button.checkVisibility()) matrix.active?.focus();
  };
  for (const [words, act] of items) panel.append(makeButton(words, () => press(act), { role: "menuitem", tabIndex: -1, className: "comparison-item" }));
  panel.addEventListener("keydown", (event) => {
    const buttons = /** @type {HTMLElement[]} */ ([...panel.children]);
    const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  });
};

/** @type {(matrix: Matrix, subject: Subject) => Item[]} */
const subjectItems = (matrix, subject) => {
  const { host, view, shown } = matrix;
  const order = shown.subjects.map((each) => each.id);
  const at = order.indexOf(subject.id);
  const isBase = view.base === subject.id;
  /** @type {Item[]} */
  const items = [[host.t(isBase ? "unpin" : "pin"), () => matrix.change({ base: isBase ? "" : subject.id })]];
  if (at > 0) items.push([host.t("earlier"), () => move(matrix, subject.id, at - 1)]);
  if (at < order.length - 1) items.push([host.t("later"), () => move(matrix, subject.id, at + 1)]);
  if (order.length > 1) {
    items.push([host.t("hide"), () => hide(matrix, subject.id)]);
    items.push([host.t("only"), () => matrix.change({ show: [subject.id] })]);
  }
  return items;
};

/** @type {(matrix: Matrix, id: string) => Promise<void>} */
const hide = (matrix, id) => matrix.change({ show: matrix.chosen.map((each) => each.id).filter((each) => each !== id), base: matrix.view.base === id ? "" : matrix.view.base });

/** @type {(matrix: Matrix, id: string, to: number) => Promise<void>} Move a subject among those shown: the order is then the reader's. */
export const move = (matrix, id, to) => {
  const show = matrix.shown.subjects.map((each) => each.id).filter((each) => each !== id);
  show.splice(to, 0, id);
  matrix.said = matrix.host.t("moved", { subject: matrix.subject(id)?.title ?? id, place: to + 1, all: show.length });
  // What a filter leaves out stays chosen.
  return matrix.change({ show: [...show, ...matrix.chosen.map((each) => each.id).filter((each) => !show.includes(each))], sort: [] });
};

/** @type {(matrix: Matrix, row: Row, button: HTMLButtonElement) => Item[]} */
const rowItems = (matrix, row, button) => {
  const { host, view } = matrix;
  const sort = (/** @type {string} */ sign) => {
    const [first] = view.sort;
    const second = first && first.replace(/^-/, "") !== row.id ? [first] : view.sort.slice(1);
    return matrix.change({ sort: [sign + row.id, ...second] });
  };
  /** @type {Item[]} */
  const items = [
    [host.t("sort-up"), () => sort("")],
    [host.t("sort-down"), () => sort("-")],
  ];
  if (view.sort.length) items.push([host.t("unsort"), () => matrix.change({ sort: [] })]);
  items.push([host.t("filter-this"), () => matrix.parts.tools.open(matrix, button, row)]);
  items.push([host.t("hide"), () => matrix.change({ hide: [...view.hide, row.id] })]);
  return items;
};

/** @type {(matrix: Matrix, group: Group) => Item[]} */
const groupItems = (matrix, group) => [[matrix.host.t("hide"), () => matrix.change({ skip: [...matrix.view.skip, group.id] })]];

/** @type {(matrix: Matrix, button: HTMLButtonElement) => Promise<void>} */
const openDetail = (matrix, button) => {
  const cell = /** @type {HTMLTableCellElement} */ (button.closest("td"));
  const row = matrix.rows.find((each) => each.cells.includes(cell));
  const subject = row && matrix.subjects[row.cells.indexOf(cell)];
  if (!row || !subject) return Promise.resolve();
  const label = `${row.title}, ${subject.title}`;
  return openPanel(matrix, button, { role: "dialog", label, fill: (panel) => fillDetail(matrix, panel, row, subject) });
};

/** @type {(matrix: Matrix, panel: HTMLElement, row: Row, subject: Subject) => void} */
const fillDetail = (matrix, panel, row, subject) => {
  const { host } = matrix;
  const cell = row.cells[subject.place];
  const { note, sources } = citedBy(matrix, footnoteOf(matrix, cell));
  const shown = make("p", { className: "comparison-detail__value" }, ...valueOf(cell));
  panel.append(make("p", { className: "comparison-detail__name" }, `${row.title}, ${subject.title}`), shown);
  const { written, asOf } = cell.dataset;
  if (written) panel.append(make("p", { className: "comparison-hint" }, `${host.t("written")} `, make("code", {}, written)));
  panel.append(...[note, sources].filter((each) => each !== null));
  if (asOf) panel.append(make("p", { className: "comparison-hint" }, freshness(matrix, asOf)));
  panel.append(make("p", { className: "comparison-detail__links" }, ...ways(matrix, row, subject)));
  const close = makeButton("×", closePanel, { className: "comparison-close", ariaLabel: host.t("close") });
  panel.append(close);
};

/** @type {(cell: HTMLTableCellElement) => Node[]} */
const valueOf = (cell) => {
  const copy = /** @type {HTMLElement} */ (cell.cloneNode(true));
  for (const each of copy.querySelectorAll("button, sup, .comparison-delta")) each.remove();
  for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
  return wordsOf(copy) ? [...copy.childNodes] : [];
};

/** @type {(matrix: Matrix, asOf: string) => string} How long ago a claim was checked, by the reader's clock. */
const freshness = (matrix, asOf) => {
  const { host } = matrix;
  const days = Math.floor((Date.now() - Date.parse(asOf)) / DAY);
  const [number, unit] = days > 730 ? /** @type {const} */ ([days / 365.25, "year"]) : days > 60 ? /** @type {const} */ ([days / 30.44, "month"]) : /** @type {const} */ ([days, "day"]);
  const age = new Intl.RelativeTimeFormat(languages(matrix), { numeric: "auto" }).format(-Math.floor(number), unit);
  const isStale = host.data.stale && days > host.data.stale;
  return host.t(isStale ? "stale" : "as-of", { date: asOf, age });
};

/** @type {(matrix: Matrix, row: Row, subject: Subject) => (Node|string)[]} Where to go from a cell: its own address, and its line in the data. */
const ways = (matrix, row, subject) => {
  const { host } = matrix;
  const found = placeOf(matrix, row, subject);
  const made = [make("a", { href: linkOf(row, subject) }, host.t("link-to-cell"))];
  if (!found) return made;
  const { path, url, line } = found;
  if (url) return [...made, " · ", make("a", { href: `${url}#L${line}` }, host.t("edit"))];
  return [...made, " · ", make("span", {}, host.t("written-at", { path, line }))];
};
