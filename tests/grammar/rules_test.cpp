// Each rule of each embedded grammar, alone: text in, reading out. The house-keeping test at the end fails
// for a rule that no case speaks of.
#include <gtest/gtest.h>

#include <functional>

#include "grammar/projected.hpp"
#include "grammar/reader.hpp"
#include "grammar/rule_cases_more.hpp"
#include "support/reading.hpp"

namespace pst::grammar {
namespace {

Reader& reader() {
  static Reader kReader(test::library());
  return kReader;
}

std::string grammar_of(const Rule& rule) {
  return rule.origin.file.substr(0, rule.origin.file.find('.'));
}

/// `label|number|wording`; the colon of a label without a number is nobody's.
std::string marker_read(const std::vector<MarkerMatch>& matches, std::string_view wanted,
                        std::string_view text) {
  for (const MarkerMatch& match : matches) {
    const MarkerRule& rule = test::library().markers()[static_cast<std::size_t>(match.marker)];
    if (grammar_of(rule) + "/" + rule.name != wanted) continue;
    std::string label(text.substr(match.begin, match.end - match.begin));
    while (!label.empty() && (label.back() == ':' || label.back() == ' ')) label.pop_back();
    return label + "|" + (match.number ? match.number->canonical() : "-") + "|" +
           std::string(text.substr(match.rest));
  }
  return "none";
}

Reading read_alone(std::string_view text, Setting setting = Setting::line) {
  Reading reading;
  reader().read(text, reading, setting);
  return reading;
}

/// Some markers count in headings only.
std::string marker_at_beginning(const RuleCase& c) {
  const std::string in_line = marker_read(read_alone(c.text).markers, c.rule, c.text);
  return in_line != "none" ? in_line
                           : marker_read(read_alone(c.text, Setting::heading).markers, c.rule, c.text);
}

std::string year(const std::optional<int>& value) {
  return value ? std::to_string(*value) : "?";
}

std::string fact_read(const FactMatch& match) {
  if (match.day) return year(match.year) + "-" + year(match.month) + "-" + year(match.day);
  if (match.start) return year(match.start) + "-" + year(match.end);
  return match.year ? year(match.year) : match.text;
}

void check_cases(const std::vector<RuleCase>& cases,
                 const std::function<std::string(const RuleCase&)>& seen) {
  for (const RuleCase& c : cases) EXPECT_EQ(seen(c), c.expected) << c.rule << " in « " << c.text << " »";
}

TEST(Rules, markers_at_the_beginning) {
  check_cases(kMarkers, marker_at_beginning);
}

TEST(Rules, markers_further_on_in_a_line) {
  check_cases(kInside,
              [](const RuleCase& c) { return marker_read(read_alone(c.text).inside, c.rule, c.text); });
}

TEST(Rules, bullets) {
  check_cases(kBullets, [](const RuleCase& c) {
    const Reading reading = read_alone(c.text);
    return reading.bullet ? std::string(c.text.substr(reading.bullet_end)) : "none";
  });
}

TEST(Rules, fields) {
  check_cases(kFields, [](const RuleCase& c) {
    const Reading reading = read_alone(c.text);
    if (reading.field < 0) return std::string("none");
    return reader().field_rule(reading.field).attribute + "=" +
           std::string(c.text.substr(reading.field_value));
  });
}

TEST(Rules, phrases) {
  check_cases(kPhrases, [](const RuleCase& c) {
    const auto found = reader().phrases(c.text);
    return found.empty() ? "none" : found.front().rule->attribute + "=" + found.front().rule->value;
  });
}

TEST(Rules, values) {
  check_cases(kValues, [](const RuleCase& c) {
    return reader().value(c.rule.substr(0, c.rule.find('=')), c.text).value_or("none");
  });
}

TEST(Rules, columns) {
  check_cases(kColumns, [](const RuleCase& c) {
    const Reading reading = read_alone(c.text);
    return reading.column != nullptr ? *reading.column : std::string("none");
  });
}

TEST(Rules, periods) {
  check_cases(kPeriods, [](const RuleCase& c) {
    const auto found = reader().period(c.text);
    return found ? year(found->start) + "-" + year(found->end) : "none";
  });
}

TEST(Rules, budgets) {
  check_cases(kBudgets, [](const RuleCase& c) {
    const auto found = reader().budgets(c.text);
    if (found.size() != 1) return std::to_string(found.size()) + " sums";
    std::string out = test::brief(plan::Budget{found[0].amount, "", found[0].year, found[0].source});
    out.erase(out.find(' '), 1);  // no currency here
    return out;
  });
}

TEST(Rules, references) {
  check_cases(kReferences, [](const RuleCase& c) {
    const auto found = reader().references(c.text);
    return found.empty() ? "none"
                         : text::collapse(c.text.substr(found[0].begin, found[0].end - found[0].begin));
  });
}

TEST(Rules, boundaries) {
  check_cases(kBoundaries, [](const RuleCase& c) {
    const Reading reading = read_alone(c.text);
    return reading.boundary != nullptr ? reading.boundary->what : "none";
  });
}

TEST(Rules, furniture) {
  check_cases(kFurniture, [](const RuleCase& c) {
    const Reading reading = read_alone(c.text);
    return reading.furniture != nullptr ? reading.furniture->name : "none";
  });
}

TEST(Rules, stops) {
  check_cases(kStops,
              [](const RuleCase& c) { return std::string(read_alone(c.text).stop ? "stop" : "none"); });
}

TEST(Rules, facts) {
  check_cases(kFacts, [](const RuleCase& c) {
    for (const FactMatch& match : reader().facts(c.text)) {
      const std::string key = match.rule->fact + (match.rule->value.empty() ? "" : "=" + match.rule->value);
      if (key == c.rule) return fact_read(match);
    }
    return std::string("none");
  });
}

// --- house-keeping
// --------------------------------------------------------------------------------------------

/// Every rule of `rules` needs a case that goes by its key and whose text its pattern matches.
template <class R>
void expect_cases(const char* type, const std::vector<Compiled<R>>& rules, const std::vector<RuleCase>& cases,
                  const std::function<std::string(const R&)>& key, bool whole = false) {
  Groups groups;
  std::size_t known = 0;
  for (const Compiled<R>& rule : rules) {
    bool found = false;
    for (const RuleCase& c : cases) {
      if (c.rule != key(rule.rule)) continue;
      text::Plain plain;
      text::plain(c.text, plain);
      const bool matches = groups.search(*rule.pattern, plain.ascii) &&
                           (!whole || (groups.begin() == 0 && groups.end() == plain.ascii.size()));
      found = found || matches;
    }
    EXPECT_TRUE(found) << rule.rule.origin.file << ":" << rule.rule.origin.line
                       << ": no case in rule_cases.hpp for the " << type << " « " << key(rule.rule) << " »";
  }
  for (const RuleCase& c : cases) {
    for (const Compiled<R>& rule : rules) known += key(rule.rule) == c.rule;
    EXPECT_GT(known, 0u) << "the case « " << c.text << " » speaks of a " << type
                         << " that is not there: " << c.rule;
    known = 0;
  }
}

TEST(HouseKeeping, every_rule_has_a_case_and_every_case_a_rule) {
  const Library::Impl& all = test::library().impl();
  const auto name = [](const Rule& rule) { return rule.name; };
  const auto value = [](const ValueRule& rule) { return rule.attribute + "=" + rule.value; };
  expect_cases<MarkerRule>("marker", all.markers, kMarkers,
                           [](const MarkerRule& rule) { return grammar_of(rule) + "/" + rule.name; });
  expect_cases<BulletRule>("bullet", all.bullets, kBullets, name);
  expect_cases<FieldRule>("field", all.fields, kFields, name);
  std::vector<RuleCase> both = kPhrases;
  both.insert(both.end(), kValues.begin(), kValues.end());
  expect_cases<ValueRule>("phrase or value", all.values, both, value);
  expect_cases<ColumnRule>(
      "column", all.columns, kColumns, [](const ColumnRule& rule) { return rule.role; }, true);
  expect_cases<PeriodRule>("period", all.periods, kPeriods, name);
  expect_cases<BudgetRule>("budget", all.budgets, kBudgets, name);
  expect_cases<ReferenceRule>("reference", all.references, kReferences, name);
  expect_cases<BoundaryRule>(
      "boundary", all.boundaries, kBoundaries, [](const BoundaryRule& rule) { return rule.what; }, true);
  expect_cases<FurnitureRule>("furniture", all.furniture, kFurniture, name, true);
  expect_cases<StopRule>("stop", all.stops, kStops, name);
  expect_cases<FactRule>("fact", all.facts, kFacts, [](const FactRule& rule) {
    return rule.fact + (rule.value.empty() ? "" : "=" + rule.value);
  });
}

TEST(HouseKeeping, every_marker_that_may_stand_inside_a_line_has_a_case_there) {
  for (const MarkerRule& rule : test::library().markers()) {
    if (!rule.inside) continue;
    const std::string key = grammar_of(rule) + "/" + rule.name;
    const bool found =
        std::any_of(kInside.begin(), kInside.end(), [&](const RuleCase& c) { return c.rule == key; });
    EXPECT_TRUE(found) << key;
  }
}

}  // namespace
}  // namespace pst::grammar
