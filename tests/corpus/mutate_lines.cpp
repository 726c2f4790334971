// Lines broken, joined and set apart otherwise.
#include <algorithm>
#include <array>
#include <set>

#include "corpus/mutations.hpp"
#include "text/unicode.hpp"

namespace pst::corpus {
namespace {

/// A line as written anew, with the lines (1-based) of the old text that it holds; zeros for one put in.
struct Written {
  std::string text;
  int first = 0;
  int last = 0;
};

/// Makes `written` the sample's text; the gold's lines follow.
void adopt(Sample& sample, const std::vector<Written>& written) {
  std::vector<std::pair<int, int>> moved(sample.lines.size() + 1, {0, 0});
  sample.lines.clear();
  for (const Written& line : written) {
    sample.lines.push_back(line.text);
    const auto here = static_cast<int>(sample.lines.size());
    for (int old = line.first; old <= line.last && old > 0; ++old) {
      auto& [first, last] = moved[static_cast<std::size_t>(old)];
      if (first == 0) first = here;
      last = here;
    }
  }
  for (GoldNode& node : sample.gold.nodes) {
    node.lines = {moved[static_cast<std::size_t>(node.lines.first)].first,
                  moved[static_cast<std::size_t>(node.lines.second)].second};
  }
}

std::vector<Written> as_written(const Sample& sample) {
  std::vector<Written> out;
  for (const std::string& line : sample.lines) {
    const auto number = static_cast<int>(out.size()) + 1;
    out.push_back({line, number, number});
  }
  return out;
}

bool is_row(const std::string& line) {
  return line.find('\t') != std::string::npos || line.find('<') != std::string::npos ||
         line.starts_with("|") || line.starts_with("#") || line.find(".....") != std::string::npos;
}

/// Brackets opened and not closed.
bool has_open_bracket(const std::string& text) {
  return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

/// Whether `line` goes on with `node`, of which `text` is there already.
bool goes_on(const GoldNode& node, const std::string& text, const std::string& line) {
  // What a bracket adds (`… (Responsable : Claire)`) is no part of the title.
  const std::string folded = text::fold(line.substr(0, line.find('(', 1)));
  if (folded.empty() || is_row(line)) return false;
  return has_open_bracket(text) || text::fold(node.title).find(folded) != std::string::npos;
}

std::string first_word(const std::string& text) {
  return text.substr(0, text.find(' '));
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// `text` and `more` as one line; a hyphen that only split a word is healed, which the title tells.
std::string joined(std::string text, const std::string& more, const std::string& title) {
  if (!text.ends_with('-')) return text + " " + more;
  const std::string whole = text.substr(text.rfind(' ') + 1, text.size() - 1 - text.rfind(' ') - 1);
  if (title.find(whole + first_word(more)) != std::string::npos) text.pop_back();
  return text + more;
}

/// Columns that a line's text is set off by, behind its bullet if it has one.
std::size_t text_column(const std::string& line) {
  const std::size_t indent = line.find_first_not_of(' ');
  const std::size_t gap = line.find(' ', indent);
  if (gap == std::string::npos) return indent;
  const bool bullet = text::length(line.substr(indent, gap - indent)) == 1;
  return bullet ? text::length(line.substr(0, line.find_first_not_of(' ', gap))) : indent;
}

/// The words of a line; what French sets apart by a space stays with its word.
std::vector<std::string> words_of(const std::string& line) {
  static const std::set<std::string> kBehind = {":", ";", "!", "?", "»", "%", "€", "//", "–", "-"};
  std::vector<std::string> words;
  bool glued = false;
  std::size_t at = line.find_first_not_of(' ');
  while (at != std::string::npos) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    std::string word = line.substr(at, end - at);
    const bool behind = kBehind.contains(word.substr(0, word.find_last_not_of(";.,)") + 1)) || word == ";";
    if (!words.empty() && (glued || behind)) {
      words.back() += " " + word;
    } else {
      words.push_back(word);
    }
    glued = word.ends_with("«");
    at = line.find_first_not_of(' ', end);
  }
  return words;
}

std::vector<std::string> wrapped(const std::string& line, std::size_t columns, std::size_t hang) {
  std::vector<std::string> out;
  std::string current(line.find_first_not_of(' '), ' ');
  bool empty = true;
  for (const std::string& word : words_of(line)) {
    if (!empty && text::length(current) + 1 + text::length(word) > columns) {
      out.push_back(current);
      current = std::string(hang, ' ');
      empty = true;
    }
    current += (empty ? "" : " ") + word;
    empty = false;
  }
  out.push_back(current);
  return out;
}

bool is_blank(const std::string& line) {
  return text::is_blank(line);
}

}  // namespace

void unwrap(Sample& sample) {
  std::vector<Written> out;
  std::set<int> starts;
  for (const GoldNode& node : sample.gold.nodes) starts.insert(node.lines.first);
  for (Written& line : as_written(sample)) {
    const GoldNode* owner = nullptr;
    for (const GoldNode& node : sample.gold.nodes) {
      if (node.lines.first < line.first && line.first <= node.lines.second) owner = &node;
    }
    const bool joins = owner != nullptr && !starts.contains(line.first) && !out.empty() &&
                       !is_blank(line.text) && !is_blank(out.back().text) &&
                       goes_on(*owner, out.back().text, line.text);
    if (joins) {
      out.back().text = joined(out.back().text, trimmed(line.text), owner->title);
      out.back().last = line.last;
    } else {
      out.push_back(std::move(line));
    }
  }
  adopt(sample, out);
}

void reflow(Sample& sample, std::size_t columns, bool hanging) {
  unwrap(sample);
  std::vector<Written> out;
  for (const Written& line : as_written(sample)) {
    if (is_blank(line.text) || is_row(line.text) || text::length(line.text) <= columns) {
      out.push_back(line);
      continue;
    }
    const std::size_t hang = hanging ? text_column(line.text) : 0;
    for (const std::string& part : wrapped(line.text, columns, hang))
      out.push_back({part, line.first, line.last});
  }
  adopt(sample, out);
}

void change_blanks(Sample& sample, int (*times)(int)) {
  std::vector<Written> out;
  int run = 0;
  const auto flush = [&] {
    for (int i = 0; run > 0 && i < times(run); ++i) out.push_back({});
    run = 0;
  };
  for (const Written& line : as_written(sample)) {
    if (is_blank(line.text)) {
      ++run;
      continue;
    }
    flush();
    out.push_back(line);
  }
  flush();
  adopt(sample, out);
}

void add_pages(Sample& sample) {
  constexpr std::size_t kLines = 40;
  const std::string head = "Programme stratégique transversal – document de travail";
  const std::size_t pages = (sample.lines.size() + kLines - 1) / kLines;
  std::vector<Written> out = {{head}, {}};
  std::size_t page = 1;
  const auto foot = [&] { return Written{"Page " + std::to_string(page) + "/" + std::to_string(pages)}; };
  for (const Written& line : as_written(sample)) {
    if (static_cast<std::size_t>(line.first) == page * kLines + 1) {
      out.insert(out.end(), {{}, foot(), {"\f" + head}, {}});
      ++page;
    }
    out.push_back(line);
  }
  out.insert(out.end(), {{}, foot()});
  adopt(sample, out);
}

void add_debris(Sample& sample, Random& random) {
  static constexpr std::array<const char*, 6> kDebris = {"°,", "|", "/7", "¢", ".", "K/"};
  std::vector<Written> out;
  for (const Written& line : as_written(sample)) {
    const bool paragraph = !out.empty() && is_blank(out.back().text) && !is_blank(line.text);
    if (paragraph && random() % 4 == 0) out.insert(out.end(), {{kDebris[random() % kDebris.size()]}, {}});
    out.push_back(line);
  }
  adopt(sample, out);
}

}  // namespace pst::corpus
