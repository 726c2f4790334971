// Partners and programmes, and who names them.
function byWhom(use) {
  const links = use.plans.map((plan) => h("a", { href: searchLink({ entity: data.entities[use.entity].id, plan: plans[plan].name }) }, plans[plan].shown));
  const listed = (some) => some.flatMap((link, i) => i > 0 ? [", ", link] : [link]);
  if (links.length <= 6) return listed(links);
  return h("details", {}, h("summary", {}, countedPlans(links.length)), listed(links));
}

function partnerRows() {
  return [[w.entity, w.abbreviation, w.nature, w.inPlans, w.mentions, w.byWhom], ...data.uses.map((use) => {
    const entity = data.entities[use.entity];
    return [entity.name, entity.abbreviation, v[entity.kind], use.plans.length, use.nodes.length, use.plans.map((plan) => plans[plan].shown).join(" | ")];
  })];
}

function partners() {
  if (data.uses.length === 0) return [...heading(w.partners, w.partnersLead), h("p", {}, w.noPartners)];
  const top = data.uses.slice(0, 20);
  const of = (use) => data.entities[use.entity];
  const columns = [
    { name: w.entity, value: (use) => of(use).name, cell: (use) => h("a", { href: searchLink({ entity: of(use).id }) }, of(use).name) },
    { name: w.abbreviation, value: (use) => of(use).abbreviation, cell: (use) => of(use).abbreviation },
    { name: w.nature, value: (use) => v[of(use).kind], cell: (use) => v[of(use).kind] },
    { name: w.inPlans, num: true, value: (use) => use.plans.length, cell: (use) => meter(use.plans.length, plans.length) },
    countColumn(w.mentions, (use) => use.nodes.length),
    { name: w.byWhom, cell: byWhom },
  ];
  return [
    ...heading(w.partners, w.partnersLead),
    chart({
      id: "partners", title: w.partnerChart, of: w.entity, horizontal: true, labels: top.map((use) => of(use).abbreviation || of(use).name),
      series: [{ label: w.inPlans, data: top.map((use) => use.plans.length) }], hrefs: top.map((use) => searchLink({ entity: of(use).id })),
    }),
    table({ caption: w.partners, columns, rows: data.uses }),
    h("p", { class: "tools" }, downloadButton("partners.csv", partnerRows)),
  ];
}
