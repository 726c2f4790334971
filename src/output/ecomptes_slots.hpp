// The elements of the exchange that the model has no attribute for, as fields, both ways; and who is
// responsible. Internal to the output room.
#pragma once

#include <string>
#include <vector>

#include "output/ecomptes_document.hpp"
#include "plan/model.hpp"

namespace pst::output {

/// Puts a field (`Partenaires`, `Avancement`, `Mandataire` …) where the format has an element for it. True
/// where fields_of then says the same again.
bool put_field(const plan::Field& field, Element& element);

/// What such elements say, as fields, neutral values left out.
std::vector<plan::Field> fields_of(const Element& element);

/// Puts the first person and the first service. True where responsible_of then gives the same list.
bool put_responsible(const std::vector<std::string>& names, Element& element);

std::vector<std::string> responsible_of(const Element& element);

/// The text of `mode` as plain text: tags and control words off, entities as characters.
std::string plain_prose(const Prose& prose);

/// At most `length` characters, cut at a word with `…` behind it.
std::string cut_at_word(const std::string& text, std::size_t length);

}  // namespace pst::output
