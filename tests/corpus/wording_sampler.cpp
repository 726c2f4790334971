#include "corpus/wording_sampler.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pst::corpus {
namespace {

constexpr int kMaxDepth = 4;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// What an escape stands for in a text; the projection's own signs are what they were made of.
const std::map<char, std::string> kEscapes = {{'b', ""},  {'B', ""},  {'$', "€"}, {'d', "4"},
                                              {'s', " "}, {'w', "a"}, {'t', "\t"}};

}  // namespace

struct WordingSampler::Reading {
  const std::string& pattern;
  std::size_t at = 0;
  bool skip = false;  ///< only find the end: what is not chosen must not be made (it may be very long)

  bool done() const { return at >= pattern.size(); }
  char peek() const { return done() ? '\0' : pattern[at]; }
  bool take(const std::string& what) {
    if (pattern.compare(at, what.size(), what) != 0) return false;
    at += what.size();
    return true;
  }
};

WordingSampler::WordingSampler(std::map<std::string, std::string> words, std::mt19937& random)
    : words_(std::move(words)), random_(random) {}

std::string WordingSampler::sample(const std::string& pattern) {
  Reading in{pattern};
  std::string out;
  while (!in.done()) {
    out += alternatives(in);
    in.take(")");  // one too many: go on behind it
  }
  return out;
}

std::string WordingSampler::number() {
  static constexpr std::array<const char*, 14> kComponents = {"1", "2", "3",  "4",  "7", "12", "l",
                                                              "A", "b", "II", "IV", "I", "0",  "38"};
  static constexpr std::array<const char*, 4> kSigns = {"n° ", "n°", "# ", "N° "};
  std::string out = below(8) == 0 ? kSigns[below(kSigns.size())] : "";
  for (std::size_t more = below(4) + 1; more > 0; --more) {
    out += kComponents[below(below(3) == 0 ? kComponents.size() : 4)];
    if (more > 1) out += ".";
  }
  return out;
}

std::string WordingSampler::alternatives(Reading& in) {
  std::vector<std::size_t> begins = {in.at};
  while (skipping(in, &WordingSampler::sequence), in.take("|")) begins.push_back(in.at);
  if (in.skip) return "";
  Reading chosen{in.pattern, begins[below(begins.size())]};
  return sequence(chosen);
}

std::string WordingSampler::sequence(Reading& in) {
  std::string out;
  while (!in.done() && in.peek() != '|' && in.peek() != ')') {
    const std::size_t begin = in.at;
    skipping(in, &WordingSampler::atom);
    std::size_t times = repeats(in);
    for (; !in.skip && times > 0; --times) {
      Reading again{in.pattern, begin};  // another text of the same atom
      out += atom(again);
    }
  }
  return out;
}

void WordingSampler::skipping(Reading& in, std::string (WordingSampler::*part)(Reading&)) {
  Reading ahead{in.pattern, in.at, true};
  (this->*part)(ahead);
  in.at = ahead.at;
}

std::string WordingSampler::atom(Reading& in) {
  if (in.take("(")) {
    if (in.take("?")) {
      while (!in.done() && in.peek() != ':' && in.peek() != '>' && in.peek() != ')') ++in.at;
      if (in.peek() != ')') ++in.at;
    }
    std::string out = alternatives(in);
    in.take(")");
    return out;
  }
  if (in.take("\\")) return escape(in);
  if (in.take("[")) return set(in);
  if (in.peek() == '{') return macro(in);
  if (in.take("^") || in.take("$")) return "";
  if (in.take(".")) return std::string(1, static_cast<char>('a' + below(26)));
  return std::string(1, in.pattern[in.at++]);
}

std::string WordingSampler::escape(Reading& in) {
  if (in.take("x06")) return "§";
  if (in.take("x07")) return "•";
  if (in.take("x01")) return "\x01";
  if (in.done()) return "";
  const char c = in.pattern[in.at++];
  const auto known = kEscapes.find(c);
  return known != kEscapes.end() ? known->second : std::string(1, c);
}

std::string WordingSampler::set(Reading& in) {
  const bool negated = in.take("^");
  std::vector<std::string> members;
  while (!in.done() && (in.peek() != ']' || members.empty())) {
    std::string member = in.take("\\") ? escape(in) : std::string(1, in.pattern[in.at++]);
    if (in.peek() == '-' && in.at + 1 < in.pattern.size() && in.pattern[in.at + 1] != ']' &&
        member.size() == 1) {
      ++in.at;
      const char last = in.pattern[in.at++];
      for (char c = member[0]; c < last; ++c) members.emplace_back(1, c);
      member = std::string(1, last);
    }
    members.push_back(std::move(member));
  }
  in.take("]");
  if (!negated) return members[below(members.size())];
  const std::string other(1, static_cast<char>('a' + below(26)));
  return std::find(members.begin(), members.end(), other) == members.end() ? other : " ";
}

std::string WordingSampler::macro(Reading& in) {
  const std::size_t end = in.pattern.find('}', in.at);
  if (end == std::string::npos) return std::string(1, in.pattern[in.at++]);
  const std::string name = in.pattern.substr(in.at + 1, end - in.at - 1);
  in.at = end + 1;
  if (in.skip) return "";
  const auto word = words_.find(name);
  if (word != words_.end()) {
    if (++depth_ > kMaxDepth) {
      --depth_;
      return "";
    }
    std::string out = sample(word->second);
    --depth_;
    return out;
  }
  const bool behind_word = !name.empty() && name.starts_with("number") && is_lower(name[0]);
  return (behind_word && below(5) != 0 ? " " : "") + number();
}

std::size_t WordingSampler::repeats(Reading& in) {
  std::size_t least = 1, most = 1;
  if (in.take("?")) {
    least = 0;
  } else if (in.take("*")) {
    least = 0;
    most = 3;
  } else if (in.take("+")) {
    most = 4;
  } else if (in.peek() == '{' && in.at + 1 < in.pattern.size() && in.pattern[in.at + 1] >= '0' &&
             in.pattern[in.at + 1] <= '9') {
    const std::size_t end = std::min(in.pattern.find('}', in.at), in.pattern.size() - 1);
    const std::string bounds = in.pattern.substr(in.at + 1, end - in.at - 1);
    in.at = end + 1;
    const std::size_t comma = bounds.find(',');
    least = std::stoul(bounds);
    const bool open = comma != std::string::npos && comma + 1 == bounds.size();
    most = comma == std::string::npos || open ? least : std::stoul(bounds.substr(comma + 1));
    most = std::min<std::size_t>(std::max(least, most), least + 8);
  }
  in.take("?");  // a lazy quantifier
  return least + below(most - least + 1);
}

}  // namespace pst::corpus
