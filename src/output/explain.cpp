#include "output/explain.hpp"

#include <algorithm>
#include <array>

#include "output/json_writer.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

using plan::LineReading;

struct Column {
  const char* head;
  std::string (*cell)(const LineReading& r);
  bool right = false;  ///< numbers stand to the right
};

std::string rule_of(const LineReading& r) {
  return r.rule.empty() || r.grammar.empty() ? r.rule : r.rule + "@" + r.grammar;
}

constexpr std::array kColumns{
    Column{"ligne", [](const LineReading& r) { return std::to_string(r.line); }, true},
    Column{"page", [](const LineReading& r) { return r.page ? std::to_string(*r.page) : std::string(); },
           true},
    Column{"classe", [](const LineReading& r) { return r.klass; }},
    Column{"règle", rule_of},
    Column{"nœud", [](const LineReading& r) { return r.code; }},
    Column{"texte", [](const LineReading& r) { return printable(r.text); }},
};

struct KlassInk {
  std::string_view klass;
  Ink ink;
};

constexpr std::array kInks{
    KlassInk{"node", Ink::green},        KlassInk{"attribute", Ink::cyan},  KlassInk{"section", Ink::blue},
    KlassInk{"description", Ink::plain}, KlassInk{"furniture", Ink::faint}, KlassInk{"blank", Ink::faint},
};

Ink ink_of(std::string_view klass) {
  const auto* const row =
      std::find_if(kInks.begin(), kInks.end(), [&](const KlassInk& ink) { return ink.klass == klass; });
  return row == kInks.end() ? Ink::plain : row->ink;
}

using Row = std::array<std::string, kColumns.size()>;

std::string line_of(const Row& row, const std::array<int, kColumns.size()>& widths, int clip) {
  std::string line;
  for (std::size_t c = 0; c + 1 < row.size(); ++c) {
    if (widths[c] == 0) continue;  // a column that is empty throughout, such as the page of a text
    const int pad = widths[c] - static_cast<int>(text::length(row[c]));
    line += kColumns[c].right ? std::string(static_cast<std::size_t>(pad), ' ') + row[c]
                              : padded(row[c], widths[c]);
    line += "  ";
  }
  return clipped(line + row.back(), clip);
}

}  // namespace

std::string to_explanation(const std::vector<LineReading>& trace, const Look& look) {
  std::array<int, kColumns.size()> widths{};
  std::vector<Row> rows(trace.size());
  Row head;
  for (std::size_t c = 0; c < kColumns.size(); ++c) {
    head[c] = kColumns[c].head;
    for (std::size_t r = 0; r < trace.size(); ++r) {
      rows[r][c] = kColumns[c].cell(trace[r]);
      widths[c] = std::max(widths[c], static_cast<int>(text::length(rows[r][c])));
    }
    if (widths[c] > 0) widths[c] = std::max(widths[c], static_cast<int>(text::length(head[c])));
  }
  std::string out = inked(line_of(head, widths, look.width), Ink::bold, look) + "\n";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string line = line_of(rows[r], widths, look.width);
    line.erase(line.find_last_not_of(' ') + 1);
    out += inked(line, ink_of(trace[r].klass), look) + "\n";
  }
  return out;
}

std::string explanation_jsonl(const std::vector<LineReading>& trace, const std::string& file) {
  std::string text;
  for (const LineReading& r : trace) {
    JsonWriter out(text, 0);
    const auto pair = [&](std::string_view key, const auto& value) {
      out.key(key);
      out.value(value);
    };
    out.begin_object();
    pair("file", file);
    pair("line", r.line);
    if (r.page) pair("page", *r.page);
    pair("class", r.klass);
    if (!r.rule.empty()) pair("rule", r.rule);
    if (!r.grammar.empty()) pair("grammar", r.grammar);
    if (!r.code.empty()) pair("code", r.code);
    pair("text", r.text);
    out.end_object();
    out.flush();
    text += '\n';
  }
  return text;
}

}  // namespace pst::output
