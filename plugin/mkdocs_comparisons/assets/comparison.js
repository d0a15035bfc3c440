/**
 * `<comparison-matrix>`: gives the server's table its controls. What they do is loaded when it is first asked for, from
 * `matrix.js` beside this file; a reader who only reads loads no more than this.
 */

/** @typedef {import("./matrix.js").Matrix} Matrix */

const MOST = 5;
const narrow = matchMedia("(max-width: 600px)");
let count = 0;
/** Whether a matrix was used in this window: instant navigation brings others in its place. */
let isWoken = false;

/** @type {(name: string, properties: object, ...children: (Node|string)[]) => any} */
const make = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** @type {(name: string, from: ParentNode) => Record<string, any>} */
const told = (name, from) => JSON.parse(/** @type {HTMLTemplateElement|null} */ (from.querySelector(`template.${name}`))?.content.textContent || "{}");

export class ComparisonMatrix extends HTMLElement {
  /** @type {HTMLTableElement} */
  table = /** @type {any} */ (null);
  /** @type {Matrix|undefined} What moves the table, once it is loaded. */
  matrix;
  /** @type {Set<HTMLTableRowElement>} Of a large table, the lines in sight or near it. */
  near = new Set();
  /** @type {WeakSet<Element>} The cells that have their button. */
  done = new WeakSet();
  /** @type {Map<string|undefined, string>} What columns are called, by id. */
  titles = new Map();
  path = location.pathname; // of its page
  /** @type {(string|undefined)[]} Their ids, as the server has put them. */
  subjects = [];
  sheet = new CSSStyleSheet();
  columns = -1;
  /** @type {IntersectionObserver|undefined} */
  watch;
  /** @type {Promise<Matrix>|undefined} */
  waking;
  /** @type {Record<string, any>} What the server tells beside the table. */
  data = {};
  /** @type {Record<string, string>} */
  messages = {};

  connectedCallback() {
    if (!this.table) {
      const table = this.querySelector("table");
      if (!table) return;
      this.table = table;
      this.equip();
      this.rest();
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
    addEventListener("hashchange", this);
    narrow.addEventListener("change", this);
    this.handleEvent();
    this.matrix?.join();
  }

  disconnectedCallback() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
    removeEventListener("hashchange", this);
    narrow.removeEventListener("change", this);
    this.matrix?.leave();
  }

  /** @type {(event?: Event) => void} An address with a view or a cell in it needs more than is here. */
  handleEvent(event) {
    if (this.matrix) event?.type === "change" && this.matrix.draw();
    else if (isWoken || /^#(m\d+:|[^.]+\.[^.]+$)/.test(location.hash)) this.wake();
    else if (event) this.rest();
  }

  /** @returns {Promise<Matrix>} */
  wake() {
    isWoken = true;
    return (this.waking ??= import("./matrix.js").then(({ Matrix }) => (this.matrix = new Matrix(this)).join()));
  }

  /** @type {(key: string, values?: Record<string, string|number>) => string} A text from the table that the page hands over. */
  t(key, values = {}) {
    return (this.messages[key] ?? key).replace(/\{(\w+)\}/g, (/** @type {string} */ all, /** @type {string} */ name) => `${values[name] ?? all}`);
  }

  /** How many subjects are shown until a reader chooses. */
  get most() {
    return narrow.matches ? 2 : "chosen" in this.dataset ? Infinity : MOST;
  }

  get isFlipped() {
    return this.matrix?.isFlipped ?? "transposed" in this.dataset;
  }

  // A selector would look at every cell of a large table, and at all that is in it.
  get heads() {
    return [...(this.table.tHead?.rows ?? [])].flatMap((line) => [...line.cells]).filter((head) => head.localName === "th");
  }

  get groupHeads() {
    return [...this.table.tBodies].flatMap((body) => body.rows[0]?.cells[0] ?? []).filter((head) => head.scope === "rowgroup");
  }

  get lines() {
    return [...this.table.tBodies].flatMap((body) => [...body.rows]).filter((line) => line.className !== "comparison-matrix__dimension");
  }

  get subjectHeads() {
    return this.isFlipped ? this.lines.map((line) => line.cells[0]) : this.heads;
  }

  /** Add the toolbar, and the buttons in heads and cells. */
  equip() {
    this.dataset.at = `${++count}`;
    this.data = told("comparison-matrix__data", this);
    this.messages = told("comparison-messages", document);
    this.language = /** @type {HTMLElement|null} */ (document.querySelector("template.comparison-messages"))?.dataset.language;
    this.titles = new Map(this.heads.map((head) => [head.dataset.subject ?? head.dataset.attribute, titleOf(head)]));
    this.subjects = this.subjectHeads.map((head) => head.dataset.subject);
    const many = this.data.noun?.[1] ?? this.t("subjects");
    const tool = (/** @type {string} */ key, properties = {}, label = this.t(key)) =>
      make("button", { type: "button", className: "comparison-tool", name: key, ...properties }, label);
    const panel = { ariaHasPopup: "dialog", ariaExpanded: "false" };
    const toggle = { ariaPressed: "false" };
    this.find = make("input", { type: "search", className: "comparison-find", placeholder: this.t("find"), ariaLabel: this.t("find") });
    this.tools = make("div", { className: "comparison-tools", role: "group", ariaLabel: this.t("tools") },
      this.find, tool("differences", toggle), tool("subjects", panel, many), tool("rows", panel), tool("sort", panel), tool("filter", panel),
      tool("baseline", panel), tool("swap", toggle), tool("export", panel), ...("large" in this.dataset ? [tool("plain", toggle)] : []));
    this.chips = make("div", { className: "comparison-chips", role: "group", ariaLabel: this.t("active") });
    this.status = make("p", { className: "comparison-status", role: "status" });
    this.prepend(this.tools, make("div", { className: "comparison-shown" }, this.status, this.chips));
    this.table.setAttribute("role", "grid");
    this.find.addEventListener("input", () => this.wake().then((matrix) => matrix.seek(this.find.value)));
    this.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      if (button?.matches(".comparison-tool, .comparison-menu, .comparison-info")) this.wake().then((matrix) => matrix.press(button));
    });
    for (const name of ["pointerover", "focusin"]) this.addEventListener(name, () => this.wake(), { once: true });
  }

  /** Show the first few subjects, and how many there are. */
  rest() {
    const heads = this.subjectHeads;
    const shown = Math.min(this.most, heads.length);
    heads.forEach((head, place) => ((this.isFlipped ? /** @type {HTMLElement} */ (head.parentElement) : head).hidden = place >= shown));
    if (!this.isFlipped) this.limit(shown);
    const rows = this.isFlipped ? this.heads.filter((head) => head.dataset.attribute).length : this.lines.length;
    if ("large" in this.dataset) this.count(shown);
    this.tell(shown, heads.length, rows, rows);
    this.chips.replaceChildren();
    if (shown < heads.length) this.chips.append(this.chip(this.t("show-all", { number: heads.length }), (matrix) => matrix.showAll()));
    this.pick([...heads].slice(0, shown).map((head) => head.dataset.subject));
    this.dress();
    // Paper does not wait for what splits a wide table.
    if (shown > MOST) setTimeout(() => this.wake(), 1_000);
  }

  /** @type {(columns: number) => void} Say how large a table is, of which browsers lay out a part. */
  count(columns) {
    const lines = [...this.table.rows].filter((line) => !line.hidden);
    this.table.ariaRowCount = `${lines.length}`;
    this.table.ariaColCount = `${columns + 1}`;
    lines.forEach((line, place) => (line.ariaRowIndex = `${place + 1}`));
    [.../** @type {any} */ (this.table.tHead?.lastElementChild).querySelectorAll("th:not([hidden])")].forEach((head, place) => (head.ariaColIndex = `${place + 2}`));
  }

  /** @type {(columns: number, all?: number, from?: number) => void} Show the first columns only; they may be some of very many, from one on. */
  limit(columns, all = columns, from = 0) {
    // A sheet that is replaced has every cell styled anew.
    if (this.columns !== columns) this.sheet.replaceSync(`[data-at="${this.dataset.at}"] tbody td:nth-child(n+${columns + 2}){display:none}`);
    this.columns = columns;
    for (const head of this.groupHeads) head.colSpan = columns + 1;
    this.table.style.setProperty("--comparison-columns", `${all}`);
    this.table.style.setProperty("--comparison-from", `${from + 2}`);
  }

  /** @type {(subjects: number, ofSubjects: number, rows: number, ofRows: number, ...more: string[]) => void} Say how much is shown; what more there is to say stands beside it in marks, or is heard only. */
  tell(subjects, ofSubjects, rows, ofRows, ...more) {
    const many = this.data.noun?.[1] ?? this.t("subjects");
    const words = `${this.t("count-subjects", { many, shown: subjects, all: ofSubjects })} · ${this.t(this.isFlipped ? "count-columns" : "count-rows", { shown: rows, all: ofRows })}`;
    const aside = make("span", { className: "comparison-hidden" }, ...more.map((each) => ` · ${each}`));
    if (this.status.textContent !== words + aside.textContent) this.status.replaceChildren(words, aside);
  }

  /** @type {(text: string, act: (matrix: Matrix) => void, label?: string) => any} */
  chip(text, act, label = text) {
    return make("button", { type: "button", className: "comparison-chip", ariaLabel: label, onclick: () => this.wake().then(act).then(() => this.find.focus()) }, text);
  }

  /** @type {(shown: (string|undefined)[]) => void} On a phone, give each of two subjects side by side a choice of its own. */
  pick(shown) {
    for (const head of this.subjectHeads) head.querySelector("select")?.remove();
    const heads = this.heads.filter((head) => head.dataset.subject);
    if (!narrow.matches || shown.length > 2 || heads.length < 3) return;
    for (const head of heads.filter((each) => shown.includes(each.dataset.subject))) {
      const free = heads.filter((each) => each === head || !shown.includes(each.dataset.subject));
      const options = free.map((each) => make("option", { value: each.dataset.subject, selected: each === head }, titleOf(each)));
      const pick = make("select", { className: "comparison-pick", ariaLabel: this.t("pick", { subject: titleOf(head) }) }, ...options);
      pick.onchange = () => this.wake().then((matrix) => matrix.replace(head.dataset.subject ?? "", pick.value));
      head.append(pick);
    }
  }

  /** Give lines their buttons; those of a large table when they come near. */
  dress() {
    for (const head of [...this.heads, ...this.groupHeads]) this.menu(head);
    const { lines } = this;
    if (!this.isLazy) return lines.forEach((line) => this.dressLine(line));
    // Without its style a table lies there as a whole, and all of it would be near.
    if (document.readyState !== "complete") return addEventListener("load", () => this.dress(), { once: true });
    this.watch ??= new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of /** @type {any[]} */ (entries)) {
        this.near[isIntersecting ? "add" : "delete"](target);
        if (isIntersecting) this.dressLine(target);
      }
    }, { root: this.table.parentElement, rootMargin: "300px" });
    lines.forEach((line) => this.watch?.observe(line));
    this.near.forEach((line) => this.dressLine(line));
  }

  get isLazy() {
    return "large" in this.dataset && !this.matrix?.view.plain;
  }

  /** @type {(line: HTMLTableRowElement) => void} */
  dressLine(line) {
    const [head, ...cells] = line.cells;
    this.menu(head);
    const naked = (this.columns < 0 ? cells : cells.slice(0, this.columns)).filter((cell) => !this.done.has(cell));
    if (naked.length && "terse" in this.dataset) this.complete(line, head.dataset.subject);
    for (const cell of naked) this.detail(cell, [titleOf(head), this.titles.get((this.isFlipped ? cell.dataset.attribute : cell.dataset.subject) ?? "") ?? ""]);
    if (!line.hidden) this.matrix?.dressed(line);
  }

  /** @type {(line: HTMLTableRowElement, subject?: string) => void} Say in the cells of a huge table what the server has left out. */
  complete(line, subject) {
    const cells = this.matrix?.rows.find((row) => row.line === line)?.cells ?? [...line.cells].slice(1);
    cells.forEach(({ dataset }, place) => {
      dataset.subject ??= subject ?? this.subjects[place];
      dataset.state ??= "known";
    });
  }

  /** @type {(cell: HTMLTableCellElement, names: string[]) => void} Give a cell that has more to say a button that says it. */
  detail(cell, names) {
    this.done.add(cell);
    if (!cell.hasAttribute("tabindex")) cell.tabIndex = -1;
    const mark = /** @type {HTMLAnchorElement|null} */ (cell.querySelector("sup > a"));
    if (!mark && !cell.dataset.asOf && !(this.data.shared && cell.dataset.state !== "missing")) return;
    const number = mark?.textContent ?? "";
    const label = this.t(mark ? "details-note" : "details", { number, cell: names.join(", ") });
    const button = make("button", { type: "button", className: "comparison-info", tabIndex: -1, ariaHasPopup: "dialog", ariaLabel: label }, number);
    if (!mark) return cell.append(button);
    button.id = mark.id;
    button.value = mark.hash.slice(1);
    mark.replaceWith(button);
  }

  /** @type {(head: any) => void} */
  menu(head) {
    if (head.querySelector(".comparison-menu")) return;
    const label = this.t("options", { name: titleOf(head) });
    head.tabIndex = -1;
    // The name of a dimension stays in sight, and its button with it.
    if (/group/.test(head.scope)) head.replaceChildren(make("span", {}, ...head.childNodes));
    (/group/.test(head.scope) ? head.firstChild : head).append(make("button", { type: "button", className: "comparison-menu", tabIndex: -1, ariaHasPopup: "menu", ariaLabel: label }));
  }
}

/** @type {(head: Element) => string} */
const titleOf = (head) => {
  const link = head.querySelector("a");
  return link?.title || link?.textContent || head.textContent || "";
};

class ComparisonEmbedding extends HTMLElement {
  connectedCallback() {
    import("./embedding.js").then(({ start }) => start(this));
  }
}

customElements.get("comparison-matrix") ?? customElements.define("comparison-matrix", ComparisonMatrix);
customElements.get("comparison-embedding") ?? customElements.define("comparison-embedding", ComparisonEmbedding);
