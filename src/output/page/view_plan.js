// One plan: its facts, its remarks, its tree, with the node that was asked for in its place.
function details(node) {
  const a = node.attributes;
  const facts = [
    [w.responsible, (a.responsible || []).join(" · ")],
    [w.indicators, (a.indicators || []).join(" · ")],
    [w.budget, (a.budget || []).map((b) => [b.amount === undefined ? "" : number(b.amount) + " " + (b.currency === "EUR" ? "€" : b.currency || ""), b.year || "", b.source || ""].filter(Boolean).join(", ")).join(" · ")],
    [w.references, (a.references || []).map((r) => r.raw + (r.code ? " → " + r.code : "")).join(" · ")],
    ...node.fields,
    [w.rawTitle, node.title_raw || ""],
  ].filter(([, text]) => text);
  return facts.map(([name, text]) => h("p", { class: "small" }, h("span", { class: "soft" }, name + " : "), text));
}

function mentionChips(node) {
  return [...new Set(node.mentions.map(([entity]) => entity))].map((entity) =>
    chip(data.entities[entity].abbreviation || data.entities[entity].name, { href: searchLink({ entity: data.entities[entity].id }), title: data.entities[entity].name }));
}

function elsewhere(node) {
  if (node.cluster >= 0) {
    const cluster = data.clusters[node.cluster];
    return h("p", { class: "small" }, w.cluster + " : ", h("a", { href: clusterLink(node.cluster) }, sentence(cluster.name)), " (" + countedPlans(cluster.plans.length) + ")");
  }
  return null;
}

function treeNode(node, here) {
  const current = here === node;
  return h("div", { class: "node" + (node.kind < 4 ? " top-kind" : "") + (current ? " here" : ""), id: "node-" + node.i, tabindex: current ? "-1" : null,
    "aria-current": current ? "location" : null },
    h("span", { class: "title" }, h("a", { class: "code", href: nodeLink(node) }, node.code), " ", titleOf(node)),
    h("span", { class: "where" }, kindName(node) + (node.label ? " « " + node.label + " »" : "") + " · " + place(node)),
    node.description ? h("p", { class: "small" }, node.description) : null,
    details(node),
    h("ul", { class: "chips" }, themeChips(node), attributeChips(node), mentionChips(node), node.particular ? chip(w.only, { href: "#/particular?plan=" + encodeURIComponent(plans[node.plan].name) }) : null),
    elsewhere(node));
}

/// The nodes of a plan as nested lists.
function tree(plan, here) {
  const root = h("ul", { class: "tree" });
  const lists = new Map([[-1, root]]);
  const items = new Map();
  for (let i = plan.first; i < plan.first + plan.count; ++i) {
    const node = nodes[i];
    const item = h("li", {}, treeNode(node, here));
    if (!lists.has(node.parent)) {
      const list = h("ul", { class: "branch" });
      lists.set(node.parent, list);
      items.get(node.parent).append(list);
    }
    lists.get(node.parent).append(item);
    items.set(i, item);
  }
  return root;
}
function planFacts(plan) {
  const facts = [
    [w.document, plan.title], [w.periodOf, years(plan.period)], [w.adopted, plan.adopted],
    [w.source, plan.file + (plan.pages ? ", " + plan.pages + " p." : "")],
    [w.readAs, plan.scheme ? "« " + plan.scheme + " » (" + percent(plan.confidence) + ")" : ""],
    [w.linesRead, number(plan.lines)], [w.completeness, percent(plan.quality.completeness)],
    ...STATED.map(([word, key]) => [w[word], number(plan.counts[key]) + " / " + number(plan.counts.nodes)]),
  ].filter(([, text]) => text);
  return h("dl", { class: "facts" }, facts.map(([name, text]) => h("div", {}, h("dt", {}, name), h("dd", {}, text))));
}

function outline(plan) {
  const tops = [];
  for (let i = plan.first; i < plan.first + plan.count; ++i) if (nodes[i].kind <= 2) tops.push(nodes[i]);
  if (tops.length < 2) return null;
  return h("details", { class: "card no-print" }, h("summary", {}, w.outline), h("ul", { class: "outline" },
    tops.map((node) => h("li", {}, h("a", { href: nodeLink(node) }, node.code + " " + titleOf(node))))));
}

function planView(name, code, parameters) {
  const plan = planByName.get(name);
  if (!plan) return null;
  let here = null;
  for (let i = plan.first; code && i < plan.first + plan.count; ++i) if (nodes[i].code === code) here = nodes[i];
  const notes = h("details", { class: "card", open: parameters.has("notes") }, h("summary", {}, w.notes + " (" + number(plan.quality.notes.length) + ")"), noteList(plan));
  const view = [
    ...heading(plan.shown, plan.kind),
    planFacts(plan),
    h("p", {}, h("a", { href: searchLink({ plan: plan.name }) }, w.search), " · ", h("a", { href: "#/measures?plan=" + encodeURIComponent(plan.name) }, w.measures), " · ",
      h("a", { href: "#/particular?plan=" + encodeURIComponent(plan.name) }, w.particular)),
    notes, outline(plan), h("h2", {}, w.tree), tree(plan, here),
  ];
  return { view, here };
}
