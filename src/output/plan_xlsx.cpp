#include "output/plan_xlsx.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "output/names.hpp"
#include "output/plan_facts.hpp"
#include "output/walk.hpp"
#include "output/words.hpp"
#include "source/error.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

constexpr std::size_t kMostInCell = 32767;  ///< characters, Excel's limit
constexpr int kMostLevels = 7;              ///< of Excel's outline

[[noreturn]] void fail(const std::string& why) {
  throw Error({}, "le classeur n'a pas pu être écrit (" + why + ")", "vérifiez la place sur le disque");
}

/// A file that is gone when the plan is written, whatever happens. libxlsxwriter writes to files only.
class TemporaryFile {
 public:
  TemporaryFile() {
    const int file = ::mkstemp(path_.data());
    if (file < 0) fail("dossier temporaire");
    ::close(file);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::remove(path_.c_str()); }
  const std::string& path() const { return path_; }

 private:
  std::string path_ = (std::filesystem::temp_directory_path() / "pst-XXXXXX").string();
};

/// Rows of one sheet.
class Sheet {
 public:
  Sheet(lxw_workbook* book, const char* name, lxw_format* head, lxw_format* wrapped)
      : sheet_(workbook_add_worksheet(book, name)), head_(head), wrapped_(wrapped) {}

  void column(const char* name, double width) {
    worksheet_set_column(sheet_, column_, column_, width, nullptr);
    worksheet_write_string(sheet_, 0, column_++, name, head_);
  }
  void next_row() {
    ++row_;
    column_ = 0;
  }
  void text(const std::string& value) {
    const lxw_col_t here = column_++;
    if (value.empty()) return;
    std::string fits = value;
    if (text::length(value) > kMostInCell) {
      fits.resize(kMostInCell - 3);  // bytes: fewer characters than the limit
      while (!fits.empty() && (static_cast<unsigned char>(fits.back()) & 0xC0U) == 0x80) fits.pop_back();
      if (!fits.empty() && (static_cast<unsigned char>(fits.back()) & 0x80U) != 0) fits.pop_back();
      fits += "…";
    }
    worksheet_write_string(sheet_, row_, here, fits.c_str(), wrapped_);
  }
  template <class Number>
  void number(const std::optional<Number>& value) {
    const lxw_col_t here = column_++;
    if (value) worksheet_write_number(sheet_, row_, here, static_cast<double>(*value), nullptr);
  }
  void outline(int depth) {
    lxw_row_col_options options{};
    options.level = static_cast<std::uint8_t>(std::min(depth, kMostLevels));
    worksheet_set_row_opt(sheet_, row_, LXW_DEF_ROW_HEIGHT, nullptr, &options);
  }
  /// The first row stays in sight and filters the others.
  void finish(lxw_col_t columns) {
    worksheet_freeze_panes(sheet_, 1, 0);
    if (row_ > 0) worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns - 1));
    worksheet_outline_settings(sheet_, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);  // sums above their rows
  }

 private:
  lxw_worksheet* sheet_;
  lxw_format* head_;
  lxw_format* wrapped_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
};

struct Column {
  const char* name;
  double width;
};
constexpr std::array kPlanColumns{
    Column{"Code", 18},       Column{"Niveau", 20},        Column{"Repère", 16},      Column{"Intitulé", 60},
    Column{"Priorité", 10},   Column{"État", 12},          Column{"Début", 8},        Column{"Fin", 8},
    Column{"Récurrence", 14}, Column{"Responsables", 28},  Column{"Indicateurs", 28}, Column{"Budget", 20},
    Column{"Renvois", 18},    Column{"Autres champs", 28}, Column{"Description", 40}, Column{"Parent", 18},
};

template <class Items, class F>
std::string lines(const Items& items, const F& text) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : "\n") + text(item);
  return out;
}

std::string same(const std::string& text) {
  return text;
}

void write_plan(Sheet& sheet, const plan::Plan& plan) {
  for (const Column& column : kPlanColumns) sheet.column(column.name, column.width);
  for_each_node(plan, [&](const Visit& v) {
    const plan::Node& node = v.node;
    const plan::Attributes& a = node.attributes;
    sheet.next_row();
    if (v.depth > 0) sheet.outline(v.depth);
    sheet.text(node.code);
    sheet.text(std::string(plan::facts(node.kind).french));
    sheet.text(node.label.value_or(""));
    sheet.text(node.title);
    sheet.text(a.priority ? french(*a.priority) : "");
    sheet.text(a.status ? french(*a.status) : "");
    sheet.number(a.period ? a.period->start : std::nullopt);
    sheet.number(a.period ? a.period->end : std::nullopt);
    sheet.text(a.recurrence ? french(*a.recurrence) : "");
    sheet.text(lines(a.responsible, same));
    sheet.text(lines(a.indicators, same));
    sheet.text(lines(a.budget, budget_words));
    sheet.text(lines(a.references, [](const plan::Reference& r) { return r.code.value_or(r.raw); }));
    sheet.text(lines(node.fields, [](const plan::Field& f) { return f.name + " : " + f.value; }));
    sheet.text(node.description);
    sheet.text(v.up == nullptr ? "" : v.up->node.code);
  });
  sheet.finish(kPlanColumns.size());
}

void write_budgets(Sheet& sheet, const plan::Plan& plan) {
  constexpr std::array kColumns{Column{"Code", 18},    Column{"Intitulé", 60}, Column{"Montant", 14},
                                Column{"Monnaie", 10}, Column{"Exercice", 10}, Column{"Source", 40}};
  for (const Column& column : kColumns) sheet.column(column.name, column.width);
  for_each_node(plan, [&](const Visit& v) {
    for (const plan::Budget& budget : v.node.attributes.budget) {
      sheet.next_row();
      sheet.text(v.node.code);
      sheet.text(v.node.title);
      sheet.number(budget.amount);
      sheet.text(budget.currency);
      sheet.number(budget.year);
      sheet.text(budget.source);
    }
  });
  sheet.finish(kColumns.size());
}

void write_facts(Sheet& sheet, const plan::Plan& plan) {
  const plan::DocumentFacts& facts = plan.document;
  sheet.column("Document", 28);
  sheet.column("", 60);
  const auto row = [&](const char* name, const std::string& value) {
    if (value.empty()) return;
    sheet.next_row();
    sheet.text(name);
    sheet.text(value);
  };
  row("Commune", facts.organisation ? facts.organisation->name : "");
  row("Administration", facts.organisation ? facts.organisation->kind : "");
  row("Code INS", facts.organisation ? facts.organisation->ins.value_or("") : "");
  row("Titre", facts.title);
  row("Période", facts.period ? years_text(*facts.period) : "");
  row("Adopté le", facts.adopted_on.value_or(""));
  row("Fichier", facts.source.file);
  row("SHA-256", facts.source.sha256);
}

}  // namespace

std::string to_xlsx(const plan::Plan& plan) {
  const TemporaryFile file;
  lxw_workbook* const book = workbook_new(file.path().c_str());
  if (book == nullptr) fail("mémoire");
  lxw_doc_properties properties{};
  properties.created = 946684800;  // 1 January 2000: a clock would make each file another
  workbook_set_properties(book, &properties);
  lxw_format* const head = workbook_add_format(book);
  format_set_bold(head);
  format_set_bg_color(head, 0xE8EEF4);
  lxw_format* const wrapped = workbook_add_format(book);
  format_set_text_wrap(wrapped);
  format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
  Sheet plan_sheet(book, "Plan", head, wrapped);
  write_plan(plan_sheet, plan);
  Sheet budget_sheet(book, "Budgets", head, wrapped);
  write_budgets(budget_sheet, plan);
  Sheet facts_sheet(book, "Document", head, wrapped);
  write_facts(facts_sheet, plan);
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) fail(lxw_strerror(error));
  std::ifstream in(file.path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace pst::output
