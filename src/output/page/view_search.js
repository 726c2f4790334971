// All nodes: full text and filters. The address keeps what was asked, so that a link shows the same list.
function result(node, terms) {
  const plan = plans[node.plan];
  const path = ancestors(node);
  const text = terms.length > 0 && node.description ? snippet(node.description, terms) : null;
  return h("article", { class: "card result" },
    h("div", { class: "head" }, h("a", { href: planLink(plan) }, plan.shown), h("a", { class: "code", href: nodeLink(node), "aria-label": w.inPlan + " : " + plan.shown + " " + node.code }, node.code),
      h("span", { class: "kind" }, kindName(node)), h("span", { class: "soft small" }, place(node))),
    h("h3", {}, marked(titleOf(node), terms)),
    path.length > 0 ? h("p", { class: "path" }, path.map((up) => titleOf(up)).join(" › ")) : null,
    text ? h("p", { class: "small" }, text) : null,
    h("ul", { class: "chips" }, themeChips(node), attributeChips(node),
      node.cluster >= 0 ? chip(w.cluster + " : " + countedPlans(data.clusters[node.cluster].plans.length), { href: clusterLink(node.cluster) }) : null));
}

/// The part of a long text where the words stand.
function snippet(text, terms) {
  const pieces = marked(text, terms);
  if (pieces.length < 2) return null;
  const before = pieces[0].length > 80 ? "… " + pieces[0].slice(-70) : pieces[0];
  return [before, ...pieces.slice(1, 8).map((piece) => typeof piece === "string" && piece.length > 120 ? piece.slice(0, 110) + " … " : piece)];
}

function searchFilters() {
  const all = (options) => [["", w.all], ...options];
  const named = (list) => list.map((key) => [key, v[key]]);
  const used = data.uses.map((use) => data.entities[use.entity]).sort((a, b) => collator.compare(a.name, b.name));
  return [
    ["theme", w.theme, themeOptions()],
    ["plan", w.plan, planOptions()],
    ["volet", w.volet, all([["VI", w.internal], ["VE", w.external], ["other", w.otherVolet], ["none", w.noVolet]])],
    ["kind", w.kind, all(named(kinds))],
    ["priority", w.priority, all([...named(["high", "medium", "low"]), ["none", w.none]])],
    ["status", w.status, all([...named(["not_started", "in_progress", "waiting", "blocked", "completed", "cancelled"]), ["none", w.none]])],
    ["year", w.year, all(data.years.map((year) => [String(year.year), String(year.year)]))],
    ["entity", w.partner, all(used.map((entity) => [entity.id, entity.name]))],
  ];
}

function resultRows(found) {
  return [[w.plan, "code", w.kind, "titre", w.volet, w.themes, w.priority, w.status, w.period, w.responsible, w.source],
    ...found.map((node) => [plans[node.plan].shown, node.code, kindName(node), node.title, node.volet >= 0 ? nodes[node.volet].code : "",
      node.themes.filter(([, weight]) => weight >= data.themeHolds).map(([theme]) => data.themes[theme].slug).join(" | "), node.attributes.priority || "",
      node.attributes.status || "", years(node.attributes.period), (node.attributes.responsible || []).join(" | "), place(node)])];
}

function searchView(parameters) {
  const state = Object.fromEntries([...parameters].filter(([name]) => name === "q" || FILTERS[name]));
  let found = [];
  const box = h("div", { id: "results" });
  const count = h("h2", { class: "count", id: "count" });
  const input = h("input", { type: "search", id: "q", value: state.q || "", autocomplete: "off", oninput: later(() => set("q", input.value), 90) });
  const selects = h("div", { class: "filters" });
  function drawSelects() {
    selects.replaceChildren(...searchFilters().map(([name, text, options]) => select(text, state[name] || "", options, (value) => set(name, value))));
  }
  function set(name, value) {
    if (value) state[name] = value;
    else delete state[name];
    const address = searchLink(state);
    history.replaceState(null, "", address.endsWith("?") ? "#/search" : address);
    show();
  }
  function show() {
    const terms = parseQuery(state.q || "");
    found = search(state.q || "", state);
    const words = found.length === 1 ? w.oneResult : found.length === 0 ? w.noResult : say(w.results, { n: number(found.length) });
    const inPlans = new Set(found.map((node) => node.plan)).size;
    count.textContent = words + (found.length > 1 ? " · " + say(w.withPlans, { n: number(inPlans), m: number(plans.length) }) : "");
    announce(count.textContent);
    box.replaceChildren(found.length === 0 ? "" : paged({ items: found, size: 30, label: w.search, draw: (node) => result(node, terms) }));
  }
  drawSelects();
  show();
  return [
    ...heading(w.search, w.searchLead),
    h("form", { role: "search", onsubmit: (event) => { event.preventDefault(); set("q", input.value); } },
      h("label", { class: "field wide" }, w.query, input), selects),
    h("div", { class: "bar" }, count, h("div", { class: "tools" },
      h("button", { type: "button", class: "plain", onclick: () => {
        for (const name of Object.keys(state)) delete state[name];
        input.value = "";
        drawSelects();
        set("q", "");
        input.focus();
      } }, w.clear), " ", h("button", { type: "button", class: "plain", onclick: () => download("resultats.csv", resultRows(found)) }, w.exact))),
    box,
  ];
}
