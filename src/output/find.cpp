#include "output/find.hpp"

#include <algorithm>

#include "output/database.hpp"
#include "output/sqlite.hpp"
#include "source/error.hpp"
#include "text/stems.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

/// One thing that a node must have: a word by its stem or its beginning, or a phrase.
struct Wanted {
  std::string stem;
  std::string word;                 ///< folded
  std::vector<std::string> phrase;  ///< folded words; empty for a single word
};

/// Cuts the query at its quotation marks: every second piece was between two.
std::vector<std::string> pieces_of(std::string query) {
  for (const std::string_view quote : {"«", "»", "“", "”"}) {
    for (std::size_t at = query.find(quote); at != query.npos; at = query.find(quote)) {
      query.replace(at, quote.size(), "\"");
    }
  }
  std::vector<std::string> pieces{""};
  for (const char c : query) {
    if (c == '"') {
      pieces.emplace_back();
    } else {
      pieces.back() += c;
    }
  }
  return pieces;
}

std::vector<Wanted> wanted_of(const std::string& query, text::Stemmer& stemmer) {
  std::vector<Wanted> wanted;
  std::vector<Wanted> small;  // articles and the like: asked for only where nothing else is
  const std::vector<std::string> pieces = pieces_of(query);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool quoted = i % 2 == 1 && i + 1 < pieces.size();
    Wanted phrase;
    for (const text::Term& term : stemmer.terms(pieces[i])) {
      if (quoted) {
        phrase.phrase.push_back(term.word);
      } else {
        (term.stop ? small : wanted).push_back({term.stem, term.word, {}});
      }
    }
    if (!phrase.phrase.empty()) wanted.push_back(std::move(phrase));
  }
  return wanted.empty() ? small : wanted;
}

/// Folded words are letters and digits only, so that quotes cannot be broken out of.
std::string quoted(const std::string& words) {
  return "\"" + words + "\"";
}

std::string expression_of(const Wanted& wanted) {
  if (wanted.phrase.empty()) {
    return "((stems : " + quoted(wanted.stem) + ") OR ({title text} : " + quoted(wanted.word) + " *))";
  }
  std::string words;
  for (const std::string& word : wanted.phrase) words += (words.empty() ? "" : " ") + word;
  return "({title text} : " + quoted(words) + ")";
}

std::string expression_of(const std::vector<Wanted>& wanted, const char* joined_by) {
  std::string expression;
  for (const Wanted& one : wanted) expression += (expression.empty() ? "" : joined_by) + expression_of(one);
  return expression;
}

/// Where words that were asked for stand in a text.
std::vector<Mark> marks_in(const std::string& text, const std::vector<Wanted>& wanted,
                           text::Stemmer& stemmer) {
  const std::vector<text::Term> terms = stemmer.terms(text);
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (const Wanted& one : wanted) {
      if (one.phrase.empty()) {
        if (terms[i].stem != one.stem && !terms[i].word.starts_with(one.word)) continue;
        marks.emplace_back(terms[i].begin, terms[i].end);
        break;
      }
      const std::size_t length = one.phrase.size();
      const auto same = [&](const std::string& word, const text::Term& term) { return word == term.word; };
      if (i + length > terms.size() || !std::equal(one.phrase.begin(), one.phrase.end(),
                                                   terms.begin() + static_cast<std::ptrdiff_t>(i), same)) {
        continue;
      }
      marks.emplace_back(terms[i].begin, terms[i + length - 1].end);
      break;
    }
  }
  return marks;
}

constexpr const char* kAdvice =
    "donnez le plans.sqlite qu'écrit « pst compare », ou le dossier qui le contient";

/// Throws where the file is not one of ours.
void check_database(const Sqlite& database, const std::string& path) {
  const auto pragma = [&](const char* sql) {
    Statement statement = database.prepare(sql);
    statement.step();
    return statement.integer(0);
  };
  if (pragma("PRAGMA application_id") != kDatabaseApplication)
    throw Error({path}, "ce n'est pas une base de pst", kAdvice);
  if (pragma("PRAGMA user_version") > kDatabaseVersion) {
    throw Error({path}, "cette base vient d'une version plus récente de pst",
                "mettez pst à jour, ou refaites la base");
  }
}

constexpr const char* kFrom =
    " FROM search JOIN nodes USING (id) JOIN plans ON plans.plan = nodes.plan WHERE search MATCH ?1"
    " AND (?2 IS NULL OR nodes.plan = ?2 COLLATE NOCASE OR plans.organisation = ?2 COLLATE NOCASE)"
    " AND (?3 IS NULL OR EXISTS (SELECT 1 FROM node_themes t WHERE t.id = nodes.id AND t.theme = ?3 AND "
    "t.weight >= 0.5))"
    " AND (?4 IS NULL OR nodes.kind = ?4)";

void bind_all(Statement& statement, const std::string& expression, const FindOptions& options) {
  statement.bind(1, expression);
  int parameter = 2;
  for (const std::string* filter : {&options.plan, &options.theme, &options.kind}) {
    filter->empty() ? statement.bind_null(parameter) : statement.bind(parameter, *filter);
    ++parameter;
  }
}

std::vector<std::string> path_of(const Sqlite& database, const std::string& id) {
  Statement statement = database.prepare(
      "WITH RECURSIVE up (id, parent, title, label, height) AS ("
      " SELECT id, parent, title, label, 0 FROM nodes WHERE id = ?1"
      " UNION ALL SELECT n.id, n.parent, n.title, n.label, up.height + 1 FROM nodes n JOIN up ON n.id = "
      "up.parent)"
      " SELECT COALESCE(title, label, '') FROM up WHERE height > 0 ORDER BY height DESC");
  statement.bind(1, id);
  std::vector<std::string> path;
  while (statement.step()) path.push_back(statement.text(0));
  return path;
}

Match match_of(const Sqlite& database, const Statement& row, const std::vector<Wanted>& wanted,
               text::Stemmer& stemmer) {
  Match m;
  m.score = -row.real(0);  // SQLite's bm25 is the lower the better
  m.id = row.text(1);
  m.plan = row.text(2);
  m.organisation = row.text(3);
  m.code = row.text(4);
  m.kind = row.text(5);
  m.title = row.text(6);
  m.title_marks = marks_in(m.title, wanted, stemmer);
  const std::string text = row.text(7);
  m.text_marks = marks_in(text, wanted, stemmer);
  if (!m.text_marks.empty()) m.text = text;
  m.theme = row.text(8);
  m.file = row.text(9);
  if (!row.is_null(10)) m.page = static_cast<int>(row.integer(10));
  m.first_line = static_cast<int>(row.integer(11));
  m.last_line = static_cast<int>(row.integer(12));
  m.path = path_of(database, m.id);
  return m;
}

int count(const Sqlite& database, const std::string& expression, const FindOptions& options) {
  Statement statement = database.prepare(std::string("SELECT COUNT(*)") + kFrom);
  bind_all(statement, expression, options);
  statement.step();
  return static_cast<int>(statement.integer(0));
}

}  // namespace

Found find(const std::string& path, const std::string& query, const FindOptions& options) {
  const Sqlite database(path, Sqlite::Mode::read);
  check_database(database, path);
  text::Stemmer stemmer;
  const std::vector<Wanted> wanted = wanted_of(query, stemmer);
  if (wanted.empty())
    throw Error({}, "la recherche « " + query + " » n'a aucun mot", "donnez un mot ou plusieurs");
  Found found;
  std::string expression = expression_of(wanted, " AND ");
  found.total = count(database, expression, options);
  if (found.total == 0 && wanted.size() > 1) {
    found.some_words = true;
    expression = expression_of(wanted, " OR ");
    found.total = count(database, expression, options);
  }
  // A word of the title weighs most; the stems stand for both, so that an inflected form ranks near the exact
  // one.
  Statement statement = database.prepare(
      std::string(
          "SELECT bm25(search, 0, 6, 1, 3), nodes.id, nodes.plan, plans.organisation, nodes.code, nodes.kind,"
          " COALESCE(nodes.title, ''), COALESCE(search.text, ''), nodes.theme, plans.file, nodes.page,"
          " nodes.line_first, nodes.line_last") +
      kFrom + " ORDER BY 1, nodes.rowid" +
      (options.limit > 0 ? " LIMIT " + std::to_string(options.limit) : ""));
  bind_all(statement, expression, options);
  while (statement.step()) found.matches.push_back(match_of(database, statement, wanted, stemmer));
  return found;
}

}  // namespace pst::output
