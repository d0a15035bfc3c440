/** The table of `<comparison-embed>`: built of text nodes, with styles that nothing of the page can reach. */

/** @typedef {import("./comparison-embed.js").Claim} Claim */
/** @typedef {import("./comparison-embed.js").Cited} Cited */
/** @typedef {import("./comparison-embed.js").Attribute} Attribute */
/** @typedef {import("./comparison-embed.js").Dimension} Dimension */
/** @typedef {import("./comparison-embed.js").ComparisonEmbed} ComparisonEmbed */

const NUMERIC = ["number", "quantity", "money"];
/** @type {(name: string, properties?: Record<string, any>, ...children: (Node|string)[]) => any} */
export const make = (name, properties = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (key in made && typeof value !== "string") Object.assign(made, { [key]: value });
    else made.setAttribute(key, `${value}`);
  }
  made.append(...children);
  return made;
};

export const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`
:host { display: block; margin: 1.5em 0; font: inherit; color: inherit; --good: #17693f; --fair: #7d5200; --poor: #a3281f; }
:host([data-dark]) { --good: #6fd6a2; --fair: #eeb65c; --poor: #ff9c91; }
:host([view="value"]) { display: inline; margin: 0; }
.bar { display: flex; flex-wrap: wrap; gap: .5em; align-items: center; margin-bottom: .6em; font-size: .85em; }
input, button { box-sizing: border-box; min-height: 2.2em; padding: .2em .7em; border: 1px solid color-mix(in srgb, currentColor 35%, transparent); border-radius: 6px; background: transparent; color: inherit; font: inherit; }
input { flex: 0 1 18em; min-width: 8em; }
input::placeholder { color: inherit; opacity: .75; }
button { cursor: pointer; }
button[aria-pressed="true"] { background: color-mix(in srgb, currentColor 14%, transparent); font-weight: 600; }
:is(input, button, a, .scroll):focus-visible { outline: 2px solid; outline-offset: 1px; }
.scroll { overflow-x: auto; border: 1px solid color-mix(in srgb, currentColor 16%, transparent); border-radius: 6px; }
table { width: 100%; border-collapse: collapse; font-size: .9em; line-height: 1.45; }
caption { padding: .6em .8em; text-align: start; opacity: .85; }
th, td { min-width: 7em; padding: .5em .8em; border-top: 1px solid color-mix(in srgb, currentColor 16%, transparent); text-align: start; vertical-align: top; }
thead th { font-weight: 700; vertical-align: bottom; }
th[scope="row"] { min-width: 10em; font-weight: 500; }
th[scope="rowgroup"] { padding-top: 1.2em; font-weight: 700; }
a { color: inherit; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); text-underline-offset: .2em; }
th button { min-height: 24px; margin-inline-start: .3em; padding: 0 .35em; border-color: transparent; }
th button:hover { border-color: currentColor; }
[data-numeric] { font-variant-numeric: tabular-nums; white-space: nowrap; }
[data-level="yes"], [data-level="good"] { color: var(--good); font-weight: 600; }
[data-level="partial"], [data-level="fair"] { color: var(--fair); font-weight: 600; }
[data-level="no"], [data-level="poor"] { color: var(--poor); font-weight: 600; }
.sign { display: inline-block; width: 1.2em; }
.sources { opacity: .82; }
.nothing { font-style: italic; opacity: .8; }
sup { font-size: .75em; }
ol { margin: .8em 0 0; padding-inline-start: 1.6em; font-size: .85em; }
img { display: block; max-width: 100%; margin: 0 auto; }
p { margin: .6em 0 0; font-size: .85em; }
.failed { padding: .7em .9em; border: 1px solid; border-radius: 6px; color: var(--poor); font-size: .9em; }
[hidden] { display: none; }
`);
const SIGNS = new Map([["yes", "✓"], ["good", "✓"], ["partial", "◐"], ["fair", "◐"], ["no", "✗"], ["poor", "✗"]]);
/** Types of which a sort key is a number. */
const RANKED = [...NUMERIC, "support", "fit", "choice", "rating"];

/** A table of claims, and what sorts and filters it. */
export class Table {
  /** @param {ComparisonEmbed} host */
  constructor(host) {
    this.host = host;
    this.subjects = host.subjects;
    this.dimensions = host.dimensions;
    this.claims = new Map(host.data.claims.map((claim) => [`${claim.attribute} ${claim.subject}`, claim]));
    /** @type {Map<string, {number: number, item: HTMLElement}>} Notes with sources, by what they say. */
    this.notes = new Map();
    this.shown = this.dimensions.flatMap(({ attributes }) => attributes.flatMap(({ id }) => this.subjects.flatMap((subject) => this.claims.get(`${id} ${subject.id}`) ?? [])));
    // What all claims cite is said once.
    this.isShared = new Set(this.shown.map(({ sources }) => JSON.stringify(sources))).size === 1 && !!this.shown[0]?.sources?.length;
    /** @type {{row: HTMLTableRowElement, cells: HTMLTableCellElement[], claims: (Claim|undefined)[], words: string}[]} */
    this.rows = [];
    this.table = make("table", {});
  }

  /** @returns {Node[]} */
  parts() {
    const { host } = this;
    const caption = host.getAttribute("caption") ?? [host.data.title, ...(this.dimensions.length === 1 ? [this.dimensions[0].title] : [])].join(": ");
    this.heads = this.subjects.map((subject) => make("th", { scope: "col", "data-subject": subject.id }, host.link(subject.short ?? subject.title, subject.href)));
    this.table.append(make("caption", {}, host.link(caption, host.data.href)), make("thead", {}, make("tr", {}, make("td"), ...this.heads)), ...this.dimensions.map((each) => this.group(each)));
    const find = make("input", { type: "search", placeholder: host.t("find"), "aria-label": host.t("find") });
    const differences = make("button", { type: "button", "aria-pressed": "false" }, host.t("differences"));
    const none = make("p", { hidden: true, role: "status" }, host.t("none"));
    const filter = () => none.toggleAttribute("hidden", this.filter(find.value, differences.getAttribute("aria-pressed") === "true") > 0);
    find.oninput = filter;
    differences.onclick = () => {
      differences.setAttribute("aria-pressed", `${differences.getAttribute("aria-pressed") !== "true"}`);
      filter();
    };
    const bar = make("div", { class: "bar", role: "group", "aria-label": caption }, find, ...(this.subjects.length > 1 ? [differences] : []));
    const scroll = make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": caption }, this.table);
    return [bar, scroll, none, ...this.footnotes()];
  }

  /** @type {(dimension: Dimension) => HTMLElement} */
  group(dimension) {
    const head = make("tr", { class: "group" }, make("th", { scope: "rowgroup", colspan: `${this.subjects.length + 1}` }, this.host.link(dimension.title, dimension.href)));
    const rows = dimension.attributes.map((attribute) => this.row(attribute));
    return make("tbody", { "data-dimension": dimension.id }, ...(this.dimensions.length > 1 ? [head] : []), ...rows);
  }

  /** @type {(attribute: Attribute) => HTMLElement} */
  row(attribute) {
    const claims = this.subjects.map(({ id }) => this.claims.get(`${attribute.id} ${id}`));
    const cells = claims.map((claim, place) => this.cell(attribute, claim, this.subjects[place].id));
    const sort = make("button", { type: "button", "aria-label": `${this.host.t("sort")} ${attribute.title}` }, "↕");
    const row = make("tr", { "data-attribute": attribute.id }, make("th", { scope: "row" }, this.host.link(attribute.title, attribute.href), ...(this.subjects.length > 1 ? [sort] : [])), ...cells);
    const entry = { row, cells, claims, words: row.textContent.toLowerCase() };
    this.rows.push(entry);
    sort.onclick = () => this.sort(entry, comparer(attribute.type), sort);
    return row;
  }

  /** @type {(attribute: Attribute, claim: Claim|undefined, subject: string) => any} */
  cell(attribute, claim, subject) {
    const state = claim?.state ?? "missing";
    const cell = make("td", { "data-subject": subject, "data-state": state, "data-numeric": NUMERIC.includes(attribute.type) ? "" : undefined });
    const words = claim ? textOf(claim) : this.host.t("missing");
    const sign = claim && ["support", "fit"].includes(attribute.type) && state === "known" ? SIGNS.get(claim.value) : undefined;
    cell.append(make("span", { class: state === "known" ? undefined : "nothing", "data-level": sign ? claim?.value : undefined }, ...(sign ? [make("span", { class: "sign", "aria-hidden": "true" }, sign)] : []), claim && attribute.type === "link" ? this.host.link(words, claim.typed?.url) : words));
    const note = claim?.note_text ?? claim?.note ?? "";
    const sources = this.isShared ? [] : claim?.sources ?? [];
    if (note || sources.length) {
      const key = JSON.stringify([note, sources]);
      const said = this.notes.get(key) ?? { number: this.notes.size + 1, item: make("li", {}, note, ...this.cited(sources)) };
      this.notes.set(key, said);
      cell.append(make("sup", {}, ` ${said.number}`));
    }
    return cell;
  }

  /** @type {(sources: Cited[]) => Node[]} */
  cited(sources) {
    const works = sources.map(({ source, where, shows, shows_text }) => {
      const work = this.host.data.sources?.find(({ id }) => id === source);
      return make("span", {}, this.host.link(work?.title ?? source, work?.url), where ? `, ${where}` : "", shows ? `: ${shows_text ?? shows}` : "");
    });
    return works.length ? [make("span", { class: "sources" }, ` ${this.host.t("source")}: `, ...works.flatMap((work, place) => (place ? ["; ", work] : [work])), ".")] : [];
  }

  footnotes() {
    const notes = this.notes.size ? [make("ol", { "aria-label": this.host.t("notes") }, ...[...this.notes.values()].map(({ item }) => item))] : [];
    return this.isShared ? [make("p", {}, ...this.cited(this.shown[0]?.sources ?? [])), ...notes] : notes;
  }

  /** @type {(words: string, differing: boolean) => number} Show the rows that hold all words; return how many those are. */
  filter(words, differing) {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { row, claims, words: has } of this.rows) row.hidden = !wanted.every((word) => has.includes(word)) || (differing && isAgreed(claims));
    for (const body of this.table.tBodies) body.hidden = ![...body.rows].some((row) => row.className !== "group" && !row.hidden);
    return this.rows.filter(({ row }) => !row.hidden).length;
  }

  /** @type {(by: Table["rows"][0], compare: (one: string, other: string) => number, button: HTMLElement) => void} Put subjects in the order of their values; those without one last. */
  sort(by, compare, button) {
    const isDown = button.textContent === "↑";
    for (const each of this.table.querySelectorAll("th button")) {
      each.textContent = "↕";
      each.parentElement?.removeAttribute("aria-sort");
    }
    button.textContent = isDown ? "↓" : "↑";
    button.parentElement?.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    const key = (/** @type {number} */ place) => (by.claims[place]?.state === "known" ? by.claims[place].key ?? "" : null);
    const order = this.subjects.map((_, place) => place).sort((a, b) => {
      const [left, right] = [key(a), key(b)];
      if (left === null || right === null || left === right) return left === right ? a - b : left === null ? 1 : -1;
      return compare(left, right) * (isDown ? -1 : 1);
    });
    for (const cells of [this.heads ?? [], ...this.rows.map((row) => row.cells)]) {
      cells[0]?.parentElement?.append(...order.map((place) => cells[place]));
    }
  }
}

/** @type {(type: string) => (one: string, other: string) => number} Compares two sort keys of an attribute. */
const comparer = (type) => {
  if (RANKED.includes(type)) return (one, other) => Number(one) - Number(other);
  if (["date", "version"].includes(type)) return (one, other) => (one < other ? -1 : Number(one > other));
  return new Intl.Collator(undefined, { numeric: true }).compare;
};

/** @type {(claims: (Claim|undefined)[]) => boolean} Whether all are known to say the same. */
const isAgreed = (claims) => claims.every((claim) => claim?.state === "known") && new Set(claims.map((claim) => claim?.equal ?? claim?.key ?? "")).size === 1;

/** @type {(claim: Claim) => string} */
export const textOf = (claim) => claim.text ?? claim.value;
