// Rows of labels and their values, as cards have them: labelled fields, set as a table.
#pragma once

#include "grammar/reader.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// A row of a label and its value (`Pilote │ Service social`) becomes lines of a labelled field; so do
/// several side by side, and lists in them.
void merge_label_rows(grammar::Reader& reader, Scan& scan);

}  // namespace pst::plan
