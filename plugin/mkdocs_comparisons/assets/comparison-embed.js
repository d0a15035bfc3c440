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

import { dress, parse } from "./embed-frames.js";
import { SHEET, Table, make, textOf } from "./embed-table.js";

const VERSION = 1;
const WORDS = { find: "Find in table", sort: "Sort by", differences: "Differences", notes: "Notes", source: "Source", missing: "no claim", failed: "The comparison can't be shown", none: "Nothing matches." };

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

export class ComparisonEmbed extends HTMLElement {
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
    return make("img", { src, alt: of === this.data ? this.data.title : `${this.data.title}: ${of.title}` });
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

/** @type {(problem: string) => never} */
const fail = (problem) => {
  throw new Error(problem);
};

customElements.get("comparison-embed") ?? customElements.define("comparison-embed", ComparisonEmbed);
