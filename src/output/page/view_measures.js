// What several plans share, and what only one has.
const PLANS_OF_CLUSTER = 12; // shown before the others are asked for

function themeChips(node) {
  return node.themes.filter(([, weight]) => weight >= data.themeHolds).map(([theme, , words]) =>
    chip(themeLabel(data.themes[theme]), {
      class: "theme", href: searchLink({ theme: data.themes[theme].slug }),
      title: words && words.length > 0 ? say(w.evidence, { w: words.join(", ") }) : null,
    }));
}

function attributeChips(node) {
  const a = node.attributes;
  return [
    a.priority ? chip(w.priority + " : " + v[a.priority].toLowerCase()) : null,
    a.status ? chip(v[a.status] || a.status) : null,
    a.period ? chip(years(a.period)) : null,
    a.recurrence ? chip(v[a.recurrence] || a.recurrence) : null,
    node.annex ? chip(w.annex) : null,
    node.doubtful ? chip(w.doubtful, { class: "warn" }) : null,
  ];
}

/// What one plan says of a shared measure: all its wordings, below its name.
function wordings([plan, members]) {
  return h("li", {}, h("a", { href: planLink(plan), class: "small" }, plan.shown), members.map((node) => h("div", { class: "wording" },
    h("p", {}, titleOf(node)),
    h("p", { class: "small soft" }, h("a", { class: "code", href: nodeLink(node) }, node.code), " · " + kindName(node) + " · " + place(node)),
    h("ul", { class: "chips" }, attributeChips(node)))));
}

/// The members of a cluster by plan, in the plans' order.
function byPlan(cluster) {
  const groups = new Map();
  for (const [i] of cluster.members) {
    const plan = plans[nodes[i].plan];
    if (!groups.has(plan)) groups.set(plan, []);
    groups.get(plan).push(nodes[i]);
  }
  return [...groups];
}

function clusterCard(cluster, named = true) {
  const groups = byPlan(cluster);
  const list = h("ul", { class: "members" }, groups.slice(0, PLANS_OF_CLUSTER).map(wordings));
  const rest = groups.slice(PLANS_OF_CLUSTER);
  const more = rest.length === 0 ? null : h("button", { type: "button", class: "no-print", onclick: () => { list.append(...rest.map(wordings)); more.remove(); } },
    say(w.more, { n: number(rest.length) }));
  return h("article", { class: "card cluster" },
    h("div", { class: "head" }, named ? h("h3", {}, sentence(cluster.name)) : null,
      h("span", { class: "soft small" }, countedPlans(cluster.plans.length) + " · " + say(w.clusterNodes, { n: number(cluster.members.length) })
        + " · " + w.cohesion + " " + percent(cluster.cohesion))),
    h("ul", { class: "chips" }, cluster.themes.map((theme) => chip(themeLabel(data.themes[theme]), { class: "theme", href: "#/measures?theme=" + data.themes[theme].slug }))),
    list, more ? h("p", {}, more) : null);
}

const planOptions = () => [["", w.allPlans], ...[...plans].sort((a, b) => collator.compare(a.shown, b.shown)).map((plan) => [plan.name, plan.shown])];
const themeOptions = () => [["", w.all], ...data.themes.map((theme) => [theme.slug, themeLabel(theme)])];

/// A view of a list with filters: the address keeps them, so that a link shows the same list.
function listView({ route, filters, parameters, items, draw, size, empty, label }) {
  const box = h("div");
  const count = h("h2", { class: "count" });
  const state = Object.fromEntries(parameters);
  const input = h("input", { type: "search", value: state.q || "", oninput: later(() => set("q", input.value), 120) });
  function set(name, value) {
    state[name] = value;
    for (const key of Object.keys(state)) if (!state[key]) delete state[key];
    history.replaceState(null, "", "#/" + route + (Object.keys(state).length ? "?" + new URLSearchParams(state) : ""));
    show();
  }
  function show() {
    const found = items(state);
    count.textContent = found.length === 1 ? w.oneResult : say(w.results, { n: number(found.length) });
    announce(count.textContent);
    box.replaceChildren(found.length === 0 ? h("p", {}, empty) : paged({ items: found, size, draw, label }));
  }
  const form = h("form", { class: "filters", onsubmit: (event) => event.preventDefault() }, h("label", {}, w.filterList, input),
    filters.map(([name, text, options]) => select(text, state[name] || "", options, (value) => set(name, value))));
  show();
  return h("div", {}, form, count, box);
}

function later(run, delay) {
  let timer = 0;
  return () => { clearTimeout(timer); timer = setTimeout(run, delay); };
}

/// Whether all of a query's words stand in one of the texts taken together.
function holds(terms, texts) {
  return terms.length === 0 || score(" " + fold(texts.join(" ")) + " " + BAR + " ", terms) > 0;
}

function measures(parameters) {
  const one = parameters.get("cluster");
  if (one !== null && data.clusters[one]) {
    return [...heading(sentence(data.clusters[one].name), w.measuresLead), clusterCard(data.clusters[one], false), h("p", {}, h("a", { href: "#/measures" }, w.seeAll))];
  }
  const counts = [...new Set(data.clusters.map((cluster) => cluster.plans.length))].sort((a, b) => a - b);
  return [
    ...heading(w.measures, w.measuresLead),
    listView({
      route: "measures", parameters, size: 15, label: w.measures, empty: w.noClusters, draw: (cluster) => clusterCard(cluster),
      filters: [["theme", w.theme, themeOptions()], ["plan", w.plan, planOptions()], ["least", w.minPlans, [["", "2"], ...counts.filter((n) => n > 2).map((n) => [String(n), String(n)])]]],
      items: (state) => {
        const terms = parseQuery(state.q || "");
        return data.clusters.filter((cluster) =>
          (!state.theme || cluster.themes.some((theme) => data.themes[theme].slug === state.theme))
          && (!state.plan || cluster.plans.some((plan) => plans[plan].name === state.plan))
          && cluster.plans.length >= Number(state.least || 2)
          && (terms.length === 0 || holds(terms, [cluster.name]) || cluster.members.some(([node]) => holds(terms, [nodes[node].title]))));
      },
    }),
  ];
}

function particularCard([i, , words]) {
  const node = nodes[i];
  const nearest = node.nearest >= 0 ? nodes[node.nearest] : null;
  return h("article", { class: "card result" },
    h("div", { class: "head" }, h("a", { href: planLink(plans[node.plan]) }, plans[node.plan].shown), h("a", { class: "code", href: nodeLink(node) }, node.code),
      h("span", { class: "kind" }, kindName(node))),
    h("h3", {}, titleOf(node)),
    h("ul", { class: "chips" }, themeChips(node), attributeChips(node)),
    words.length > 0 ? h("p", { class: "small soft" }, w.words + " : " + words.join(", ")) : null,
    nearest ? h("p", { class: "small soft" }, w.nearest + " (" + w.closeness + " " + percent(node.nearest_score || 0) + ") : ",
      plans[nearest.plan].shown + ", ", h("a", { href: nodeLink(nearest) }, nearest.code), " " + titleOf(nearest)) : null);
}

function particular(parameters) {
  return [
    ...heading(w.particular, w.particularLead),
    listView({
      route: "particular", parameters, size: 25, label: w.particular, empty: w.noParticular, draw: particularCard,
      filters: [["plan", w.plan, planOptions()], ["theme", w.theme, themeOptions()]],
      items: (state) => {
        const terms = parseQuery(state.q || "");
        return data.particular.filter(([i]) => (!state.plan || FILTERS.plan(nodes[i], state.plan)) && (!state.theme || FILTERS.theme(nodes[i], state.theme))
          && holds(terms, [nodes[i].title]));
      },
    }),
  ];
}
