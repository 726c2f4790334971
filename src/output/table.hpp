// A plan as rows, one node each, for spreadsheets, R and pandas.
#pragma once

#include <string>

#include "plan/model.hpp"

namespace pst::output {

/// What separates the values of a list within one CSV cell.
inline constexpr const char* kListSeparator = " | ";

/// UTF-8's byte order mark, which tells spreadsheets that a CSV is UTF-8.
inline constexpr const char* kBom = "\xEF\xBB\xBF";

/// The CSV's first line (RFC 4180: commas, CRLF).
std::string csv_header();

/// One CSV line a node, in document order. A cell that a spreadsheet would run as a formula (it begins with
/// = + - @, a tab or a line break) gets an apostrophe in front. Lists are joined by kListSeparator; the
/// budget's columns run in parallel.
std::string to_csv(const plan::Plan& plan);

/// The same rows as JSON lines: one object a node, attributes and path nested.
std::string to_jsonl(const plan::Plan& plan);

}  // namespace pst::output
