#include "plan/stated.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "plan/review.hpp"
#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using Spans = std::vector<grammar::Reader::WordSpan>;

/// Prose further in than this explains no rungs any more.
constexpr std::size_t kFront = 160;
constexpr std::size_t kLongestParagraph = 2500;
constexpr std::size_t kLongestName = 80;  ///< bytes of a line that only names a rung
constexpr text::ByteSet kWordEnds(" '\"(),;.:");
/// A count of numerals, as in `deux chiffres désignent`; the digit behind says how many.
constexpr std::string_view kDepth = "sign_depth_";
/// The letters of a code, named (`le code S`) or beside a sign (`S = objectif stratégique`).
constexpr std::string_view kCode = "sign_code";

/// What a statement says the rung of.
struct Sign {
  std::string words;        ///< of markers, folded, singular: `axe`
  std::string style;        ///< [words] name of a form of number or heading: `sign_roman`
  std::string letters;      ///< the letters of a code: `S`
  std::uint32_t glyph = 0;  ///< a list sign; kAnyGlyph for all
};

/// A rung's name or a sign in a paragraph; a word may be both (`thème`).
struct Item {
  std::size_t begin = 0, end = 0;
  std::optional<Kind> kind;
  std::optional<Sign> sign;
};

/// The rungs' names in [words].
constexpr std::array<std::pair<Kind, const char*>, 7> kRungs{
    {{Kind::sub_action, "rung_sub_action"},
     {Kind::operational_objective, "rung_operational_objective"},
     {Kind::strategic_objective, "rung_strategic_objective"},
     {Kind::project, "rung_project"},
     {Kind::action, "rung_action"},
     {Kind::axis, "rung_axis"},
     {Kind::volet, "rung_volet"}}};

struct Statement {
  Kind kind = Kind::action;
  Sign sign;
  int piece = 0;  ///< behind which it holds
};

class Heeder {
 public:
  Heeder(const Scan& scan, grammar::Reader& reader, Candidates& candidates)
      : scan_(scan), reader_(reader), all_(candidates) {}

  void run() {
    std::string paragraph;
    int last = -1;
    const std::size_t count = std::min(scan_.pieces.size(), kFront);
    read_legend(count);
    for (std::size_t p = 0; p <= count; ++p) {
      const bool goes_on = p < count && scan_.pieces[p].fragment->columns <= 1 &&
                           scan_.pieces[p].fragment->blank_before == 0 && !scan_.pieces[p].reading.bullet;
      if (!goes_on) {
        read_paragraph(paragraph, last);
        paragraph.clear();
      }
      if (p == count) break;
      if (paragraph.size() < kLongestParagraph) {
        if (!paragraph.empty()) paragraph += ' ';
        const Piece& piece = scan_.pieces[p];
        // What a marker of words opens is no explanation.
        if (paragraph.empty() && opens_node(piece.reading)) continue;
        paragraph += piece.fragment->text.substr(piece.reading.bullet ? piece.reading.bullet_end : 0);
      }
      last = static_cast<int>(p);
    }
    drop_contradictions();
    for (const Statement& statement : statements_) apply(statement);
  }

 private:
  bool opens_node(const grammar::Reading& reading) const {
    return std::any_of(reading.markers.begin(), reading.markers.end(),
                       [&](const grammar::MarkerMatch& m) { return m.number && !reader_.rule(m).bare; });
  }

  /// Lines of a list sign and the name of a rung, two of them at least: `■ objectif stratégique`.
  void read_legend(std::size_t count) {
    std::vector<Statement> found;
    for (std::size_t p = 0; p < count; ++p) {
      const Piece& piece = scan_.pieces[p];
      if (!piece.reading.bullet || piece.fragment->columns > 1) continue;
      if (piece.fragment->text.size() > piece.reading.bullet_end + kLongestName) continue;
      const std::string wording = piece.fragment->text.substr(piece.reading.bullet_end);
      const std::vector<Item> items = rungs_of(wording);
      const auto whole = std::find_if(items.begin(), items.end(), [&](const Item& item) {
        return text::fold(wording.substr(0, item.begin)).empty() &&
               text::fold(wording.substr(item.end)).empty();
      });
      if (whole == items.end()) continue;
      const std::uint32_t glyph = grammar::Reader::list_sign(piece.fragment->text);
      found.push_back({*whole->kind, Sign{{}, {}, {}, glyph}, static_cast<int>(p)});
    }
    if (found.size() < 2) return;
    statements_.insert(statements_.end(), found.begin(), found.end());
  }

  void read_paragraph(const std::string& text, int last) {
    if (text.size() < 12 || !reader_.is_word("rung", text)) return;
    std::vector<Item> rungs = rungs_of(text);
    if (rungs.empty()) return;
    const std::vector<Item> items = items_of(text, std::move(rungs));
    read_ladder(text, items, last);
    bool stated = false, sign_first = false;
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
      const Item &a = items[i], &b = items[i + 1];
      const Item *rung = nullptr, *sign = nullptr;
      if (a.kind && b.sign && !(a.sign && b.kind)) {
        rung = &a, sign = &b;
      } else if (a.sign && b.kind) {
        rung = &b, sign = &a;
      } else {
        continue;
      }
      const std::string gap = text.substr(a.end, b.begin - std::min(b.begin, a.end));
      if (reader_.is_word("states_not", gap)) continue;
      if (reader_.is_word("states", gap)) {
        stated = true;
        sign_first = sign == &a;
      } else if (reader_.is_word("states_aside", gap)) {
        stated = false;
      } else if (!stated || sign_first != (sign == &a) || !reader_.is_word("states_again", gap)) {
        continue;
      }
      statements_.push_back({*rung->kind, *sign->sign, last});
      ++i;
    }
  }

  /// The rungs of a plan from the outside in, as a sentence names them: `d'axes, déclinés en objectifs
  /// stratégiques puis en mesures`. Where words open the first or last of them, and the others are as many as
  /// the figures of the plan's numbers, each number of figures is one of those.
  void read_ladder(const std::string& text, const std::vector<Item>& items, int last) {
    std::vector<Kind> ladder;
    std::size_t end = 0;
    for (const Item& item : items) {
      const std::optional<Kind> kind = item.kind ? item.kind : kind_of(*item.sign);
      if (!kind) continue;
      const std::string gap = text.substr(end, item.begin - std::min(end, item.begin));
      const bool goes_on =
          !ladder.empty() && *kind > ladder.back() &&
          (reader_.is_word("divides", gap) || (ladder.size() > 1 && reader_.is_word("divides_again", gap)));
      if (!goes_on) {
        state_ladder(ladder, last);
        ladder.clear();
      }
      ladder.push_back(*kind);
      end = item.end;
    }
    state_ladder(ladder, last);
  }

  void state_ladder(const std::vector<Kind>& ladder, int last) {
    constexpr std::size_t kFewest = 3;
    if (ladder.size() < kFewest) return;
    const auto named = [&](Kind kind) {
      return std::any_of(all_.families.begin(), all_.families.end(), [&](const Family& f) {
        return !f.bare && !f.generic && !f.heading && !f.cell && f.count > 1 && f.kinds != 0 &&
               f.preferred == kind;
      });
    };
    const auto first = std::find_if_not(ladder.begin(), ladder.end(), named);
    const auto behind = std::find_if(first, ladder.end(), named);
    const auto unnamed = static_cast<int>(behind - first);
    if (!std::all_of(behind, ladder.end(), named)) return;
    int figures = 0;
    for (const Family& family : all_.families) {
      if (family.count > 1 && is_numeral(family, family.depth)) figures = std::max(figures, family.depth);
    }
    if (unnamed < 2 || unnamed != figures) return;
    for (int i = 0; i < unnamed; ++i) {
      Sign sign;
      sign.style = std::string(kDepth) + std::to_string(i + 1);
      statements_.push_back({*(first + i), std::move(sign), last});
    }
  }

  /// The one rung of a word that opens markers.
  std::optional<Kind> kind_of(const Sign& sign) const {
    for (const Family& family : all_.families) {
      if (!sign.words.empty() && family.words == sign.words && !family.generic && family.kinds != 0)
        return family.preferred;
    }
    return std::nullopt;
  }

  std::vector<Item> rungs_of(const std::string& text) {
    std::vector<Item> items;
    for (const auto& [kind, name] : kRungs) {
      for (const auto& span : reader_.find(name, text))
        items.push_back({span.begin, span.end, kind, std::nullopt});
    }
    return items;
  }

  /// The signs beside the rungs of a paragraph, all of them in order.
  std::vector<Item> items_of(const std::string& text, std::vector<Item> items) {
    for (const char* style :
         {"sign_depth_1", "sign_depth_2", "sign_depth_3", "sign_depth_4", "sign_letter_digit", "sign_roman",
          "sign_upper", "sign_lower", "sign_arabic", "sign_capitals", "sign_bold", "sign_code",
          "sign_code_is", "sign_dash", "sign_bullet", "sign_glyph", "sign_letter"}) {
      for (const auto& span : reader_.find(style, text)) {
        Sign sign{{}, style, {}, 0};
        const std::string shown = text.substr(span.sign_begin, span.sign_end - span.sign_begin);
        if (sign.style.starts_with(kCode)) sign.letters = shown;
        if (sign.style == "sign_dash") sign.glyph = '-';
        if (sign.style == "sign_bullet") sign.glyph = kAnyGlyph;
        if (!shown.empty() && sign.style == "sign_glyph") sign.glyph = grammar::Reader::list_sign(shown);
        const bool code = !sign.letters.empty();
        items.push_back({code ? span.sign_begin : span.begin, code ? span.sign_end : span.end, std::nullopt,
                         std::move(sign)});
      }
    }
    add_marker_words(text, items);
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<Item> kept;
    for (Item& item : items) {
      if (kept.empty() || item.begin >= kept.back().end) {
        kept.push_back(std::move(item));
      } else if (item.sign && kept.back().sign && item.end > kept.back().end) {
        kept.back() = std::move(item);  // `chiffre arabe` within `un chiffre arabe`: no count of them
      } else if (item.begin == kept.back().begin && item.end == kept.back().end && !kept.back().sign) {
        kept.back().sign = item.sign;
      }
    }
    return kept;
  }

  /// Words that open markers in this document.
  void add_marker_words(const std::string& text, std::vector<Item>& items) const {
    std::vector<std::pair<std::size_t, std::size_t>> tokens;
    std::vector<std::string> folded;
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t end = std::min(text::find_any(text, kWordEnds, begin), text.size());
      if (end > begin) {
        tokens.emplace_back(begin, end);
        folded.push_back(singular(std::string_view(text).substr(begin, end - begin)));
      }
      begin = end + 1;
    }
    for (const Family& family : all_.families) {
      const std::string& words = family.words;
      if (words.empty()) continue;
      const auto parts = static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
      for (std::size_t t = 0; t + parts <= tokens.size(); ++t) {
        if (!says(words, folded, t, parts)) continue;
        items.push_back(
            {tokens[t].first, tokens[t + parts - 1].second, std::nullopt, Sign{words, {}, {}, 0}});
      }
    }
  }

  /// Whether the next words from the t-th on are `words`.
  static bool says(std::string_view words, const std::vector<std::string>& next, std::size_t t,
                   std::size_t parts) {
    for (std::size_t k = 0; k < parts; ++k) {
      if (!words.starts_with(next[t + k])) return false;
      words.remove_prefix(next[t + k].size());
      if (k + 1 == parts) return words.empty();
      if (!words.starts_with(' ')) return false;
      words.remove_prefix(1);
    }
    return false;
  }

  static bool same(const Sign& a, const Sign& b) {
    return a.words == b.words && a.style == b.style && a.letters == b.letters && a.glyph == b.glyph;
  }

  /// What is said to be two rungs is neither. Each is held against all others.
  void drop_contradictions() {
    constexpr std::size_t kMost = 200;  // statements: no plan explains so many rungs
    if (statements_.size() > kMost) statements_.resize(kMost);
    std::vector<Statement> kept;
    for (const Statement& a : statements_) {
      const bool contradicted = std::any_of(statements_.begin(), statements_.end(), [&](const Statement& b) {
        return same(a.sign, b.sign) && a.kind != b.kind;
      });
      if (!contradicted) kept.push_back(a);
    }
    statements_ = std::move(kept);
  }

  /// `code:S.O` is the rung of the letter O.
  static bool code_ends_with(const std::string& key, const std::string& letters) {
    return key.starts_with(kAddress) &&
           (key.substr(kAddress.size()) == letters || key.ends_with("." + letters));
  }

  /// Numbers of so many numerals; a list's `1)` only where no `1.` stands for one.
  bool is_numeral(const Family& family, int depth) const {
    const auto fits = [&](const Family& f) { return f.key.starts_with("bare:1") && f.depth == depth; };
    if (!fits(family)) return false;
    return !family.key.ends_with(')') ||
           std::none_of(all_.families.begin(), all_.families.end(),
                        [&](const Family& f) { return fits(f) && !f.key.ends_with(')'); });
  }

  bool speaks_of(const Sign& sign, std::size_t f) const {
    const Family& family = all_.families[f];
    if (!sign.words.empty()) return !family.heading && family.words == sign.words;
    if (sign.style.starts_with(kCode)) return code_ends_with(family.key, sign.letters);
    if (sign.style.starts_with(kDepth)) return is_numeral(family, sign.style.back() - '0');
    if (sign.style == "sign_letter_digit") return family.bare && family.key == "bare:A.";
    if (!family.bare || family.depth != 1)
      return (sign.style == "sign_capitals" && family.capitals) || (sign.style == "sign_bold" && family.bold);
    const char style = family.key.size() > 5 ? family.key[5] : ' ';
    if (sign.style == "sign_roman") return style == 'R';
    if (sign.style == "sign_upper") return style == 'A';
    if (sign.style == "sign_lower") return style == 'a';
    if (sign.style == "sign_arabic") return style == '1';
    return sign.style == "sign_letter" && style == 'A';
  }

  void apply(const Statement& statement) {
    if (statement.sign.glyph != 0) {
      all_.signs_stated_at = std::max(all_.signs_stated_at, statement.piece);
      all_.stated_signs.emplace_back(statement.sign.glyph, statement.kind);
      return;
    }
    for (std::size_t f = 0; f < all_.families.size(); ++f) {
      if (!speaks_of(statement.sign, f)) continue;
      Family& family = all_.families[f];
      family.kinds = grammar::kind_bit(statement.kind);
      family.preferred = statement.kind;
      family.stated = true;
      if (!family.heading) continue;
      family.heading = false;
      // Headings of that form in front of the statement are the title page's.
      for (Candidate& c : all_.list) {
        if (c.family == static_cast<int>(f) && c.piece <= statement.piece) c.before_plan = true;
      }
    }
  }

  const Scan& scan_;
  grammar::Reader& reader_;
  Candidates& all_;
  std::vector<Statement> statements_;
};

}  // namespace

void heed_statements(const Scan& scan, grammar::Reader& reader, Candidates& candidates) {
  Heeder(scan, reader, candidates).run();
}

}  // namespace pst::plan
