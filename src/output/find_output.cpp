#include <algorithm>

#include "output/find.hpp"
#include "output/write_fields.hpp"
#include "plan/kinds.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

constexpr std::size_t kAround = 60;  ///< bytes of a long text shown on each side of the first mark

std::string with_marks(const std::string& text, const std::vector<Mark>& marks, std::size_t from,
                       std::size_t to, const Look& look) {
  std::string out;
  std::size_t done = from;
  for (const auto& [begin, end] : marks) {
    if (begin < done || end > to) continue;
    out += printable(text.substr(done, begin - done));
    const std::string word = printable(text.substr(begin, end - begin));
    out += look.colour ? inked(word, Ink::bold, look) : "*" + word + "*";
    done = end;
  }
  return out + printable(text.substr(done, to - done));
}

/// A place near `at` where a word begins or ends.
std::size_t word_edge(const std::string& text, std::size_t at) {
  const std::size_t space = text.find(' ', at);
  return space == text.npos ? text.size() : space;
}

std::string snippet(const Match& m, const Look& look) {
  const std::size_t first = m.text_marks.front().first;
  const std::size_t from = first > kAround ? std::min(first, word_edge(m.text, first - kAround) + 1) : 0;
  const std::size_t to = word_edge(m.text, std::min(m.text.size(), m.text_marks.front().second + kAround));
  return (from > 0 ? "… " : "") + with_marks(m.text, m.text_marks, from, to, look) +
         (to < m.text.size() ? " …" : "");
}

std::string place(const Match& m) {
  std::string out = m.file;
  if (m.page) out += ", p. " + std::to_string(*m.page);
  out += m.first_line == m.last_line ? ", ligne " : ", lignes ";
  out += std::to_string(m.first_line);
  return m.first_line == m.last_line ? out : out + "-" + std::to_string(m.last_line);
}

/// Byte offsets as numbers of characters.
void write_marks(JsonWriter& out, const char* key, const std::string& text, const std::vector<Mark>& marks) {
  out.key(key);
  out.begin_array(true);
  for (const auto& [begin, end] : marks) {
    out.begin_array();
    out.value(static_cast<std::int64_t>(text::length(text.substr(0, begin))));
    out.value(static_cast<std::int64_t>(text::length(text.substr(0, end))));
    out.end_array();
  }
  out.end_array();
}

void write_match(JsonWriter& out, const Match& m, int rank) {
  FieldWriter row{out};
  out.begin_object();
  row.required("rank", rank);
  row.required("score", m.score);
  row.required("id", m.id);
  row.required("plan", m.plan);
  row.required("organisation", m.organisation);
  row.required("code", m.code);
  row.required("kind", m.kind);
  row.required("title", m.title);
  write_marks(out, "marks", m.title, m.title_marks);
  row.optional("text", m.text);
  if (!m.text_marks.empty()) write_marks(out, "text_marks", m.text, m.text_marks);
  row.required("path", m.path);
  row.optional("theme", m.theme);
  row.required("file", m.file);
  row.optional("page", m.page);
  row.lines("lines", m.first_line, m.last_line);
  out.end_object();
}

}  // namespace

std::string to_text(const Found& found, const Look& look) {
  std::string out;
  int rank = 0;
  for (const Match& m : found.matches) {
    const auto kind = plan::kind_named(m.kind);
    out += std::to_string(++rank) + ". " + inked(printable(m.organisation), Ink::cyan, look) + "  " +
           inked(printable(m.code), Ink::green, look) + "  " +
           with_marks(m.title, m.title_marks, 0, m.title.size(), look) + "\n";
    if (!m.text.empty()) out += "   " + snippet(m, look) + "\n";
    std::string where = kind ? std::string(plan::facts(*kind).french) + ", " + place(m) : place(m);
    if (!m.path.empty()) where += " ; sous « " + m.path.back() + " »";
    out += "   " + inked(clipped(printable(where), look.width > 3 ? look.width - 3 : 0), Ink::faint, look) +
           "\n";
  }
  return out;
}

std::string to_json(const Found& found, int indent) {
  std::string text;
  JsonWriter out(text, indent);
  out.begin_object();
  out.key("total");
  out.value(found.total);
  out.key("some_words");
  out.value(found.some_words);
  out.key("matches");
  out.begin_array();
  int rank = 0;
  for (const Match& m : found.matches) write_match(out, m, ++rank);
  out.end_array();
  out.end_object();
  return text + "\n";
}

}  // namespace pst::output
