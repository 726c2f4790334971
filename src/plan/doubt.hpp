// One doubt about the reading, as a diagnostic.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "source/place.hpp"

namespace pst::plan {

/// About these lines, and the node of that code if there is one; about the whole document where the span is
/// empty.
inline source::Diagnostic reading_doubt(const char* rule, std::string message, const source::Span& span = {},
                                        std::optional<std::string> code = std::nullopt) {
  source::Diagnostic diagnostic;
  diagnostic.about = source::About::reading;
  diagnostic.rule = rule;
  diagnostic.message = std::move(message);
  if (span.first_line > 0) diagnostic.lines = {span.first_line, span.last_line};
  diagnostic.code = std::move(code);
  return diagnostic;
}

}  // namespace pst::plan
