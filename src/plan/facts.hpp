// Facts of the document: whose plan it is, its title, its period, when it was adopted.
#pragma once

#include "grammar/reader.hpp"
#include "plan/draft.hpp"
#include "plan/model.hpp"
#include "plan/scan.hpp"
#include "text/repair.hpp"

namespace pst::plan {

/// Reads the facts from the title page and the front matter; the organisation, where these do not name it,
/// from who the whole document speaks of and from the file's name. `first_node` is the piece of the first
/// node; `french` joins the lines of a title that wraps.
void read_facts(grammar::Reader& reader, const text::Repairer& french, const Scan& scan, int first_node,
                const std::string& file, DocumentFacts& out);

}  // namespace pst::plan
