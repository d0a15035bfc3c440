/** The panels of the toolbar: what is shown, in which order, against what, and how to take it away. */

/** @typedef {import("./matrix.js").Matrix} Matrix */
/** @typedef {import("./matrix.js").Row} Row */

import { folded } from "./matrix-values.js";
import { make, makeButton, openPanel } from "./matrix-panel.js";
import { alternativesOf, compile, facetsOf, Mistake } from "./matrix-rank.js";

let ids = 0;

/** @type {(matrix: Matrix, button: HTMLButtonElement, row?: Row) => Promise<void>} Open the panel of a tool; that of filters for one attribute. */
export const open = async (matrix, button, row) => {
  const name = row ? "filter" : button.name;
  if (name === "export") await import("./matrix-export.js").then(({ fillExport }) => (panels.export = fillExport));
  const label = name === "subjects" ? (matrix.host.data.noun?.[1] ?? matrix.host.t("subjects")) : matrix.host.t(name);
  await openPanel(matrix, button, { role: "dialog", label, fill: (panel) => panels[name](matrix, panel, row) });
};

/** @type {(list: HTMLElement, matrix: Matrix) => HTMLElement} A field that narrows a list of labels. */
const searchOf = (list, matrix) => {
  const field = make("input", { type: "search", placeholder: matrix.host.t("search"), ariaLabel: matrix.host.t("search"), className: "comparison-field" });
  field.addEventListener("input", () => {
    const words = folded(field.value).split(/\s+/);
    for (const label of list.querySelectorAll("label")) label.hidden = !words.every((word) => folded(label.textContent ?? "").includes(word));
    for (const part of list.querySelectorAll("fieldset")) part.hidden = !part.querySelector("label:not([hidden])");
  });
  return field;
};

/** @type {(words: string, checked: boolean, act: (checked: boolean) => void, id?: string) => HTMLLabelElement} */
const check = (words, checked, act, id = "") => {
  const box = make("input", { type: "checkbox", checked, value: id });
  box.addEventListener("change", () => act(box.checked));
  return make("label", { className: "comparison-check" }, box, make("span", {}, words));
};

/** @type {(matrix: Matrix, panel: HTMLElement) => void} */
const fillSubjects = (matrix, panel) => {
  const { host, subjects } = matrix;
  const list = make("div", { className: "comparison-list" });
  const mark = () => {
    const chosen = new Set(matrix.chosen);
    [...list.querySelectorAll("input")].forEach((box, place) => (box.checked = chosen.has(subjects[place])));
  };
  const toggle = (/** @type {string} */ id, /** @type {boolean} */ isOn) => {
    const show = matrix.chosen.map((each) => each.id).filter((each) => each !== id);
    return matrix.change({ show: isOn ? [...show, id] : show });
  };
  list.append(...subjects.map(({ id, title }) => check(title, false, (isOn) => toggle(id, isOn), id)));
  const set = (/** @type {string} */ key, /** @type {string[]|null} */ show) => makeButton(host.t(key), () => matrix.change({ show }).then(mark), { className: "comparison-action" });
  const actions = make("div", { className: "comparison-actions" }, set("all", subjects.map((each) => each.id)), set("none", []), set("default", null));
  panel.append(searchOf(list, matrix), actions, list);
  mark();
};

/** @type {(matrix: Matrix, panel: HTMLElement) => void} */
const fillRows = (matrix, panel) => {
  const { host, groups } = matrix;
  const list = make("div", { className: "comparison-list" });
  const without = (/** @type {string[]} */ all, /** @type {string} */ id, /** @type {boolean} */ isOn) => (isOn ? all.filter((each) => each !== id) : [...all, id]);
  const mark = () => {
    const { hide, skip } = matrix.view;
    for (const box of list.querySelectorAll("legend input")) box.checked = !skip.includes(box.value);
    for (const box of list.querySelectorAll("fieldset > label input")) box.checked = !hide.includes(box.value);
    for (const part of list.querySelectorAll("fieldset")) part.toggleAttribute("data-off", skip.includes(part.dataset.dimension));
  };
  for (const group of groups) {
    const whole = check(group.title, true, (isOn) => void matrix.change({ skip: without(matrix.view.skip, group.id, isOn) }).then(mark), group.id);
    const part = make("fieldset", {}, make("legend", {}, whole), ...group.rows.map((row) => check(row.title, true, (isOn) => void matrix.change({ hide: without(matrix.view.hide, row.id, isOn) }).then(mark), row.id)));
    part.dataset.dimension = group.id;
    list.append(part);
  }
  const all = makeButton(host.t("all"), () => matrix.change({ hide: [], skip: [] }).then(mark), { className: "comparison-action" });
  panel.append(searchOf(list, matrix), make("div", { className: "comparison-actions" }, all), list);
  mark();
};

/** @type {(label: string, field: HTMLElement, ...more: HTMLElement[]) => HTMLElement} */
const labelled = (label, field, ...more) => {
  field.id = `comparison-field-${++ids}`;
  return make("div", { className: "comparison-labelled" }, make("label", { htmlFor: field.id }, label), field, ...more);
};

/** @type {(matrix: Matrix, chosen: string, none: string) => HTMLSelectElement} */
const selectRow = (matrix, chosen, none) => {
  const option = (/** @type {Row} */ row) => make("option", { value: row.id, selected: row.id === chosen }, row.title);
  const groups = matrix.groups.map((group) => make("optgroup", { label: group.title }, ...group.rows.map(option)));
  return make("select", { className: "comparison-field" }, make("option", { value: "" }, none), ...groups);
};

/** @type {(options: [string, string][], chosen: string, label?: string) => HTMLSelectElement} */
const select = (options, chosen, label = "") =>
  make("select", { className: "comparison-field", ...(label && { ariaLabel: label }) }, ...options.map(([value, words]) => make("option", { value, selected: value === chosen }, words)));

/** @type {(matrix: Matrix, panel: HTMLElement) => void} */
const fillSort = (matrix, panel) => {
  const { host, view, rows } = matrix;
  const fields = [0, 1].map((place) => {
    const key = view.sort[place] ?? "";
    const by = selectRow(matrix, key.replace(/^-/, ""), host.t("unsorted"));
    const way = select([["", host.t("lowest-first")], ["-", host.t("highest-first")]], key[0] === "-" ? "-" : "", host.t("direction"));
    return { by, way };
  });
  const sort = () => {
    const keys = fields.filter(({ by }) => by.value).map(({ by, way }) => way.value + by.value);
    return matrix.change({ sort: keys.filter((key, place) => place === 0 || key.replace(/^-/, "") !== keys[0].replace(/^-/, "")) });
  };
  for (const { by, way } of fields) by.onchange = way.onchange = sort;
  const names = { "": "order-written", name: "order-name", ...(rows.some((row) => row.data.importance) && { importance: "order-importance" }), differences: "order-differences" };
  const order = select(Object.entries(names).map(([value, key]) => [value, host.t(key)]), view.order);
  order.onchange = () => matrix.change({ order: order.value });
  const many = host.data.noun?.[1] ?? host.t("subjects");
  panel.append(
    labelled(host.t("sort-subjects", { many }), fields[0].by, fields[0].way),
    labelled(host.t("then-by"), fields[1].by, fields[1].way),
    labelled(host.t("sort-rows"), order),
  );
};

/** @type {(matrix: Matrix, panel: HTMLElement, row?: Row) => void} */
const fillFilter = (matrix, panel, row) => {
  const { host } = matrix;
  const by = selectRow(matrix, row?.id ?? "", host.t("choose-row"));
  const body = make("div", { className: "comparison-condition" });
  const count = make("p", { className: "comparison-hint", role: "status" });
  const tell = () => (count.textContent = host.t("count-subjects", { many: host.data.noun?.[1] ?? host.t("subjects"), shown: matrix.shown.subjects.length, all: matrix.shown.left }));
  const show = () => {
    const chosen = matrix.row(by.value);
    body.replaceChildren(...(by.value && chosen ? conditionOf(matrix, chosen, tell) : []));
  };
  by.onchange = show;
  panel.append(labelled(host.t("filter-by"), by), body, count);
  show();
  tell();
};

/** @type {(matrix: Matrix, row: Row, tell: () => void) => HTMLElement[]} The field and the choices of one attribute's condition. */
const conditionOf = (matrix, row, tell) => {
  const { host } = matrix;
  const text = matrix.view.where.find((each) => each.attribute === row.id)?.text ?? "";
  const field = make("input", { type: "text", className: "comparison-field", value: text, placeholder: exampleOf(row), autocomplete: "off", spellcheck: false });
  const wrong = make("p", { className: "comparison-mistake", id: `comparison-mistake-${++ids}` });
  const help = make("p", { className: "comparison-hint", id: `comparison-hint-${ids}` }, host.t("filter-help"));
  const facets = facetsOf(matrix, row);
  const list = make("div", { className: "comparison-list" });
  field.setAttribute("aria-describedby", `${wrong.id} ${help.id}`);
  const boxes = facets.map((facet) => check(`${facet.words} (${facet.number})`, false, () => choose(), facet.text));
  const mark = () => {
    const pieces = alternativesOf(field.value);
    for (const box of boxes) /** @type {any} */ (box.control).checked = pieces.includes(/** @type {any} */ (box.control).value);
  };
  const set = (push = true) => {
    const condition = { attribute: row.id, text: field.value.trim() };
    try {
      if (condition.text) compile(matrix, row, condition.text);
      wrong.textContent = "";
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake;
      wrong.textContent = mistake.message;
    }
    field.ariaInvalid = `${!!wrong.textContent}`;
    if (wrong.textContent) return undefined;
    const others = matrix.view.where.filter((each) => each.attribute !== row.id);
    const isNew = !matrix.view.where.some((each) => each.attribute === row.id);
    return matrix.change({ where: condition.text ? [...others, condition] : others }, push || isNew).then(tell);
  };
  const choose = () => {
    field.value = boxes.map((box) => /** @type {any} */ (box.control)).filter((box) => box.checked).map((box) => box.value).join(" | ");
    return set();
  };
  field.addEventListener("input", () => (mark(), set(false)));
  list.append(...boxes);
  mark();
  return [labelled(host.t("condition", { attribute: row.title }), field, wrong), ...(boxes.length ? [list] : []), help];
};

/** @type {(row: Row) => string} */
const exampleOf = ({ type, data, levels }) => {
  if (levels.length) return levels.slice(-2).reverse().map(([, title]) => title).join(" | ");
  return type === "quantity" || type === "money" ? `>= 10 ${data.unit ?? ""}` : type === "number" || type === "rating" ? ">= 3" : type === "date" ? ">= 2024" : type === "version" ? ">= 1.10" : "";
};

/** @type {(matrix: Matrix, panel: HTMLElement) => void} */
const fillBaseline = (matrix, panel) => {
  const { host, view } = matrix;
  const none = /** @type {[string, string]} */ (["", host.t("no-baseline")]);
  const base = select([none, ...matrix.chosen.map(({ id, title }) => /** @type {[string, string]} */ ([id, title]))], view.base);
  base.onchange = () => matrix.change({ base: base.value });
  panel.append(labelled(host.t("compare-with"), base), make("p", { className: "comparison-hint" }, host.t("baseline-help")));
};

/** @type {Record<string, (matrix: Matrix, panel: HTMLElement, row?: Row) => void>} */
const panels = { subjects: fillSubjects, rows: fillRows, sort: fillSort, filter: fillFilter, baseline: fillBaseline };
