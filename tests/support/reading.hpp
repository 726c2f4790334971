// Text in, structure out: a plan read from a string, as a few lines that a test compares.
//
// Texts and expectations may begin with a line end, so that raw strings show them as they look; line 1 is the
// line behind it. What comes out begins with one too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/library.hpp"
#include "plan/extract.hpp"
#include "source/text_reader.hpp"
#include "text/repair.hpp"

namespace pst::test {

/// The embedded grammars, loaded once.
inline const grammar::Library& library() {
  static const grammar::Library kLibrary = grammar::load(grammar::embedded());
  return kLibrary;
}

inline const text::Repairer& french() {
  static const text::Repairer kFrench;
  return kFrench;
}

/// The embedded grammars and one more file.
inline grammar::Library library_with(const std::string& name, const std::string& text) {
  std::vector<grammar::FileText> files = grammar::embedded();
  files.push_back({name, text});
  return grammar::load(files);
}

struct How {
  std::string grammar = {};                   ///< only this scheme
  std::string file = "plan.txt";              ///< the text's file name
  const grammar::Library* library = nullptr;  ///< none: the embedded ones
};

inline plan::Extraction extraction(std::string_view text, const How& how = {}) {
  if (!text.empty() && text.front() == '\n') text.remove_prefix(1);
  const source::Document document = source::read_text(text, how.file);
  plan::Options options;
  options.grammar = how.grammar;
  options.trace = true;
  options.french = &french();
  return plan::extract(document, how.library != nullptr ? *how.library : library(), options);
}

inline plan::Plan plan_of(std::string_view text, const How& how = {}) {
  return extraction(text, how).plan;
}

inline std::string joined(const std::vector<std::string>& words, const char* by) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : by) + word;
  return out;
}

inline std::string lines_of(int first, int last) {
  return std::to_string(first) + "-" + std::to_string(last);
}

/// `15000 EUR`, with the year and the source where they are stated: `15000 EUR 2021 RW`.
inline std::string brief(const plan::Budget& sum) {
  std::string out = std::to_string(sum.amount.value_or(0));
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  out += " " + sum.currency;
  if (sum.year) out += " " + std::to_string(*sum.year);
  return sum.source.empty() ? out : out + " " + sum.source;
}

/// `{priority=high period=2020-2024 responsible=Anne+Marc Partenaires=Police}`; nothing where none is stated.
inline std::string brief(const plan::Attributes& a, const std::vector<plan::Field>& fields) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& name, const std::string& value) {
    out.push_back(name + "=" + value);
  };
  const auto year = [](const std::optional<int>& y) { return y ? std::to_string(*y) : std::string("?"); };
  if (a.priority) add("priority", *a.priority);
  if (a.status) add("status", *a.status);
  if (a.period) add("period", year(a.period->start) + "-" + year(a.period->end));
  if (a.recurrence) add("recurrence", *a.recurrence);
  if (!a.responsible.empty()) add("responsible", joined(a.responsible, "+"));
  if (!a.indicators.empty()) add("indicators", joined(a.indicators, "+"));
  std::vector<std::string> sums, references;
  for (const plan::Budget& sum : a.budget) sums.push_back(brief(sum));
  for (const plan::Reference& r : a.references)
    references.push_back("[" + r.raw + "]→" + r.code.value_or("?"));
  if (!sums.empty()) add("budget", joined(sums, "+"));
  if (!references.empty()) add("references", joined(references, "+"));
  if (a.annex) out.push_back("annex");
  for (const plan::Field& field : fields) add(field.name, field.value);
  return out.empty() ? "" : "{" + joined(out, " ") + "}";
}

inline std::string brief(const plan::Node& node) {
  return brief(node.attributes, node.fields);
}

template <class Line>
void dump(const std::vector<plan::Node>& nodes, int depth, std::string& out, Line line) {
  for (const plan::Node& node : nodes) {
    out += std::string(static_cast<std::size_t>(2 * depth), ' ') + line(node) + "\n";
    dump(node.children, depth + 1, out, line);
  }
}

/// The tree, one line a node: `OS1-A3 | Action 3 | 3 | title | {period=2020-2024} | 12-13`. A null label or
/// number is `-`; without attributes there is no brace; prose below the heading stands last, in « ».
inline std::string tree(const plan::Plan& plan) {
  std::string out = "\n";
  dump(plan.nodes, 0, out, [](const plan::Node& node) {
    std::string line = node.code + " | " + node.label.value_or("-") + " | " + node.number.value_or("-");
    line += " | " + node.title;
    if (const std::string attributes = brief(node); !attributes.empty()) line += " | " + attributes;
    line += " | " + lines_of(node.source.first_line, node.source.last_line);
    return node.description.empty() ? line : line + " | « " + node.description + " »";
  });
  return out;
}

inline std::string read(std::string_view text, const How& how = {}) {
  return tree(plan_of(text, how));
}

/// Only code, title and attributes of each node.
inline std::string outline(const plan::Plan& plan) {
  std::string out = "\n";
  dump(plan.nodes, 0, out, [](const plan::Node& node) {
    std::string line = node.code;
    if (!node.title.empty()) line += " " + node.title;
    if (const std::string attributes = brief(node); !attributes.empty()) line += " " + attributes;
    return line;
  });
  return out;
}

inline std::string outline(std::string_view text, const How& how = {}) {
  return outline(plan_of(text, how));
}

/// The codes of all nodes in order, on one line.
inline std::string codes(std::string_view text, const How& how = {}) {
  std::string out;
  dump(plan_of(text, how).nodes, 0, out, [](const plan::Node& node) { return node.code; });
  std::vector<std::string> words;
  std::size_t begin = out.find_first_not_of(" \n");
  while (begin != std::string::npos) {
    const std::size_t end = out.find_first_of(" \n", begin);
    words.push_back(out.substr(begin, end - begin));
    begin = out.find_first_not_of(" \n", end);
  }
  return joined(words, " ");
}

/// What the program has to say: `plan numbering-gap OS7 3-3`, one a line.
inline std::string diagnostics(std::string_view text, const How& how = {}) {
  std::string out = "\n";
  for (const source::Diagnostic& d : plan_of(text, how).diagnostics) {
    out += d.about == source::About::plan ? "plan " : "reading ";
    out += d.rule + (d.code ? " " + *d.code : "");
    if (d.lines) out += " " + lines_of(d.lines->first, d.lines->second);
    out += "\n";
  }
  return out;
}

/// Where each line that is not blank ended: `1 node OS1`, `2 section`, `3 furniture`.
inline std::string places(std::string_view text, const How& how = {}) {
  std::string out = "\n";
  for (const plan::LineReading& line : extraction(text, how).trace) {
    if (line.klass == "blank") continue;
    const bool outside = line.klass == "section" || line.klass == "furniture" || line.klass == "contents";
    out += std::to_string(line.line) + " ";
    out += line.klass == "section" ? "section" : outside ? "furniture" : "node " + line.code;
    out += "\n";
  }
  return out;
}

/// The last node of a text, depth first.
inline plan::Node last_node(std::string_view text, const How& how = {}) {
  const plan::Plan plan = plan_of(text, how);
  if (plan.nodes.empty()) return {};
  const plan::Node* node = &plan.nodes.back();
  while (!node->children.empty()) node = &node->children.back();
  return *node;
}

}  // namespace pst::test
