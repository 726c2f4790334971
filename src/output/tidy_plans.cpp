#include "output/comparison_names.hpp"
#include "output/names.hpp"
#include "output/tidy.hpp"

namespace pst::output {

namespace {

using compare::Comparison;
using compare::Counts;
using compare::PlanEntry;
using compare::Quality;
using enum TidyType;

/// Columns of a Counts, and its cells, in one order.
const std::vector<TidyColumn> kCountColumns{
    {"nodes", integer, "nœuds"},
    {"volets", integer, "dont volets"},
    {"axes", integer, "dont axes"},
    {"strategic_objectives", integer, "dont objectifs stratégiques"},
    {"operational_objectives", integer, "dont objectifs opérationnels"},
    {"projects", integer, "dont projets"},
    {"actions", integer, "dont actions"},
    {"sub_actions", integer, "dont sous-actions"},
    {"with_priority", integer, "nœuds qui énoncent une priorité"},
    {"with_status", integer, "nœuds qui énoncent un état d'avancement"},
    {"with_period", integer, "nœuds qui énoncent une période"},
    {"with_responsible", integer, "nœuds qui nomment un responsable"},
    {"with_indicator", integer, "nœuds qui énoncent un indicateur"},
    {"with_budget", integer, "nœuds qui énoncent un budget"},
    {"with_theme", integer, "nœuds qui ont un thème"},
    {"budget_eur", real, "somme des budgets énoncés, en euros"},
};

void append_counts(TidyRow& row, const Counts& counts) {
  row.push_back(cell(counts.nodes));
  for (const int nodes : counts.by_kind) row.push_back(cell(nodes));
  for (const int nodes :
       {counts.with_priority, counts.with_status, counts.with_period, counts.with_responsible,
        counts.with_indicator, counts.with_budget, counts.with_theme}) {
    row.push_back(cell(nodes));
  }
  row.push_back(cell(counts.budget));
}

std::vector<TidyColumn> joined(std::vector<TidyColumn> columns, const std::vector<TidyColumn>& more) {
  columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

const std::vector<TidyColumn> kQualityColumns{
    {"numbering_gaps", integer, "numéros sautés"},
    {"contradictions", integer, "autres contradictions du plan"},
    {"empty_titles", integer, "nœuds sans intitulé"},
    {"childless", integer, "objectifs et projets sans mesure"},
    {"doubts", integer, "doutes de lecture"},
    {"doubtful_nodes", integer, "nœuds dont la lecture est douteuse"},
    {"completeness", real,
     "0 à 1 : part des priorités, périodes, responsables et indicateurs que les mesures énoncent"},
};

void append_quality(TidyRow& row, const Quality& q) {
  for (const int n :
       {q.numbering_gaps, q.contradictions, q.empty_titles, q.childless, q.doubts, q.doubtful_nodes}) {
    row.push_back(cell(n));
  }
  row.push_back(cell(q.completeness));
}

void plan_rows(const Comparison& c, const TakeRow& take) {
  for (const PlanEntry& plan : c.plans) {
    const plan::DocumentFacts& facts = plan.document;
    const auto& ins = facts.organisation ? facts.organisation->ins : std::optional<std::string>();
    TidyRow row{cell(plan.name),
                cell(plan.organisation),
                cell(plan.organisation_kind),
                cell(ins),
                cell(facts.title),
                cell(facts.period ? facts.period->start : std::nullopt),
                cell(facts.period ? facts.period->end : std::nullopt),
                cell(facts.adopted_on),
                cell(facts.source.file),
                cell(facts.source.media_type),
                cell(facts.source.pages),
                cell(facts.source.sha256),
                cell(facts.scheme.name),
                cell(facts.scheme.confidence),
                cell(plan.coverage.lines)};
    append_counts(row, plan.counts);
    append_quality(row, plan.quality);
    take(row);
  }
}

void part_rows(const Comparison& c, const TakeRow& take) {
  for (const PlanEntry& plan : c.plans) {
    const auto write = [&](const char* kind, const std::vector<compare::Part>& parts) {
      for (const compare::Part& part : parts) {
        TidyRow row{cell(plan.name), cell(std::string_view(kind)),
                    part.node < 0 ? TidyCell() : cell(c.nodes[static_cast<std::size_t>(part.node)].id),
                    cell(part.title)};
        append_counts(row, part.counts);
        take(row);
      }
    };
    write("volet", plan.volets);
    write("axis", plan.axes);
  }
}

void note_rows(const Comparison& c, const TakeRow& take) {
  for (const PlanEntry& plan : c.plans) {
    for (const compare::QualityNote& note : plan.quality.notes) {
      take({cell(plan.name), cell(name_of_note(note.what)), cell(note.rule), cell(name_of(note.severity)),
            cell(note.message),
            note.node < 0 ? TidyCell() : cell(c.nodes[static_cast<std::size_t>(note.node)].id),
            note.lines ? cell(note.lines->first) : TidyCell(),
            note.lines ? cell(note.lines->second) : TidyCell()});
    }
  }
}

void year_rows(const Comparison& c, const TakeRow& take) {
  for (std::size_t plan = 0; plan < c.plans.size(); ++plan) {
    for (const compare::YearEntry& year : c.years) {
      take({cell(c.plans[plan].name), cell(year.year), cell(year.active[plan]), cell(year.starting[plan]),
            cell(year.ending[plan]), cell(static_cast<bool>(year.planned[plan]))});
    }
  }
}

void finding_rows(const Comparison& c, const TakeRow& take) {
  for (const compare::Finding& finding : c.findings) {
    take({cell(finding.input), cell(finding.rule), cell(name_of(finding.severity)), cell(finding.message)});
  }
}

}  // namespace

std::vector<TidyTable> tidy_plan_tables() {
  return {
      {"plans",
       "Un plan par ligne.",
       joined(joined({{"plan", text, "nom du plan dans la comparaison", "PRIMARY KEY"},
                      {"organisation", text, "commune ou CPAS"},
                      {"organisation_kind", text, "CPAS ou commune"},
                      {"ins", text, "code INS de la commune"},
                      {"title", text, "titre du document"},
                      {"period_start", integer, "première année du plan"},
                      {"period_end", integer, "dernière année du plan"},
                      {"adopted_on", text, "date d'adoption (AAAA-MM-JJ)"},
                      {"file", text, "fichier lu"},
                      {"media_type", text, "type du fichier"},
                      {"pages", integer, "pages du fichier"},
                      {"sha256", text, "empreinte du fichier"},
                      {"scheme", text, "grammaire qui l'a lu"},
                      {"confidence", real, "0 à 1 : sûreté de ce choix"},
                      {"lines", integer, "lignes non vides du fichier"}},
                     kCountColumns),
              kQualityColumns),
       {"organisation"},
       plan_rows},
      {"parts",
       "Un volet ou un axe d'un plan par ligne.",
       joined({{"plan", text, "nom du plan", "NOT NULL REFERENCES plans"},
               {"kind", text, "volet ou axis"},
               {"id", text, "nœud du volet ou de l'axe ; vide pour ce qui n'est dans aucun"},
               {"title", text, "son intitulé"}},
              kCountColumns),
       {"plan"},
       part_rows},
      {"plan_years",
       "Une année d'un plan par ligne.",
       {{"plan", text, "nom du plan", "NOT NULL REFERENCES plans"},
        {"year", integer, "année"},
        {"active", integer, "nœuds dont la période contient l'année"},
        {"starting", integer, "nœuds dont la période commence cette année"},
        {"ending", integer, "nœuds dont la période finit cette année"},
        {"planned", integer, "1 quand la période du plan contient l'année"}},
       {"plan", "year"},
       year_rows},
      {"remarks",
       "Une remarque sur un plan par ligne.",
       {{"plan", text, "nom du plan", "NOT NULL REFERENCES plans"},
        {"what", text, "numbering_gap, contradiction, empty_title, childless, doubt ou other"},
        {"rule", text, "nom de la règle"},
        {"severity", text, "info, warning ou error"},
        {"message", text, "la remarque, en français"},
        {"id", text, "nœud dont il s'agit"},
        {"line_first", integer, "première ligne du fichier"},
        {"line_last", integer, "dernière ligne du fichier"}},
       {"plan", "id"},
       note_rows},
      {"findings",
       "Une remarque sur un fichier donné par ligne.",
       {{"input", text, "fichier ou plan"},
        {"rule", text, "nom de la règle"},
        {"severity", text, "info, warning ou error"},
        {"message", text, "la remarque, en français"}},
       {},
       finding_rows},
  };
}

}  // namespace pst::output
