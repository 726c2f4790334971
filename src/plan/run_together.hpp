// Tables whose columns ran together, as an OCR or a text export without places leaves them: the heads in one
// line
// (`N° Action Agent Année`), and each row's last cells behind the words of its title.
#pragma once

#include "grammar/reader.hpp"
#include "plan/draft.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Finds the lines of heads, where lines enough end with years, and sets them aside.
void find_run_together_heads(Scan& scan, grammar::Reader& reader);

/// Takes the last cells off the titles and gives them to their nodes: the period, and the name before it
/// where the heads have one. A name is told by other rows that end with it, or by its capital where none else
/// stands behind the title's first word; a row whose name is not told is doubted.
void take_run_together_cells(grammar::Reader& reader, const Scan& scan, Drafts& drafts);

}  // namespace pst::plan
