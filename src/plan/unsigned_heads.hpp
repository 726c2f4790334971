// Numbers of one figure without a sign behind them: `1 Mieux accueillir` above `1.1 Ouvrir un guichet`.
#pragma once

#include "grammar/reader.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Reads a line that begins with such a number as the heading that it is, where the next line begins with the
/// first number below it.
void read_unsigned_heads(Scan& scan, grammar::Reader& reader);

}  // namespace pst::plan
