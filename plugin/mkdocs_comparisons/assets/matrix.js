/**
 * What moves a matrix: its view, what of it is on screen, and the address that says so.
 *
 * The server's table stays the only place of values: cells are moved and hidden, never copied.
 */

/** @typedef {import("./comparison.js").ComparisonMatrix} Host */
/** @typedef {HTMLTableCellElement} Cell */
/** @typedef {HTMLTableRowElement} Line */
/** @typedef {{id: string, slug: string, title: string, place: number, head: Cell, line: Line|null, drawn: string, lines: string}} Subject `line` where subjects are rows. */
/** @typedef {{id: string, slug: string, title: string, place: number, head: Cell, line: Line|null, drawn: string, type: string, levels: [string, string][], factor: number, data: Record<string, string|undefined>, cells: Cell[], words: string[], group: Group}} Row An attribute: `levels` by id and title, lowest first; `factor` of its unit in base units; `cells`, and their words once they were asked for, by the place of their subject. */
/** @typedef {{id: string, title: string, head: Cell, body: HTMLTableSectionElement|null, rows: Row[]}} Group A dimension. */
/** @typedef {{attribute: string, text: string}} Condition */

/**
 * @typedef {object} View What a reader has chosen, by ids.
 * @property {string[]|null} show Subjects in order; null: the first few.
 * @property {string[]} hide Attributes that are not shown.
 * @property {string[]} skip Dimensions that are not shown.
 * @property {boolean} diff Only rows that differ.
 * @property {string} find Words that rows must hold.
 * @property {string[]} sort Attributes that sort subjects; the second where the first ties. `-` before: highest first.
 * @property {string} order Of rows: empty as written, `name`, `importance` or `differences`.
 * @property {Condition[]} where What subjects must meet to be shown.
 * @property {string} base The subject that others are measured against.
 * @property {boolean} flip Rows and columns swapped.
 * @property {boolean} plain A plain table instead of a grid.
 */

import { join, leave, write } from "./matrix-address.js";
import { folded, levelsOf, sameness, wordsOf } from "./matrix-values.js";

/** Where attributes are columns and there are more, those out of sight are not in the document. */
const MANY = 60;

/** @returns {View} */
export const initial = () => ({ show: null, hide: [], skip: [], diff: false, find: "", sort: [], order: "", where: [], base: "", flip: false, plain: false });

const parts = {
  rank: () => import("./matrix-rank.js"),
  tools: () => import("./matrix-tools.js"),
  menus: () => import("./matrix-menus.js"),
  cells: () => import("./matrix-cells.js"),
  flip: () => import("./matrix-flip.js"),
  keys: () => import("./matrix-keys.js"),
  print: () => import("./matrix-print.js"),
};

/**
 * Put nodes in order, from a place on; those already there are not touched.
 * @param {Element} parent
 * @param {Element[]} nodes
 * @param {Element|null} next What stands where the first belongs.
 */
export const arrange = (parent, nodes, next) => {
  for (const node of nodes) {
    // One that stands too early is moved away, instead of all that follow it to before it.
    if (next?.nextElementSibling === node) parent.append(next);
    else if (node !== next) parent.insertBefore(node, next);
    next = node.nextElementSibling;
  }
};

/** @type {(body: HTMLTableSectionElement, lines: Line[]) => void} Put lines in order, unless they are: hidden ones between them do no harm. */
const sortLines = (body, lines) => {
  const places = new Map([...body.rows].map((line, place) => [line, place]));
  const place = (/** @type {Line} */ line) => places.get(line) ?? -1;
  if (lines.some((line, at) => at && place(line) < place(lines[at - 1]))) arrange(body, lines, body.rows[0]?.cells.length === 1 ? (body.rows[1] ?? null) : (body.rows[0] ?? null));
};

/** @type {{link: HTMLLinkElement, loaded: Promise<unknown>}|undefined} */
let sheet;

/** @type {() => Promise<unknown>} The style of what opens, and of what readers ask for. Material's instant navigation takes it away. */
export const style = () => {
  if (!sheet?.link.isConnected) {
    const link = document.createElement("link");
    const loaded = new Promise((resolve) => (link.onload = link.onerror = resolve));
    Object.assign(link, { rel: "stylesheet", href: new URL("matrix.css", import.meta.url).href });
    document.head.append(link);
    sheet = { link, loaded };
  }
  return sheet.loaded;
};

/** @type {(words: string) => HTMLElement} */
const lostNote = (words) => Object.assign(document.createElement("span"), { className: "comparison-lost", textContent: words });

/** @type {(head: Element) => string} */
const titleOf = (head) => head.querySelector("a")?.title || wordsOf(head);

export class Matrix {
  view = initial();
  /** @type {string[]} What an address asked for that is not here. */
  lost = [];
  /** @type {Subject[]} In the order of the data, as are the rows. */
  subjects = [];
  /** @type {Row[]} */
  rows = [];
  /** @type {Group[]} */
  groups = [];
  /** @type {{subjects: Subject[], rows: Row[], same: number, left: number}} What is on screen; how many rows are the same, how many subjects a filter had to choose from. */
  shown = { subjects: [], rows: [], same: 0, left: 0 };
  /** @type {Record<string, any>} The parts that are loaded. */
  parts = {};
  /** @type {Cell|undefined} The one that the tab key leads to. */
  active;
  columns = "";
  /** The first column in the document, of very many. */
  from = 0;
  /** @type {Cell|undefined} The one that a link has led to. */
  marked;
  turn = 0;
  /** What is to be told once, with the next view. */
  said = "";

  /** @param {Host} host */
  constructor(host) {
    this.host = host;
    this.table = host.table;
    this.isFlipped = this.startsFlipped = "transposed" in host.dataset;
    this.isFlipped ? this.readFlipped() : this.readUpright();
    style();
    this.load("rank", "tools", "menus", "keys", "print").then(({ keys }) => {
      keys.attach(this);
      host.dataset.prints = "";
    });
    if ("terse" in host.dataset) this.linkNotes();
  }

  /** Lead from notes back to their cells, once they are looked at. */
  linkNotes() {
    const fold = /** @type {HTMLDetailsElement|null} */ (this.host.querySelector(":scope > details.comparison-fold"));
    const link = () => this.load("cells").then(({ cells }) => cells.linkBack(this));
    fold && !fold.open ? fold.addEventListener("toggle", link, { once: true }) : link();
  }

  /** Take part in the page's address. */
  join() {
    join(this);
    return this;
  }

  leave() {
    leave(this);
  }

  get name() {
    return this.host.dataset.name || this.host.dataset.comparison || "";
  }

  /** @param {...keyof typeof parts} names */
  async load(...names) {
    await Promise.all(names.map(async (name) => (this.parts[name] ??= await parts[name]())));
    return this.parts;
  }

  readUpright() {
    const [head] = /** @type {HTMLTableSectionElement} */ (this.table.tHead).rows;
    for (const each of [...head.cells].slice(1)) this.addSubject(each, null);
    for (const body of this.table.tBodies) {
      const [first, ...lines] = body.rows;
      const group = this.addGroup(first.cells[0], body, body.dataset.dimension);
      for (const line of lines) {
        const [head, ...cells] = line.cells;
        this.addRow(line, head, line, cells, group);
      }
    }
  }

  readFlipped() {
    const [first, second] = /** @type {HTMLTableSectionElement} */ (this.table.tHead).rows;
    const lines = [...this.table.tBodies[0].rows];
    for (const line of lines) this.addSubject(line.cells[0], line);
    const cells = lines.map((line) => [...line.cells]);
    const heads = [...second.cells];
    for (const head of [...first.cells].slice(1)) {
      const group = this.addGroup(head, null, head.dataset.dimension);
      for (let rest = head.colSpan; rest--; ) {
        const place = this.rows.length;
        this.addRow(heads[place], heads[place], null, cells.map((line) => line[place + 1]), group);
      }
    }
  }

  /** @type {(head: Cell, line: Line|null) => void} */
  addSubject(head, line) {
    const id = head.dataset.subject ?? "";
    this.subjects.push({ id, slug: head.dataset.slug ?? id, title: titleOf(head), place: this.subjects.length, head, line, drawn: "", lines: line?.dataset.lines ?? "" });
  }

  /** @type {(head: Cell, body: HTMLTableSectionElement|null, id?: string) => Group} */
  addGroup(head, body, id = "") {
    const group = { id, title: titleOf(head), head, body, rows: /** @type {Row[]} */ ([]) };
    this.groups.push(group);
    return group;
  }

  /** @type {(holder: HTMLElement, head: Cell, line: Line|null, cells: Cell[], group: Group) => void} */
  addRow({ dataset }, head, line, cells, group) {
    const data = { ...dataset };
    const { attribute: id = "", slug = id, type = "text" } = data;
    const levels = levelsOf(this.host.data, type, id);
    const factor = type === "quantity" ? Number(this.host.data.units?.[data.unit ?? ""]?.[1] ?? 1) : 1;
    const row = { id, slug, title: titleOf(head), place: this.rows.length, head, line, drawn: "", type, levels, factor, data, cells, words: [], group };
    group.rows.push(row);
    this.rows.push(row);
  }

  /** @type {(id: string) => Subject|undefined} */
  subject(id) {
    return this.subjects.find((each) => each.id === id);
  }

  /** @type {(id: string) => Row|undefined} The attribute of an id, or of a sort key. */
  row(id) {
    return this.rows.find((each) => each.id === id.replace(/^-/, ""));
  }

  /** @returns {Subject[]} The subjects that are chosen, whatever filters leave of them. */
  get chosen() {
    const { show, where } = this.view;
    if (show) return show.flatMap((id) => this.subject(id) ?? []);
    // Who filters looks for subjects among all of them.
    return where.length ? this.subjects : this.subjects.slice(0, this.host.most);
  }

  /** @type {(changes: Partial<View>, push?: boolean) => Promise<void>} Change the view and the address: a step that "back" undoes, if pushed. */
  change(changes, push = true) {
    Object.assign(this.view, changes);
    this.lost = [];
    write(push);
    return this.draw();
  }

  /** @type {(find: string) => Promise<void>} */
  seek(find) {
    return this.change({ find }, !find !== !this.view.find);
  }

  showAll() {
    return this.change({ show: this.subjects.map((each) => each.id) });
  }

  /** @type {(old: string, id: string) => Promise<void>} */
  replace(old, id) {
    return this.change({ show: this.shown.subjects.map((each) => (each.id === old ? id : each.id)), sort: [] });
  }

  /** @type {(button: HTMLButtonElement) => Promise<unknown>} What a button of the page does. */
  async press(button) {
    if (button.name === "differences") return this.change({ diff: !this.view.diff });
    if (button.name === "swap") return this.change({ flip: !this.view.flip });
    if (button.name === "plain") return this.change({ plain: !this.view.plain });
    const { tools, menus } = await this.load("rank", "tools", "menus");
    return button.name ? tools.open(this, button) : menus.open(this, button);
  }

  /** @type {(row: Row, subjects: Subject[]) => boolean} Whether all subjects are known to have the same value. */
  isAgreed(row, subjects) {
    if (subjects.length < 2) return false;
    const first = sameness(row, row.cells[subjects[0].place]);
    return first !== null && subjects.every(({ place }) => sameness(row, row.cells[place]) === first);
  }

  /** Bring the table into line with the view. */
  async draw() {
    const turn = ++this.turn;
    const { view, parts } = this;
    const isRanked = !!(view.sort.length || view.where.length || view.base || view.order);
    const flip = view.flip !== this.startsFlipped;
    if (isRanked && !parts.rank) await this.load("rank");
    if ((flip || this.isFlipped) && !parts.flip) await this.load("flip");
    if (turn !== this.turn) return;
    if (flip !== this.isFlipped) parts.flip.flip(this);
    const chosen = this.chosen;
    const subjects = isRanked ? parts.rank.rankSubjects(this, chosen) : chosen;
    const words = folded(view.find).split(/\s+/).filter(Boolean);
    const found = this.rows.filter((row) => !view.hide.includes(row.id) && !view.skip.includes(row.group.id) && this.holds(row, subjects, words));
    const different = view.diff ? found.filter((row) => !this.isAgreed(row, subjects)) : found;
    const rows = view.order ? parts.rank.rankRows(this, different, subjects) : different;
    this.shown = { subjects, rows, same: found.length - rows.length, left: chosen.length };
    this.place();
    this.inform();
    this.tell();
    this.host.dress();
    parts.keys?.settle(this);
    // A table that is scrolled already does not say so again.
    if (this.isVast) requestAnimationFrame(() => parts.flip.slide(this));
  }

  /** @type {(row: Row, subjects: Subject[], words: string[]) => boolean} */
  holds(row, subjects, words) {
    if (!words.length) return true;
    const cells = subjects.map(({ place }) => (row.words[place] ??= folded(wordsOf(row.cells[place]))));
    const text = [folded(row.group.title), folded(row.title), ...cells].join("\n");
    return words.every((word) => text.includes(word));
  }

  /** Move what is shown to its place, and hide the rest. */
  place() {
    const { subjects, rows } = this.shown;
    const { isFlipped, isVast } = this;
    const all = isFlipped ? rows : subjects;
    /** @type {(Subject|Row)[]} */
    const columns = isVast ? this.parts.flip.near(this) : all;
    const signature = `${isFlipped}:${isVast}:${this.from}:${all.length}:${columns.map((each) => each.place)}`;
    if (signature !== this.columns) this.placeHeads(columns, all.length);
    this.columns = signature;
    const lines = new Set(/** @type {(Subject|Row)[]} */ (isFlipped ? subjects : rows));
    for (const each of isFlipped ? this.subjects : this.rows) {
      const line = /** @type {Line} */ (each.line);
      const isShown = lines.has(each);
      if (line.hidden === isShown) line.hidden = !isShown;
      if (!isShown || each.drawn === signature) continue;
      each.drawn = signature;
      const cells = columns.map((other) => this.cell(each, other));
      if (isVast) this.parts.flip.keepOnly(line, [each.head, ...cells]);
      arrange(line, cells, line.children[1] ?? null);
      if (isFlipped) this.describe(cells, /** @type {Row[]} */ (columns));
    }
    this.placeGroups(rows, columns.length);
    if (isFlipped) sortLines(this.table.tBodies[0], subjects.flatMap((each) => each.line ?? []));
  }

  /** @type {(cells: Cell[], rows: Row[]) => void} Say in cells of a line what else their own line says. */
  describe(cells, rows) {
    const isLarge = "large" in this.host.dataset;
    for (const [place, { id, type }] of rows.entries()) {
      Object.assign(cells[place].dataset, { attribute: id, type });
      if (isLarge) cells[place].ariaColIndex = `${(this.isVast ? this.from : 0) + place + 2}`;
    }
  }

  /** @type {(first: Subject|Row, second: Subject|Row) => Cell} The cell of a row and a subject, whichever comes first. */
  cell(first, second) {
    return "cells" in first ? first.cells[second.place] : /** @type {Row} */ (second).cells[first.place];
  }

  /** Whether only those columns are in the document that are in sight or near it. */
  get isVast() {
    return this.isFlipped && this.host.isLazy && this.shown.rows.length > MANY;
  }

  /** @type {(columns: (Subject|Row)[], all: number) => void} */
  placeHeads(columns, all) {
    const { isFlipped, table } = this;
    const shown = new Set(columns);
    for (const each of isFlipped ? this.rows : this.subjects) each.head.hidden = !shown.has(each);
    const line = /** @type {HTMLTableSectionElement} */ (table.tHead).rows[isFlipped ? 1 : 0];
    const heads = columns.map((each) => each.head);
    if (this.isVast) this.parts.flip.keepOnly(line, heads);
    arrange(line, heads, line.children[isFlipped ? 0 : 1] ?? null);
    this.host.limit(columns.length, all, this.isVast ? this.from : 0);
  }

  /** @type {(rows: Row[], columns: number) => void} */
  placeGroups(rows, columns) {
    for (const { head, body } of this.groups) {
      const mine = rows.filter((row) => row.group.head === head);
      if (body) {
        body.hidden = !mine.length;
        head.colSpan = columns + 1;
        sortLines(body, mine.flatMap((row) => row.line ?? []));
      } else {
        head.hidden = !mine.length;
        head.colSpan = mine.length || 1;
        head.style.gridColumnEnd = `span ${head.colSpan}`; // a grid knows no `colspan`
      }
    }
  }

  /** Say how large the grid is, and what sorts it, to those who don't see it. */
  inform() {
    const { table, view, shown, host } = this;
    const [lines, columns] = this.isFlipped ? [shown.subjects, shown.rows] : [shown.rows, shown.subjects];
    table.toggleAttribute("data-plain", view.plain);
    view.plain ? table.removeAttribute("role") : table.setAttribute("role", "grid");
    if ("large" in host.dataset) {
      const above = this.isFlipped ? 2 : 1;
      table.ariaRowCount = `${above + lines.length + (this.isFlipped ? 0 : new Set(shown.rows.map((row) => row.group)).size)}`;
      table.ariaColCount = `${columns.length + 1}`;
      columns.forEach((each, place) => (each.head.ariaColIndex = `${place + 2}`));
      let index = above;
      /** @type {Group|null} */
      let group = null;
      for (const each of lines) {
        if ("group" in each && each.group !== group) {
          group = each.group;
          /** @type {Element} */ (group.head.parentElement).ariaRowIndex = `${++index}`;
        }
        /** @type {Line} */ (each.line).ariaRowIndex = `${++index}`;
      }
    }
    const [key = ""] = view.sort;
    const sorting = this.row(key);
    for (const row of this.rows) {
      if (row === sorting) row.head.setAttribute("aria-sort", key[0] === "-" ? "descending" : "ascending");
      else row.head.removeAttribute("aria-sort");
    }
    for (const each of this.subjects) each.head.toggleAttribute("data-base", each.id === view.base);
  }

  /** Say in words what is shown, and offer to undo it. */
  tell() {
    const { view, shown, host } = this;
    const t = host.t.bind(host);
    const sorted = view.sort.map((key) => t(key[0] === "-" ? "descending" : "ascending", { attribute: this.row(key)?.title ?? "" })).join(", ");
    const more = [];
    if (shown.same) more.push(t("count-same", { number: shown.same }));
    if (sorted) more.push(t("sorted", { by: sorted }));
    if (view.flip) more.push(t("swapped"));
    if (this.said) more.push(this.said);
    this.said = "";
    /** @type {[string, Partial<View>][]} */
    const undo = [];
    if (view.diff) undo.push([shown.same ? t("show-same", { number: shown.same }) : t("differences"), { diff: false }]);
    if (view.find) undo.push([t("found", { words: view.find }), { find: "" }]);
    if (sorted) undo.push([t("sorted", { by: sorted }), { sort: [] }]);
    if (view.order) undo.push([t(`order-${view.order}`), { order: "" }]);
    for (const each of view.where) undo.push([`${this.row(each.attribute)?.title}: ${each.text}`, { where: view.where.filter((other) => other !== each) }]);
    if (view.base) undo.push([t("against", { subject: this.subject(view.base)?.title ?? "" }), { base: "" }]);
    const hidden = this.rows.filter((row) => view.hide.includes(row.id) || view.skip.includes(row.group.id)).length;
    if (hidden) undo.push([t("hidden-rows", { number: hidden }), { hide: [], skip: [] }]);
    // What is in effect is told to those who don't see the marks, too.
    const others = [t("differences"), t("sorted", { by: sorted }), ...(shown.same ? [t("show-same", { number: shown.same })] : [])];
    more.push(...undo.map(([text]) => text).filter((text) => !others.includes(text)));
    const chips = undo.map(([text, changes]) => {
      const chip = host.chip(text, (matrix) => matrix.change(changes), t("undo", { what: text }));
      chip.dataset.undo = "";
      return chip;
    });
    if (shown.left < this.subjects.length) chips.push(host.chip(t("show-all", { number: this.subjects.length }), (matrix) => matrix.showAll()));
    if (undo.length > 1 || (view.show && this.name)) chips.push(host.chip(t("reset"), (matrix) => matrix.change(initial())));
    if (this.lost.length) more.push(t("lost", { names: this.lost.join(", ") }));
    host.tell(shown.subjects.length, this.subjects.length, shown.rows.length, this.rows.length, ...more);
    host.chips.replaceChildren(...chips, ...(this.lost.length ? [lostNote(t("lost", { names: this.lost.join(", ") }))] : []));

    const pressed = { differences: view.diff, swap: view.flip, plain: view.plain };
    for (const [name, is] of Object.entries(pressed)) host.tools.querySelector(`[name=${name}]`)?.setAttribute("aria-pressed", `${is}`);
    // Who types is ahead of what is shown.
    if (host.find !== document.activeElement) host.find.value = view.find;
    host.pick(this.isFlipped ? ["", "", ""] : shown.subjects.map((each) => each.id));
  }

  /** @type {(line: Line, isWhole?: boolean) => void} Show in the cells of a line what they are against the baseline: in those in the document, or in all. */
  dressed(line, isWhole = false) {
    if (!this.view.base && !isWhole && !line.querySelector(".comparison-delta")) return;
    this.parts.rank?.showDeltas(this, line, isWhole);
  }

  unmark() {
    this.marked?.classList.remove("is-marked");
  }

  /** @type {(row: Row, column: Subject) => Promise<void>} Bring a cell into sight, whatever hides it. */
  async reveal(row, column) {
    const { view, shown } = this;
    if (!shown.subjects.includes(column) || !shown.rows.includes(row)) {
      const hide = view.hide.filter((id) => id !== row.id);
      const skip = view.skip.filter((id) => id !== row.group.id);
      Object.assign(view, { where: [], diff: false, find: "", hide, skip });
      if (!this.chosen.includes(column)) view.show = [...this.chosen.map((each) => each.id), column.id];
      await this.draw();
    }
    const cell = row.cells[column.place];
    if (this.isVast) this.parts.flip.reach(this, row);
    this.unmark();
    this.marked = cell;
    cell.classList.add("is-marked");
    cell.scrollIntoView({ block: "center", inline: "center" });
  }
}
