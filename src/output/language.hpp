// The languages reports are written in.
#pragma once

namespace pst::output {

enum class Language { french, english };

}  // namespace pst::output
