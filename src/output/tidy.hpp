// The comparison as tidy tables: one thing a row, one fact a column. csv/ and plans.sqlite are both written
// from these definitions, so they hold the same tables, columns and values. Internal to the output room, but
// for to_tidy_csv.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "compare/comparison.hpp"

namespace pst::output {

/// Nothing stated, a whole number, a number, or text.
using TidyCell = std::variant<std::monostate, std::int64_t, double, std::string>;
using TidyRow = std::vector<TidyCell>;
using TakeRow = std::function<void(const TidyRow&)>;

enum class TidyType { text, integer, real };

struct TidyColumn {
  const char* name;
  TidyType type;
  const char* about;      ///< French: what it means, and its unit
  const char* rule = "";  ///< of the SQL column: PRIMARY KEY, REFERENCES …
};

struct TidyTable {
  const char* name;   ///< of the CSV file and of the SQL table
  const char* about;  ///< French
  std::vector<TidyColumn> columns;
  std::vector<const char*> indexed;  ///< columns that queries look rows up by
  void (*rows)(const compare::Comparison& comparison, const TakeRow& take);
};

/// Every table; one that others refer to stands before them.
const std::vector<TidyTable>& tidy_tables();

// The tables by subject, each in a file of its own.
std::vector<TidyTable> tidy_plan_tables();    ///< plans, their parts, remarks, years
std::vector<TidyTable> tidy_node_tables();    ///< nodes and the lists they state
std::vector<TidyTable> tidy_across_tables();  ///< themes, shared measures, pairs, partners

/// Cells from the model's values; an empty text is nothing stated.
inline TidyCell cell(const std::string& text) {
  return text.empty() ? TidyCell() : TidyCell(text);
}
inline TidyCell cell(std::string_view text) {
  return cell(std::string(text));
}
inline TidyCell cell(int number) {
  return static_cast<std::int64_t>(number);
}
inline TidyCell cell(double number) {
  return number;
}
inline TidyCell cell(bool flag) {
  return static_cast<std::int64_t>(flag ? 1 : 0);
}
template <class T>
TidyCell cell(const std::optional<T>& value) {
  return value ? cell(*value) : TidyCell();
}

/// One CSV a table, as file name and text (RFC 4180, UTF-8, formulas disarmed), in the tables' order.
std::vector<std::pair<std::string, std::string>> to_tidy_csv(const compare::Comparison& comparison);

}  // namespace pst::output
