/**
 * What `benchmarks.matrix` runs in a page, before all scripts of the page.
 *
 * Times are in ms, from the call until the promise that it returned is met and two animation frames have begun: when the
 * second one begins, all that the first one had to style, lay out and paint is done.
 */

/** @typedef {import("../plugin/mkdocs_comparisons/assets/matrix.js").Matrix} Matrix */
/** @typedef {import("../plugin/mkdocs_comparisons/assets/matrix.js").View} View */
/** @typedef {[name: string, act: () => unknown]} Step */
/** @typedef {Record<string, number>} Times */

{
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

  /** Leave the page alone until it has nothing to do: what comes late belongs to no other step. */
  const rest = async () => {
    await frame();
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
  };

  /** @type {(act: () => unknown) => Promise<number>} */
  const time = async (act) => {
    await rest();
    const start = performance.now();
    await act();
    await frame();
    return performance.now() - start;
  };

  /** @type {(steps: Step[]) => Promise<Times>} */
  const run = async (steps) => {
    /** @type {Times} */
    const times = {};
    for (const [name, act] of steps) times[name] = await time(act);
    return times;
  };

  /** Met when the page is loaded, and scrolled to its matrix: what is out of sight costs less. */
  const ready = new Promise((resolve) => addEventListener("load", resolve)).then(async () => {
    await rest();
    document.querySelector("comparison-matrix")?.scrollIntoView();
    await rest();
  });

  // The element is defined once the page is laid out, so that what the page itself takes is not counted. Defining it
  // upgrades those that are there, at once.
  const define = customElements.define.bind(customElements);
  /** @type {Promise<Times>} */
  const enhanced = new Promise((resolve) => {
    customElements.define = async (name, kind, options) => {
      if (name !== "comparison-matrix") return define(name, kind, options);
      await ready;
      let script = 0;
      const whole = await time(() => {
        const start = performance.now();
        define(name, kind, options);
        script = performance.now() - start;
      });
      resolve({ "enhancement, script alone": script, enhancement: whole });
    };
  });

  /** @type {(matrix: Matrix, show: string[]|null, needle: string, csv: (matrix: Matrix) => string) => Step[]} */
  const stepsOf = (matrix, show, needle, csv) => {
    const ids = matrix.shown.subjects.map((each) => each.id);
    const one = (/** @type {string} */ type) => matrix.rows.find((row) => row.type === type)?.id ?? "";
    const change = (/** @type {Partial<View>} */ changes) => () => matrix.change(changes);
    const region = /** @type {HTMLElement} */ (matrix.table.parentElement);
    return [
      ["nothing at all", () => {}],
      ["text filter", () => matrix.seek(needle)],
      ["clear it", () => matrix.seek("")],
      ["differences only", change({ diff: true })],
      ["all rows again", change({ diff: false })],
      ["hide a subject", change({ show: ids.filter((_, place) => place !== 2) })],
      ["show it again", change({ show })],
      ["sort subjects", change({ sort: [`-${one("quantity")}`] })],
      ["unsort them", change({ sort: [] })],
      ["sort rows by name", change({ order: "name" })],
      ["sort rows by differences", change({ order: "differences" })],
      ["rows as written", change({ order: "" })],
      ["baseline", change({ base: ids[1] })],
      ["no baseline", change({ base: "" })],
      ["filter subjects", change({ where: [{ attribute: one("support"), text: "yes | partial" }] })],
      ["no filter", change({ where: [] })],
      ["transpose", change({ flip: true })],
      ["scroll to its last columns", () => void region.scrollTo(region.scrollWidth, 0)],
      ["transposed, baseline", change({ base: ids[1] })],
      ["transposed, no baseline", change({ base: "" })],
      ["transpose back", change({ flip: false })],
      ["CSV as text", () => csv(matrix)],
    ];
  };

  /** @type {(needle: string) => Promise<Record<string, Times>>} Use our element, as it comes and with all subjects shown. */
  const useOurs = async (needle) => {
    const once = await enhanced;
    const host = /** @type {any} */ (document.querySelector("comparison-matrix"));
    once["first use, loads modules"] = await time(async () => (await host.wake()).load("rank", "tools", "menus", "keys"));
    const matrix = /** @type {Matrix} */ (host.matrix);
    await matrix.load("flip", "print");
    const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[src*='comparison.js']"));
    const { FORMATS, tableOf } = await import(new URL("matrix-export.js", script.src).href);
    const csv = (/** @type {Matrix} */ of) => FORMATS.csv.render(of, tableOf(of));
    const few = await run(stepsOf(matrix, null, needle, csv));
    Object.assign(once, await run([["show all subjects", () => matrix.showAll()]]));
    const all = await run(stepsOf(matrix, matrix.subjects.map((each) => each.id), needle, csv));
    Object.assign(once, await run([["show the first few again", () => matrix.change({ show: null })]]));
    return { once, few, all };
  };

  /** @type {() => Promise<HTMLTableElement>} The server's table as DataTables takes it: ordinary, without rows that group others. */
  const flatten = async () => {
    await ready;
    const host = /** @type {HTMLElement} */ (document.querySelector("comparison-matrix"));
    const table = /** @type {HTMLTableElement} */ (host.querySelector("table"));
    // With it our style sheet makes a grid of the table, whose columns have the widths that we say.
    delete host.dataset.large;
    for (const each of table.querySelectorAll(".comparison-matrix__dimension")) each.remove();
    const [first, ...others] = table.tBodies;
    for (const body of others) {
      first.append(...body.rows);
      body.remove();
    }
    return table;
  };

  /** @type {(needle: string) => Promise<Times>} Use DataTables, which is loaded already, on the same table. */
  const useDataTables = async (needle) => {
    const { DataTable } = /** @type {any} */ (globalThis);
    const table = await flatten();
    /** @type {any} */
    let api;
    return run([
      ["enhancement", () => (api = new DataTable(table, { paging: false, order: [] }))],
      ["text filter", () => api.search(needle).draw()],
      ["clear it", () => api.search("").draw()],
      ["hide a subject", () => api.column(3).visible(false)],
      ["sort rows by name", () => api.order([[0, "asc"]]).draw()],
    ]);
  };

  Object.assign(globalThis, { useOurs, useDataTables });
}
