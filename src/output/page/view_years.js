// For when the plans announce what they announce.
function yearHeat() {
  const top = Math.max(1, ...data.years.map((year) => Math.max(...year.active)));
  const step = (n) => n === 0 ? 0 : Math.min(5, 1 + Math.floor(5 * Math.sqrt(n / top) * 0.999));
  return heatTable({
    caption: w.yearCaption, columns: data.years.map((year) => ({ name: String(year.year) })),
    sortValue: (plan, i) => data.years[i].active[plan.i],
    cell: (plan, i) => {
      const year = data.years[i];
      const count = year.active[plan.i];
      const own = Boolean(year.planned[plan.i]);
      if (count === 0) return { text: "", own };
      return {
        text: number(count), own, heat: step(count), href: searchLink({ plan: plan.name, year: String(year.year) }),
        label: plan.shown + ", " + year.year + " : " + number(count),
      };
    },
  });
}

function yearRows() {
  return [[w.plan, ...data.years.map((year) => String(year.year))], ...plans.map((plan) => [plan.shown, ...data.years.map((year) => year.active[plan.i])])];
}

function timeline() {
  if (data.years.length === 0) return [...heading(w.years, w.yearsLead), h("p", {}, w.noYears)];
  return [
    ...heading(w.years, w.yearsLead),
    chart({
      id: "years", title: w.yearChart, of: w.year, labels: data.years.map((year) => String(year.year)),
      series: ["active", "starting", "ending"].map((key) => ({ label: w[key], data: data.yearTotals.map((total) => total[key]) })),
      hrefs: data.years.map((year) => searchLink({ year: String(year.year) })),
    }),
    h("h2", {}, w.yearTable), h("p", { class: "soft small" }, w.yearCaption),
    h("p", { class: "legend" }, h("span", {}, h("i", { class: "own" }), w.ownPeriod)),
    yearHeat(), h("p", { class: "tools" }, downloadButton("years.csv", yearRows)),
  ];
}
