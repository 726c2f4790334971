// Full-text search in a database that write_database wrote: ranked, blind to case, accents and French
// inflection.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "output/terminal.hpp"

namespace pst::output {

struct FindOptions {
  int limit = 20;     ///< matches given; 0 for all
  std::string plan;   ///< only in the plan of that name or organisation; empty for all
  std::string theme;  ///< only nodes with that theme; empty for all
  std::string kind;   ///< only nodes of that kind; empty for all
};

/// Bytes [begin, end) of a text where a word that was asked for stands.
using Mark = std::pair<std::size_t, std::size_t>;

struct Match {
  double score = 0;  ///< the higher the better; comparable within one search only
  std::string id;    ///< plan:code
  std::string plan;
  std::string organisation;
  std::string code;
  std::string kind;
  std::string title;
  std::vector<Mark> title_marks;
  std::string text;  ///< what else the node says, where words stand in it; else empty
  std::vector<Mark> text_marks;
  std::vector<std::string> path;  ///< titles above it, outermost first
  std::string theme;              ///< first theme; empty where there is none
  std::string file;
  std::optional<int> page;
  int first_line = 0;
  int last_line = 0;
};

struct Found {
  std::vector<Match> matches;  ///< best first
  int total = 0;               ///< of which the limit kept `matches`
  bool some_words = false;     ///< no node has all the words: these have some
};

/// Words are asked for in any form (`logements` finds `logement`), phrases in quotes as they stand, accents
/// apart. Throws pst::Error where `path` is no database of ours, or the query has no word.
Found find(const std::string& path, const std::string& query, const FindOptions& options = {});

/// A match in two or three lines; marked words in bold, or between `*` where there are no colours.
std::string to_text(const Found& found, const Look& look);

/// `{"total", "some_words", "matches": [{"rank", "score", "id", …, "marks": [[begin, end], …]}]}`; marks
/// count characters.
std::string to_json(const Found& found, int indent);

}  // namespace pst::output
