// Signs that recognition confuses and that their place or shape tells apart.
#pragma once

#include <string>
#include <vector>

#include "source/ocr_engine.hpp"

namespace pst::source {

inline constexpr const char* kBullet = "•";

/// Puts a bullet where one of `blobs` (see ReadyImage) begins a line: instead of the sign it was taken for,
/// or before the first word where it was overlooked.
void set_bullets(const std::vector<Box>& blobs, std::vector<Word>& words);

/// Letters whose capital has the same shape (c, o, s, v, w, x, z) are capitals where a word of nothing else
/// is as tall as the figure beside it: `os 2` is `OS 2`.
void raise_capitals(std::vector<Word>& words);

/// A number of three parts or more has dots between them: `0.0:4.1` is `0.0.4.1`, `1.2,3` is `1.2.3`. A time
/// of day, a sum or a date stays as it is.
std::string with_dots(std::string number);

}  // namespace pst::source
