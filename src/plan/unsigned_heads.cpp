#include "plan/unsigned_heads.hpp"

#include <string_view>

#include "text/ascii.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

/// The number of one or two digits before a space and a capital, or 0.
int unsigned_number(std::string_view text) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < 2 && digits < text.size() && text::is_digit(text[digits]))
    value = 10 * value + (text[digits++] - '0');
  const bool alone = digits > 0 && digits + 1 < text.size() && text[digits] == ' ';
  return alone && text::starts_upper(text.substr(digits + 1)) ? value : 0;
}

bool is_first_below(const Piece& piece, int number) {
  for (const grammar::MarkerMatch& match : piece.reading.markers) {
    if (match.begin == 0 && match.number && match.number->depth == 2 &&
        match.number->part(0).style == grammar::NumberStyle::arabic &&
        match.number->part(0).value == number && match.number->last() == 1)
      return true;
  }
  return false;
}

}  // namespace

void read_unsigned_heads(Scan& scan, grammar::Reader& reader) {
  for (std::size_t p = 0; p + 1 < scan.pieces.size(); ++p) {
    Piece& piece = scan.pieces[p];
    const std::string& text = piece.fragment->text;
    if (text.empty() || !text::is_digit(text.front()) || piece.fragment->columns > 1 ||
        !piece.reading.markers.empty())
      continue;
    const int number = unsigned_number(text);
    if (number > 0 && is_first_below(scan.pieces[p + 1], number))
      reader.read(text, piece.reading, grammar::Setting::heading);
  }
}

}  // namespace pst::plan
