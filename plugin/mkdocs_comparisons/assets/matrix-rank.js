/**
 * Typed values: which comes first, which meets a condition, how far one is from another.
 *
 * Cells carry a sort key in the base unit of their family, and where a value is more than its key (a range, a bound) its
 * exact form; so nothing is read out of words, which are for people.
 */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {import("./matrix.js").Row} Row */
/** @typedef {import("./matrix.js").Subject} Subject */
/** @typedef {import("./matrix.js").Cell} Cell */
/** @typedef {(cell: Cell) => boolean} Test */
/** @typedef {{low: number, high: number, isOpen: boolean, isAbout: boolean, isBound: boolean}} Span Amounts in the base unit; open where the limits do not belong to it. */

import { folded, keyOf, LEVELLED, MEASURED, sameness, stateOf, versionKey, wordsOf } from "./matrix-values.js";

const COUNTED = [...MEASURED, ...LEVELLED, "rating"];
const IMPORTANCE = ["high", "medium", "low", undefined];
const STATES = { unknown: "unknown", "n/a": "not-applicable", missing: "missing" };

/** What a reader can mend in a condition. */
export class Mistake extends Error {}

/** @type {(matrix: Matrix) => string[]} The language of the matrix's words, as far as it is one. */
export const languages = ({ host }) => {
  try {
    return Intl.getCanonicalLocales(host.language || /** @type {HTMLElement|null} */ (host.closest("[lang]"))?.lang || []);
  } catch {
    return [];
  }
};

/** @type {(matrix: Matrix, row: Row) => (first: string, second: string) => number} Compares two sort keys of a row. */
const comparer = (matrix, { type }) => {
  if (COUNTED.includes(type)) return (first, second) => Number(first) - Number(second);
  if (["date", "version"].includes(type)) return (first, second) => (first < second ? -1 : Number(first > second));
  return new Intl.Collator(languages(matrix), { numeric: true }).compare;
};

/** @type {(matrix: Matrix, subjects: Subject[]) => Subject[]} Those that meet all conditions, sorted; unknown last. */
export const rankSubjects = (matrix, subjects) => {
  const { sort } = matrix.view;
  const tests = matrix.view.where.flatMap(({ attribute, text }) => {
    const row = matrix.row(attribute);
    return row ? [{ row, test: tryCompile(matrix, row, text) }] : [];
  });
  const kept = subjects.filter(({ place }) => tests.every(({ row, test }) => test(row.cells[place])));
  const orders = sort.flatMap((key) => {
    const row = matrix.row(key);
    return row ? [{ row, compare: comparer(matrix, row), sign: key[0] === "-" ? -1 : 1 }] : [];
  });
  if (!orders.length) return kept;
  const keys = new Map(kept.map((subject) => [subject, orders.map(({ row }) => (sameness(row, row.cells[subject.place]) === null ? null : keyOf(row, row.cells[subject.place])))]));
  return [...kept].sort((first, second) => {
    for (const [place, { compare, sign }] of orders.entries()) {
      const [one, other] = [keys.get(first)?.[place] ?? null, keys.get(second)?.[place] ?? null];
      const found = one === null || other === null ? Number(one === null) - Number(other === null) : sign * compare(one, other);
      if (found) return found;
    }
    return 0;
  });
};

/** @type {(matrix: Matrix, rows: Row[], subjects: Subject[]) => Row[]} Rows in their dimensions, in the order that the view asks for. */
export const rankRows = (matrix, rows, subjects) => {
  const { order } = matrix.view;
  const { compare } = new Intl.Collator(languages(matrix), { numeric: true });
  const weights = new Map(rows.map((row) => [row, order === "differences" ? -variety(row, subjects) : IMPORTANCE.indexOf(row.data.importance)]));
  const weight = (/** @type {Row} */ row) => weights.get(row) ?? 0;
  const by = order === "name" ? (/** @type {Row} */ one, /** @type {Row} */ other) => compare(one.title, other.title) : (/** @type {Row} */ one, /** @type {Row} */ other) => weight(one) - weight(other);
  return matrix.groups.flatMap(({ rows: own }) => rows.filter((row) => own.includes(row)).sort(by));
};

/** @type {(row: Row, subjects: Subject[]) => number} How many different things are known. */
const variety = (row, subjects) => new Set(subjects.map(({ place }) => sameness(row, row.cells[place])).filter((each) => each !== null)).size;

/** @type {(row: Row, cell: Cell) => Span} What a measured cell says. */
const spanOf = (row, cell) => {
  const [, about, bound, low, high] = /^(~?)([<>]=?|)(-?[\d.]+?)(?:\.\.(-?[\d.]+))?$/.exec(cell.dataset.equal ?? keyOf(row, cell)) ?? ["", "", "", "NaN"];
  const span = { low: Number(low), high: Number(high ?? low), isAbout: !!about, isBound: !!bound, isOpen: bound.length === 1 };
  if (bound[0] === "<") span.low = -Infinity;
  if (bound[0] === ">") span.high = Infinity;
  return span;
};

/** @type {(matrix: Matrix, row: Row, text: string) => Test} A condition as a test; one with a mistake keeps everything. */
const tryCompile = (matrix, row, text) => {
  try {
    return compile(matrix, row, text);
  } catch {
    return () => true;
  }
};

/**
 * A condition as a test of cells: `>= 100 MB`, `yes | partial`, `10..20`, `!no`, `has text`, `"exactly this"`.
 * @param {Matrix} matrix
 * @param {Row} row
 * @param {string} text
 * @returns {Test}
 * @throws {Mistake} Saying what is wrong, for the reader.
 */
export const compile = (matrix, row, text) => {
  if ((text.match(/"/g)?.length ?? 0) % 2) throw new Mistake(matrix.host.t("mistake-quote"));
  const pieces = text.match(/[|&]|(?:"[^"]*"|[^|&"])+/g) ?? [];
  /** @type {Test[][]} */
  const any = [[]];
  let isTerm = true;
  for (const piece of pieces.filter((each) => each.trim())) {
    const isSign = piece === "|" || piece === "&";
    if (isSign === isTerm) throw new Mistake(matrix.host.t("mistake-empty"));
    if (piece === "|") any.push([]);
    else if (!isSign) any[any.length - 1].push(term(matrix, row, piece.trim()));
    isTerm = isSign;
  }
  if (isTerm) throw new Mistake(matrix.host.t("mistake-empty"));
  return (cell) => any.some((all) => all.every((test) => test(cell)));
};

/** @type {(matrix: Matrix, row: Row, text: string) => Test} */
const term = (matrix, row, text) => {
  const { t } = matrix.host;
  if (text[0] === "!") {
    const test = term(matrix, row, text.slice(1).trim());
    // What is not known is not known to be otherwise, unless it is asked for by its state.
    const isState = !!stateNamed(matrix, text.slice(1).trim());
    return (cell) => (isState || sameness(row, cell) !== null) && !test(cell);
  }
  const state = stateNamed(matrix, text);
  if (state) return (cell) => stateOf(cell) === state;
  const [, sign, rest] = /** @type {RegExpExecArray} */ (/^(>=|<=|>|<|=|≥|≤)?\s*(.*)$/s.exec(text));
  const has = /^has\s+(.+)$/is.exec(text);
  if (!rest) throw new Mistake(t.call(matrix.host, "mistake-empty"));
  const known = (/** @type {Test} */ test) => (/** @type {Cell} */ cell) => sameness(row, cell) !== null && test(cell);
  if (has) return known((cell) => folded(wordsOf(cell)).includes(folded(unquoted(has[1]))));
  if (/^"[^"]*"$/.test(rest) && (!sign || sign === "=")) {
    const exact = worded(row, unquoted(rest));
    if (exact) return exact;
  }
  const operator = sign === "≥" ? ">=" : sign === "≤" ? "<=" : (sign ?? "");
  if (MEASURED.includes(row.type) || row.type === "rating") return known(measured(matrix, row, operator, unquoted(rest)));
  if (LEVELLED.includes(row.type)) return known(levelled(matrix, row, operator, unquoted(rest)));
  if (row.type === "date" || row.type === "version") return known(dated(matrix, row, operator, unquoted(rest)));
  if (operator && operator !== "=") throw new Mistake(t.call(matrix.host, "mistake-order"));
  if (operator) return worded(row, unquoted(rest)) ?? (() => false);
  const words = spaced(unquoted(rest));
  return known((cell) => !/^".*"$/.test(rest) && spaced(wordsOf(cell)).includes(words));
};

/** @type {(text: string) => string} */
const unquoted = (text) => text.replaceAll('"', "").trim();

/** @type {(matrix: Matrix, text: string) => string|undefined} The state that a word names, in the page's language or in English. */
const stateNamed = ({ host }, text) => {
  const word = folded(text);
  return Object.entries(STATES).find(([name, state]) => [name, state, folded(host.t(state))].includes(word))?.[1];
};

/** @type {(text: string) => string} */
const spaced = (text) => folded(text).replace(/\s+/g, " ").trim();

/** @type {(row: Row, text: string) => Test|null} Cells that say the same as one with exactly these words; null if there is none. */
const worded = (row, text) => {
  const words = spaced(text);
  const says = (/** @type {Cell} */ cell) => entriesOf(row, cell).some((entry) => spaced(unquoted(entry)) === words);
  const found = new Set(row.cells.filter((cell) => sameness(row, cell) !== null && says(cell)).map((cell) => sameness(row, cell)));
  if (["list", "link"].includes(row.type)) return found.size ? (cell) => sameness(row, cell) !== null && says(cell) : null;
  return found.size ? (cell) => found.has(sameness(row, cell)) : null;
};

/** @type {(row: Row, cell: Cell) => string[]} The entries of a list; else all that a cell says. */
const entriesOf = ({ type }, cell) =>
  type === "list" ? [...cell.querySelectorAll(".comparison-items > li")].map((item) => (item.textContent ?? "").replace(/, $/, "").trim()) : [wordsOf(cell)];

/** @type {(text: string) => string[]} The alternatives of a condition. */
export const alternativesOf = (text) => (text.match(/(?:"[^"]*"|[^|"])+/g) ?? []).map((each) => each.trim());

/** @type {(operator: string, first: number, second: number) => boolean} */
const holds = (operator, first, second) =>
  operator === ">=" ? first >= second : operator === "<=" ? first <= second : operator === ">" ? first > second : operator === "<" ? first < second : first === second;

const NUMBER = String.raw`[+\-−]?(?:[0-9]{1,3}(?:[,_][0-9]{3})+|[0-9]+)?(?:\.[0-9]+)?(?:e[+-]?[0-9]{1,3})?`;

/** @type {(matrix: Matrix, row: Row, operator: string, text: string) => Test} Of a range, all must meet the condition. */
const measured = (matrix, row, operator, text) => {
  const [, low, lowUnit, high, highUnit] = new RegExp(`^(${NUMBER})\\s*([^\\d.\\s–—-][^.–—]*?)?(?:\\s*(?:\\.\\.|[–—-])\\s*(${NUMBER})\\s*(\\D.*?)?)?$`, "is").exec(text) ?? [];
  if (!low || (high !== undefined && (!high || operator))) throw new Mistake(matrix.host.t("mistake-number", { example: row.data.unit ? `>= 10 ${row.data.unit}` : ">= 10" }));
  const from = amount(matrix, row, low, lowUnit || highUnit);
  if (high !== undefined) {
    const to = amount(matrix, row, high, highUnit || lowUnit);
    return (cell) => spanOf(row, cell).low >= from && spanOf(row, cell).high <= to;
  }
  return (cell) => {
    const span = spanOf(row, cell);
    if (span.isOpen && operator[0] === "<" && span.high === from) return true;
    if (span.isOpen && operator[0] === ">" && span.low === from) return true;
    if (!operator || operator === "=") return span.low === from && span.high === from;
    return holds(operator, operator[0] === ">" ? span.low : span.high, from);
  };
};

/** @type {(matrix: Matrix, row: Row, number: string, unit?: string) => number} An amount in the base unit. */
const amount = (matrix, { data }, number, unit = data.unit ?? "") => {
  const units = matrix.host.data.units ?? {};
  const own = units[data.unit ?? ""];
  const written = unit.trim();
  const name = units[written] || written === data.unit ? written : (Object.keys(units).find((each) => folded(each) === folded(written)) ?? written);
  if (name !== (data.unit ?? "") && units[name]?.[0] !== own?.[0]) throw new Mistake(matrix.host.t("mistake-unit", { unit: written, own: data.unit || matrix.host.t("no-unit") }));
  if (name !== (data.unit ?? "") && !own) throw new Mistake(matrix.host.t("mistake-unit", { unit: written, own: data.unit || matrix.host.t("no-unit") }));
  const factor = Number(units[name]?.[1] ?? 1);
  // Decimal factors are not exact in binary; keys are.
  return Number((Number(number.replace(/[,_]/g, "").replace("−", "-")) * factor).toPrecision(15));
};

/** @type {(matrix: Matrix, row: Row, operator: string, text: string) => Test} */
const levelled = (matrix, row, operator, text) => {
  const { levels } = row;
  const word = folded(text);
  const rank = levels.findIndex((names) => names.some((name) => folded(name) === word));
  if (rank < 0) throw new Mistake(matrix.host.t("mistake-level", { word: text, levels: levels.map(([, title]) => title).join(", ") }));
  return (cell) => holds(operator, Number(keyOf(row, cell)), rank);
};

/** @type {(matrix: Matrix, row: Row, operator: string, text: string) => Test} */
const dated = (matrix, row, operator, text) => {
  const isDate = row.type === "date";
  const pattern = isDate ? /^\d{4}(-\d\d(-\d\d)?)?$/ : /^v?\d/i;
  const [low, high, more] = text.split("..").map((each) => each.trim());
  if (!pattern.test(low) || more !== undefined || (high !== undefined && (operator || !pattern.test(high)))) throw new Mistake(matrix.host.t(isDate ? "mistake-date" : "mistake-version"));
  const key = isDate ? (/** @type {string} */ each) => each : versionKey;
  const meets = (/** @type {string} */ sign, /** @type {string} */ than) => (/** @type {Cell} */ cell) => {
    const own = keyOf(row, cell);
    // A year is not known to lie before or after a month of it.
    if (isDate && than.length > own.length && than.startsWith(own)) return false;
    const [first, second] = [isDate ? own.slice(0, than.length) : own, key(than)];
    return holds(sign, first < second ? -1 : Number(first > second), 0);
  };
  if (high === undefined) return meets(operator, low);
  return (cell) => meets(">=", low)(cell) && meets("<=", high)(cell);
};

/**
 * The values of a row, for choosing among them: each with its words, how many subjects have it, and its condition.
 * @param {Matrix} matrix
 * @param {Row} row
 * @returns {{words: string, number: number, text: string}[]} Empty where there are too many.
 */
export const facetsOf = (matrix, row) => {
  /** @type {Map<string, {words: string, number: number, text: string, key: string}>} */
  const found = new Map();
  const { levels } = row;
  for (const cell of row.cells) {
    const state = stateOf(cell);
    const isKnown = state === "known";
    const entries = !isKnown ? [matrix.host.t(state)] : entriesOf(row, cell);
    for (const words of new Set(entries)) {
      const same = isKnown ? `known ${["list", "link", "text"].includes(row.type) ? spaced(words) : sameness(row, cell)}` : state;
      const name = Object.entries(STATES).find(([, value]) => value === state)?.[0] ?? "";
      const text = !isKnown ? name : levels.length ? quoted(levels[Number(keyOf(row, cell))]?.[0] ?? words) : `"${words.replaceAll('"', "")}"`;
      const facet = found.get(same) ?? { words, number: 0, text, key: keyOf(row, cell) };
      facet.number += 1;
      found.set(same, facet);
    }
    if (found.size > 12) return [];
  }
  const compare = comparer(matrix, row);
  const all = [...found].map(([same, facet]) => ({ ...facet, isKnown: same.startsWith("known ") }));
  return all.sort((one, other) => Number(other.isKnown) - Number(one.isKnown) || (one.isKnown ? compare(one.key, other.key) : 0));
};

/** @type {(word: string) => string} */
const quoted = (word) => (/^[\w-]+$/.test(word) ? word : `"${word}"`);

/**
 * @typedef {{kind: "better"|"worse"|"equal"|"differs", amounts: string[]}} Delta
 * @type {(matrix: Matrix, row: Row, cell: Cell, base: Cell) => Delta|null} What a cell is against the baseline's; null where one is not known.
 */
export const deltaOf = (matrix, row, cell, base) => {
  const [one, other] = [sameness(row, cell), sameness(row, base)];
  const { better } = row.data;
  if (one === null || other === null) return null;
  if (one === other) return better ? { kind: "equal", amounts: [] } : null;
  const found = better && distance(matrix, row, cell, base);
  if (!found) return { kind: "differs", amounts: [] };
  return { kind: found.sign > 0 === (better === "higher") ? "better" : "worse", amounts: found.amounts };
};

/** @type {(matrix: Matrix, row: Row, cell: Cell, base: Cell) => {sign: number, amounts: string[]}|null} Null where ranges overlap: then neither is more. */
const distance = (matrix, row, cell, base) => {
  const format = new Intl.NumberFormat(languages(matrix), { signDisplay: "exceptZero", maximumSignificantDigits: 6 });
  const number = (/** @type {number} */ amount) => format.format(tidy(amount)).replace("-", "−");
  const [one, other] = [Number(keyOf(row, cell)), Number(keyOf(row, base))];
  if (LEVELLED.includes(row.type)) return { sign: one - other, amounts: [counted(matrix, one - other, "step", number)] };
  if (row.type === "rating") return { sign: one - other, amounts: [number(one - other)] };
  if (MEASURED.includes(row.type)) return measuredDistance(matrix, row, cell, base, number);
  const [first, second] = [keyOf(row, cell), keyOf(row, base)];
  if (row.type === "date" && (first.startsWith(second) || second.startsWith(first))) return null;
  const days = row.type === "date" && first.length === 10 && second.length === 10 ? (Date.parse(first) - Date.parse(second)) / 86_400_000 : 0;
  return { sign: first < second ? -1 : 1, amounts: days ? [counted(matrix, days, "day", number)] : [] };
};

/** @type {(matrix: Matrix, row: Row, cell: Cell, base: Cell, number: (amount: number) => string) => {sign: number, amounts: string[]}|null} */
const measuredDistance = (matrix, row, cell, base, number) => {
  const [one, other] = [spanOf(row, cell), spanOf(row, base)];
  if (one.low <= other.high && other.low <= one.high) return null;
  const sign = one.low > other.high ? 1 : -1;
  if (one.isBound || other.isBound) return { sign, amounts: [] };
  const unit = unitOf(matrix, row, base);
  const factor = Number(matrix.host.data.units?.[unit]?.[1] ?? 1);
  const [first, second] = [(one.low + one.high) / 2, (other.low + other.high) / 2];
  const about = one.isAbout || other.isAbout || one.low !== one.high || other.low !== other.high ? "≈\u00a0" : "";
  // What is about something does not differ by six digits.
  const apart = tidy((first - second) / factor);
  const amounts = [`${about}${number(about ? Number(apart.toPrecision(2)) : apart)}${unit && `\u00a0${unit}`}`];
  const ratio = new Intl.NumberFormat(languages(matrix), { maximumSignificantDigits: 3 });
  if (first > 0 && second > 0 && ratio.format(first / second) !== ratio.format(1)) amounts.push(`×${ratio.format(first / second)}`);
  return { sign, amounts };
};

/** @type {(matrix: Matrix, amount: number, word: string, number: (amount: number) => string) => string} */
const counted = ({ host }, amount, word, number) => host.t(Math.abs(amount) === 1 ? word : `${word}s`, { number: number(amount) });

/** @type {(matrix: Matrix, row: Row, cell: Cell) => string} */
const unitOf = ({ host }, { data }, cell) => {
  const last = wordsOf(cell).split(" ").at(-1) ?? "";
  return cell.querySelector(".comparison-unit")?.textContent ?? (host.data.units?.[last] || last === data.unit ? last : "");
};

/** @type {(number: number) => number} Without what binary arithmetic adds. */
const tidy = (number) => Number(number.toPrecision(12));

/** @type {(matrix: Matrix, line: HTMLTableRowElement, isWhole: boolean) => void} Say in each cell of a line what it is against the baseline; of very many in those in the document, unless all are asked for. */
export const showDeltas = (matrix, line, isWhole) => {
  const base = matrix.subject(matrix.view.base);
  const { subjects, rows } = matrix.shown;
  const own = matrix.isFlipped ? subjects.find((each) => each.line === line) : rows.find((each) => each.line === line);
  if (!own) return;
  for (const other of matrix.isFlipped ? rows : subjects) {
    const row = "cells" in own ? own : /** @type {Row} */ (other);
    const cell = matrix.cell(own, other);
    if (cell.parentElement !== line && !isWhole) continue;
    cell.querySelector(".comparison-delta")?.remove();
    const delta = !base || own === base || other === base ? null : deltaOf(matrix, row, cell, row.cells[base.place]);
    if (!delta) continue;
    const made = document.createElement("span");
    made.className = "comparison-delta";
    made.dataset.delta = delta.kind;
    made.textContent = [matrix.host.t(delta.kind), ...delta.amounts].join(" ");
    cell.append(made);
  }
};
