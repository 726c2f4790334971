// What to check before concluding.
const QUALITY = [["gaps", "numbering_gaps"], ["contradictions", "contradictions"], ["emptyTitles", "empty_titles"], ["childless", "childless"],
  ["doubts", "doubts"], ["doubtfulNodes", "doubtful_nodes"]];
const CHARTED = QUALITY.slice(0, 5);
const remarks = (plan) => CHARTED.reduce((sum, [, key]) => sum + plan.quality[key], 0);

function qualityRows() {
  return [[w.plan, ...QUALITY.map(([word]) => w[word]), w.completeness],
    ...plans.map((plan) => [plan.shown, ...QUALITY.map(([, key]) => plan.quality[key]), plan.quality.completeness])];
}

/// The remarks on one plan, each with a link to its place.
function noteList(plan) {
  const notes = plan.quality.notes;
  if (notes.length === 0) return h("p", {}, w.noNotes);
  const draw = (note) => h("p", { class: "small" }, h("strong", {}, v[note.what]), " · ", note.message,
    note.node >= 0 ? [" ", h("a", { class: "code", href: nodeLink(nodes[note.node]) }, nodes[note.node].code)] : null,
    note.lines ? h("span", { class: "soft" }, " (" + (note.lines[0] === note.lines[1] ? w.line + " " + note.lines[0] : w.lines + " " + note.lines.join("-")) + ")") : null);
  return paged({ items: notes, size: 30, draw, label: say(w.notesOf, { p: plan.shown }) });
}

function quality() {
  const shown = largest(remarks);
  const columns = [
    { name: w.plan, value: (plan) => plan.shown, cell: (plan) => h("a", { href: planLink(plan) }, plan.shown) },
    { name: w.completeness, num: true, value: (plan) => plan.quality.completeness, cell: (plan) => [percent(plan.quality.completeness), h("span", { class: "meter", "aria-hidden": "true" }, h("i", { "width%": Math.round(100 * plan.quality.completeness) }))] },
    ...QUALITY.map(([word, key]) => countColumn(w[word], (plan) => plan.quality[key])),
    { name: w.notes, cell: (plan) => plan.quality.notes.length > 0 ? h("a", { href: planLink(plan) + "?notes" }, number(plan.quality.notes.length), hidden(say(w.notesOf, { p: plan.shown }))) : "0", num: true },
  ];
  return [
    ...heading(w.quality, w.qualityLead),
    findingsNote(),
    chart({
      id: "quality", title: w.qualityChart, of: w.plan, horizontal: true, stacked: true, note: largestNote(), labels: shown.map((plan) => plan.shown),
      series: CHARTED.map(([word, key]) => ({ label: w[word], data: shown.map((plan) => plan.quality[key]) })), hrefs: shown.map((plan) => planLink(plan) + "?notes"),
    }),
    h("h2", {}, w.qualityTable), h("p", { class: "soft small" }, w.completenessNote),
    table({ caption: w.qualityTable, columns, rows: plans, limit: SHOWN_ROWS }), h("p", { class: "tools" }, downloadButton("quality.csv", qualityRows)),
  ];
}
