#include "layout/cells.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/codepoints.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

std::vector<CellSlice> split_at(std::string_view line, char separator) {
  std::vector<CellSlice> out;
  std::size_t begin = 0;
  while (true) {
    std::size_t end = line.find(separator, begin);
    // Markdown writes a pipe inside a cell as \|.
    while (separator == '|' && end != std::string_view::npos && end > 0 && line[end - 1] == '\\') {
      end = line.find(separator, end + 1);
    }
    const std::string_view slice = line.substr(begin, end == std::string_view::npos ? end : end - begin);
    out.push_back({text::trimmed(slice), static_cast<int>(begin)});
    if (end == std::string_view::npos) return out;
    begin = end + 1;
  }
}

/// `•`, `o`, `1.`, `a)`: what a list item begins with.
bool is_item_label(std::string_view text) {
  constexpr std::size_t kLongest = 8;
  if (text.empty() || text.size() > kLongest || text.find(' ') != std::string_view::npos) return false;
  const auto is_alnum = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  if (text == "o" || std::none_of(text.begin(), text.end(), is_alnum)) return true;
  return text.back() == '.' || text.back() == ')';
}

/// `1.1;Former les agents;Anne;2021`, as spreadsheets export it: no writer sets semicolons without spaces.
/// Those of entities and of a labelled field are others.
bool is_semicolon_row(std::string_view line) {
  constexpr std::size_t kFewest = 2;
  std::size_t count = 0;
  for (std::size_t at = line.find(';'); at != line.npos; at = line.find(';', at + 1), ++count) {
    const bool spaced = (at > 0 && line[at - 1] == ' ') || (at + 1 < line.size() && line[at + 1] == ' ');
    if (spaced) return false;
  }
  return count >= kFewest && line.find('&') == line.npos &&
         line.substr(0, line.find(';')).find(':') == line.npos;
}

/// The list sign that the text begins with, with the space behind it; empty for none.
std::string_view sign_of(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == text.npos || space == 0 || space > 3) return {};
  const std::string_view sign = text.substr(0, space);
  std::size_t at = 0;
  const char32_t code_point = text::next_code_point(sign, at);
  const bool dash = sign == "-" || sign == "–" || sign == "—" || sign == "*";
  return at == sign.size() && (dash || text::glyph(code_point).is(text::Glyph::bullet))
             ? text.substr(0, space + 1)
             : std::string_view();
}

}  // namespace

std::vector<std::string_view> split_items(std::string_view cell) {
  std::vector<std::string_view> out;
  const std::string_view sign = sign_of(cell);
  std::size_t begin = 0;
  for (std::size_t at = sign.empty() ? cell.npos : cell.find(sign, 1); at != cell.npos;
       at = cell.find(sign, at + 1)) {
    if (cell[at - 1] != ' ' || !text::starts_upper(cell.substr(at + sign.size()))) continue;
    out.push_back(text::trimmed(cell.substr(begin, at - begin)));
    begin = at;
  }
  out.push_back(cell.substr(begin));
  return out;
}

std::vector<CellSlice> split_cells(std::string_view line) {
  const std::string_view row = text::trimmed(line);
  if (row.size() >= 2 && row.front() == '|') {
    std::string_view inner = row.substr(1);
    if (!inner.empty() && inner.back() == '|') inner.remove_suffix(1);
    if (inner.find('|') == std::string_view::npos && row.back() != '|') return {};  // an OCR's stray bar
    return split_at(inner, '|');
  }
  // Pipes without outer ones need to be set off by spaces: `mots | mots`.
  std::size_t pipes = 0;
  const bool has_pipe = line.find('|') != std::string_view::npos;
  for (std::size_t at = has_pipe ? line.find(" | ") : line.npos; at != std::string_view::npos;
       at = line.find(" | ", at + 3))
    ++pipes;
  if (pipes >= 2) return split_at(line, '|');
  if (line.find(';') != line.npos && is_semicolon_row(line)) return split_at(line, ';');
  const std::size_t first_word = line.find_first_not_of(" \t");
  const std::size_t tab = first_word == std::string_view::npos ? first_word : line.find('\t', first_word);
  if (tab == std::string_view::npos) return {};
  // A word processor sets a tab between a list sign or number and the item.
  if (line.find('\t', tab + 1) == std::string_view::npos &&
      is_item_label(line.substr(first_word, tab - first_word)))
    return {};
  return split_at(line, '\t');
}

std::vector<CellSlice> split_tabs(std::string_view line) {
  return split_at(line, '\t');
}

std::vector<CellSlice> split_lone_cell(std::string_view line, std::size_t columns) {
  const std::size_t word = std::min(line.find_first_not_of('\t'), line.size());
  if (word == 0 || word >= columns || line.find('\t', word) != std::string_view::npos) return {};
  return split_at(line, '\t');
}

std::vector<CellSlice> split_spaced(std::string_view line, int gap) {
  std::vector<CellSlice> out;
  int column = 0, spaces = 0, cell_column = 0;
  std::size_t begin = std::string_view::npos, last_word = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool continuation = (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80;
    if (line[i] == ' ') {
      ++spaces;
    } else {
      if (begin != std::string_view::npos && spaces >= gap) {
        out.push_back({line.substr(begin, last_word + 1 - begin), cell_column});
        begin = std::string_view::npos;
      }
      if (begin == std::string_view::npos) {
        begin = i;
        cell_column = column;
      }
      spaces = 0;
      last_word = i;
    }
    if (!continuation) ++column;
  }
  if (begin != std::string_view::npos)
    out.push_back({line.substr(begin, last_word + 1 - begin), cell_column});
  return out;
}

}  // namespace pst::layout
