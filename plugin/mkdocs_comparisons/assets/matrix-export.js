/** Exactly what is shown, as a file or in the clipboard: rows, columns, order, notes and sources. */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {import("./matrix.js").Row} Row */
/** @typedef {import("./matrix.js").Subject} Subject */
/** @typedef {{words: string, state: string, key: string, written: string, url: string, note: string, sources: string, links: {title: string, url: string}[], asOf: string, delta: string, cell: HTMLTableCellElement}} Entry */
/** @typedef {{title: string, group: string, entries: Entry[]}} Shown A line of the table. */
/** @typedef {{title: string, columns: {title: string, group: string}[], lines: Shown[], corner: [string, string], isFlipped: boolean}} Table */

import { linkHere, viewFor } from "./matrix-address.js";
import { citedBy, footnoteOf } from "./matrix-cells.js";
import { keyOf, stateOf, wordsOf } from "./matrix-values.js";
import { make, makeButton } from "./matrix-panel.js";
import { deltaOf } from "./matrix-rank.js";

/** @type {(matrix: Matrix, id: string) => Pick<Entry, "note"|"sources"|"links">} What a footnote says. */
const saidIn = (matrix, id) => {
  const { note, sources } = citedBy(matrix, id);
  const said = (/** @type {Element|null} */ from) => (from?.textContent ?? "").replace(/\s+/g, " ").trim();
  const links = [...(sources?.querySelectorAll("a") ?? [])].map(({ textContent, href }) => ({ title: textContent ?? "", url: href }));
  return { note: said(note), sources: said(sources), links };
};

/** @type {(matrix: Matrix) => Table} */
export const tableOf = (matrix) => {
  const { isFlipped, shown, host } = matrix;
  const base = matrix.subject(matrix.view.base);
  /** @type {Map<string, Pick<Entry, "note"|"sources"|"links">>} */
  const known = new Map();
  const [lines, columns] = isFlipped ? [shown.subjects, shown.rows] : [shown.rows, shown.subjects];
  const entry = (/** @type {Row} */ row, /** @type {Subject} */ subject) => {
    const cell = row.cells[subject.place];
    const id = footnoteOf(matrix, cell);
    const cited = known.get(id) ?? saidIn(matrix, id);
    known.set(id, cited);
    const delta = base && base !== subject ? deltaOf(matrix, row, cell, row.cells[base.place]) : null;
    return {
      words: wordsOf(cell).replace(/\s+/g, " "), state: stateOf(cell), key: keyOf(row, cell), written: cell.dataset.written ?? "", url: row.type === "link" ? (cell.querySelector("a")?.getAttribute("href") ?? "") : "",
      ...cited, asOf: cell.dataset.asOf ?? "", delta: delta ? [host.t(delta.kind), ...delta.amounts].join(" ") : "", cell,
    };
  };
  const named = (/** @type {Row|Subject} */ each) => ({ title: each.title, group: "group" in each ? each.group.title : "" });
  const one = host.data.noun?.[0] ?? host.t("subject");
  return {
    title: matrix.table.caption?.textContent ?? "",
    columns: columns.map(named),
    lines: lines.map((line) => ({ ...named(line), entries: columns.map((column) => ("cells" in line ? entry(line, /** @type {Subject} */ (column)) : entry(/** @type {Row} */ (column), line))) })),
    corner: isFlipped ? ["", one] : [host.t("dimension"), host.t("attribute")],
    isFlipped,
  };
};

/** @type {(field: string) => string} A field that no spreadsheet runs as a formula; plain numbers stay numbers. */
export const defuse = (field) => (/^(\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/.test(field) && !/^[+-]?\d[\d,_.]*(e[+-]?\d+)?$/i.test(field) ? `'${field}` : field);

/** @type {(matrix: Matrix, table: Table) => string[][]} Values, and beside them what is said of them. */
const grid = ({ host }, table) => {
  const isGrouped = !table.isFlipped;
  /** @type {[keyof Entry, string][]} */
  const more = [["delta", host.t("delta")], ["note", host.t("notes")], ["sources", host.t("sources-head")], ["asOf", host.t("checked")]];
  const has = table.columns.map((_, place) => more.filter(([key]) => table.lines.some(({ entries }) => entries[place][key])));
  const named = (/** @type {{title: string, group: string}} */ { title, group }, word = "") => [group, title, word].filter(Boolean).join(": ");
  const heads = table.columns.flatMap((column, place) => [named(table.isFlipped ? column : { ...column, group: "" }), ...has[place].map(([, word]) => named(column, word))]);
  const lines = table.lines.map(({ title, group, entries }) => [...(isGrouped ? [group] : []), title, ...entries.flatMap((entry, place) => [entry.url && entry.url !== entry.words ? `${entry.words} <${entry.url}>` : entry.words, ...has[place].map(([key]) => String(entry[key]))])]);
  return [[...(isGrouped ? [table.corner[0]] : []), table.corner[1], ...heads], ...lines];
};

/** @type {(matrix: Matrix, table: Table) => string} RFC 4180. */
const csv = (matrix, table) => grid(matrix, table).map((line) => line.map((field) => `"${defuse(field).replaceAll('"', '""')}"`).join() + "\r\n").join("");

/** @type {(matrix: Matrix, table: Table) => string} */
const tsv = (matrix, table) => grid(matrix, table).map((line) => line.map((field) => defuse(field).replace(/[\t\r\n]+/g, " ")).join("\t") + "\n").join("");

/** @type {(text: string) => string} A text that Markdown reads as nothing but itself. */
const encode = (text) => text.replace(/\s+/g, " ").trim().replace(/[\\`*_{}[\]<>#|~&$^@!]|^[-+=]|(?<=\d)[.)](?= |$)|:(?=\/\/)|(?<=[wW]{3})\./g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @type {(matrix: Matrix, table: Table) => string} */
const markdown = (matrix, table) => {
  /** @type {string[]} */
  const notes = [];
  const cell = (/** @type {Entry} */ { words, url, note, sources, asOf, delta }) => {
    const said = [note, sources, asOf && `${matrix.host.t("checked")}: ${asOf}`].filter(Boolean).join(" ");
    if (said && !notes.includes(said)) notes.push(said);
    return [url ? `[${encode(words)}](<${url.replace(/[<>|\\]/g, encodeURIComponent)}>)` : encode(words), delta && `(${encode(delta)})`, said && `[${notes.indexOf(said) + 1}]`].filter(Boolean).join(" ");
  };
  const heads = ["", ...table.columns.map(({ title, group }) => encode([group, title].filter(Boolean).join(": ")))];
  const rows = [heads, heads.map(() => "---")];
  let last = "";
  for (const { title, group, entries } of table.lines) {
    if (group && group !== last) rows.push([`**${encode(group)}**`, ...entries.map(() => "")]);
    last = group;
    rows.push([encode(title), ...entries.map(cell)]);
  }
  const text = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
  const below = notes.map((note, place) => `${place + 1}. ${encode(note)}`).join("\n");
  return `**${encode(table.title)}**\n\n${text}\n${below && `\n${below}\n`}`;
};

/** @type {(matrix: Matrix, table: Table) => string} */
const json = (matrix) => {
  const { shown, host } = matrix;
  const table = tableOf(matrix);
  const filled = (/** @type {object} */ of) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== "" && value !== undefined));
  const claim = (/** @type {Entry} */ { words, state, key, written, url, note, sources, links, asOf, delta }, /** @type {Row} */ row, /** @type {Subject} */ subject) =>
    filled({ attribute: row.id, subject: subject.id, state, value: state === "missing" ? "" : words, written, key, url, note, sources: sources && { text: sources, links }, as_of: asOf, delta });
  const claims = table.lines.flatMap(({ entries }, line) => entries.map((entry, column) => (matrix.isFlipped ? claim(entry, shown.rows[column], shown.subjects[line]) : claim(entry, shown.rows[line], shown.subjects[column]))));
  const tree = {
    version: 1, comparison: host.dataset.comparison, title: table.title, url: linkHere(),
    subjects: shown.subjects.map(({ id, title }) => ({ id, title })),
    attributes: shown.rows.map(({ id, title, type, data, group }) => filled({ id, title, dimension: group.id, dimension_title: group.title, type, unit: data.unit, better: data.better })),
    claims,
  };
  return JSON.stringify(tree, null, 1) + "\n";
};

/** @type {(matrix: Matrix, table: Table) => string} A table that stands by itself. */
const html = (matrix, table) => {
  /** @type {string[]} */
  const notes = [];
  const cell = (/** @type {Entry} */ { cell, note, sources, asOf, delta }) => {
    const copy = /** @type {HTMLElement} */ (cell.cloneNode(true));
    for (const each of copy.querySelectorAll("button, sup, .comparison-delta, .comparison-dots")) each.remove();
    for (const each of copy.querySelectorAll("*")) {
      const href = each instanceof HTMLAnchorElement ? each.href : "";
      for (const { name } of [...each.attributes]) each.removeAttribute(name);
      if (href) each.setAttribute("href", href);
    }
    const made = make("td", {}, ...copy.childNodes);
    if (delta) made.append(` (${delta})`);
    const said = [note, sources, asOf && `${matrix.host.t("checked")}: ${asOf}`].filter(Boolean).join(" ");
    if (said && !notes.includes(said)) notes.push(said);
    if (said) made.append(" ", make("sup", {}, `${notes.indexOf(said) + 1}`));
    return made;
  };
  const head = (/** @type {string} */ words, /** @type {string} */ scope, colSpan = 1) => make("th", { scope, ...(colSpan > 1 && { colSpan }) }, words);
  const heads = table.columns.map(({ title, group }) => head([group, title].filter(Boolean).join(": "), "col"));
  let body = make("tbody");
  const bodies = [body];
  let last = "";
  for (const { title, group, entries } of table.lines) {
    if (group && group !== last) {
      if (last) bodies.push((body = make("tbody")));
      body.append(make("tr", {}, head(group, "rowgroup", entries.length + 1)));
    }
    last = group;
    body.append(make("tr", {}, head(title, "row"), ...entries.map(cell)));
  }
  const made = make("table", {}, make("caption", {}, table.title), make("thead", {}, make("tr", {}, make("td"), ...heads)), ...bodies);
  const list = make("ol", {}, ...notes.map((note) => make("li", {}, note)));
  return `${made.outerHTML}\n${notes.length ? `${list.outerHTML}\n` : ""}`;
};

/** @type {Record<string, {words: string, type: string, render: (matrix: Matrix, table: Table) => string}>} */
export const FORMATS = {
  csv: { words: "CSV", type: "text/csv", render: csv },
  tsv: { words: "TSV", type: "text/tab-separated-values", render: tsv },
  md: { words: "Markdown", type: "text/markdown", render: markdown },
  json: { words: "JSON", type: "application/json", render: json },
  html: { words: "HTML", type: "text/html", render: html },
};

/** @type {(text: string) => Promise<boolean>} Copy a text; pages that are not served securely have an older way only. */
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const { activeElement } = document;
    const field = make("textarea", { value: text });
    (document.querySelector(".comparison-panel:popover-open") ?? document.body).append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    if (activeElement instanceof HTMLElement) activeElement.focus();
    return isDone;
  }
};

/** @type {(name: string, type: string, text: string) => void} */
const download = (name, type, text) => {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

/** @type {(matrix: Matrix) => string} The page that says how to embed what is shown. */
const embedLink = (matrix) => {
  const name = matrix.name.replace(/~\d+$/, "");
  const dimension = name.includes(".") && !name.includes("+") ? matrix.groups[0].id : "";
  const about = new URLSearchParams({ of: matrix.host.dataset.comparison ?? "", in: dimension, view: viewFor(matrix, dimension ? name : name.split(".")[0]) });
  // Not the fragment: Material's tracking puts the anchor in sight there.
  return `${matrix.host.data.embed}?${about}`;
};

/** @type {(matrix: Matrix, panel: HTMLElement) => void} */
export const fillExport = (matrix, panel) => {
  const { host } = matrix;
  const status = make("p", { className: "comparison-hint", role: "status" });
  const copied = async (/** @type {string} */ text) => (status.textContent = host.t((await copy(text)) ? "copied" : "not-copied"));
  const lines = Object.entries(FORMATS).map(([name, { words, type, render }]) => {
    const text = () => render(matrix, tableOf(matrix));
    const act = (/** @type {string} */ key, /** @type {() => unknown} */ does) => makeButton(host.t(key), does, { className: "comparison-action", ariaLabel: `${host.t(key)}: ${words}` });
    return make("li", {}, make("span", {}, words), act("copy", () => copied(text())), act("download", () => (download(`${matrix.name}.${name}`, type, text()), (status.textContent = host.t("saved")))));
  });
  const print = async () => {
    await matrix.load("print");
    /** @type {any} */ (panel).hidePopover();
    window.print();
  };
  const embed = host.data.embed ? [make("a", { className: "comparison-action", href: embedLink(matrix), target: "_blank", rel: "noopener" }, host.t("embed"))] : [];
  panel.append(
    make("div", { className: "comparison-actions" }, makeButton(host.t("copy-link"), () => copied(linkHere()), { className: "comparison-action" }), makeButton(host.t("print"), print, { className: "comparison-action" }), ...embed),
    make("p", { className: "comparison-hint" }, host.t("export-help")),
    make("ul", { className: "comparison-formats" }, ...lines),
    status,
  );
};
