#include "plan/contents.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/ascii.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

class ContentsFinder {
 public:
  ContentsFinder(Scan& scan, const grammar::Library& library) : scan_(scan), library_(library) {}

  void run() {
    constexpr std::size_t kLongest = 200, kLongestEntry = 130;
    constexpr int kMostTables = 20;  // each is held against the whole document
    int tables = 0;
    for (std::size_t i = 0; i < scan_.pieces.size(); ++i) {
      Piece& head = scan_.pieces[i];
      if (head.reading.boundary == nullptr || head.reading.boundary->what != "contents") continue;
      head.preset = Preset::contents;
      // Entries with leaders were set aside already; what is left between them are the first lines of those
      // that wrap.
      if (entries_with_leaders(i)) {
        const int end = last_entry(static_cast<std::size_t>(head.fragment->line_index));
        for (; i + 1 < scan_.pieces.size() && scan_.pieces[i + 1].fragment->line_index < end; ++i)
          scan_.pieces[i + 1].preset = Preset::contents;
        continue;
      }
      if (++tables > kMostTables) continue;
      std::unordered_map<std::string, std::size_t> entries;
      std::size_t end = i + 1;
      for (; end < scan_.pieces.size() && end - i <= kLongest; ++end) {
        if (text::length(scan_.pieces[end].fragment->text) > kLongestEntry)
          break;  // prose: the table is over
        const std::string key = key_of(scan_.pieces[end]);
        if (key.empty() || entries.try_emplace(key, end).second) continue;
        // Numbers start again in the next volet; with the same wording the plan begins.
        const std::string whole = wording_of(scan_.pieces[end]);
        if (whole == wording_of(scan_.pieces[entries[key]]) || !entries.try_emplace(whole, end).second) break;
      }
      std::size_t last = i, again = 0;
      for (std::size_t j = end; j < scan_.pieces.size(); ++j) {
        auto entry = entries.find(wording_of(scan_.pieces[j]));
        if (entry == entries.end()) entry = entries.find(key_of(scan_.pieces[j]));
        if (entry == entries.end() || entry->first.empty()) continue;
        last = std::max(last, entry->second);
        ++again;
        entries.erase(entry);
      }
      if (again < 2) continue;
      for (std::size_t k = i + 1; k <= last; ++k) scan_.pieces[k].preset = Preset::contents;
    }
  }

 private:
  /// What an entry and its heading have in common: the label, and the first words where that is a bare
  /// number.
  std::string key_of(const Piece& piece) const {
    constexpr std::size_t kFirstWords = 12;
    const std::string& text = piece.fragment->text;
    const auto& markers = piece.reading.markers;
    if (!markers.empty() && markers.front().number && !library_.marker(markers.front().marker).bare) {
      return text::fold(std::string_view(text).substr(0, markers.front().end)) + "#";
    }
    std::string key = text::fold(text);
    while (!key.empty() && text::is_digit(key.back())) key.pop_back();  // the page number
    return key.size() < 4 ? std::string() : key.substr(0, kFirstWords);
  }

  /// The same with the first words behind the label.
  std::string wording_of(const Piece& piece) const {
    constexpr std::size_t kFirstWords = 24;
    std::string key = key_of(piece);
    if (!key.ends_with('#')) return key;
    const std::size_t rest = std::min(piece.reading.markers.front().rest, piece.fragment->text.size());
    return key + text::fold(std::string_view(piece.fragment->text).substr(rest)).substr(0, kFirstWords);
  }

  /// The last line of the contents below a head: no more than a few lines of other text stand between
  /// entries.
  int last_entry(std::size_t head) const {
    constexpr std::size_t kReach = 4;
    std::size_t last = head, beyond = 0;
    for (std::size_t line = head + 1; line < scan_.layout->lines.size() && beyond < kReach; ++line) {
      const layout::LineClass klass = scan_.layout->lines[line].klass;
      if (klass == layout::LineClass::contents) {
        last = line;
        beyond = 0;
      } else if (klass == layout::LineClass::text) {
        ++beyond;
      }
    }
    return static_cast<int>(last);
  }

  bool entries_with_leaders(std::size_t head) const {
    const auto first = static_cast<std::size_t>(scan_.pieces[head].fragment->line_index) + 1;
    for (std::size_t line = first; line < scan_.layout->lines.size() && line < first + 6; ++line) {
      if (scan_.layout->lines[line].klass == layout::LineClass::contents) return true;
    }
    return false;
  }

  Scan& scan_;
  const grammar::Library& library_;
};

}  // namespace

void find_contents(Scan& scan, const grammar::Library& library) {
  ContentsFinder(scan, library).run();
}

}  // namespace pst::plan
