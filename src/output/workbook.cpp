#include "output/workbook.hpp"

#include "output/workbook_sheets.hpp"

namespace pst::output {

namespace {

constexpr int kCharted = 40;  ///< plans that a chart can show and an eye can read

int charted(const compare::Comparison& c) {
  return std::min(static_cast<int>(c.plans.size()), kCharted);
}

/// The picture of each sheet that has one, side by side on a sheet of their own.
void draw_charts(Book& book, Sheet& on, const compare::Comparison& c, const DataSheets& sheets,
                 Language language) {
  const int plans = charted(c);
  const int tall = 160 + 22 * plans;
  const auto chart = [&](Bilingual title, const Sheet& data, int rows, std::vector<ChartSeries> series,
                         bool horizontal, bool stacked, int at_row, int at_column, int height) {
    if (rows > 0) {
      book.chart(on, {title.in(language), &data, rows, std::move(series), horizontal, stacked, at_row,
                      at_column, height});
    }
  };
  const int column = sheets.first_count_column;
  chart({"Objectifs et mesures, par plan", "Objectives and measures by plan"}, sheets.overview, plans,
        {{column + 3, "0F766E"},
         {column + 4, "D97706"},
         {column + 5, "4F46A5"},
         {column + 6, "BE3455"},
         {column + 7, "4D7C0F"}},
        true, true, 1, 0, tall);
  chart({"Remarques par plan", "Remarks by plan"}, sheets.quality, plans,
        {{2, "0F766E"}, {3, "D97706"}, {4, "4F46A5"}, {5, "BE3455"}, {6, "4D7C0F"}}, true, true, 1, 12, tall);
  const int below = 3 + tall / 20;
  chart({"Nœuds par thème", "Nodes by theme"}, sheets.themes, static_cast<int>(c.themes.size()),
        {{2, "0F766E"}}, true, false, below, 0, 720);
  chart({"Nœuds en cours, par année", "Nodes running, by year"}, sheets.years,
        static_cast<int>(c.years.size()), {{1, "0F766E"}, {2, "D97706"}, {3, "4F46A5"}}, false, false, below,
        12, 420);
}

}  // namespace

void write_workbook(const compare::Comparison& comparison, const std::string& path, Language language) {
  Book book(path);
  const SheetWriter writer(book, comparison, language);
  Sheet overview = writer.overview();
  Sheet charts = writer.chart_sheet();
  writer.matrix();
  Sheet themes = writer.theme_totals();
  writer.nodes();
  writer.clusters();
  writer.particular();
  writer.partners();
  Sheet years = writer.year_totals();
  writer.plan_years();
  Sheet quality = writer.quality();
  writer.remarks();
  writer.findings();
  draw_charts(book, charts, comparison, {overview, themes, years, quality, SheetWriter::kFirstCountColumn},
              language);
  book.close();
}

}  // namespace pst::output
