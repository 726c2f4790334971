#include <algorithm>

#include "compare/difference.hpp"
#include "text/unicode.hpp"

namespace pst::compare {

namespace {

constexpr std::size_t kMostWords = 1500;  ///< of a wording; longer ones are marked as a whole

struct Word {
  std::string_view text;
  std::string folded;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) {
      const std::string_view word = text.substr(at, end - at);
      std::string folded = text::fold(word);
      out.push_back({word, folded.empty() ? std::string(word) : std::move(folded)});
    }
    at = end + 1;
  }
  return out;
}

void append(std::vector<WordRun>& runs, WordRun::In in, std::string_view word) {
  if (runs.empty() || runs.back().in != in) {
    runs.push_back({in, std::string(word)});
  } else {
    runs.back().text += ' ';
    runs.back().text += word;
  }
}

}  // namespace

std::vector<WordRun> mark_words(std::string_view before, std::string_view after) {
  const std::vector<Word> a = words_of(before), b = words_of(after);
  std::vector<WordRun> runs;
  if (a.size() > kMostWords || b.size() > kMostWords) {
    if (!a.empty()) runs.push_back({WordRun::In::before, std::string(before)});
    if (!b.empty()) runs.push_back({WordRun::In::after, std::string(after)});
    return runs;
  }
  // Longest common subsequence of the folded words, from the end.
  std::vector<std::vector<std::uint16_t>> common(a.size() + 1, std::vector<std::uint16_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] = a[i].folded == b[j].folded ? static_cast<std::uint16_t>(common[i + 1][j + 1] + 1)
                                                : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i].folded == b[j].folded) {
      append(runs, WordRun::In::both, b[j].text);
      ++i, ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      append(runs, WordRun::In::before, a[i++].text);
    } else {
      append(runs, WordRun::In::after, b[j++].text);
    }
  }
  return runs;
}

}  // namespace pst::compare
