// Typed tables whose cells wrap: a row with nothing but the end of a cell.
#pragma once

#include "plan/scan.hpp"

namespace pst::plan {

/// Puts the line's text behind the piece's, which is to be read again.
void append(Scan& scan, grammar::Reader& reader, const text::Repairer& french, Piece& piece,
            const layout::Fragment& line);

/// A typed row with nothing but a cell that goes on in lower case ends the cell of its column above it.
void join_continued_rows(Scan& scan, grammar::Reader& reader, const text::Repairer& french);

}  // namespace pst::plan
