// A plan as Markdown.
#include <algorithm>

#include "output/plan_facts.hpp"
#include "output/plan_outline.hpp"
#include "output/walk.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

/// Text that Markdown shows as it stands, on one line.
std::string plain(std::string_view text) {
  const std::string line = text::collapse(text);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool at_start = out.empty() && (c == '-' || c == '+' || c == '=' || c == '~');
    // `1.` and `1)` begin a list.
    const bool after_number =
        (c == '.' || c == ')') && i > 0 && i < 10 && line.find_first_not_of("0123456789") == i;
    if (at_start || after_number || std::string_view("\\`*_[]<>&#|$").find(c) != std::string_view::npos)
      out += '\\';
    out += c;
  }
  return out;
}

bool is_heading(const plan::Node& node) {
  return node.kind < plan::Kind::project;
}

/// How deep a list item is: nodes above it that are items too.
std::string indent_of(const Visit& v) {
  std::string indent;
  for (const Visit* up = v.up; up != nullptr && !is_heading(up->node); up = up->up) indent += "  ";
  return indent;
}

std::string anchor(const plan::Node& node) {
  return "<a id=\"" + node.code + "\"></a>";
}

/// An empty line, unless there is one.
void set_apart(std::string& out) {
  if (!out.ends_with("\n\n")) out += '\n';
}

void add_prose(std::string& out, const std::string& prose, const std::string& indent) {
  std::string_view rest = prose;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string line = plain(rest.substr(0, end));
    if (!line.empty()) {
      set_apart(out);
      out += indent + line + "\n";
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void add_node(std::string& out, const Visit& v) {
  const plan::Node& node = v.node;
  const std::string title = plain(title_or_label(node));
  const bool heading = is_heading(node);
  const std::string indent = heading ? "" : indent_of(v);
  if (heading) {
    const auto level = static_cast<std::size_t>(std::min(v.depth + 2, 6));
    set_apart(out);
    out += std::string(level, '#') + " " + anchor(node) + node.code + " " + title + "\n\n";
  } else {
    out += indent + "- " + anchor(node) + "**" + node.code + "** " + title + "\n";
  }
  const std::string inside = heading ? "" : indent + "  ";
  for (const plan::Field& fact : facts_of(node)) {
    out += inside + "- *" + plain(fact.name) + "* : " + plain(fact.value) + "\n";
  }
  add_prose(out, node.description, inside);
  if (heading) set_apart(out);
}

}  // namespace

std::string to_markdown(const plan::Plan& plan) {
  std::string out = "# " + plain(plan_heading(plan)) + "\n\n" + plain(plan_subheading(plan)) + "\n";
  for_each_node(plan, [&](const Visit& v) {
    // A list that begins at the top has no heading to set it apart.
    if (v.up == nullptr && v.index == 0) set_apart(out);
    add_node(out, v);
  });
  return out;
}

}  // namespace pst::output
