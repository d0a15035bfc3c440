/**
 * For other sites: `<comparison-embed src="…/data.json">` shows a comparison in the page's own letters and colours, and
 * frames of `…/embed/…` get the height of what is in them and the page's light or dark scheme.
 *
 * The data is another site's. It is put into the page as text, never as HTML; its links lead to `http:` and `https:`
 * only. Messages are heard from frames of class `comparison-embed` alone, and only from the origin that they were given.
 */

/** @typedef {{id: string, title: string, short?: string, href?: string}} Subject */
/** @typedef {{id: string, title: string, href?: string, type: string, levels?: {id: string, title: string}[]}} Attribute */
/** @typedef {{id: string, title: string, href?: string, files?: Record<string, string>, attributes: Attribute[]}} Dimension */
/** @typedef {{source: string, where?: string, shows?: string, shows_text?: string}} Cited */
/** @typedef {{attribute: string, subject: string, href?: string, state: string, value: string, text?: string, typed?: any, key?: string, equal?: string, note?: string, note_text?: string, sources?: Cited[]}} Claim */
/** @typedef {{version: number, id: string, title: string, href?: string, files?: Record<string, string>, subjects: Subject[], dimensions: Dimension[], claims: Claim[], sources?: {id: string, title: string, url?: string}[]}} Data */

const TYPE = "comparison-embed";
const VERSION = 1;
const TALLEST = 30_000;
const WORDS = { find: "Find in table", sort: "Sort by", differences: "Differences", notes: "Notes", source: "Source", missing: "no claim", failed: "The comparison can't be shown", none: "Nothing matches." };
const NUMERIC = ["number", "quantity", "money"];

/** @type {(name: string, properties?: Record<string, any>, ...children: (Node|string)[]) => any} */
const make = (name, properties = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (key in made && typeof value !== "string") Object.assign(made, { [key]: value });
    else made.setAttribute(key, `${value}`);
  }
  made.append(...children);
  return made;
};

/** @type {(element: Element) => boolean} Whether letters are light, and so the ground dark: however a page says so. */
const isDark = (element) => {
  const canvas = document.createElement("canvas").getContext("2d");
  if (!canvas) return false;
  canvas.fillStyle = getComputedStyle(element).color;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140;
};

const SHEET = new CSSStyleSheet();
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

/** @type {Map<string, Promise<Data>>} What was fetched already: several elements may show parts of one comparison. */
const fetched = new Map();

/** @type {(list: unknown) => boolean} */
const isListOfObjects = (list) => Array.isArray(list) && list.every((each) => typeof each === "object" && each !== null);

/** @type {(url: string) => Promise<Data>} */
const fetchData = (url) => {
  const found = fetched.get(url) ?? fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" }).then(async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`.trim());
    const data = await answer.json();
    if (data?.version !== VERSION || !["subjects", "dimensions", "claims"].every((key) => isListOfObjects(data[key]))) throw new Error("this is no comparison of a version that is known here");
    return data;
  });
  fetched.set(url, found);
  found.catch(() => fetched.delete(url));
  return found;
};

class ComparisonEmbed extends HTMLElement {
  static observedAttributes = ["src", "view", "subjects", "dimensions", "attributes", "caption", ...Object.keys(WORDS).map((key) => `label-${key}`)];

  // Not a `style` element: a page's policy may forbid those.
  sheet = Object.assign(this.attachShadow({ mode: "open" }), { adoptedStyleSheets: [SHEET] });
  /** @type {Data} */
  data = /** @type {any} */ (null);
  drawn = 0;

  connectedCallback() {
    this.draw();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.draw();
  }

  /** @type {(name: string) => string[]} */
  list(name) {
    return (this.getAttribute(name) ?? "").split(/[\s,]+/).filter(Boolean);
  }

  /** @type {(key: keyof typeof WORDS) => string} */
  t(key) {
    return this.getAttribute(`label-${key}`) ?? WORDS[key];
  }

  /** @type {(href?: string) => string|undefined} An address from the data, if it is one that may be linked to. */
  at(href) {
    if (!href) return undefined;
    const url = parse(href, this.base);
    return url && ["http:", "https:"].includes(url.protocol) ? url.href : undefined;
  }

  async draw() {
    const turn = ++this.drawn;
    try {
      const src = this.getAttribute("src") ?? "";
      this.base = (src && parse(src, document.baseURI)?.href) || fail("'src' must be the address of a data.json");
      const data = await fetchData(this.base);
      if (turn !== this.drawn) return;
      this.data = data;
      this.show(...this.views());
    } catch (error) {
      if (turn === this.drawn) this.show(make("div", { class: "failed", role: "alert" }, `${this.t("failed")}: ${error instanceof Error ? error.message : error}. `, this.link(this.base ?? "", this.base)));
    }
  }

  /** @type {(...shown: Node[]) => void} */
  show(...shown) {
    this.sheet.replaceChildren(...shown);
    dress(this);
  }

  /** @returns {Node[]} */
  views() {
    const view = this.getAttribute("view") ?? "matrix";
    const views = /** @type {Record<string, () => Node[]>} */ ({ matrix: () => this.matrix(), diagram: () => [this.diagram()], value: () => [this.value()], list: () => [this.names()] });
    const make = Object.hasOwn(views, view) ? views[view] : null;
    if (!make) throw new Error(`there is no view '${view}', but ${Object.keys(views).join(", ")}`);
    return make();
  }

  get subjects() {
    return this.chosen("subjects", this.data.subjects);
  }

  /** @returns {Dimension[]} */
  get dimensions() {
    const rows = this.list("attributes");
    const all = this.data.dimensions.flatMap(({ attributes }) => attributes.map(({ id }) => id));
    const lost = rows.find((id) => !all.includes(id));
    if (lost) throw new Error(`there is no '${lost}' among the attributes`);
    const named = this.chosen("dimensions", this.data.dimensions);
    if (!rows.length) return named;
    const place = (/** @type {Attribute} */ { id }) => rows.indexOf(id);
    const some = named.map((each) => ({ ...each, attributes: each.attributes.filter((row) => place(row) >= 0).sort((one, other) => place(one) - place(other)) }));
    const found = some.filter(({ attributes }) => attributes.length);
    return found.length ? found : fail("the attributes are in none of the dimensions");
  }

  /** @type {<T extends {id: string}>(name: string, all: T[]) => T[]} Those that an attribute names, in its order; all without it. */
  chosen(name, all) {
    const ids = this.list(name);
    return ids.length ? ids.map((id) => all.find((each) => each.id === id) ?? fail(`there is no '${id}' among the ${name}`)) : all;
  }

  /** @type {(words: string, href?: string) => Node} */
  link(words, href) {
    const at = this.at(href);
    return at ? make("a", { href: at }, words) : make("span", {}, words);
  }

  diagram() {
    const [dimension] = this.chosen("dimensions", this.data.dimensions);
    const of = this.hasAttribute("dimensions") ? dimension : this.data;
    const src = this.at(of.files?.diagram_svg) ?? fail("there is no diagram");
    const image = make("img", { src, alt: of === this.data ? this.data.title : `${this.data.title}: ${of.title}` });
    return image;
  }

  value() {
    const [row] = this.list("attributes");
    const [column] = this.list("subjects");
    const claim = this.data.claims.find((each) => each.attribute === row && each.subject === column);
    return claim ? make("span", { title: claim.note_text ?? claim.note }, this.link(textOf(claim), claim.href)) : make("span", { class: "nothing" }, this.t("missing"));
  }

  names() {
    return make("ul", {}, ...this.subjects.map(({ title, href }) => make("li", {}, this.link(title, href))));
  }

  matrix() {
    return new Table(this).parts();
  }
}

/** A table of claims, and what sorts and filters it. */
class Table {
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
const textOf = (claim) => claim.text ?? claim.value;

/** @type {(href: string, base?: string) => URL|null} */
const parse = (href, base) => {
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
};

/** @type {(problem: string) => never} */
const fail = (problem) => {
  throw new Error(problem);
};

/** @type {(element: Element) => void} Follow the page's light or dark scheme. */
const dress = (element) => {
  element.toggleAttribute("data-dark", isDark(element));
  const image = element.shadowRoot?.querySelector("img");
  if (image) image.style.colorScheme = isDark(element) ? "dark" : "light";
};

/** @type {(frame: HTMLIFrameElement) => void} */
const tellFrame = (frame) => {
  const origin = originOf(frame);
  if (origin) frame.contentWindow?.postMessage({ type: TYPE, version: VERSION, scheme: isDark(frame.parentElement ?? frame) ? "dark" : "light" }, origin);
};

/** @type {(frame: HTMLIFrameElement) => string|null} */
const originOf = (frame) => {
  const url = parse(frame.src, document.baseURI);
  return url && ["http:", "https:"].includes(url.protocol) ? url.origin : null;
};

/** @type {() => NodeListOf<HTMLIFrameElement>} */
const frames = () => document.querySelectorAll("iframe.comparison-embed");

addEventListener("message", ({ data, origin, source }) => {
  if (typeof data !== "object" || data?.type !== TYPE || data.version !== VERSION) return;
  const frame = [...frames()].find((each) => each.contentWindow === source);
  if (!frame || origin !== originOf(frame) || !Number.isFinite(data.height) || data.height <= 0) return;
  // Before it has said something, it may not be there yet; it may also be there anew.
  heard.add(/** @type {Window} */ (source));
  tellFrame(frame);
  frame.style.height = `${Math.min(Math.ceil(data.height), TALLEST)}px`;
});

/** @type {WeakSet<Window>} */
const heard = new WeakSet();
let waiting = 0;
const follow = () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    for (const frame of frames()) if (frame.contentWindow && heard.has(frame.contentWindow)) tellFrame(frame);
    document.querySelectorAll("comparison-embed").forEach(dress);
  });
};
for (const element of [document.documentElement, document.body]) new MutationObserver(follow).observe(element, { attributes: true });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);
addEventListener("transitionend", ({ propertyName }) => propertyName === "color" && follow());
follow();

customElements.get("comparison-embed") ?? customElements.define("comparison-embed", ComparisonEmbed);
