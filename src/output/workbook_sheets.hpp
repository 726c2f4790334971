// The sheets of the workbook, one function each. Internal to the output room.
#pragma once

#include "compare/comparison.hpp"
#include "compare/totals.hpp"
#include "output/language.hpp"
#include "output/report_words.hpp"
#include "output/xlsx.hpp"

namespace pst::output {

/// The sheets that charts draw from.
struct DataSheets {
  const Sheet& overview;
  const Sheet& themes;
  const Sheet& years;
  const Sheet& quality;
  int first_count_column = 0;  ///< of the overview: the nodes, then each kind
};

/// Writes one sheet a call, in the order of the calls.
class SheetWriter {
 public:
  static constexpr int kFirstCountColumn = 6;

  SheetWriter(Book& book, const compare::Comparison& comparison, Language language)
      : book_(book), c_(comparison), totals_(compare::totals_of(comparison)), language_(language) {}

  Sheet overview() const;
  Sheet chart_sheet() const;
  void matrix() const;
  Sheet theme_totals() const;
  void nodes() const;
  void clusters() const;
  void particular() const;
  void partners() const;
  Sheet year_totals() const;
  void plan_years() const;
  Sheet quality() const;
  void remarks() const;
  void findings() const;

 private:
  std::string say(std::string_view french, std::string_view english) const {
    return Bilingual{french, english}.in(language_);
  }
  const compare::NodeEntry& node(int i) const { return c_.nodes[static_cast<std::size_t>(i)]; }
  const compare::PlanEntry& plan(int i) const { return c_.plans[static_cast<std::size_t>(i)]; }
  std::string theme_list(const compare::NodeEntry& node) const;
  void counts(Sheet& sheet, const compare::Counts& counts) const;
  void place(Sheet& sheet, const compare::NodeEntry& node) const;
  void node_row(Sheet& sheet, const compare::NodeEntry& node) const;

  Book& book_;
  const compare::Comparison& c_;
  compare::Totals totals_;
  Language language_;
};

}  // namespace pst::output
