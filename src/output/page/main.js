// The frame and the way from an address to a view.
const VIEWS = [["", "overview", overview], ["themes", "themes", themes], ["measures", "measures", measures], ["particular", "particular", particular],
  ["partners", "partners", partners], ["years", "years", timeline], ["quality", "quality", quality], ["search", "search", searchView]];

function frame(route) {
  const box = h("input", { type: "search", "aria-label": w.searchBox, placeholder: w.searchBox, autocomplete: "off" });
  const go = (event) => { event.preventDefault(); location.hash = searchLink(box.value ? { q: box.value } : {}); };
  const other = h("button", { type: "button", lang: language === "fr" ? "en" : "fr", onclick: () => { speak(language === "fr" ? "en" : "fr"); render(); } }, w.other);
  document.getElementById("top").replaceChildren(
    h("div", { class: "row" }, h("a", { class: "brand", href: "#/" }, "PST Atlas ", h("span", {}, "· " + w.title)),
      route === "search" ? null : h("form", { role: "search", "aria-label": w.searchBox, onsubmit: go }, box, h("button", { type: "submit", class: "primary" }, w.find)), other),
    h("nav", { class: "views", "aria-label": w.views }, h("ul", {}, VIEWS.map(([address, word]) =>
      h("li", {}, h("a", { href: "#/" + address, "aria-current": address === route ? "page" : null }, w[word]))))));
  document.getElementById("bottom").replaceChildren(h("p", {}, w.footer, " ", h("a", { href: "#/all", class: "no-print" }, w.printAll)));
  document.getElementById("skip").textContent = w.skip;
  document.documentElement.lang = language;
}

/// Everything, one section after another, for paper.
function wholeReport() {
  const none = new URLSearchParams();
  printing = true;
  const sections = VIEWS.slice(0, -1).map(([, , view]) => {
    const section = h("section", { class: "section" });
    add(section, view(none));
    return section;
  });
  printing = false;
  return [h("p", { class: "no-print" }, h("button", { type: "button", class: "primary", onclick: () => window.print() }, w.print)), sections];
}

function viewOf(route, rest, parameters) {
  if (route === "plan") return planView(rest[0], rest[1], parameters);
  if (route === "all") return { view: wholeReport() };
  const found = VIEWS.find(([address]) => address === route);
  return found ? { view: found[2](parameters) } : null;
}

let first = true;
function render() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const [route, ...rest] = path.split("/").map((part) => { try { return decodeURIComponent(part); } catch { return part; } });
  forgetCharts();
  frame(route);
  const main = document.getElementById("main");
  const made = viewOf(route, rest, new URLSearchParams(query || "")) || { view: [...heading(w.unknown), h("p", {}, h("a", { href: "#/" }, w.back))] };
  main.replaceChildren();
  add(main, [made.view]);
  const title = main.querySelector("h1");
  document.title = (title ? title.textContent + " · " : "") + "PST Atlas";
  if (made.here) {
    const place = document.getElementById("node-" + made.here.i);
    place.scrollIntoView({ block: "center" });
    place.focus({ preventScroll: true });
    requestAnimationFrame(() => place.scrollIntoView({ block: "center" })); // sizes are known once it is near
  } else if (!first) {
    window.scrollTo(0, 0);
    if (title) title.focus({ preventScroll: true });
  }
  first = false;
}

window.addEventListener("hashchange", render);
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main").focus();
});
render();
(window.requestIdleCallback || setTimeout)(() => haystack()); // the first search then waits for nothing
