// From the raw text of a node to its title: attributes, pointers and list punctuation taken off.
#pragma once

#include <string>
#include <vector>

#include "grammar/reader.hpp"
#include "plan/draft.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Reads labelled fields, set phrases and pointers out of `draft.title` into its attributes and leaves the
/// wording. `legend` says what signs such as `(P1)` mean.
void read_wording(grammar::Reader& reader, const Scan& scan, Draft& draft);

/// Drops the punctuation that only separates: a final `.`, `;`, `:`, `,` or ellipsis, not the dot of an
/// abbreviation such as `C.P.A.S.` or `etc.`.
void trim_title(std::string& title);

/// Gives one attribute of the node what a field or column says of it. False where the text gives no value.
bool set_attribute(grammar::Reader& reader, const Scan& scan, Draft& draft, const std::string& attribute,
                   const std::string& name, std::string_view text);

/// Whether the whole text is made of set phrases, which are then set.
bool take_phrases(grammar::Reader& reader, Draft& draft, std::string_view text);

/// Whether the whole text is a pointer (`Voir fiche PCS`), which is then added.
bool take_reference(grammar::Reader& reader, Draft& draft, std::string_view text);

}  // namespace pst::plan
