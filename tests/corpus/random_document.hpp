// Documents that no one would write: the grammars' own markers, fields, bullets, columns and pointers strung
// together with prose, tables, debris and raw bytes.
#pragma once

#include <string>

namespace pst::corpus {

/// The document of that number: the same bytes every time, a few lines to a page or two.
std::string random_document(unsigned number);

}  // namespace pst::corpus
