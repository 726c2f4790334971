// A plan as one HTML page.
#include <algorithm>

#include "output/plan_facts.hpp"
#include "output/plan_outline.hpp"
#include "output/walk.hpp"
#include "output/xml_writer.hpp"

namespace pst::output {

namespace {

constexpr const char* kHead = R"(<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>)";
constexpr const char* kStyle = R"(</title>
<style>
body { font: 16px/1.5 "Liberation Sans", Arial, sans-serif; max-width: 54rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .4em; }
a.code { color: #555; font: 600 .8em "Liberation Mono", monospace; text-decoration: none; margin-right: .6em; }
nav ol { list-style: none; padding-left: 1.2em; } nav > ol { padding-left: 0; }
article { margin: .6em 0 .6em 1.2em; } article > p { margin: .2em 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: .2em 0 .6em; font-size: .9em; }
dt { color: #555; } dd { margin: 0; }
:target { background: #fff3bf; }
@media print { nav { display: none; } h2, h3 { break-after: avoid; } article { break-inside: avoid; } }
</style>
</head>
<body>
)";

bool is_heading(const plan::Node& node) {
  return node.kind < plan::Kind::project;
}

std::string link(const plan::Node& node) {
  return "<a class=\"code\" href=\"#" + xml_text(node.code) + "\">" + xml_text(node.code) + "</a>";
}

void add_contents(std::string& out, const std::vector<plan::Node>& nodes) {
  if (std::none_of(nodes.begin(), nodes.end(), is_heading)) return;
  out += "<ol>\n";
  for (const plan::Node& node : nodes) {
    if (!is_heading(node)) continue;
    out += "<li>" + link(node) + xml_text(title_or_label(node));
    add_contents(out, node.children);
    out += "</li>\n";
  }
  out += "</ol>\n";
}

void add_facts(std::string& out, const plan::Node& node) {
  const std::vector<plan::Field> facts = facts_of(node);
  if (facts.empty()) return;
  out += "<dl>";
  for (const plan::Field& fact : facts) {
    out += "<dt>" + xml_text(fact.name) + "</dt><dd>" + xml_text(fact.value) + "</dd>";
  }
  out += "</dl>\n";
}

void add_prose(std::string& out, std::string_view prose) {
  while (!prose.empty()) {
    const std::size_t end = std::min(prose.find('\n'), prose.size());
    if (end > 0) out += "<p>" + xml_text(prose.substr(0, end)) + "</p>\n";
    prose.remove_prefix(std::min(end + 1, prose.size()));
  }
}

void add_nodes(std::string& out, const std::vector<plan::Node>& nodes, int depth) {
  for (const plan::Node& node : nodes) {
    const std::string id = " id=\"" + xml_text(node.code) + "\"";
    const std::string title = link(node) + xml_text(title_or_label(node));
    const std::string level = std::to_string(std::min(depth + 2, 6));
    const char* const tag = is_heading(node) ? "section" : "article";
    out += std::string("<") + tag + id + ">\n";
    out += is_heading(node) ? "<h" + level + ">" + title + "</h" + level + ">\n" : "<p>" + title + "</p>\n";
    add_facts(out, node);
    add_prose(out, node.description);
    add_nodes(out, node.children, depth + 1);
    out += std::string("</") + tag + ">\n";
  }
}

}  // namespace

std::string to_html(const plan::Plan& plan) {
  const std::string heading = xml_text(plan_heading(plan));
  std::string out = kHead + heading + kStyle;
  out += "<h1>" + heading + "</h1>\n<p>" + xml_text(plan_subheading(plan)) + "</p>\n<nav>\n";
  add_contents(out, plan.nodes);
  out += "</nav>\n<main>\n";
  add_nodes(out, plan.nodes, 0);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace pst::output
