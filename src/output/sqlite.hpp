// SQLite with owners and errors. The one header that knows the library; internal to the output room.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

namespace pst::output {

/// A prepared statement. Columns count from 0, parameters from 1. Throws pst::Error where SQLite refuses.
class Statement {
 public:
  void bind(int parameter, std::string_view text);
  void bind(int parameter, std::int64_t number);
  void bind(int parameter, double number);
  void bind_null(int parameter);

  /// To the next row; false where there is none left.
  bool step();
  /// Ready to run again.
  void reset();

  std::string text(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  bool is_null(int column) const;

 private:
  friend class Sqlite;
  Statement(sqlite3* database, const std::string& file, std::string_view sql);
  void check(int code) const;

  sqlite3* database_;
  const std::string& file_;
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement_;
};

/// An open database file.
class Sqlite {
 public:
  enum class Mode { read, create };

  /// Throws pst::Error naming `file` where it cannot be opened.
  Sqlite(const std::string& file, Mode mode);

  void run(const std::string& sql);
  Statement prepare(std::string_view sql) const { return {database_.get(), file_, sql}; }

 private:
  std::string file_;
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> database_;
};

}  // namespace pst::output
