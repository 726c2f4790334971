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
enum class Form : std::uint8_t { round, square, dash, sign };
constexpr std::size_t kForms = 4;
constexpr std::array<std::string_view, 6> kSigns = {" : ", " -> ", " => ", " → ", " // ", " | "};

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

/// The last of kSigns that begins at or behind `from`.
std::optional<Dash> find_last_sign(std::string_view title, std::size_t from) {
  constexpr text::ByteSet kTelling(":>/|\xE2");  // each sign has one as its second or third byte
  std::optional<Dash> last;
  for (std::size_t at = text::find_any(title, kTelling, from); at < title.size();
       at = text::find_any(title, kTelling, at + 1)) {
    for (const std::size_t back : {std::size_t{1}, std::size_t{2}}) {
      if (at < from + back || title[at - back] != ' ') continue;
      for (const std::string_view sign : kSigns) {
        if (title.substr(at - back).starts_with(sign)) last = Dash{at - back, at - back + sign.size()};
      }
    }
  }
  return last;
}

/// What a title may end with, the likeliest first.
std::vector<Tail> tails_of(std::string_view title) {
  std::vector<Tail> out;
  title = without_stop(title);
  if (title.empty()) return out;
  if (title.back() == ')' || title.back() == ']') {
    const char open = title.back() == ')' ? '(' : '[';
    const std::size_t begin = title.rfind(open);
    if (begin == title.npos || begin == 0 || title.size() - begin > kLongest) return out;
    out.push_back({open == '(' ? Form::round : Form::square, begin,
                   split(title.substr(begin + 1, title.size() - begin - 2))});
    return out;
  }
  const std::size_t from = title.size() > kLongest ? title.size() - kLongest : 1;
  if (const auto dash = find_last_dash(title, from))
    out.push_back({Form::dash, dash->begin, {text::trimmed(title.substr(dash->end))}});
  if (const auto sign = find_last_sign(title, from))
    out.push_back({Form::sign, sign->begin, {text::trimmed(title.substr(sign->end))}});
  return out;
}

/// A few words of which the first has a capital, without a figure or a question, of one sentence.
bool may_be_name(std::string_view part, std::size_t longest) {
  constexpr std::size_t kInitial = 1;
  const std::size_t stop = part.find(". ");
  return part.size() <= longest && text::starts_upper(part) &&
         part.find_first_of("0123456789:?!") == part.npos && (stop == part.npos || stop <= kInitial);
}

class TailReader {
 public:
  TailReader(grammar::Reader& reader, const Scan& scan) : reader_(reader), scan_(scan) {}

  /// Learns the habits of the titles, and returns the nodes whose titles have tails.
  std::vector<Draft*> learn(std::vector<Draft>& nodes) {
    std::array<int, kForms> seen{};
    int actions = 0, named = 0;
    std::vector<Draft*> out;
    for (Draft& node : nodes) {
      actions += node.kind >= Kind::project;
      const auto end = read(node.title);
      if (!end) continue;
      ++seen[static_cast<std::size_t>(end->tail.form)];
      named += name_before(node.title, end->tail).has_value();
      out.push_back(&node);
    }
    for (std::size_t f = 0; f < kForms; ++f) habit_[f] = seen[f] >= kFewest && kShare * seen[f] >= actions;
    // `– Anne – 2021`: a name stands before the value of every title, or it is wording.
    const int apart = seen[static_cast<std::size_t>(Form::dash)] + seen[static_cast<std::size_t>(Form::sign)];
    names_ = named >= kFewest && named == apart;
    return out;
  }

  void take(Draft& node) {
    for (int round = 0; round < kRounds; ++round) {
      const auto end = read(node.title);
      if (!end || !counts(*end)) return;
      for (const Value& value : end->values)
        set_attribute(reader_, scan_, node, value.attribute, value.name, value.text);
      const auto name = names_ && round == 0 ? name_before(node.title, end->tail) : std::nullopt;
      if (name) set_attribute(reader_, scan_, node, "responsible", "", name->parts.front());
      const std::size_t rest = name ? name->begin : end->tail.begin;
      node.title = std::string(text::trimmed(std::string_view(node.title).substr(0, rest)));
      if (name) return;
    }
  }

 private:
  /// A tail that says something.
  struct End {
    Tail tail;
    std::vector<Value> values;
  };

  std::optional<End> read(std::string_view title) {
    for (Tail& tail : tails_of(title)) {
      if (auto found = values(tail); found && !is_labelled(title, tail))
        return End{std::move(tail), std::move(*found)};
    }
    return std::nullopt;
  }

  /// `… la salle. État : à démarrer`: what stands before the sign is the label of a field.
  bool is_labelled(std::string_view title, const Tail& tail) const {
    if (tail.form != Form::sign) return false;
    const std::vector<grammar::FieldMatch> fields = reader_.fields(title);
    return std::any_of(fields.begin(), fields.end(), [&](const grammar::FieldMatch& field) {
      return field.label_end == tail.begin && text::starts_upper(title.substr(field.begin));
    });
  }

  /// The name between two signs, in front of the tail.
  std::optional<Tail> name_before(std::string_view title, const Tail& tail) {
    constexpr std::size_t kLongestName = 30;
    if (tail.form != Form::dash && tail.form != Form::sign) return std::nullopt;
    for (Tail& before : tails_of(title.substr(0, tail.begin))) {
      const std::string_view name = before.parts.front();
      if (before.form == tail.form && may_be_name(name, kLongestName) && !value_of(name))
        return std::move(before);
    }
    return std::nullopt;
  }

  /// What each part says; nothing where one of them is wording.
  std::optional<std::vector<Value>> values(const Tail& tail) {
    constexpr std::size_t kLongestName = 50;
    std::vector<Value> out;
    std::size_t names = 0;
    for (const std::string_view part : tail.parts) {
      if (auto dated = dated_value(part); !dated.empty()) {
        out.insert(out.end(), dated.begin(), dated.end());
        continue;
      }
      auto value = value_of(part);
      if (!value && tail.parts.size() > 1 && may_be_name(part, kLongestName)) {
        value = Value{"responsible", "", part, true};
        ++names;
      }
      if (!value) return std::nullopt;
      out.push_back(std::move(*value));
    }
    if (names == out.size()) return std::nullopt;
    return out;
  }

  bool counts(const End& end) const {
    if (habit_[static_cast<std::size_t>(end.tail.form)]) return true;
    const bool sure =
        std::any_of(end.values.begin(), end.values.end(), [](const Value& v) { return !v.plain; });
    return sure && (end.tail.form == Form::round || end.tail.form == Form::square);
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

  /// `réalisé en 2021`: a state, and when.
  std::vector<Value> dated_value(std::string_view part) {
    const auto period = reader_.period(part);
    if (!period || period->whole || period->last < part.size()) return {};
    const auto state = value_of(text::trimmed(part.substr(0, period->first)));
    if (!state || state->attribute != "status" || !state->name.empty()) return {};
    return {*state, Value{"period", "", part.substr(period->first), true}};
  }

  grammar::Reader& reader_;
  const Scan& scan_;
  std::array<bool, kForms> habit_{};
  bool names_ = false;  ///< between signs, before the value
};

}  // namespace

void take_tails(grammar::Reader& reader, const Scan& scan, std::vector<Draft>& nodes) {
  TailReader tails(reader, scan);
  for (Draft* node : tails.learn(nodes)) tails.take(*node);
}

void take_tail_before_pointer(grammar::Reader& reader, const Scan& scan, Draft& node) {
  TailReader(reader, scan).take(node);
}

}  // namespace pst::plan
