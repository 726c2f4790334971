#include "output/table.hpp"

#include <array>
#include <charconv>
#include <string_view>

#include "output/csv.hpp"
#include "output/walk.hpp"
#include "output/write_fields.hpp"

namespace pst::output {

namespace {

template <class Number>
std::string plain_number(Number number) {
  std::array<char, 32> buffer;
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr};
}

template <class Number>
std::string number_or_blank(const std::optional<Number>& number) {
  return number ? plain_number(*number) : std::string();
}

template <class Items, class F>
std::string joined(const Items& items, const F& text, const char* separator = kListSeparator) {
  std::string out;
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += separator;
    first = false;
    out += text(item);
  }
  return out;
}

struct Column {
  const char* name;
  std::string (*cell)(const plan::Plan& plan, const Visit& v);
  bool number = false;  ///< written as it is: never a formula, whatever its sign
};

using plan::Plan;

std::string text_of(const std::string& text) {
  return text;
}

/// The one table: a column is added here.
constexpr std::array kColumns{
    Column{"file", [](const Plan& p, const Visit&) { return p.document.source.file; }},
    Column{"code", [](const Plan&, const Visit& v) { return v.node.code; }},
    Column{"kind", [](const Plan&, const Visit& v) { return std::string(name_of(v.node.kind)); }},
    Column{"path_codes",
           [](const Plan&, const Visit& v) {
             return joined(
                 v.ancestors(), [](const plan::Node* n) { return n->code; }, " > ");
           }},
    Column{"path_titles",
           [](const Plan&, const Visit& v) {
             return joined(
                 v.ancestors(), [](const plan::Node* n) { return n->title; }, " > ");
           }},
    Column{"parent", [](const Plan&, const Visit& v) { return v.up == nullptr ? "" : v.up->node.code; }},
    Column{"depth", [](const Plan&, const Visit& v) { return plain_number(v.depth); }, true},
    Column{"label", [](const Plan&, const Visit& v) { return v.node.label.value_or(""); }},
    Column{"number", [](const Plan&, const Visit& v) { return v.node.number.value_or(""); }},
    Column{"title", [](const Plan&, const Visit& v) { return v.node.title; }},
    Column{"title_raw", [](const Plan&, const Visit& v) { return v.node.title_raw.value_or(""); }},
    Column{"description", [](const Plan&, const Visit& v) { return v.node.description; }},
    Column{"priority", [](const Plan&, const Visit& v) { return v.node.attributes.priority.value_or(""); }},
    Column{"status", [](const Plan&, const Visit& v) { return v.node.attributes.status.value_or(""); }},
    Column{"period_start",
           [](const Plan&, const Visit& v) {
             const auto& period = v.node.attributes.period;
             return period ? number_or_blank(period->start) : std::string();
           },
           true},
    Column{"period_end",
           [](const Plan&, const Visit& v) {
             const auto& period = v.node.attributes.period;
             return period ? number_or_blank(period->end) : std::string();
           },
           true},
    Column{"recurrence",
           [](const Plan&, const Visit& v) { return v.node.attributes.recurrence.value_or(""); }},
    Column{"responsible",
           [](const Plan&, const Visit& v) { return joined(v.node.attributes.responsible, text_of); }},
    Column{"indicators",
           [](const Plan&, const Visit& v) { return joined(v.node.attributes.indicators, text_of); }},
    Column{"budget_amount",
           [](const Plan&, const Visit& v) {
             return joined(v.node.attributes.budget,
                           [](const plan::Budget& b) { return number_or_blank(b.amount); });
           },
           true},
    Column{"budget_currency",
           [](const Plan&, const Visit& v) {
             return joined(v.node.attributes.budget, [](const plan::Budget& b) { return b.currency; });
           }},
    Column{"budget_year",
           [](const Plan&, const Visit& v) {
             return joined(v.node.attributes.budget,
                           [](const plan::Budget& b) { return number_or_blank(b.year); });
           },
           true},
    Column{"budget_source",
           [](const Plan&, const Visit& v) {
             return joined(v.node.attributes.budget, [](const plan::Budget& b) { return b.source; });
           }},
    Column{"references",
           [](const Plan&, const Visit& v) {
             return joined(v.node.attributes.references, [](const plan::Reference& r) { return r.raw; });
           }},
    Column{"reference_codes",
           [](const Plan&, const Visit& v) {
             return joined(v.node.attributes.references,
                           [](const plan::Reference& r) { return r.code.value_or(""); });
           }},
    Column{"annex",
           [](const Plan&, const Visit& v) { return std::string(v.node.attributes.annex ? "true" : ""); }},
    Column{"fields",
           [](const Plan&, const Visit& v) {
             return joined(v.node.fields, [](const plan::Field& f) { return f.name + " : " + f.value; });
           }},
    Column{"line_first", [](const Plan&, const Visit& v) { return plain_number(v.node.source.first_line); },
           true},
    Column{"line_last", [](const Plan&, const Visit& v) { return plain_number(v.node.source.last_line); },
           true},
    Column{"page", [](const Plan&, const Visit& v) { return number_or_blank(v.node.source.page); }, true},
};

void append_path(JsonWriter& out, const Visit& v) {
  out.key("path");
  out.begin_array();
  for (const plan::Node* node : v.ancestors()) {
    out.begin_object();
    out.key("code");
    out.value(node->code);
    out.key("title");
    out.value(node->title);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string csv_header() {
  return joined(
             kColumns, [](const Column& column) { return std::string(column.name); }, ",") +
         "\r\n";
}

std::string to_csv(const plan::Plan& plan) {
  std::string out;
  for_each_node(plan, [&](const Visit& v) {
    bool first = true;
    for (const Column& column : kColumns) {
      if (!first) out += ',';
      first = false;
      const std::string cell = column.cell(plan, v);
      column.number ? void(out += cell) : append_csv_text(out, cell);
    }
    out += "\r\n";
  });
  return out;
}

std::string to_jsonl(const plan::Plan& plan) {
  std::string text;
  for_each_node(plan, [&](const Visit& v) {
    const plan::Node& node = v.node;
    JsonWriter out(text, 0);
    FieldWriter row{out};
    out.begin_object();
    row.required("file", plan.document.source.file);
    row.required("code", node.code);
    row.required("kind", node.kind);
    append_path(out, v);
    row.nullable("parent", v.up == nullptr ? std::nullopt : std::optional(v.up->node.code));
    row.required("depth", v.depth);
    row.nullable("label", node.label);
    row.nullable("number", node.number);
    row.required("title", node.title);
    row.optional("title_raw", node.title_raw);
    row.optional("description", node.description);
    row.required("attributes", node.attributes);
    row.optional("fields", node.fields);
    fields(row, node.source);
    out.end_object();
    out.flush();
    text += '\n';
  });
  return text;
}

}  // namespace pst::output
