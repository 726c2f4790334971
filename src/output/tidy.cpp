#include "output/tidy.hpp"

#include <array>
#include <charconv>

#include "output/csv.hpp"

namespace pst::output {

namespace {

void append_csv_cell(std::string& out, const TidyCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return append_csv_text(out, *text);
  std::array<char, 32> buffer;
  const auto append = [&](auto number) {
    out.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr);
  };
  if (const auto* number = std::get_if<std::int64_t>(&cell)) append(*number);
  if (const auto* number = std::get_if<double>(&cell)) append(*number);
}

std::string csv_of(const TidyTable& table, const compare::Comparison& comparison) {
  std::string out;
  const char* separator = "";
  for (const TidyColumn& column : table.columns) {
    out += separator;
    out += column.name;
    separator = ",";
  }
  out += "\r\n";
  table.rows(comparison, [&](const TidyRow& row) {
    bool first = true;
    for (const TidyCell& cell : row) {
      if (!first) out += ',';
      first = false;
      append_csv_cell(out, cell);
    }
    out += "\r\n";
  });
  return out;
}

std::vector<TidyTable> all_tables() {
  std::vector<TidyTable> tables = tidy_plan_tables();
  for (const auto& more : {tidy_node_tables(), tidy_across_tables()}) {
    tables.insert(tables.end(), more.begin(), more.end());
  }
  return tables;
}

}  // namespace

const std::vector<TidyTable>& tidy_tables() {
  static const std::vector<TidyTable> tables = all_tables();
  return tables;
}

std::vector<std::pair<std::string, std::string>> to_tidy_csv(const compare::Comparison& comparison) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const TidyTable& table : tidy_tables()) {
    files.emplace_back(std::string(table.name) + ".csv", csv_of(table, comparison));
  }
  return files;
}

}  // namespace pst::output
