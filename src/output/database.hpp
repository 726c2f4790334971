// The comparison as an SQLite file, for SQL, R, pandas and `pst search`. docs/sqlite.md describes it.
#pragma once

#include <string>

#include "compare/comparison.hpp"

namespace pst::output {

/// PRAGMA user_version: raised when the meaning of a table or column changes; new ones do not raise it.
inline constexpr int kDatabaseVersion = 1;

/// PRAGMA application_id, by which a database of ours is known: "PSTA".
inline constexpr int kDatabaseApplication = 0x50535441;

/// Writes the tidy tables with their indexes, and `search`, their full-text index, in one transaction. `path`
/// is replaced, and must not be in use. Throws pst::Error.
void write_database(const compare::Comparison& comparison, const std::string& path);

/// The SQL that makes the tables, as written.
std::string database_schema();

}  // namespace pst::output
