#include "output/xlsx.hpp"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <fstream>

#include "source/error.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

constexpr std::size_t kMaxCell = 32767;  ///< characters that Excel takes in a cell
constexpr std::size_t kCut = 32000;      ///< bytes kept of a longer text: never more characters than that
constexpr time_t kNoClock = 315532800;   ///< 1980-01-01: the same comparison gives the same bytes

lxw_row_t row_of(int row) {
  return static_cast<lxw_row_t>(row);
}
lxw_col_t col_of(int column) {
  return static_cast<lxw_col_t>(column);
}

/// A text that fits a cell, cut between characters.
std::string fitting(std::string_view text) {
  if (text.size() <= kMaxCell) return std::string(text);
  std::size_t end = kCut;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::optional<lxw_datetime> datetime_of(const std::string& iso) {
  lxw_datetime out{};
  const auto part = [&](std::size_t from, std::size_t length, int& number) {
    const char* end = iso.data() + from + length;
    return std::from_chars(iso.data() + from, end, number).ptr == end;
  };
  if (iso.size() != 10 || !part(0, 4, out.year) || !part(5, 2, out.month) || !part(8, 2, out.day)) return {};
  return out;
}

}  // namespace

Sheet::Sheet(Book& book, const std::string& name, const std::vector<SheetColumn>& columns, int frozen,
             bool turned)
    : book_(book),
      name_(name),
      sheet_(workbook_add_worksheet(book.raw(), name.c_str())),
      columns_(static_cast<int>(columns.size())) {
  for (const SheetColumn& column : columns) {
    worksheet_set_column(sheet_, col_of(column_), col_of(column_), column.width, nullptr);
    const bool upright = turned && column_ >= frozen;
    text(column.head, upright ? CellLook::turned : CellLook::head);
  }
  worksheet_freeze_panes(sheet_, 1, col_of(frozen));
  worksheet_repeat_rows(sheet_, 0, 0);
  worksheet_set_landscape(sheet_);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_set_paper(sheet_, 9);  // A4
}

void Sheet::text(std::string_view text, CellLook look) {
  if (!text.empty()) {
    worksheet_write_string(sheet_, row_of(row_), col_of(column_), fitting(text).c_str(), book_.format(look));
  }
  ++column_;
}

void Sheet::number(double number, CellLook look) {
  worksheet_write_number(sheet_, row_of(row_), col_of(column_++), number, book_.format(look));
}

void Sheet::number(const std::optional<int>& number) {
  if (!number) return skip();
  worksheet_write_number(sheet_, row_of(row_), col_of(column_++), *number,
                         nullptr);  // a year has no separator
}

void Sheet::date(const std::optional<std::string>& iso) {
  auto datetime = iso ? datetime_of(*iso) : std::nullopt;
  if (!datetime) return text(iso.value_or(""));
  worksheet_write_datetime(sheet_, row_of(row_), col_of(column_++), &*datetime, book_.format(CellLook::date));
}

void Sheet::total(double value, CellLook look) {
  char first[LXW_MAX_CELL_NAME_LENGTH];
  char last[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(first, 1, col_of(column_));
  lxw_rowcol_to_cell(last, row_of(std::max(1, row_ - 1)), col_of(column_));
  const std::string formula = std::string("=SUBTOTAL(109,") + first + ":" + last + ")";
  worksheet_write_formula_num(sheet_, row_of(row_), col_of(column_++), formula.c_str(), book_.format(look),
                              value);
}

void Sheet::filter() {
  if (row_ > 0) worksheet_autofilter(sheet_, 0, 0, row_of(row_), col_of(columns_ - 1));
}

void Sheet::shade(int first_row, int first_column, int last_row, int last_column) {
  if (last_row < first_row || last_column < first_column) return;
  lxw_conditional_format scale{};
  scale.type = LXW_CONDITIONAL_2_COLOR_SCALE;
  scale.min_color = 0xFFFFFF;
  scale.max_color = 0x3FA294;
  worksheet_conditional_format_range(sheet_, row_of(first_row), col_of(first_column), row_of(last_row),
                                     col_of(last_column), &scale);
}

Book::Book(const std::string& path) : path_(path) {
  // The library only finds out at the end, and says so on standard error.
  if (!std::ofstream(path))
    throw Error({path}, "le classeur ne peut pas être créé", "vérifiez le dossier et vos droits");
  workbook_ = workbook_new(path.c_str());
  if (workbook_ == nullptr)
    throw Error({path}, "le classeur ne peut pas être créé", "vérifiez la mémoire libre");
  lxw_doc_properties properties{};
  properties.created = kNoClock;
  workbook_set_properties(workbook_, &properties);
  formats_.resize(static_cast<std::size_t>(CellLook::total_percent) + 1);
}

Book::~Book() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

lxw_format* Book::format(CellLook look) {
  lxw_format*& made = formats_[static_cast<std::size_t>(look)];
  if (made != nullptr || look == CellLook::plain) return made;
  made = workbook_add_format(workbook_);
  format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
  const auto number = [&](const char* pattern) { format_set_num_format(made, pattern); };
  switch (look) {
    case CellLook::plain:
      break;
    case CellLook::wrapped:
      format_set_text_wrap(made);
      break;
    case CellLook::total:
      format_set_bold(made);
      format_set_top(made, LXW_BORDER_THIN);
      [[fallthrough]];
    case CellLook::integer:
      number("#,##0");
      break;
    case CellLook::total_money:
      format_set_bold(made);
      format_set_top(made, LXW_BORDER_THIN);
      [[fallthrough]];
    case CellLook::money:
      number("#,##0 \"€\"");
      break;
    case CellLook::total_percent:
      format_set_bold(made);
      format_set_top(made, LXW_BORDER_THIN);
      [[fallthrough]];
    case CellLook::percent:
      number("0 %");
      break;
    case CellLook::date:
      number("dd/mm/yyyy");
      break;
    case CellLook::turned:
      format_set_rotation(made, 90);
      [[fallthrough]];
    case CellLook::head:
      format_set_bold(made);
      format_set_text_wrap(made);
      format_set_bg_color(made, 0xE2F0EE);
      format_set_bottom(made, LXW_BORDER_THIN);
      format_set_align(made, LXW_ALIGN_VERTICAL_BOTTOM);
      break;
  }
  return made;
}

void Book::chart(Sheet& on, const ChartPlan& plan) {
  const auto type = plan.horizontal ? (plan.stacked ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR)
                                    : (plan.stacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN);
  lxw_chart* chart = workbook_add_chart(workbook_, type);
  const char* sheet = plan.data->name().c_str();
  for (const ChartSeries& s : plan.series) {
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, sheet, 1, 0, row_of(plan.rows), 0);
    chart_series_set_values(series, sheet, 1, col_of(s.column), row_of(plan.rows), col_of(s.column));
    chart_series_set_name_range(series, sheet, 0, col_of(s.column));
    lxw_chart_fill fill{};
    fill.color = static_cast<lxw_color_t>(std::stoul(s.color, nullptr, 16));
    chart_series_set_fill(series, &fill);
  }
  chart_title_set_name(chart, plan.title.c_str());
  if (plan.series.size() < 2) chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  if (plan.series.size() > 1) chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  if (plan.horizontal) chart_axis_set_reverse(chart->y_axis);
  lxw_chart_options size{};
  const double width = 720;
  size.x_scale = width / 480;  // of the library's own 480 × 288 pixels
  size.y_scale = plan.height / 288.0;
  worksheet_insert_chart_opt(on.raw(), row_of(plan.at_row), col_of(plan.at_column), chart, &size);
}

void Book::close() {
  const lxw_error error = workbook_close(workbook_);
  workbook_ = nullptr;  // closing frees it, whatever came of it
  if (error != LXW_NO_ERROR) {
    throw Error({path_}, std::string("le classeur n'a pas pu être écrit (") + lxw_strerror(error) + ")",
                "vérifiez le dossier et la place sur le disque");
  }
}

}  // namespace pst::output
