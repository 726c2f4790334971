// An Excel workbook being written. The one header that knows libxlsxwriter; internal to the output room.
#pragma once

#include <xlsxwriter.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pst::output {

/// How a cell looks.
enum class CellLook {
  plain,
  wrapped,
  integer,
  money,
  percent,
  date,
  head,
  turned,
  total,
  total_money,
  total_percent
};

struct SheetColumn {
  std::string head;
  double width = 12;  ///< characters
};

class Book;

/// A sheet that is filled row by row. Rows and columns count from 0; the heads are row 0.
class Sheet {
 public:
  /// Writes the heads, freezes them with the first `frozen` columns; heads stand upright where `turned`.
  Sheet(Book& book, const std::string& name, const std::vector<SheetColumn>& columns, int frozen,
        bool turned = false);

  /// The next row.
  void begin_row() { ++row_, column_ = 0; }
  /// The next cell: text is text whatever it begins with, numbers are numbers, nothing is an empty cell.
  void text(std::string_view text, CellLook look = CellLook::plain);
  void number(double number, CellLook look = CellLook::integer);
  void number(const std::optional<int>& number);
  /// An ISO date as a date, where it is one.
  void date(const std::optional<std::string>& iso);
  void skip() { ++column_; }
  /// A total of the column's rows above that follows the filters; `value` is what it comes to.
  void total(double value, CellLook look = CellLook::total);

  /// Filters on the heads over all rows so far.
  void filter();
  /// The colours of a heat map over rows and columns, ends included.
  void shade(int first_row, int first_column, int last_row, int last_column);

  int row() const { return row_; }
  int column() const { return column_; }
  const std::string& name() const { return name_; }
  lxw_worksheet* raw() { return sheet_; }

 private:
  Book& book_;
  std::string name_;
  lxw_worksheet* sheet_;
  int columns_ = 0;
  int row_ = 0;
  int column_ = 0;
};

/// A series of a chart: one column of a sheet, named by its head.
struct ChartSeries {
  int column = 0;
  std::string color;  ///< RRGGBB
};

class Book {
 public:
  explicit Book(const std::string& path);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  lxw_workbook* raw() { return workbook_; }
  lxw_format* format(CellLook look);

  /// Puts a bar chart on `on` at a row: the sheet's rows 1 to `rows`, labelled by column 0.
  struct ChartPlan {
    std::string title;
    const Sheet* data = nullptr;
    int rows = 0;
    std::vector<ChartSeries> series;
    bool horizontal = true;
    bool stacked = false;
    int at_row = 0;
    int at_column = 0;
    int height = 420;  ///< pixels
  };
  void chart(Sheet& on, const ChartPlan& plan);

  /// Writes the file. Throws pst::Error.
  void close();

 private:
  std::string path_;
  lxw_workbook* workbook_ = nullptr;
  std::vector<lxw_format*> formats_;
};

}  // namespace pst::output
