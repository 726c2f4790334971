#include <algorithm>

#include "output/table.hpp"
#include "output/workbook_sheets.hpp"

namespace pst::output {

using compare::NodeEntry;
using compare::PlanEntry;

void SheetWriter::clusters() const {
  Sheet sheet(book_, say("Mesures communes", "Shared measures"),
              {{say("N°", "No."), 6},
               {say("Mesure commune", "Shared measure"), 40},
               {say("Plans", "Plans"), 8},
               {say("Cohésion", "Cohesion"), 10},
               {say("Plan", "Plan"), 20},
               {say("Code", "Code"), 16},
               {say("Niveau", "Level"), 20},
               {say("Mots du plan", "The plan's wording"), 70},
               {say("Thèmes", "Themes"), 36},
               {say("Ressemblance", "Similarity"), 12},
               {say("Page", "Page"), 7},
               {say("Ligne", "Line"), 7},
               {say("à ligne", "to line"), 7}},
              2);
  int number = 0;
  for (const compare::Cluster& cluster : c_.clusters) {
    ++number;
    for (const compare::ClusterMember& member : cluster.members) {
      const NodeEntry& n = node(member.node);
      sheet.begin_row();
      sheet.number(number);
      sheet.text(cluster.name);
      sheet.number(static_cast<double>(cluster.plans.size()));
      sheet.number(cluster.cohesion, CellLook::percent);
      sheet.text(plan(n.plan).organisation);
      sheet.text(n.code);
      sheet.text(kind_word(n.kind, language_));
      sheet.text(n.title, CellLook::wrapped);
      sheet.text(theme_list(n));
      sheet.number(member.score, CellLook::percent);
      place(sheet, n);
    }
  }
  sheet.filter();
}

void SheetWriter::particular() const {
  Sheet sheet(book_, say("Particularités", "Particular"),
              {{say("Plan", "Plan"), 20},
               {say("Code", "Code"), 16},
               {say("Niveau", "Level"), 20},
               {say("Intitulé", "Title"), 70},
               {say("Thèmes", "Themes"), 36},
               {say("Mots rares", "Rare words"), 36},
               {say("Le plus proche ailleurs", "Nearest elsewhere"), 60},
               {say("Son plan", "Its plan"), 20},
               {say("Ressemblance", "Similarity"), 12},
               {say("Page", "Page"), 7},
               {say("Ligne", "Line"), 7},
               {say("à ligne", "to line"), 7}},
              2);
  for (const compare::Particular& item : c_.particular) {
    const NodeEntry& n = node(item.node);
    std::string words;
    for (const std::string& word : item.words) words += (words.empty() ? "" : ", ") + word;
    sheet.begin_row();
    sheet.text(plan(n.plan).organisation);
    sheet.text(n.code);
    sheet.text(kind_word(n.kind, language_));
    sheet.text(n.title, CellLook::wrapped);
    sheet.text(theme_list(n));
    sheet.text(words);
    sheet.text(n.nearest < 0 ? "" : node(n.nearest).title, CellLook::wrapped);
    sheet.text(n.nearest < 0 ? "" : plan(node(n.nearest).plan).organisation);
    n.nearest < 0 ? sheet.skip() : sheet.number(item.nearest_score, CellLook::percent);
    place(sheet, n);
  }
  sheet.filter();
}

void SheetWriter::partners() const {
  Sheet sheet(book_, say("Partenaires", "Partners"),
              {{say("Nom", "Name"), 50},
               {say("Sigle", "Abbreviation"), 12},
               {say("Nature", "Kind"), 14},
               {say("Plans", "Plans"), 8},
               {say("Nœuds", "Nodes"), 8},
               {say("Cité par", "Named by"), 80}},
              1);
  for (const compare::EntityUse& use : c_.uses) {
    const compare::Entity& entity = c_.entities[static_cast<std::size_t>(use.entity)];
    std::string by;
    for (const int p : use.plans) by += (by.empty() ? "" : kListSeparator) + plan(p).organisation;
    sheet.begin_row();
    sheet.text(entity.name);
    sheet.text(entity.abbreviation);
    sheet.text(entity_word(entity.kind, language_));
    sheet.number(static_cast<double>(use.plans.size()));
    sheet.number(static_cast<double>(use.nodes.size()));
    sheet.text(by);
  }
  sheet.filter();
}

Sheet SheetWriter::year_totals() const {
  Sheet sheet(book_, say("Calendrier", "Timeline"),
              {{say("Année", "Year"), 10},
               {say("En cours", "Running"), 12},
               {say("Commencent", "Starting"), 12},
               {say("Finissent", "Ending"), 12},
               {say("Plans", "Plans"), 10}},
              1);
  for (std::size_t i = 0; i < c_.years.size(); ++i) {
    const compare::YearTotal& total = totals_.years[i];
    sheet.begin_row();
    sheet.number(std::optional(c_.years[i].year));
    for (const int n : {total.active, total.starting, total.ending, total.plans}) sheet.number(n);
  }
  return sheet;
}

void SheetWriter::plan_years() const {
  if (c_.years.empty()) return;
  std::vector<SheetColumn> columns{{say("Plan", "Plan"), 26}};
  for (const compare::YearEntry& year : c_.years) columns.push_back({std::to_string(year.year), 8});
  Sheet sheet(book_, say("Plans et années", "Plans and years"), columns, 1);
  for (std::size_t plan = 0; plan < c_.plans.size(); ++plan) {
    sheet.begin_row();
    sheet.text(c_.plans[plan].organisation);
    for (const compare::YearEntry& year : c_.years) sheet.number(year.active[plan]);
  }
  sheet.filter();
  sheet.shade(1, 1, sheet.row(), static_cast<int>(c_.years.size()));
  sheet.begin_row();
  sheet.text(say("Total", "Total"), CellLook::total);
  for (const compare::YearTotal& total : totals_.years) sheet.total(total.active);
}

Sheet SheetWriter::quality() const {
  Sheet sheet(book_, say("Qualité", "Quality"),
              {{say("Plan", "Plan"), 26},
               {say("Complétude", "Completeness"), 12},
               {say("Sauts de numérotation", "Numbering gaps"), 14},
               {say("Contradictions", "Contradictions"), 14},
               {say("Intitulés vides", "Empty titles"), 12},
               {say("Sans mesure", "Without measure"), 12},
               {say("Doutes de lecture", "Doubtful readings"), 12},
               {say("Nœuds douteux", "Doubtful nodes"), 12}},
              1);
  for (const PlanEntry& p : c_.plans) {
    const compare::Quality& q = p.quality;
    sheet.begin_row();
    sheet.text(p.organisation);
    sheet.number(q.completeness, CellLook::percent);
    for (const int n :
         {q.numbering_gaps, q.contradictions, q.empty_titles, q.childless, q.doubts, q.doubtful_nodes}) {
      sheet.number(n);
    }
  }
  sheet.filter();
  const compare::Quality& q = totals_.quality;
  sheet.begin_row();
  sheet.text(say("Total", "Total"), CellLook::total);
  sheet.number(q.completeness, CellLook::total_percent);
  for (const int n :
       {q.numbering_gaps, q.contradictions, q.empty_titles, q.childless, q.doubts, q.doubtful_nodes}) {
    sheet.total(n);
  }
  return sheet;
}

void SheetWriter::remarks() const {
  Sheet sheet(book_, say("Remarques", "Remarks"),
              {{say("Plan", "Plan"), 26},
               {say("Sorte", "Sort"), 22},
               {say("Remarque", "Remark"), 90},
               {say("Code", "Code"), 16},
               {say("Ligne", "Line"), 8},
               {say("à ligne", "to line"), 8}},
              1);
  for (const PlanEntry& p : c_.plans) {
    for (const compare::QualityNote& note : p.quality.notes) {
      sheet.begin_row();
      sheet.text(p.organisation);
      sheet.text(note_word(note.what, language_));
      sheet.text(note.message, CellLook::wrapped);
      sheet.text(note.node < 0 ? "" : node(note.node).code);
      sheet.number(note.lines ? std::optional(note.lines->first) : std::nullopt);
      sheet.number(note.lines ? std::optional(note.lines->second) : std::nullopt);
    }
  }
  sheet.filter();
}

void SheetWriter::findings() const {
  if (c_.findings.empty()) return;
  Sheet sheet(book_, say("Fichiers donnés", "Files given"),
              {{say("Fichier ou plan", "File or plan"), 40}, {say("Remarque", "Remark"), 110}}, 1);
  for (const compare::Finding& finding : c_.findings) {
    sheet.begin_row();
    sheet.text(finding.input);
    sheet.text(finding.message, CellLook::wrapped);
  }
}

}  // namespace pst::output
