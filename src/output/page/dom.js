// Elements made from data. Text of plans only ever enters the page through text nodes and attributes set one by
// one: nothing here takes markup.
let printing = false; // the whole report is being laid out: nothing is left for later

function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "width%") element.style.width = value + "%";
    else element.setAttribute(name, value === true ? "" : value);
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

function chip(text, attributes = {}) {
  const tag = attributes.href ? "a" : "span";
  return h("li", {}, h(tag, { ...attributes, class: "chip " + (attributes.class || "") }, text));
}

/// Said by a screen reader, not shown.
function hidden(text) {
  return h("span", { class: "visually-hidden" }, " " + text);
}

function scroller(label, child, tall = false) {
  return h("div", { class: tall ? "scroll tall" : "scroll", tabindex: "0", role: "region", "aria-label": label }, child);
}

/// A table whose heads sort it. A column: {name, cell(row) → text or element, value(row) → what to sort by, num}.
function table({ caption, columns, rows, sorted, descending, limit }) { // the caption is for those who do not see the heading above
  let column = sorted === undefined ? -1 : sorted;
  let down = Boolean(descending);
  let shown = printing ? Infinity : limit || Infinity;
  const body = h("tbody");
  const heads = columns.map((c, i) =>
    h("th", { scope: "col", class: c.num ? "num" : "" },
      c.value ? h("button", { type: "button", onclick: () => sort(i), title: c.full || null }, c.name, c.full ? hidden(c.full) : null) : c.name));
  function draw() {
    heads.forEach((head, i) => {
      if (i === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const order = column < 0 ? rows : [...rows].sort((a, b) => {
      const order = compareValues(columns[column].value(a), columns[column].value(b));
      return down ? -order : order;
    });
    body.replaceChildren(...order.slice(0, shown).map((row) =>
      h("tr", {}, columns.map((c, i) =>
        i === 0 ? h("th", { scope: "row" }, c.cell(row)) : h("td", { class: c.num ? "num" : "" }, c.cell(row))))));
  }
  function sort(i) {
    down = i === column ? !down : Boolean(columns[i].num);
    column = i;
    draw();
  }
  draw();
  const made = h("table", {}, caption ? h("caption", { class: "visually-hidden" }, caption) : null, h("thead", {}, h("tr", {}, heads)), body);
  const box = scroller(caption || columns[0].name, made, rows.length > 20);
  return withMore(box, rows.length - shown, () => { shown = Infinity; draw(); });
}

/// A box with a button below it that shows the rest, where there is one.
function withMore(box, rest, show) {
  if (!(rest > 0)) return box;
  const more = h("button", { type: "button", class: "no-print", onclick: () => { show(); more.remove(); } }, say(w.more, { n: number(rest) }));
  return h("div", {}, box, more);
}

function compareValues(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}

/// A long list, `size` items at a time, with buttons to turn the pages.
function paged({ items, size, draw, label }) {
  const list = h("ul", { class: "list", "aria-label": label });
  const pager = h("nav", { class: "pager", "aria-label": label });
  const box = h("div", {}, list, pager);
  const pages = Math.max(1, Math.ceil(items.length / size));
  let page = 0;
  function show(to, byHand) {
    page = to;
    list.replaceChildren(...items.slice(page * size, (page + 1) * size).map((item) => h("li", {}, draw(item))));
    const button = (text, to) =>
      h("button", { type: "button", disabled: to < 0 || to >= pages, onclick: () => show(to, true) }, text);
    pager.replaceChildren(...(pages < 2 ? [] : [
      button("← " + w.previous, page - 1), h("span", {}, say(w.page, { n: number(page + 1), m: number(pages) })),
      button(w.next + " →", page + 1)]));
    if (!byHand) return;
    box.scrollIntoView({ block: "start" });
    const first = list.querySelector("a, button");
    if (first) first.focus({ preventScroll: true });
    announce(say(w.page, { n: page + 1, m: pages }));
  }
  show(page, false);
  return box;
}

/// Says it to a screen reader.
function announce(text) {
  document.getElementById("status").textContent = text;
}

function tile(value, text, href) {
  return h("li", {}, h("strong", {}, value), href ? h("a", { href }, text) : h("span", {}, text));
}

/// A count in a table; a zero steps back.
function count(n) {
  return n === 0 ? h("span", { class: "soft" }, "0") : number(n);
}

/// A count with a bar of its share.
function meter(n, of) {
  if (!n) return count(n);
  return h("span", { class: "metered" }, number(n), h("span", { class: "meter", "aria-hidden": "true" }, h("i", { "width%": of > 0 ? Math.round(100 * n / of) : 0 })));
}

function select(label, value, options, changed) {
  const list = h("select", { onchange: (event) => changed(event.target.value) },
    options.map(([key, text]) => h("option", { value: key, selected: key === value }, text)));
  return h("label", {}, label, list);
}

/// Rows as CSV (RFC 4180, with the mark that tells spreadsheets it is UTF-8; formulas disarmed).
function csvOf(rows) {
  const cell = (value) => {
    let text = typeof value === "number" ? String(value) : String(value ?? "");
    if (typeof value !== "number" && /^[=+\-@\t\r\n＝＋－＠]/.test(text)) text = "'" + text;
    return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  return "\ufeff" + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

function download(name, rows) {
  const link = h("a", { href: URL.createObjectURL(new Blob([csvOf(rows)], { type: "text/csv;charset=utf-8" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function downloadButton(name, rows) {
  return h("button", { type: "button", class: "plain", "data-csv": name, onclick: () => download(name, rows()) }, w.csv);
}
