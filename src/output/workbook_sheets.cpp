#include "output/workbook_sheets.hpp"

#include "output/table.hpp"

namespace pst::output {

using compare::NodeEntry;
using compare::PlanEntry;

namespace {

std::string joined(const std::vector<std::string>& words, const char* separator = kListSeparator) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : separator) + word;
  return out;
}

std::string budget_text(const std::vector<plan::Budget>& budget) {
  std::string out;
  for (const plan::Budget& b : budget) {
    if (!out.empty()) out += kListSeparator;
    if (b.amount) out += std::to_string(static_cast<long long>(*b.amount)) + " ";
    out += b.currency;
    if (b.year) out += " " + std::to_string(*b.year);
    if (!b.source.empty()) out += " (" + b.source + ")";
  }
  return out;
}

}  // namespace

std::string SheetWriter::theme_list(const NodeEntry& node) const {
  std::vector<std::string> labels;
  for (const compare::ThemeShare& share : node.themes) {
    if (share.weight < compare::kThemeHolds) continue;
    labels.push_back(theme_word(c_.themes[static_cast<std::size_t>(share.theme)], language_));
  }
  return joined(labels);
}

/// Nodes, each kind, what they state.
void SheetWriter::counts(Sheet& sheet, const compare::Counts& counts) const {
  sheet.number(counts.nodes);
  for (const int nodes : counts.by_kind) sheet.number(nodes);
  for (const int nodes : {counts.with_priority, counts.with_status, counts.with_period,
                          counts.with_responsible, counts.with_indicator, counts.with_budget}) {
    sheet.number(nodes);
  }
  sheet.number(counts.budget, CellLook::money);
}

Sheet SheetWriter::overview() const {
  std::vector<SheetColumn> columns{{say("Plan", "Plan"), 26},         {say("Type", "Type"), 10},
                                   {say("Début", "Start"), 8},        {say("Fin", "End"), 8},
                                   {say("Adopté le", "Adopted"), 12}, {say("Fichier", "File"), 28},
                                   {say("Nœuds", "Nodes"), 9}};
  for (const auto& kind : plan::kLadder) columns.push_back({kind_words(kind.kind, language_), 12});
  for (const Bilingual& stated : {Bilingual{"Avec priorité", "With priority"},
                                  {"Avec état", "With status"},
                                  {"Avec période", "With period"},
                                  {"Avec responsable", "With responsible"},
                                  {"Avec indicateur", "With indicator"},
                                  {"Avec budget", "With budget"}}) {
    columns.push_back({stated.in(language_), 12});
  }
  columns.push_back({say("Budget énoncé", "Budget stated"), 14});
  columns.push_back({say("Complétude", "Completeness"), 12});
  Sheet sheet(book_, say("Vue d'ensemble", "Overview"), columns, 1);
  for (const PlanEntry& p : c_.plans) {
    const plan::DocumentFacts& facts = p.document;
    sheet.begin_row();
    sheet.text(p.organisation);
    sheet.text(p.organisation_kind);
    sheet.number(facts.period ? facts.period->start : std::nullopt);
    sheet.number(facts.period ? facts.period->end : std::nullopt);
    sheet.date(facts.adopted_on);
    sheet.text(facts.source.file);
    counts(sheet, p.counts);
    sheet.number(p.quality.completeness, CellLook::percent);
  }
  sheet.filter();
  sheet.begin_row();
  sheet.text(say("Total", "Total"), CellLook::total);
  for (int column = 1; column < kFirstCountColumn; ++column) sheet.skip();
  const compare::Counts& all = c_.totals;
  sheet.total(all.nodes);
  for (const int nodes : all.by_kind) sheet.total(nodes);
  for (const int nodes : {all.with_priority, all.with_status, all.with_period, all.with_responsible,
                          all.with_indicator, all.with_budget}) {
    sheet.total(nodes);
  }
  sheet.total(all.budget, CellLook::total_money);
  sheet.number(totals_.quality.completeness, CellLook::total_percent);
  return sheet;
}

Sheet SheetWriter::chart_sheet() const {
  return {book_, say("Graphiques", "Charts"), {}, 0};
}

void SheetWriter::matrix() const {
  std::vector<SheetColumn> columns{{say("Plan", "Plan"), 26}};
  for (const compare::Theme& theme : c_.themes) columns.push_back({theme_word(theme, language_), 6});
  Sheet sheet(book_, say("Plans et thèmes", "Plans and themes"), columns, 1, true);
  for (std::size_t plan = 0; plan < c_.plans.size(); ++plan) {
    sheet.begin_row();
    sheet.text(c_.plans[plan].organisation);
    for (const compare::MatrixCell& cell : c_.matrix[plan]) sheet.number(cell.nodes);
  }
  sheet.filter();
  sheet.shade(1, 1, sheet.row(), static_cast<int>(c_.themes.size()));
  sheet.begin_row();
  sheet.text(say("Total", "Total"), CellLook::total);
  for (const compare::ThemeTotal& total : totals_.themes) sheet.total(total.nodes);
}

Sheet SheetWriter::theme_totals() const {
  Sheet sheet(book_, say("Thèmes", "Themes"),
              {{say("Thème", "Theme"), 44},
               {say("Axe des droits fondamentaux", "Axis of fundamental rights"), 52},
               {say("Nœuds", "Nodes"), 10},
               {say("Premier thème", "First theme"), 14},
               {say("Mesures", "Measures"), 10},
               {say("Plans", "Plans"), 8}},
              1);
  for (std::size_t i = 0; i < c_.themes.size(); ++i) {
    const compare::Theme& theme = c_.themes[i];
    sheet.begin_row();
    sheet.text(theme_word(theme, language_));
    sheet.text(language_ == Language::english && !theme.right_en.empty() ? theme.right_en : theme.right);
    const compare::ThemeTotal& total = totals_.themes[i];
    for (const int n : {total.nodes, total.primary, total.measures, total.plans}) sheet.number(n);
  }
  sheet.filter();
  return sheet;
}

/// Page and lines of the document.
void SheetWriter::place(Sheet& sheet, const NodeEntry& node) const {
  sheet.number(node.source.page);
  sheet.number(std::optional(node.source.first_line));
  sheet.number(std::optional(node.source.last_line));
}

void SheetWriter::node_row(Sheet& sheet, const NodeEntry& n) const {
  const plan::Attributes& a = n.attributes;
  sheet.begin_row();
  sheet.text(plan(n.plan).organisation);
  sheet.text(n.code);
  sheet.text(kind_word(n.kind, language_));
  sheet.text(n.title, CellLook::wrapped);
  sheet.text(n.volet < 0 ? "" : node(n.volet).code);
  sheet.text(n.axis < 0 ? "" : node(n.axis).title);
  sheet.text(n.parent < 0 ? "" : node(n.parent).title);
  sheet.text(theme_list(n));
  sheet.text(a.priority ? value_word(*a.priority, language_) : "");
  sheet.text(a.status ? value_word(*a.status, language_) : "");
  sheet.number(a.period ? a.period->start : std::nullopt);
  sheet.number(a.period ? a.period->end : std::nullopt);
  sheet.text(a.recurrence ? value_word(*a.recurrence, language_) : "");
  sheet.text(joined(a.responsible));
  sheet.text(joined(a.indicators));
  sheet.text(budget_text(a.budget));
  n.cluster < 0 ? sheet.skip() : sheet.number(n.cluster + 1);
  sheet.text(n.doubtful ? say("oui", "yes") : "");
  sheet.text(n.description);
  sheet.text(plan(n.plan).document.source.file);
  place(sheet, n);
}

void SheetWriter::nodes() const {
  Sheet sheet(book_, say("Nœuds", "Nodes"),
              {{say("Plan", "Plan"), 20},
               {say("Code", "Code"), 16},
               {say("Niveau", "Level"), 20},
               {say("Intitulé", "Title"), 70},
               {say("Volet", "Volet"), 8},
               {say("Axe", "Axis"), 24},
               {say("Au-dessus", "Above"), 40},
               {say("Thèmes", "Themes"), 36},
               {say("Priorité", "Priority"), 10},
               {say("État", "Status"), 12},
               {say("Début", "Start"), 8},
               {say("Fin", "End"), 8},
               {say("Fréquence", "Recurrence"), 16},
               {say("Responsables", "Responsible"), 30},
               {say("Indicateurs", "Indicators"), 40},
               {say("Budget", "Budget"), 20},
               {say("Mesure commune n°", "Shared measure no."), 11},
               {say("Lecture douteuse", "Doubtful reading"), 10},
               {say("Description", "Description"), 40},
               {say("Fichier", "File"), 26},
               {say("Page", "Page"), 7},
               {say("Ligne", "Line"), 7},
               {say("à ligne", "to line"), 7}},
              2);
  for (const NodeEntry& n : c_.nodes) node_row(sheet, n);
  sheet.filter();
}

}  // namespace pst::output
