/** Moving in a matrix by keys, and moving its subjects by dragging or by keys. */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {HTMLTableCellElement} Cell */
/** @typedef {HTMLTableRowElement} Line */

import { move } from "./matrix-menus.js";

const PAGE = 10;
/** The column that a reader moves in, also across the heads of dimensions, which have none. */
let wanted = 0;

/** @type {(matrix: Matrix) => void} */
export const attach = (matrix) => {
  const { table } = matrix;
  const region = /** @type {HTMLElement} */ (table.parentElement);
  region.addEventListener("keydown", (event) => onKey(matrix, event));
  region.addEventListener("focusin", ({ target }) => {
    const cell = /** @type {Element} */ (target).closest("td, th");
    if (cell) activate(matrix, /** @type {Cell} */ (cell));
  });
  activate(matrix, matrix.subjects[0]?.head);
  for (const { head } of matrix.subjects) {
    head.draggable = true;
    for (const link of head.querySelectorAll("a")) link.draggable = false;
  }
  drag(matrix);
};

/** @type {(matrix: Matrix, cell: Cell|undefined) => void} Make a cell the one that the tab key leads to. */
const activate = (matrix, cell) => {
  if (!cell || cell === matrix.active) return;
  if (matrix.active) matrix.active.tabIndex = -1;
  matrix.active = cell;
  cell.tabIndex = 0;
};

/** @type {(matrix: Matrix) => void} After a change, let the tab key lead to a cell that is there. */
export const settle = (matrix) => {
  if (!matrix.active?.checkVisibility()) activate(matrix, (matrix.shown.subjects[0] ?? matrix.shown.rows[0])?.head);
};

/** @type {(matrix: Matrix) => Line[]} */
const linesOf = ({ table }) => [...table.rows].filter((line) => !line.hidden && !(/** @type {HTMLElement} */ (line.parentElement).hidden));

/** @type {(matrix: Matrix, line: Line) => Cell[]} The cells of a line on screen, or of very many those that come there by scrolling. */
const cellsOf = (matrix, line) => {
  const { shown, isFlipped, isVast, table } = matrix;
  if (isVast && line === table.tHead?.rows[1]) return shown.rows.map((row) => row.head);
  const subject = isVast && shown.subjects.find((each) => each.line === line);
  if (subject) return [subject.head, ...shown.rows.map((row) => row.cells[subject.place])];
  if (line.parentElement?.localName === "thead") return [...line.cells].filter((cell) => !cell.hidden);
  return [...line.cells].slice(0, 1 + (isFlipped ? shown.rows : shown.subjects).length);
};

/** @type {(matrix: Matrix, event: KeyboardEvent) => void} */
const onKey = (matrix, event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.matches("select, input") || ((event.ctrlKey || event.metaKey) && !["Home", "End"].includes(event.key))) return;
  const region = /** @type {HTMLElement} */ (matrix.table.parentElement);
  const cell = /** @type {Cell|null} */ (target.closest("td, th"));
  if (!cell && target !== region) return;
  if (event.altKey) return cell ? shift(matrix, cell, event) : undefined;
  if (event.key === "Enter" && target === cell) return enter(cell, event);
  if (event.key === "Escape" && cell && target !== cell) return cell.focus();
  if (!/^(Arrow|Home|End|Page)/.test(event.key)) return;
  const next = cell ? step(matrix, cell, event) : matrix.active;
  if (!next) return;
  event.preventDefault();
  activate(matrix, next); // the corner can have the focus from then on
  if (matrix.isVast) matrix.parts.flip.reach(matrix, matrix.shown.rows.find((row) => row.head === next || row.cells.includes(next)));
  next.focus({ preventScroll: true });
  bring(matrix, next);
};

/** @type {(matrix: Matrix, cell: Cell, event: KeyboardEvent) => Cell|undefined} Where a key leads to from a cell. */
const step = (matrix, cell, { key, ctrlKey, metaKey }) => {
  const lines = linesOf(matrix);
  const line = /** @type {Line} */ (cell.parentElement);
  const cells = cellsOf(matrix, line);
  const [row, column] = [lines.indexOf(line), cells.indexOf(cell)];
  // The head's second line has no corner, since the first one's is two lines high.
  const offset = (/** @type {Line} */ of) => (matrix.isFlipped && of === lines[1] ? 1 : 0);
  if (cells.length > 1) wanted = column + offset(line);
  const isRight = getComputedStyle(matrix.table).direction === "rtl";
  const across = { ArrowLeft: isRight ? 1 : -1, ArrowRight: isRight ? -1 : 1 }[key];
  if (across) return cells[column + across];
  if (key === "Home" || key === "End") {
    const last = ctrlKey || metaKey ? cellsOf(matrix, lines[key === "Home" ? 0 : lines.length - 1]) : cells;
    return last.at(key === "Home" ? 0 : -1);
  }
  const down = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[key] ?? 0;
  const next = lines[Math.max(0, Math.min(lines.length - 1, row + (down === 1 ? cell.rowSpan : down)))];
  if (!next || next === line) return undefined;
  const others = cellsOf(matrix, next);
  return others[Math.max(0, Math.min(others.length - 1, wanted - offset(next)))];
};

/** @type {(matrix: Matrix, cell: Cell) => void} Scroll a cell into sight, from behind sticky heads. */
const bring = ({ table }, cell) => {
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  const region = /** @type {HTMLElement} */ (table.parentElement);
  const head = /** @type {HTMLElement} */ (table.tHead).getBoundingClientRect();
  const at = cell.getBoundingClientRect();
  if (cell.closest("tbody") && at.top < head.bottom) region.scrollTop -= head.bottom - at.top;
  const first = cell.parentElement?.querySelector(":scope > :is(td, [scope='row'])") ?? table.querySelector(".comparison-matrix__corner");
  if (!first || first === cell || cell.scope === "rowgroup") return;
  const edge = first.getBoundingClientRect();
  const isRight = getComputedStyle(table).direction === "rtl";
  if (isRight ? at.right > edge.left : at.left < edge.right) region.scrollLeft += isRight ? at.right - edge.left : at.left - edge.right;
};

/** @type {(cell: Cell, event: KeyboardEvent) => void} Open what a cell has: its menu, its details, or else its link. */
const enter = (cell, event) => {
  const button = /** @type {HTMLElement|null} */ (cell.querySelector("button") ?? cell.querySelector("a"));
  if (!button) return;
  event.preventDefault();
  button.localName === "a" ? button.focus() : button.click();
};

/** @type {(matrix: Matrix, cell: Cell, event: KeyboardEvent) => void} Move a subject by one place. */
const shift = (matrix, cell, event) => {
  const keys = matrix.isFlipped ? ["ArrowUp", "ArrowDown"] : getComputedStyle(matrix.table).direction === "rtl" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  const by = keys.indexOf(event.key) * 2 - 1;
  const subjects = matrix.shown.subjects;
  const at = subjects.findIndex(({ head }) => head === cell);
  if (!keys.includes(event.key) || at < 0) return;
  event.preventDefault();
  if (subjects[at + by]) move(matrix, subjects[at].id, at + by).then(() => cell.focus());
};

/** @type {(matrix: Matrix) => void} */
const drag = (matrix) => {
  const { table } = matrix;
  let dragged = "";
  const headAt = (/** @type {DragEvent} */ { target }) => (target instanceof Element ? /** @type {Cell|null} */ (target.closest("th[data-subject]")) : null);
  const clear = () => table.querySelector("[data-drop]")?.removeAttribute("data-drop");
  const isAfter = (/** @type {Cell} */ head, /** @type {DragEvent} */ event) => {
    const at = head.getBoundingClientRect();
    if (matrix.isFlipped) return event.clientY > at.top + at.height / 2;
    return event.clientX > at.left + at.width / 2 !== (getComputedStyle(table).direction === "rtl");
  };
  table.addEventListener("dragstart", (event) => {
    dragged = headAt(event)?.dataset.subject ?? "";
    if (dragged) event.dataTransfer?.setData("text/plain", dragged);
  });
  table.addEventListener("dragover", (event) => {
    const head = headAt(event);
    if (!dragged || !head) return;
    event.preventDefault();
    clear();
    head.dataset.drop = isAfter(head, event) ? "after" : "before";
  });
  table.addEventListener("drop", (event) => {
    const head = headAt(event);
    if (!dragged || !head) return;
    event.preventDefault();
    const others = matrix.shown.subjects.map((each) => each.id).filter((id) => id !== dragged);
    const to = others.indexOf(head.dataset.subject ?? "");
    if (to >= 0) move(matrix, dragged, to + Number(isAfter(head, event)));
  });
  table.addEventListener("dragend", () => {
    dragged = "";
    clear();
  });
};
