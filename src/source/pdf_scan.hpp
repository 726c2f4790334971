// What can be told of a PDF from its bytes alone, before any library parses them.
#pragma once

#include <string_view>

#include "source/pdf_limits.hpp"

namespace pst::source::pdf {

/// Whether something in the file calls for decryption. May be wrong on the safe side.
bool seems_encrypted(std::string_view bytes);

/// Throws LimitError where the object and cross-reference streams, which a parser expands whole as soon as it
/// opens the file, are bombs.
void check_index_streams(std::string_view bytes, const Budget& budget);

}  // namespace pst::source::pdf
