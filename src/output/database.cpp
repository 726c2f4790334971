#include "output/database.hpp"

#include <filesystem>

#include "output/sqlite.hpp"
#include "output/tidy.hpp"
#include "text/stems.hpp"

namespace pst::output {

namespace {

std::string_view sql_type(TidyType type) {
  switch (type) {
    case TidyType::text:
      return "TEXT";
    case TidyType::integer:
      return "INTEGER";
    case TidyType::real:
      return "REAL";
  }
  return "";
}

/// The meaning of each column stands beside it: SQLite keeps the text, and `.schema` shows it.
std::string create_table(const TidyTable& table) {
  std::string sql = "CREATE TABLE " + std::string(table.name) + " (  -- " + table.about + "\n";
  for (const TidyColumn& column : table.columns) {
    sql += "  " + std::string(column.name) + " " + std::string(sql_type(column.type));
    if (*column.rule != '\0') sql += std::string(" ") + column.rule;
    sql += &column == &table.columns.back() ? "  -- " : ",  -- ";
    sql += column.about;
    sql += '\n';
  }
  return sql + ");\n";
}

std::string create_indexes(const TidyTable& table) {
  std::string sql;
  for (const char* column : table.indexed) {
    sql += "CREATE INDEX " + std::string(table.name) + "_" + column + " ON " + table.name + " (" + column +
           ");\n";
  }
  return sql;
}

constexpr const char* kCreateSearch =
    "CREATE VIRTUAL TABLE search USING fts5(\n"
    "  id UNINDEXED, title, text, stems, tokenize = 'unicode61 remove_diacritics 2'\n"
    ");\n";

void bind(Statement& statement, int parameter, const TidyCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return statement.bind(parameter, *text);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return statement.bind(parameter, *number);
  if (const auto* number = std::get_if<double>(&cell)) return statement.bind(parameter, *number);
  statement.bind_null(parameter);
}

void fill(Sqlite& database, const TidyTable& table, const compare::Comparison& comparison) {
  std::string sql = "INSERT INTO " + std::string(table.name) + " VALUES (?";
  for (std::size_t i = 1; i < table.columns.size(); ++i) sql += ", ?";
  Statement insert = database.prepare(sql + ")");
  table.rows(comparison, [&](const TidyRow& row) {
    for (std::size_t i = 0; i < row.size(); ++i) bind(insert, static_cast<int>(i) + 1, row[i]);
    insert.step();
    insert.reset();
  });
}

void add(std::string& text, const std::string& more) {
  if (more.empty()) return;
  if (!text.empty()) text += '\n';
  text += more;
}

/// What a node says beside its title.
std::string searched_text(const compare::Comparison& c, const compare::NodeEntry& node) {
  std::string text = node.description;
  for (const std::string& name : node.attributes.responsible) add(text, name);
  for (const std::string& indicator : node.attributes.indicators) add(text, indicator);
  for (const plan::Field& field : node.fields) add(text, field.name + " : " + field.value);
  int named = -1;
  for (const compare::Mention& mention : node.mentions) {
    if (mention.entity == named) continue;
    named = mention.entity;
    const compare::Entity& entity = c.entities[static_cast<std::size_t>(named)];
    add(text, entity.name + (entity.abbreviation.empty() ? "" : " (" + entity.abbreviation + ")"));
  }
  return text;
}

void append_stems(std::string& out, const std::vector<text::Term>& terms) {
  for (const text::Term& term : terms) {
    if (term.stop) continue;
    if (!out.empty()) out += ' ';
    out += term.stem;
  }
}

void fill_search(Sqlite& database, const compare::Comparison& comparison) {
  Statement insert = database.prepare("INSERT INTO search VALUES (?, ?, ?, ?)");
  text::Stemmer stemmer;
  for (const compare::NodeEntry& node : comparison.nodes) {
    const std::string text = searched_text(comparison, node);
    std::string stems;
    append_stems(stems, stemmer.terms(node.title));
    append_stems(stems, stemmer.terms(text));
    insert.bind(1, node.id);
    insert.bind(2, node.title);
    insert.bind(3, text);
    insert.bind(4, stems);
    insert.step();
    insert.reset();
  }
  database.run("INSERT INTO search (search) VALUES ('optimize')");
}

}  // namespace

std::string database_schema() {
  std::string sql;
  for (const TidyTable& table : tidy_tables()) sql += create_table(table);
  sql += kCreateSearch;
  for (const TidyTable& table : tidy_tables()) sql += create_indexes(table);
  return sql;
}

void write_database(const compare::Comparison& comparison, const std::string& path) {
  std::error_code nothing_there;
  std::filesystem::remove(path, nothing_there);
  Sqlite database(path, Sqlite::Mode::create);
  // No journal: the file is new, and of no use to anyone unless it is whole.
  database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = " +
               std::to_string(kDatabaseApplication) +
               "; PRAGMA user_version = " + std::to_string(kDatabaseVersion));
  database.run("BEGIN");
  for (const TidyTable& table : tidy_tables()) {
    database.run(create_table(table));
    fill(database, table, comparison);
  }
  database.run(kCreateSearch);
  fill_search(database, comparison);
  for (const TidyTable& table : tidy_tables()) database.run(create_indexes(table));
  database.run("COMMIT; ANALYZE");
}

}  // namespace pst::output
