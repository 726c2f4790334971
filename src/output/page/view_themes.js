// Plans by theme: a heat map that is a table, so that it reads, sorts and prints like one.
const HEAT_STEPS = [0, 0.03, 0.07, 0.13, 0.22]; // shares of a plan from which a shade begins
const heatOf = (share) => share <= 0 ? 0 : HEAT_STEPS.filter((step) => share > step).length;

function heatLegend(words) {
  return h("p", { class: "legend" }, h("span", {}, words + " :"), HEAT_STEPS.map((step, i) =>
    h("span", {}, h("i", { class: "h" + (i + 1) }), "> " + percent(step))));
}

/// Rows of plans, columns of anything: {columns: [{name, full}], cell(plan, column) → {text, href, heat, own, label}}.
function heatTable({ caption, columns, cell, turned, sortValue }) {
  let sorted = -1;
  let shown = printing ? Infinity : SHOWN_ROWS;
  const body = h("tbody");
  const first = h("th", { scope: "col" }, h("button", { type: "button", onclick: () => sort(-1) }, w.plan));
  const heads = columns.map((column, i) => h("th", { scope: "col", class: turned ? "turned" : "", title: column.full || null },
    h("button", { type: "button", onclick: () => sort(i) }, column.name)));
  function sort(i) {
    sorted = i;
    [first, ...heads].forEach((head, at) => {
      if (at - 1 === sorted) head.setAttribute("aria-sort", sorted < 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    const order = sorted < 0 ? [...plans].sort((a, b) => collator.compare(a.shown, b.shown))
      : [...plans].sort((a, b) => sortValue(b, sorted) - sortValue(a, sorted));
    body.replaceChildren(...order.slice(0, shown).map((plan) => h("tr", {}, h("th", { scope: "row" }, h("a", { href: planLink(plan) }, plan.shown)),
      columns.map((column, i) => {
        const c = cell(plan, i);
        const shade = (c.heat ? "h" + c.heat : "") + (c.own ? " own" : "");
        return h("td", { class: shade || null }, c.href ? h("a", { href: c.href, title: c.label }, c.text) : c.text);
      }))));
  }
  sort(-1);
  const box = scroller(caption, h("table", { class: "heat" }, h("caption", { class: "visually-hidden" }, caption), h("thead", {}, h("tr", {}, first, heads)), body), plans.length > 15);
  return withMore(box, plans.length - shown, () => { shown = Infinity; sort(sorted); });
}

function themeHeat() {
  return heatTable({
    caption: w.heatCaption, turned: true,
    columns: data.themes.map((theme) => ({ name: themeLabel(theme), full: theme.right })),
    sortValue: (plan, i) => data.matrix[plan.i][i][3] * 1e6 + data.matrix[plan.i][i][0],
    cell: (plan, i) => {
      const [count, , , share] = data.matrix[plan.i][i];
      if (count === 0) return { text: "" };
      const theme = data.themes[i];
      return {
        text: number(count), heat: heatOf(share), href: searchLink({ plan: plan.name, theme: theme.slug }),
        label: plan.shown + ", " + themeLabel(theme) + " : " + number(count) + " (" + percent(share) + ")",
      };
    },
  });
}

function matrixRows() {
  return [[w.plan, ...data.themes.map(themeLabel)], ...plans.map((plan) => [plan.shown, ...data.matrix[plan.i].map(([count]) => count)])];
}

function themes() {
  const order = data.themes.map((theme, i) => ({ ...theme, ...data.themeTotals[i] }));
  const byNodes = [...order].sort((a, b) => b.nodes - a.nodes);
  const rightOf = (theme) => (language === "en" && theme.right_en ? theme.right_en : theme.right) || w.none2;
  const columns = [
    { name: w.theme, value: themeLabel, cell: (theme) => h("a", { href: searchLink({ theme: theme.slug }) }, themeLabel(theme)) },
    { name: w.right, value: rightOf, cell: rightOf },
    countColumn(w.withTheme, (theme) => theme.nodes), countColumn(w.primary, (theme) => theme.primary),
    { name: w.inPlans, num: true, value: (theme) => theme.plans, cell: (theme) => meter(theme.plans, plans.length) },
  ];
  return [
    ...heading(w.themes, w.themesLead),
    h("h2", {}, w.heat), h("p", { class: "soft small" }, w.heatCaption), heatLegend(w.share), themeHeat(), h("p", { class: "tools" }, downloadButton("matrix.csv", matrixRows)),
    chart({
      id: "themes", title: w.themeChart, of: w.theme, horizontal: true, labels: byNodes.map(themeLabel),
      series: [{ label: w.withTheme, data: byNodes.map((theme) => theme.nodes) }],
      hrefs: byNodes.map((theme) => searchLink({ theme: theme.slug })),
    }),
    h("h2", {}, w.themeTable), table({ caption: w.themeTable, columns, rows: order, sorted: 2, descending: true }),
  ];
}
