// Letter case of names.
#pragma once

#include <string>
#include <string_view>

namespace pst::text {

/// A place's name in capitals as it is usually written: `VALMONT-SUR-SAMBRE` becomes `Valmont-sur-Sambre`.
std::string title_case(std::string_view utf8);

}  // namespace pst::text
