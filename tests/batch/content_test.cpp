#include "batch/content.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pst::batch {
namespace {

using namespace std::string_literals;

TEST(Content, IsToldFromTheFirstBytes) {
  EXPECT_EQ(media_of("O.S.1 Être là\n"), Media::text);
  EXPECT_EQ(media_of("\xEF\xBB\xBFO.S.1"), Media::text);
  EXPECT_EQ(media_of("Caf\xE9"), Media::text);
  EXPECT_EQ(media_of("\xFF\xFEO\0.\0S\0"s), Media::text);
  EXPECT_EQ(media_of("O\0.\0S\0.\0001\0"s), Media::text);
  EXPECT_EQ(media_of("%PDF-1.7\n"), Media::pdf);
  EXPECT_EQ(media_of("\0\0junk\n%PDF-1.4"s), Media::pdf);
  EXPECT_EQ(media_of("PK\x03\x04\x14"), Media::office);
  EXPECT_EQ(media_of("{\\rtf1\\ansi"), Media::office);
  EXPECT_EQ(media_of("\x89PNG\r\n"), Media::image);
  EXPECT_EQ(media_of("\x7F"
                     "ELF\x02\x01\x01\0\0\0\0"s),
            Media::binary);
}

TEST(Content, ATextThatSpeaksOfPdfIsText) {
  EXPECT_EQ(media_of("Le format commence par %PDF-1.7"), Media::text);
}

TEST(Content, NothingIsText) {
  EXPECT_EQ(media_of(""), Media::text);
}

}  // namespace
}  // namespace pst::batch
