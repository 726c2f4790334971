// The families that candidates fall into, made as their first member is found.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "grammar/reader.hpp"
#include "plan/candidate.hpp"

namespace pst::plan {

/// `1`, `R` (Roman), `A` or `a`: what a number's first component looks like.
char style_letter(grammar::NumberStyle style);

class Families {
 public:
  Families(Candidates& out, const grammar::Reader& reader) : out_(out), reader_(reader) {}

  /// The family of that key; `init` fills in a new one.
  template <class Init>
  int named(const std::string& key, Init init) {
    const auto [found, is_new] = by_key_.try_emplace(key, static_cast<int>(out_.families.size()));
    if (is_new) {
      Family next;
      next.key = key;
      init(next);
      out_.families.push_back(std::move(next));
    }
    return found->second;
  }

  /// The family of a marker found in `text`, with that number.
  int of_marker(const grammar::MarkerMatch& match, const std::optional<grammar::Number>& number,
                std::string_view text);

  const Family& of(const Candidate& c) const { return out_.families[static_cast<std::size_t>(c.family)]; }

  int size() const { return static_cast<int>(out_.list.size()); }  ///< candidates so far

  /// Adds a candidate of one of the families to the list, and returns its place.
  int add(Candidate c);

 private:
  Candidates& out_;
  const grammar::Reader& reader_;
  std::unordered_map<std::string, int> by_key_;
};

}  // namespace pst::plan
