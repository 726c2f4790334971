#include "output/sqlite.hpp"

#include "source/error.hpp"

namespace pst::output {

namespace {

constexpr const char* kAdvice =
    "vérifiez le fichier et la place sur le disque, ou refaites la base avec « pst compare »";

[[noreturn]] void refuse(const std::string& file, sqlite3* database) {
  const std::string why = database == nullptr ? "mémoire insuffisante" : sqlite3_errmsg(database);
  throw Error({file}, "SQLite refuse (" + why + ")", kAdvice);
}

}  // namespace

Statement::Statement(sqlite3* database, const std::string& file, std::string_view sql)
    : database_(database), file_(file), statement_(nullptr, sqlite3_finalize) {
  sqlite3_stmt* made = nullptr;
  check(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &made, nullptr));
  statement_.reset(made);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) refuse(file_, database_);
}

void Statement::bind(int parameter, std::string_view text) {
  // The text outlives the step that uses it: rows are bound, stepped and let go one by one.
  check(
      sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int parameter, std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), parameter, number));
}

void Statement::bind(int parameter, double number) {
  check(sqlite3_bind_double(statement_.get(), parameter, number));
}

void Statement::bind_null(int parameter) {
  check(sqlite3_bind_null(statement_.get(), parameter));
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) refuse(file_, database_);
  return code == SQLITE_ROW;
}

void Statement::reset() {
  check(sqlite3_reset(statement_.get()));
}

std::string Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Sqlite::Sqlite(const std::string& file, Mode mode) : file_(file), database_(nullptr, sqlite3_close) {
  sqlite3* opened = nullptr;
  const int flags = mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
  database_.reset(opened);
  if (code != SQLITE_OK) refuse(file_, opened);
}

void Sqlite::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    refuse(file_, database_.get());
  }
}

}  // namespace pst::output
