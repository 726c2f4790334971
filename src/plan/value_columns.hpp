// Columns whose head says little, and whose cells all say the same kind of thing.
#pragma once

#include "plan/scan.hpp"

namespace pst::plan {

/// Gives a column without a role, or of notes (`Résultat`, `Remarques`), that of an attribute where nearly
/// all of its cells, three or more, are nothing but values of it and no other column of the table is.
void name_value_columns(Scan& scan, grammar::Reader& reader);

}  // namespace pst::plan
