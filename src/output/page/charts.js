// Bar charts with Chart.js, each a figure with its data as CSV and as a table beside it.
const drawnCharts = new Set();

const cssColor = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const seriesColors = () => Array.from({ length: 8 }, (_, i) => cssColor("--c" + (i + 1)));

/// {id, title, labels, series: [{label, data}], horizontal, stacked, note, hrefs}
function chart(spec) {
  const rows = () => [[spec.of || "", ...spec.series.map((s) => s.label)],
    ...spec.labels.map((label, i) => [label, ...spec.series.map((s) => s.data[i])])];
  const canvas = h("canvas", { role: "img", "aria-label": say(w.chartOf, { t: spec.title }), id: "chart-" + spec.id });
  const box = h("div", { class: "canvas" }, canvas);
  const rowHeight = spec.stacked ? 26 : 12 + 14 * spec.series.length;
  box.style.height = (spec.horizontal ? 70 + spec.labels.length * rowHeight : 300) + "px";
  const shown = chartTable(spec, rows);
  const figure = h("figure", { class: "card chart" }, h("figcaption", {}, spec.title), spec.note ? h("p", { class: "soft small" }, spec.note) : null,
    box, h("div", { class: "tools" }, downloadButton(spec.id + ".csv", rows)), shown);
  requestAnimationFrame(() => { if (figure.isConnected) draw(canvas, spec); });
  return figure;
}

/// The same figures for those who do not see the picture; filled when opened.
function chartTable(spec, rows) {
  const details = h("details", {}, h("summary", {}, w.asTable));
  details.addEventListener("toggle", () => {
    if (details.children.length > 1) return;
    const [heads, ...lines] = rows();
    details.append(scroller(spec.title, h("table", {}, h("caption", {}, spec.title),
      h("thead", {}, h("tr", {}, heads.map((head, i) => h("th", { scope: "col", class: i > 0 ? "num" : "" }, head || w.row)))),
      h("tbody", {}, lines.map((line) => h("tr", {}, line.map((cell, i) =>
        i === 0 ? h("th", { scope: "row" }, cell) : h("td", { class: "num" }, number(cell)))))))));
  });
  return details;
}

function draw(canvas, spec) {
  const colors = seriesColors();
  const soft = cssColor("--soft");
  const line = cssColor("--line");
  const room = canvas.parentElement.clientWidth < 480 ? 18 : 36; // characters of a label
  const clip = (text) => text.length > room ? text.slice(0, room - 1) + "…" : text;
  const counts = { beginAtZero: true, stacked: spec.stacked, grid: { color: line }, ticks: { color: soft, precision: 0, callback: (n) => number(n) } };
  const names = { stacked: spec.stacked, grid: { display: false }, ticks: { color: soft, autoSkip: !spec.horizontal, callback(i) { return clip(this.getLabelForValue(i)); } } };
  const made = new Chart(canvas, {
    type: "bar",
    data: {
      labels: spec.labels,
      datasets: spec.series.map((s, i) => ({ label: s.label, data: s.data, backgroundColor: colors[i % colors.length], maxBarThickness: 22, borderRadius: 3 })),
    },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, locale: language, indexAxis: spec.horizontal ? "y" : "x",
      scales: spec.horizontal ? { x: counts, y: names } : { x: names, y: counts },
      plugins: {
        legend: { display: spec.series.length > 1, position: "bottom", labels: { color: soft, boxWidth: 14 } },
        tooltip: { callbacks: { title: (items) => spec.labels[items[0].dataIndex] } },
      },
      onClick: (event, items) => { if (items.length > 0 && spec.hrefs) location.hash = spec.hrefs[items[0].index]; },
    },
  });
  canvas.dataset.drawn = "true";
  drawnCharts.add({ canvas, spec, made });
}

/// Frees the charts of a view that is left.
function forgetCharts() {
  for (const { made } of drawnCharts) made.destroy();
  drawnCharts.clear();
}

/// Draws them anew, in the colours of now: another colour scheme, or paper.
function redrawCharts() {
  const charts = [...drawnCharts];
  forgetCharts();
  for (const { canvas, spec } of charts) if (canvas.isConnected) draw(canvas, spec);
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawCharts);
matchMedia("print").addEventListener("change", redrawCharts);
