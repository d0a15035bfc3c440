/** Rows and columns swapped: the same cells and heads, in a table that is built the other way round. */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {import("./matrix.js").Row} Row */
/** @typedef {HTMLTableCellElement} Cell */
/** @typedef {HTMLTableRowElement} Line */

/** By as many columns those in the document move, and as many lie ready on either side. */
const STEP = 12;

/** @type {(name: string, ...children: Element[]) => any} */
const make = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

/** @type {(matrix: Matrix) => void} Turn a matrix over. */
export const flip = (matrix) => {
  const { table } = matrix;
  const head = /** @type {HTMLTableSectionElement} */ (table.tHead);
  const corner = head.querySelector(".comparison-matrix__corner") ?? make("td");
  matrix.isFlipped = !matrix.isFlipped;
  matrix.columns = "";
  matrix.from = 0;
  matrix.host.columns = -1;
  matrix.host.titles = new Map((matrix.isFlipped ? matrix.rows : matrix.subjects).map(({ id, title }) => [id, title]));
  matrix.host.near.clear();
  matrix.host.watch?.disconnect();
  for (const each of [...matrix.subjects, ...matrix.rows]) {
    each.drawn = "";
    each.head.hidden = false;
    each.head.scope = ("cells" in each) === matrix.isFlipped ? "col" : "row";
    each.head.removeAttribute("aria-colindex");
  }
  matrix.isFlipped ? lie(matrix, head, corner) : stand(matrix, head, corner);
};

/** @type {(matrix: Matrix, head: HTMLTableSectionElement, corner: HTMLTableCellElement) => void} Subjects as rows. */
const lie = (matrix, head, corner) => {
  const { table, subjects, rows, groups } = matrix;
  // First, since it is cheaper to move what is not in the document.
  for (const body of [...table.tBodies]) body.remove();
  corner.rowSpan = 2;
  for (const group of groups) {
    Object.assign(group.head, { scope: "colgroup", colSpan: group.rows.length });
    group.head.dataset.dimension = group.id;
  }
  head.replaceChildren(make("tr", corner, ...groups.map((group) => group.head)), make("tr"));
  for (const row of rows) {
    describe(row.head, row);
    row.line = null;
  }
  // Cells follow where they are shown.
  for (const subject of subjects) subject.line = make("tr", subject.head);
  for (const group of groups) group.body = null;
  table.append(make("tbody", ...subjects.map((subject) => /** @type {Line} */ (subject.line))));
};

/** @type {(matrix: Matrix, head: HTMLTableSectionElement, corner: HTMLTableCellElement) => void} Subjects as columns. */
const stand = (matrix, head, corner) => {
  const { table, subjects, groups } = matrix;
  corner.rowSpan = 1;
  head.replaceChildren(make("tr", corner, ...subjects.map((subject) => subject.head)));
  for (const subject of subjects) subject.line = null;
  for (const body of [...table.tBodies]) body.remove();
  for (const group of groups) {
    Object.assign(group.head, { scope: "rowgroup", hidden: false });
    group.head.style.gridColumnEnd = "";
    delete group.head.dataset.dimension;
    const first = make("tr", group.head);
    first.className = "comparison-matrix__dimension";
    const lines = group.rows.map((row) => {
      for (const cell of row.cells) for (const name of ["data-attribute", "data-type", "aria-colindex"]) cell.removeAttribute(name);
      delete row.head.dataset.attribute;
      row.line = make("tr", row.head);
      describe(row.line, row);
      return /** @type {Line} */ (row.line);
    });
    group.body = make("tbody", first, ...lines);
    /** @type {HTMLElement} */ (group.body).dataset.dimension = group.id;
    table.append(/** @type {HTMLElement} */ (group.body));
  }
};

/** @type {(holder: HTMLElement|null, row: import("./matrix.js").Row) => void} What the server says of an attribute, where it would say it. */
const describe = (holder, { data }) => {
  const { lines, ...rest } = data;
  if (holder) Object.assign(holder.dataset, rest);
};

/** @type {(matrix: Matrix) => HTMLElement} */
const regionOf = ({ table }) => /** @type {HTMLElement} */ (table.parentElement);

/** @type {(matrix: Matrix) => number} How wide a column is: all are the same. */
const widthOf = ({ table, shown }) => shown.rows.find(({ head }) => head.isConnected && !head.hidden)?.head.offsetWidth || table.offsetWidth / (shown.rows.length + 1);

/** @type {(matrix: Matrix) => Row[]} Of very many columns those in sight, and some on either side. */
export const near = (matrix) => {
  const region = regionOf(matrix);
  const { rows } = matrix.shown;
  if (!region.onscroll) new ResizeObserver(() => resize(matrix)).observe(region);
  region.onscroll = () => slide(matrix);
  matrix.from = Math.min(matrix.from, Math.floor((rows.length - 1) / STEP) * STEP);
  return rows.slice(matrix.from, matrix.from + 3 * STEP + Math.ceil(region.clientWidth / 100));
};

/** @type {(line: HTMLTableRowElement, cells: Cell[]) => void} Take all other cells out of the document. */
export const keepOnly = (line, cells) => {
  const kept = new Set(cells);
  for (const cell of [...line.cells]) if (!kept.has(cell)) cell.remove();
};

/** @type {(matrix: Matrix) => void} Bring the columns into the document that have come near. */
export const slide = (matrix) => {
  const width = matrix.isVast && widthOf(matrix);
  if (width) show(matrix, Math.floor(Math.abs(regionOf(matrix).scrollLeft) / width / STEP) - 1);
};

/** @type {(matrix: Matrix) => void} A wider window, or a table that was hidden, has room for more columns. */
const resize = (matrix) => {
  slide(matrix);
  if (matrix.isVast) draw(matrix);
};

/** @type {(matrix: Matrix, step: number) => void} */
const show = (matrix, step) => {
  const from = Math.max(0, step * STEP);
  if (from === matrix.from) return;
  matrix.from = from;
  draw(matrix);
};

/** @type {(matrix: Matrix) => void} */
const draw = (matrix) => {
  const active = /** @type {HTMLElement|null} */ (document.activeElement);
  const isInside = matrix.table.contains(active);
  matrix.place();
  matrix.host.dress();
  if (!isInside || (active === document.activeElement && active?.checkVisibility())) return;
  // Who scrolls away from where the focus is comes back to it by a key.
  (active?.checkVisibility() ? active : regionOf(matrix)).focus({ preventScroll: true });
};

/** @type {(matrix: Matrix, row: Row|undefined) => void} Bring a column into the document. */
export const reach = (matrix, row) => {
  if (!row || (row.head.isConnected && !row.head.hidden)) return;
  const place = matrix.shown.rows.indexOf(row);
  const region = regionOf(matrix);
  region.scrollLeft = (getComputedStyle(region).direction === "rtl" ? -1 : 1) * place * widthOf(matrix);
  show(matrix, Math.floor(place / STEP) - 1);
};
