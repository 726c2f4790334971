#include "grammar/need.hpp"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <numeric>

namespace pst::grammar {
namespace {

constexpr unsigned kSignBits = 6;

/// The sign that a byte is: letters without their case, digits, a space, and the others as far as there is
/// room.
constexpr std::array<std::uint8_t, 256> sign_table() {
  constexpr unsigned kDigits = 27, kOthers = 37, kRoom = (1U << kSignBits) - kOthers;
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 0; c < table.size(); ++c) table[c] = static_cast<std::uint8_t>(kOthers + c % kRoom);
  for (unsigned c = 0; c < 26; ++c) table['a' + c] = table['A' + c] = static_cast<std::uint8_t>(1 + c);
  for (unsigned c = 0; c < 10; ++c) table['0' + c] = static_cast<std::uint8_t>(kDigits + c);
  return table;
}
constexpr std::array<std::uint8_t, 256> kSigns = sign_table();

/// The last three signs as one number, moved on by a byte.
constexpr std::uint32_t moved_on(std::uint32_t run, char c) {
  return (run << kSignBits | kSigns[static_cast<unsigned char>(c)]) & ((1U << 3 * kSignBits) - 1);
}

constexpr std::uint16_t hashed(std::uint32_t run) {
  constexpr std::uint32_t kGolden = 0x9E3779B1U;  // Knuth's multiplier: spreads neighbours
  return static_cast<std::uint16_t>(run * kGolden >> 20U);
}

/// Neither a letter, a digit nor a space, of which any text is full.
bool is_sign(char c) {
  return c != ' ' && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9');
}

}  // namespace

void Digest::take(std::string_view ascii) {
  runs_.fill(0);
  std::uint32_t run = 0;
  for (const char c : ascii) {
    run = moved_on(run, c);
    const std::uint16_t bit = hashed(run);
    runs_[bit / kWord] |= std::uint64_t{1} << (bit % kWord);
  }
}

Digest::Literal Digest::literal(std::string_view text) {
  Literal out;
  std::uint32_t run = 0;
  for (std::size_t i = 0; i < text.size() && out.count < out.runs.size(); ++i) {
    run = moved_on(run, text[i]);
    if (i + 1 >= kShortest) out.runs[out.count++] = hashed(run);
  }
  return out;
}

Need::Need(const re2::FilteredRE2& filter, const std::vector<std::string>& literals) {
  // A set of literals is needed where having all others does not do.
  std::vector<bool> needed(literals.size(), true), used(literals.size(), false);
  std::vector<int> others, potential;
  const auto is_needed = [&] {
    others.clear();
    for (std::size_t i = 0; i < literals.size(); ++i) {
      if (!needed[i]) others.push_back(static_cast<int>(i));
    }
    filter.AllPotentials(others, &potential);
    return potential.empty();
  };
  std::vector<std::size_t> by_length(literals.size());
  std::iota(by_length.begin(), by_length.end(), std::size_t{0});
  std::stable_sort(by_length.begin(), by_length.end(),
                   [&](std::size_t a, std::size_t b) { return literals[a].size() < literals[b].size(); });
  constexpr int kSets = 4;
  for (int set = 0; set < kSets && std::count(needed.begin(), needed.end(), true) > 0 && is_needed(); ++set) {
    // The shortest go first: long ones are rare in texts.
    for (const std::size_t i : by_length) {
      if (!needed[i]) continue;
      needed[i] = false;
      if (!is_needed()) needed[i] = true;
    }
    std::vector<std::string> found;
    for (std::size_t i = 0; i < literals.size(); ++i) {
      if (!needed[i]) continue;
      used[i] = true;
      found.push_back(literals[i]);
    }
    std::sort(found.begin(), found.end());
    add_clause(found);
    for (std::size_t i = 0; i < literals.size(); ++i) needed[i] = !used[i];
  }
}

void Need::add_clause(const std::vector<std::string>& literals) {
  constexpr std::size_t kMostSigns = 3, kMostWords = 48;  // more hold back too little for what asking costs
  Clause clause;
  for (const std::string& literal : literals) {
    if (literal.size() >= Digest::kShortest) {
      clause.words.push_back(literal);
      clause.literals.push_back(Digest::literal(literal));
      continue;
    }
    const auto sign = std::find_if(literal.begin(), literal.end(), is_sign);
    if (sign == literal.end()) return;  // any text has that
    if (clause.signs.find(*sign) == clause.signs.npos) clause.signs += *sign;
  }
  if (clause.signs.size() > kMostSigns || clause.words.size() > kMostWords) return;
  if (clause.words.empty() && signs_.empty()) {
    signs_ = clause.signs;
  } else {
    clauses_.push_back(std::move(clause));
  }
}

bool Need::words_met_by(const Digest& digest, std::string_view ascii) const {
  return std::all_of(clauses_.begin(), clauses_.end(), [&](const Clause& clause) {
    return std::any_of(clause.literals.begin(), clause.literals.end(),
                       [&](const Digest::Literal& literal) { return digest.contains(literal); }) ||
           has_any(ascii, clause.signs);
  });
}

std::string Need::dump() const {
  std::string out = signs_.empty() ? "" : "[" + signs_ + "]";
  for (const Clause& clause : clauses_) {
    out += '(';
    for (const std::string& word : clause.words) out += word + "|";
    for (const char sign : clause.signs) out += std::string(1, sign) + "|";
    out.back() = ')';
  }
  return out;
}

}  // namespace pst::grammar
