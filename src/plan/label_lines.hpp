// Cards saved as text, one cell a line: a field's label alone in its line, its value in the next.
#pragma once

#include "grammar/reader.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Makes one line of each label and its value (`Responsable` / `Anne`), in documents where the same labels
/// stand alone in their lines card after card. An empty cell leaves an empty field; the list of a value keeps
/// its items.
void merge_label_lines(grammar::Reader& reader, Scan& scan);

}  // namespace pst::plan
