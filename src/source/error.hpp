// The one exception of the program: what stops an input. Thrown anywhere, caught once at the edge.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

namespace pst {

/// Why an input cannot be used. The parts are kept apart; `what()` is the sentence made of them:
/// `file:line:column: problem; advice`.
class Error : public std::runtime_error {
 public:
  struct Where {
    std::string file;
    std::optional<int> page;
    std::optional<int> line;
    std::optional<int> column;
  };

  /// `problem` says what is wrong, `advice` what to do next; both in French, without a final dot.
  Error(Where where, std::string problem, std::string advice = {});

  /// The same error, now that the file's name is known (a reader only sees bytes).
  Error in_file(const std::string& file) const;

  const Where& where() const { return where_; }
  const std::string& problem() const { return problem_; }
  const std::string& advice() const { return advice_; }

 private:
  Where where_;
  std::string problem_;
  std::string advice_;
};

}  // namespace pst
