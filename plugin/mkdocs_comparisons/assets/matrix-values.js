/**
 * What cells say, as it is compared: their state, their sort key, what those of one row share if they say the same.
 *
 * In a huge table the server leaves out what follows from a cell's words; here it is read out of them.
 */

/** @typedef {import("./matrix.js").Cell} Cell */
/** @typedef {import("./matrix.js").Row} Row */

export const MEASURED = ["number", "quantity", "money"];
export const LEVELLED = ["support", "fit", "choice"];

/** Words of a cell or a head, without what scripts put into it. @type {(cell: Element) => string} */
export const wordsOf = (cell) => {
  let words = "";
  for (let node = cell.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE || !(/** @type {Element} */ (node)).matches("sup, button, select, .comparison-delta, .comparison-dots")) words += node.textContent;
  }
  return words.replaceAll("\u00a0", " ").trim();
};

/** Text as it is compared. @type {(text: string) => string} */
export const folded = (text) => text.normalize("NFKC").toLowerCase();

/** How much is known: in a huge table what is known is not said to be. @type {(cell: Cell) => string} */
export const stateOf = (cell) => cell.getAttribute("data-state") ?? "known";

/** What a cell is sorted by. @type {(row: Row, cell: Cell) => string} */
export const keyOf = (row, cell) => cell.getAttribute("data-key") ?? (stateOf(cell) === "known" ? impliedKey(row, cell) : "");

/** What cells of one row share exactly if they say the same; null where nothing is known. @type {(row: Row, cell: Cell) => string|null} */
export const sameness = (row, cell) => (stateOf(cell) === "known" ? (cell.getAttribute("data-equal") ?? keyOf(row, cell)) : null);

/** @type {(row: Row, cell: Cell) => string} The sort key that the server has left out, since it follows. */
const impliedKey = ({ type, factor, levels }, cell) => {
  const words = wordsOf(cell);
  if (MEASURED.includes(type)) return `${Number((parseFloat(words) * factor).toPrecision(15))}`;
  if (LEVELLED.includes(type)) {
    const id = /** @type {HTMLElement|null} */ (cell.querySelector("[data-level]"))?.dataset.level;
    const rank = levels.findIndex(([own, title]) => (id === undefined ? title === words : own === id));
    // A browser may have translated the words: they still tell cells apart.
    return rank < 0 ? words : `${rank}`;
  }
  return type === "version" ? versionKey(words) : words.toLowerCase();
};

/** @type {(written: string) => string} The sort key of a version, as the server makes it. */
export const versionKey = (written) => {
  const parts = written.toLowerCase().replace(/^v/, "").match(/[0-9]+|[a-z]+/g) ?? [];
  return [...parts.map((part) => (/\d/.test(part) ? `1${part.padStart(12, "0")}` : `0${part}`)), "1"].join(".");
};

/** @type {(data: Record<string, any>, type: string, id: string) => [string, string][]} Levels as id and title, lowest first. */
export const levelsOf = ({ levels }, type, id) => {
  const name = type !== "choice" ? type : ["support", "fit"].includes(id) ? `=${id}` : id;
  return (LEVELLED.includes(type) && levels?.[name]) || [];
};
