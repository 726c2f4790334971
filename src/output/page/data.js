// The comparison as the page holds it, and the words of the chosen language.
const data = JSON.parse(document.getElementById("data").textContent);
let language = data.lang === "en" ? "en" : "fr";
let w = WORDS[language];
let v = VALUES[language];
let collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
let numbers = new Intl.NumberFormat(language === "fr" ? "fr-BE" : "en-GB");
let percents = new Intl.NumberFormat(language === "fr" ? "fr-BE" : "en-GB", { style: "percent", maximumFractionDigits: 0 });

function speak(chosen) {
  language = chosen;
  w = WORDS[language];
  v = VALUES[language];
  collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  numbers = new Intl.NumberFormat(language === "fr" ? "fr-BE" : "en-GB");
  percents = new Intl.NumberFormat(language === "fr" ? "fr-BE" : "en-GB", { style: "percent", maximumFractionDigits: 0 });
}

const say = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const number = (n) => numbers.format(n);
const percent = (n) => percents.format(n);

const countedPlans = (n) => n === 1 ? w.oneClusterPlan : say(w.clusterPlans, { n: number(n) });

// Rows as objects: `columns` names the places; null is nothing stated.
const at = Object.fromEntries(data.columns.map((name, place) => [name, place]));
const nodes = data.nodes.map((row, i) => ({
  i, plan: row[at.plan], kind: row[at.kind], parent: row[at.parent], code: row[at.code], first: row[at.first], last: row[at.last],
  volet: row[at.volet] ?? -1, axis: row[at.axis] ?? -1, title: row[at.title], themes: row[at.themes] || [], attributes: row[at.attributes] || {},
  mentions: row[at.mentions] || [], label: row[at.label], page: row[at.page], cluster: row[at.cluster] ?? -1, nearest: row[at.nearest] ?? -1,
  nearest_score: row[at.nearest_score] || 0, description: row[at.description] || "", fields: row[at.fields] || [],
  doubtful: Boolean(row[at.doubtful]), particular: Boolean(row[at.particular]), annex: Boolean(row[at.annex]), title_raw: row[at.title_raw],
}));
data.nodes = null;
const plans = data.plans;
plans.forEach((plan, i) => {
  plan.i = i;
  const same = plans.filter((other) => other.organisation === plan.organisation);
  // Two editions of one organisation's plan are told apart by their period, else by their file.
  plan.shown = same.length < 2 ? plan.organisation
    : plan.organisation + " " + (same.filter((o) => years(o.period) === years(plan.period)).length < 2 ? years(plan.period) : "(" + plan.name + ")");
});
const planByName = new Map(plans.map((plan) => [plan.name, plan]));
const kinds = data.kinds;

function years(period) {
  if (!period) return "";
  const [start, end] = period;
  return start === end ? String(start) : (start ?? "…") + "-" + (end ?? "…");
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const themeLabel = (theme) => language === "en" && theme.label_en ? theme.label_en : theme.label;
const entityLabel = (entity) => entity.abbreviation && entity.abbreviation !== entity.name ? entity.name + " (" + entity.abbreviation + ")" : entity.name;
const kindName = (node) => v[kinds[node.kind]];
const titleOf = (node) => node.title || node.label || w.untitled;

// Addresses within the page.
const planLink = (plan) => "#/plan/" + encodeURIComponent(plan.name);
const nodeLink = (node) => planLink(plans[node.plan]) + "/" + encodeURIComponent(node.code);
const clusterLink = (cluster) => "#/measures?cluster=" + cluster;
function searchLink(filters) {
  return "#/search?" + new URLSearchParams(filters);
}

/// Where a node stands in its source: `plan.pdf, p. 12, lignes 40-41`.
function place(node) {
  const [first, last] = [node.first, node.last];
  const lines = first === last ? w.line + " " + first : w.lines + " " + first + "-" + last;
  return plans[node.plan].file + (node.page ? ", " + w.pageShort + " " + node.page : "") + ", " + lines;
}

function ancestors(node) {
  const path = [];
  for (let up = node.parent; up >= 0; up = nodes[up].parent) path.unshift(nodes[up]);
  return path;
}

/// `VI`, `VE`, `other`, or nothing outside any volet.
function voletOf(node) {
  if (node.volet < 0) return "none";
  const code = nodes[node.volet].code;
  return code === "VI" || code === "VE" ? code : "other";
}
