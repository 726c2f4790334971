#include "plan/figures.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/kinds.hpp"

namespace pst::plan {
namespace {

using Label = std::pair<Kind, std::string>;

class Marker {
 public:
  Marker(Scan& scan, grammar::Reader& reader) : scan_(scan), reader_(reader) {}

  void run() {
    for (std::size_t i = 0; i < scan_.pieces.size();) {
      const std::size_t end = scan_.row_end(i);
      row(i, end);
      i = end;
    }
  }

 private:
  void row(std::size_t begin, std::size_t end) {
    Piece& first = scan_.pieces[begin];
    const auto pieces = std::span(scan_.pieces).subspan(begin, end - begin);
    const bool all_figures =
        pieces.size() > 1 && std::ranges::all_of(pieces.subspan(1), [](const Piece& piece) {
          return is_figures(piece.fragment->text);
        });
    if (all_figures && reader_.is_word("sum_row", first.fragment->text)) {
      for (Piece& piece : pieces) piece.preset = Preset::figures;
      return;
    }
    const grammar::MarkerMatch* label = nullptr;
    for (const grammar::MarkerMatch& match : first.reading.markers) {
      if (match.number && !reader_.rule(match).generic) {
        label = &match;
        break;
      }
    }
    if (label == nullptr) return;
    Label name{reader_.rule(*label).preferred, label->number->canonical()};
    const std::string_view wording =
        std::string_view(first.fragment->text).substr(std::min(label->rest, first.fragment->text.size()));
    const bool sum = is_figures(wording);  // `O.S. 1   12.000 €`, in a line without cells
    const bool bare = wording.empty() || sum;
    const bool figures = bare && (all_figures || (sum && pieces.size() == 1));
    if (!figures) {
      if (!bare || pieces.size() > 1) named_.insert(std::move(name));
    } else if (named_.count(name) > 0) {
      for (Piece& piece : pieces) piece.preset = Preset::figures;
    }
  }

  Scan& scan_;
  grammar::Reader& reader_;
  std::set<Label> named_;  ///< labels that have wording
};

}  // namespace

bool is_figures(std::string_view text) {
  constexpr int kWord = 4;
  bool digit = false;
  int letters = 0;
  for (const char c : text) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) == 0xC3;
    letters = letter ? letters + 1 : 0;
    if (letters >= kWord) return false;
    digit = digit || (c >= '0' && c <= '9');
  }
  return digit;
}

void mark_figures(Scan& scan, grammar::Reader& reader) {
  Marker(scan, reader).run();
}

}  // namespace pst::plan
