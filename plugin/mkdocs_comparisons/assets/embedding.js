/** The page that says how to embed: a form whose snippet shows elsewhere what its preview shows here. */

/** @typedef {{id: string, title: string, files: Record<string, string>}} Part */
/** @typedef {Part & {subjects: {id: string, title: string}[], dimensions: Part[]}} Comparison */

import { make } from "./matrix-panel.js";
import { style } from "./matrix.js";

const WAYS = /** @type {const} */ ({
  frame: "A frame: any site",
  element: "An element: a site whose HTML you write",
  picture: "A picture: README, wiki, slides",
  block: "A block: pages of this site",
  marker: "A table: Markdown files",
});

/** @typedef {keyof typeof WAYS} Way */

/** @type {(text: string) => string} */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @type {(text: string) => string} */
const plain = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

class Form {
  /** @param {HTMLElement} host @param {Comparison[]} comparisons @param {string} base */
  constructor(host, comparisons, base) {
    this.host = host;
    this.comparisons = comparisons;
    this.base = base;
    this.comparison = this.choice("Comparison", comparisons.map(({ id, title }) => [id, title]));
    this.dimension = this.choice("Dimension", []);
    this.view = this.choice("View", [["matrix", "Matrix"], ["diagram", "Diagram"]]);
    this.way = this.choice("As", Object.entries(WAYS));
    this.snippet = make("textarea", { className: "comparison-snippet", readOnly: true, rows: 5, spellcheck: false, ariaLabel: "Paste this" });
    this.copied = make("span", { role: "status" });
    const copy = make("button", { type: "button", className: "comparison-action", onclick: () => this.copy() }, "Copy");
    this.preview = make("div", { className: "comparison-preview" });
    host.replaceChildren(
      make("div", { className: "comparison-choices" }, ...[this.comparison, this.dimension, this.view, this.way].map((each) => each.parentElement)),
      make("p", {}, make("strong", {}, "Paste this")), this.snippet, make("p", { className: "comparison-actions" }, copy, this.copied),
      make("p", {}, make("strong", {}, "It shows")), this.preview);
    const wanted = new URLSearchParams(location.search);
    if (wanted.has("of")) this.comparison.value = wanted.get("of");
    this.comparison.value = this.chosen.id;
    this.fill();
    if (this.chosen.dimensions.some(({ id }) => id === wanted.get("in"))) this.dimension.value = wanted.get("in");
    const view = wanted.get("view") ?? "";
    this.fragment = view.startsWith("#m") ? view : "";
    this.comparison.onchange = () => this.fill() ?? this.draw();
    for (const each of [this.dimension, this.view]) each.onchange = () => this.draw();
    this.way.onchange = () => this.draw(this.fragment);
    this.draw(this.fragment);
    // What a reader does in the preview belongs to the snippet.
    const watch = setInterval(() => (host.isConnected ? this.look() : clearInterval(watch)), 400);
  }

  /** @type {(words: string, options: string[][]) => any} */
  choice(words, options) {
    const select = make("select", { className: "comparison-field" }, ...options.map(([value, text]) => make("option", { value }, text)));
    make("label", { className: "comparison-labelled" }, words, select);
    return select;
  }

  fill() {
    const { title, dimensions } = this.chosen;
    this.dimension.replaceChildren(...[["", "All dimensions"], ...dimensions.map((each) => [each.id, each.title])].map(([value, text]) => make("option", { value }, text)));
    this.dimension.title = title;
  }

  /** @returns {Comparison} */
  get chosen() {
    return this.comparisons.find(({ id }) => id === this.comparison.value) ?? this.comparisons[0];
  }

  /** @returns {Part} */
  get part() {
    return this.chosen.dimensions.find(({ id }) => id === this.dimension.value) ?? this.chosen;
  }

  /** @type {(href: string) => string} */
  at(href) {
    return new URL(href, this.base).href;
  }

  /** @type {(fragment?: string) => void} */
  draw(fragment = "") {
    this.fragment = fragment;
    const way = /** @type {Way} */ (this.way.value);
    const picture = this.part.files[`${this.view.value}_svg`];
    this.shown = make("iframe", { className: "comparison-embed", src: this.at(this.part.files[`${this.view.value}_html`]) + fragment, title: this.title });
    this.preview.replaceChildren(way === "picture" && picture ? make("img", { src: this.at(picture), alt: this.title }) : this.shown);
    this.write();
  }

  look() {
    const hash = this.shown?.isConnected ? this.shown.contentWindow?.location.hash ?? "" : this.fragment;
    if (hash === this.fragment) return;
    this.fragment = hash;
    this.write();
  }

  get title() {
    return this.part === this.chosen ? this.chosen.title : `${this.chosen.title}: ${this.part.title}`;
  }

  /** The subjects that the preview shows, where a reader has chosen. */
  get subjects() {
    const ids = /[?;]show=([^;&*]+)/.exec(this.fragment)?.[1]?.split(",").map(plain) ?? [];
    return ids.filter((id) => this.chosen.subjects.some((each) => each.id === id));
  }

  write() {
    this.copied.textContent = "";
    this.snippet.value = this[/** @type {Way} */ (this.way.value)]();
    this.snippet.style.height = "auto";
    this.snippet.style.height = `${this.snippet.scrollHeight + 2}px`;
  }

  get script() {
    return new URL(this.host.dataset.script ?? "", document.baseURI).href;
  }

  frame() {
    const src = this.at(this.part.files[`${this.view.value}_html`]) + this.fragment;
    return `<iframe class="comparison-embed" src="${escaped(src)}" title="${escaped(this.title)}" loading="lazy" allow="clipboard-write" style="width:100%;height:30em;border:0"></iframe>\n<script type="module" src="${escaped(this.script)}"></script>`;
  }

  element() {
    const { dimension, subjects, view } = this;
    const told = [["view", view.value], ["dimensions", dimension.value], ["subjects", subjects.join(" ")]].filter(([, value]) => value);
    const more = told.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
    return `<comparison-embed src="${escaped(this.at(this.chosen.files.json))}"${more}></comparison-embed>\n<script type="module" src="${escaped(this.script)}"></script>`;
  }

  picture() {
    const picture = this.part.files[`${this.view.value}_svg`];
    return picture ? `![${this.title.replace(/[[\]\\]/g, "\\$&")}](${this.at(picture)})` : "It is too large for a picture.";
  }

  block() {
    const { chosen, dimension, subjects, view } = this;
    const lines = [`view: ${view.value}`];
    if (dimension.value) lines.push(`dimensions: ['${dimension.value}']`);
    if (subjects.length) lines.push(`subjects: [${subjects.map((id) => `'${id}'`).join(", ")}]`);
    return `/// comparison | ${chosen.id}\n${lines.map((line) => `    ${line}\n`).join("")}///`;
  }

  marker() {
    const { chosen, dimension, subjects } = this;
    const more = (dimension.value ? ` dimensions=${dimension.value}` : "") + (subjects.length ? ` subjects=${subjects.join(",")}` : "");
    return `<!-- comparison: ${chosen.id}${more} -->\n<!-- /comparison -->`;
  }

  async copy() {
    this.snippet.select();
    try {
      await navigator.clipboard.writeText(this.snippet.value);
    } catch {
      document.execCommand("copy");
    }
    this.copied.textContent = "Copied";
  }
}

/** @type {(host: HTMLElement) => Promise<void>} Build the form, where the index can be read: not from files. */
export const start = async (host) => {
  const base = new URL(host.dataset.index ?? "", document.baseURI).href;
  const answer = await fetch(base).catch(() => null);
  if (!answer?.ok || !host.isConnected) return;
  await Promise.all([style(), import("./comparison-embed.js")]);
  const { comparisons } = await answer.json();
  if (comparisons?.length) new Form(host, comparisons, base);
};
