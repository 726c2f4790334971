// Text for a person's terminal: colours, clipping, and nothing that a terminal would obey.
// Internal to the output room.
#pragma once

#include <string>
#include <string_view>

namespace pst::output {

/// How text for people is laid out.
struct Look {
  bool colour = false;  ///< ANSI colours
  int width = 0;        ///< columns to clip a line to; 0 does not clip
};

/// A colour's name in the sources; the sequences stand in terminal.cpp.
enum class Ink { plain, bold, faint, red, yellow, green, blue, magenta, cyan };

/// `text` in that colour, or as it is where `look` has none.
std::string inked(std::string_view text, Ink ink, const Look& look);

/// `text` on one line without control characters: a plan must not drive the reader's terminal.
std::string printable(std::string_view text);

/// At most `width` characters of `text`, the last one an ellipsis where something was cut. 0 or less: all.
std::string clipped(std::string_view text, int width);

/// `text` with spaces up to `width` characters.
std::string padded(std::string_view text, int width);

}  // namespace pst::output
