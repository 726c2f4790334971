// What each plan holds and states.
const SHOWN_PLANS = 25; // bars that a chart can show and an eye can read
const SHOWN_ROWS = 50; // of a table, before it is asked for the others

function heading(title, lead) {
  return [h("h1", { tabindex: "-1" }, title), lead ? h("p", { class: "lead" }, lead) : null];
}

/// The plans with most of something, for a chart; all of them where they are few.
function largest(value) {
  if (plans.length <= SHOWN_PLANS) return plans;
  return [...plans].sort((a, b) => value(b) - value(a)).slice(0, SHOWN_PLANS);
}
const largestNote = () => plans.length > SHOWN_PLANS ? say(w.firstOf, { n: SHOWN_PLANS }) : null;

function findingsNote() {
  if (data.findings.length === 0) return null;
  const list = h("ul", {}, data.findings.map((f) => h("li", {}, h("strong", {}, f.input), " : ", f.message)));
  const title = data.findings.length === 1 ? w.findingsOne : say(w.findingsMany, { n: number(data.findings.length) });
  return h("div", { class: "note" },
    data.findings.length <= 5 ? [h("strong", {}, title), list] : h("details", {}, h("summary", {}, title), list));
}

const STATED = [["priority", "with_priority"], ["status", "with_status"], ["period", "with_period"], ["responsible", "with_responsible"],
  ["indicator", "with_indicator"], ["budget", "with_budget"]];

const countColumn = (name, of, full) => ({ name, full, num: true, value: of, cell: (row) => count(of(row)) });
const kindCount = (counts, kind) => counts.by_kind[kinds.indexOf(kind)];

function countColumns(of) {
  return [
    countColumn(w.nodes, (row) => of(row).nodes),
    ...kinds.slice(2).map((kind) => countColumn(w.short[kind], (row) => kindCount(of(row), kind), v[kind])),
    ...STATED.map(([word, key]) => ({ name: w[word], num: true, value: (row) => of(row)[key], cell: (row) => meter(of(row)[key], of(row).nodes) })),
  ];
}

function planTable() {
  const columns = [
    { name: w.plan, value: (plan) => plan.shown, cell: (plan) => h("a", { href: planLink(plan) }, plan.shown) },
    { name: w.kindOrg, value: (plan) => plan.kind, cell: (plan) => plan.kind || w.none2 },
    { name: w.period, value: (plan) => years(plan.period), cell: (plan) => years(plan.period) || w.none2 },
    ...countColumns((plan) => plan.counts),
    { name: w.budgetSum, num: true, value: (plan) => plan.counts.budget, cell: (plan) => plan.counts.budget ? number(plan.counts.budget) : h("span", { class: "soft" }, w.none2) },
  ];
  return table({ caption: w.planTable, columns, rows: plans, limit: SHOWN_ROWS });
}

function planRows() {
  return [[w.plan, w.source, w.kindOrg, w.period, w.nodes, ...kinds.map((kind) => v[kind]), ...STATED.map(([word]) => w[word]), w.budgetSum],
    ...plans.map((plan) => [plan.shown, plan.file, plan.kind, years(plan.period), plan.counts.nodes, ...plan.counts.by_kind,
      ...STATED.map(([, key]) => plan.counts[key]), plan.counts.budget])];
}

function partTable() {
  const rows = plans.flatMap((plan) => [...plan.volets.map((part) => ({ plan, part, kind: "volet" })), ...plan.axes.map((part) => ({ plan, part, kind: "axis" }))]);
  if (rows.length === 0) return null;
  const name = ({ part, kind }) => part.node < 0 ? w.outside : v[kind] + " : " + (part.title || nodes[part.node].code);
  const columns = [
    { name: w.plan, value: (row) => row.plan.shown, cell: (row) => h("a", { href: planLink(row.plan) }, row.plan.shown) },
    { name: w.part, value: name, cell: (row) => row.part.node < 0 ? name(row) : h("a", { href: nodeLink(nodes[row.part.node]) }, name(row)) },
    ...countColumns((row) => row.part.counts),
  ];
  return [h("h2", {}, w.partTable), table({ caption: w.partTable, columns, rows, limit: SHOWN_ROWS })];
}

function sizeChart() {
  const shown = largest((plan) => plan.counts.objectives + plan.counts.measures);
  return chart({
    id: "plans", title: w.sizeChart, of: w.plan, horizontal: true, stacked: true, note: largestNote(), labels: shown.map((plan) => plan.shown),
    series: kinds.slice(2).map((kind) => ({ label: v[kind], data: shown.map((plan) => kindCount(plan.counts, kind)) })).filter((s) => s.data.some((n) => n > 0)),
    hrefs: shown.map(planLink),
  });
}

function overview() {
  const r = data.reach;
  const statedChart = chart({
    id: "stated", title: w.statedChart, of: w.stated, horizontal: true, labels: STATED.map(([word]) => w[word]),
    series: [{ label: w.nodes, data: STATED.map(([, key]) => data.totals[key]) }],
  });
  const widest = h("section", { class: "card" }, h("h2", { class: "first" }, w.broadest), data.clusters.length === 0 ? h("p", {}, w.noClusters)
    : h("ol", {}, data.clusters.slice(0, 8).map((cluster, i) => h("li", {}, h("a", { href: clusterLink(i) }, sentence(cluster.name)), " ",
      h("span", { class: "soft" }, countedPlans(cluster.plans.length))))),
  h("p", {}, h("a", { href: "#/measures" }, w.seeAll)));
  const named = h("section", { class: "card" }, h("h2", { class: "first" }, w.mostNamed), data.uses.length === 0 ? h("p", {}, w.noPartners)
    : h("ol", {}, data.uses.slice(0, 8).map((use) => h("li", {}, h("a", { href: searchLink({ entity: data.entities[use.entity].id }) }, entityLabel(data.entities[use.entity])), " ",
      h("span", { class: "soft" }, countedPlans(use.plans.length))))),
  h("p", {}, h("a", { href: "#/partners" }, w.seeAll)));
  return [
    ...heading(w.title, say(plans.length === 1 ? w.onePlan : w.ofPlans, { n: number(plans.length), m: number(r.nodes) }) + " " + w.overviewLead),
    findingsNote(),
    h("ul", { class: "tiles" }, tile(number(plans.length), w.plansCount), tile(number(data.totals.objectives), w.objectives),
      tile(number(data.totals.measures), w.measuresCount), tile(number(r.clusters), w.sharedCount, "#/measures"),
      tile(number(r.particular), w.particularCount, "#/particular"), tile(number(r.entities), w.entitiesCount, "#/partners")),
    h("div", { class: "columns" }, sizeChart(), plans.length > 8 ? h("div", {}, statedChart, widest, named) : [statedChart, widest, named]),
    h("h2", {}, w.planTable), planTable(), h("p", { class: "tools" }, downloadButton("plans.csv", planRows)),
    partTable(),
  ];
}
