// A picture's stream in a PDF, taken as it is stored.
#pragma once

#include <memory>
#include <qpdf/QPDFObjectHandle.hh>

#include "source/page_survey.hpp"

namespace pst::source {

/// See PdfPictures::stored. May throw std::exception where the object is damaged.
std::unique_ptr<PdfPictures::Stored> read_stored(QPDFObjectHandle image, int width, int height,
                                                 std::size_t most_bytes);

}  // namespace pst::source
