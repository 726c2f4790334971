// Bullets among recognised words.
#pragma once

#include <vector>

#include "source/ocr_engine.hpp"

namespace pst::source {

inline constexpr const char* kBullet = "•";

/// Puts a bullet where one of `blobs` (see ReadyImage) begins a line: instead of the sign it was taken for, or
/// before the first word where it was overlooked.
void set_bullets(const std::vector<Box>& blobs, std::vector<Word>& words);

}  // namespace pst::source
