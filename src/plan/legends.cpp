#include "plan/legends.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

/// A legend says what a handful of signs mean, wherever it is repeated.
constexpr std::size_t kMostSigns = 100;

constexpr text::ByteSet kLegendSigns("=:-");

/// Whether the next line goes on with the sentence of this one.
bool wraps(const Scan& scan, std::size_t i) {
  if (i + 1 >= scan.pieces.size()) return false;
  const layout::Fragment& next = *scan.pieces[i + 1].fragment;
  return next.blank_before == 0 && next.columns < 2 && text::starts_lower(next.text);
}

bool is_sign(const Scan& scan, std::string_view text) {
  return std::any_of(scan.legend.begin(), scan.legend.end(),
                     [&](const auto& entry) { return entry.sign == text; });
}

}  // namespace

void find_legends(Scan& scan, grammar::Reader& reader) {
  struct Found {
    std::size_t piece;
    std::vector<grammar::Reader::LegendEntry> entries;
  };
  std::vector<Found> found;
  for (std::size_t i = 0; i < scan.pieces.size(); ++i) {
    const std::string& text = scan.pieces[i].fragment->text;
    if (text.empty() || text.size() > 400) continue;
    const bool stars = text.front() == '*' || text.front() == '+';
    if (!stars && text::find_any(text, kLegendSigns) == text.npos) continue;
    if (!scan.pieces[i].reading.has_phrases && !stars && text.find('=') == std::string::npos &&
        text.find(':') == std::string::npos) {
      continue;
    }
    std::vector<grammar::Reader::LegendEntry> entries = reader.legend(text);
    // `P1 : élevée` may be a project; two of them in a line, or lines of nothing else, are a legend.
    const bool marked = !scan.pieces[i].reading.markers.empty() && text.find('=') == std::string::npos;
    if (marked && entries.size() < 2 && (entries.empty() || entries[0].end < text.size())) continue;
    if (entries.size() > 1 && wraps(scan, i)) {
      std::vector<grammar::Reader::LegendEntry> whole =
          reader.legend(text + " " + scan.pieces[i + 1].fragment->text);
      if (whole.size() > entries.size()) {
        entries = std::move(whole);
        scan.pieces[i + 1].preset = Preset::legend;
      }
    }
    if (!entries.empty()) found.push_back({i, std::move(entries)});
  }
  for (std::size_t f = 0; f < found.size(); ++f) {
    const bool neighbour = (f > 0 && found[f].piece - found[f - 1].piece <= 2) ||
                           (f + 1 < found.size() && found[f + 1].piece - found[f].piece <= 2);
    if (found[f].entries.size() < 2 && !neighbour) continue;
    scan.pieces[found[f].piece].preset = Preset::legend;
    for (const auto& entry : found[f].entries) {
      if (scan.legend.size() < kMostSigns && !is_sign(scan, entry.sign)) scan.legend.push_back(entry);
    }
  }
}

void mute_signs(Scan& scan) {
  for (Piece& piece : scan.pieces) {
    const std::string& text = piece.fragment->text;
    if (text.size() > 4) continue;
    if (is_sign(scan, text)) piece.reading.markers.clear();
  }
}

}  // namespace pst::plan
