#include "plan/tails.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "plan/dashes.hpp"
#include "plan/wording.hpp"
#include "text/ascii.hpp"
#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr text::ByteSet kItemEnds(";,");
constexpr std::size_t kLongest = 90;  ///< bytes of a tail
constexpr int kFewest = 3;            ///< titles that end alike make a habit
constexpr int kShare = 7;             ///< …one in so many of the actions at least
constexpr int kRounds = 6;

/// How the tail is set off.
enum class Form : std::uint8_t { round, square, dash };
constexpr std::size_t kForms = 3;

struct Tail {
  Form form = Form::dash;
  std::size_t begin = 0;  ///< of the tail with its bracket or dash
  std::vector<std::string_view> parts;
};

/// What a part says, and how sure that is without a habit.
struct Value {
  std::string attribute, name;
  std::string_view text;
  bool plain = false;  ///< a year, a sum, a name: could be wording
};

std::string_view without_stop(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '.' || text.back() == ';'))
    text.remove_suffix(1);
  return text;
}

/// The items of a bracket: between dashes, semicolons and commas.
std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0, at = 0;
  while (true) {
    const auto dash = find_dash(text, at);
    const std::size_t sign = text::find_any(text, kItemEnds, at);
    const std::size_t end = std::min(dash ? dash->begin : text.size(), std::min(sign, text.size()));
    // `1,5`: a comma between digits is none between items.
    if (end < text.size() && text[end] == ',' && end + 1 < text.size() && text[end + 1] != ' ') {
      at = end + 1;
      continue;
    }
    out.push_back(text::trimmed(text.substr(begin, end - begin)));
    if (end == text.size()) return out;
    begin = at = dash && dash->begin == end ? dash->end : end + 1;
  }
}

std::optional<Tail> tail_of(std::string_view title) {
  title = without_stop(title);
  if (title.empty()) return std::nullopt;
  Tail tail;
  if (title.back() == ')' || title.back() == ']') {
    const char open = title.back() == ')' ? '(' : '[';
    const std::size_t begin = title.rfind(open);
    if (begin == title.npos || begin == 0 || title.size() - begin > kLongest) return std::nullopt;
    tail.form = open == '(' ? Form::round : Form::square;
    tail.begin = begin;
    tail.parts = split(title.substr(begin + 1, title.size() - begin - 2));
    return tail;
  }
  const auto last = find_last_dash(title, title.size() > kLongest ? title.size() - kLongest : 0);
  if (!last || last->begin == 0) return std::nullopt;
  tail.begin = last->begin;
  tail.parts = {text::trimmed(title.substr(last->end))};
  return tail;
}

class TailReader {
 public:
  TailReader(grammar::Reader& reader, const Scan& scan) : reader_(reader), scan_(scan) {}

  void learn(const std::vector<Draft>& nodes) {
    std::array<int, kForms> seen{};
    int actions = 0;
    for (const Draft& node : nodes) {
      actions += node.kind >= Kind::project;
      const auto tail = tail_of(node.title);
      if (tail && values(*tail)) ++seen[static_cast<std::size_t>(tail->form)];
    }
    for (std::size_t f = 0; f < kForms; ++f) habit_[f] = seen[f] >= kFewest && kShare * seen[f] >= actions;
  }

  void take(Draft& node) {
    for (int round = 0; round < kRounds; ++round) {
      const auto tail = tail_of(node.title);
      if (!tail) return;
      const auto found = values(*tail);
      if (!found || !counts(*tail, *found)) return;
      for (const Value& value : *found)
        set_attribute(reader_, scan_, node, value.attribute, value.name, value.text);
      node.title = std::string(text::trimmed(std::string_view(node.title).substr(0, tail->begin)));
    }
  }

 private:
  /// What each part says; nothing where one of them is wording.
  std::optional<std::vector<Value>> values(const Tail& tail) {
    std::vector<Value> out;
    std::size_t names = 0;
    for (const std::string_view part : tail.parts) {
      auto value = value_of(part);
      if (!value && tail.form != Form::dash && tail.parts.size() > 1 && is_name(part)) {
        value = Value{"responsible", "", part, true};
        ++names;
      }
      if (!value) return std::nullopt;
      out.push_back(std::move(*value));
    }
    if (names == out.size()) return std::nullopt;
    return out;
  }

  bool counts(const Tail& tail, const std::vector<Value>& found) const {
    if (habit_[static_cast<std::size_t>(tail.form)]) return true;
    const bool sure = std::any_of(found.begin(), found.end(), [](const Value& v) { return !v.plain; });
    return sure && tail.form != Form::dash;
  }

  std::optional<Value> value_of(std::string_view part) {
    constexpr std::size_t kShortest = 4;  // letters: `non`, `ok`, `A` may be anything
    if (part.empty()) return std::nullopt;
    const std::vector<grammar::FieldMatch> fields = reader_.fields(part);
    if (!fields.empty() && fields.front().begin == 0 && fields.size() == 1) {
      const grammar::FieldMatch& field = fields.front();
      const std::string& attribute = field.rule->attribute;
      if (attribute == "note" || attribute == "title" || kind_named(attribute)) return std::nullopt;
      return Value{attribute, std::string(part.substr(0, field.label_end)), part.substr(field.value)};
    }
    const std::string folded = text::fold(part);
    for (const auto& entry : scan_.legend) {
      if (entry.sign == part || (!folded.empty() && text::fold(entry.sign) == folded))
        return Value{entry.attribute, "", part};
    }
    if (const auto period = reader_.period(part); period && period->whole)
      return Value{"period", "", part, true};
    if (reader_.whole_value("recurrence", part)) return Value{"period", "", part, true};
    if (folded.size() >= kShortest && reader_.whole_value("status", part)) return Value{"status", "", part};
    if (part.find("€") != part.npos && part.find_first_of("0123456789") == 0 &&
        !reader_.budgets(part).empty())
      return Value{"budget", "", part, true};
    return std::nullopt;
  }

  /// A service, an initial or words of which the first has a capital, without a verb's length of text.
  bool is_name(std::string_view part) const {
    constexpr std::size_t kLongestName = 50;
    return part.size() <= kLongestName && text::starts_upper(part) &&
           part.find_first_of("0123456789:?!") == part.npos;
  }

  grammar::Reader& reader_;
  const Scan& scan_;
  std::array<bool, kForms> habit_{};
};

}  // namespace

void take_tails(grammar::Reader& reader, const Scan& scan, std::vector<Draft>& nodes) {
  TailReader tails(reader, scan);
  tails.learn(nodes);
  for (Draft& node : nodes) tails.take(node);
}

void take_tail_before_pointer(grammar::Reader& reader, const Scan& scan, Draft& node) {
  TailReader(reader, scan).take(node);
}

}  // namespace pst::plan
