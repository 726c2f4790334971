#include "source/place.hpp"

#include <gtest/gtest.h>

#include "source/error.hpp"

namespace pst::source {
namespace {

TEST(Span, unites_to_the_lines_of_both) {
  Span span{3, 4, std::nullopt, std::nullopt};
  span.unite({7, 7, std::nullopt, std::nullopt});
  span.unite({2, 2, std::nullopt, std::nullopt});
  EXPECT_EQ(span.first_line, 2);
  EXPECT_EQ(span.last_line, 7);
}

TEST(Span, an_empty_one_takes_and_changes_nothing) {
  Span span;
  span.unite({5, 6, 2, std::nullopt});
  EXPECT_EQ(span.first_line, 5);
  EXPECT_EQ(span.page, 2);
  span.unite(Span{});
  EXPECT_EQ(span.first_line, 5);
}

TEST(Span, across_pages_keeps_the_earlier_page_and_its_box) {
  Span span{10, 10, 1, Box{10, 700, 200, 712}};
  span.unite({11, 11, 2, Box{10, 50, 200, 62}});
  EXPECT_EQ(span.page, 1);
  EXPECT_EQ(span.box->y0, 700);
  EXPECT_EQ(span.box->y1, 712);
}

TEST(Span, on_one_page_the_box_grows) {
  Span span{10, 10, 1, Box{10, 700, 200, 712}};
  span.unite({11, 11, 1, Box{5, 714, 150, 726}});
  EXPECT_EQ(span.box->x0, 5);
  EXPECT_EQ(span.box->y0, 700);
  EXPECT_EQ(span.box->x1, 200);
  EXPECT_EQ(span.box->y1, 726);
}

TEST(ErrorSentence, is_made_of_the_parts_that_are_known) {
  const auto sentence = [](Error::Where where) { return std::string(Error(where, "mal", "mieux").what()); };
  EXPECT_EQ(sentence({}), "mal ; mieux");
  EXPECT_EQ(sentence({.file = "a.toml"}), "a.toml : mal ; mieux");
  EXPECT_EQ(sentence({.file = "a.toml", .page = {}, .line = 3}), "a.toml:3 : mal ; mieux");
  EXPECT_EQ(sentence({.file = "a.toml", .page = {}, .line = 3, .column = 7}), "a.toml:3:7 : mal ; mieux");
  EXPECT_EQ(sentence({.file = "a.pdf", .page = 2}), "a.pdf, page 2 : mal ; mieux");
}

TEST(ErrorSentence, gets_the_file_once_it_is_known) {
  const Error named = Error({.file = {}, .page = {}, .line = 3}, "mal").in_file("a.txt");
  EXPECT_STREQ(named.what(), "a.txt:3 : mal");
  EXPECT_STREQ(named.in_file("b.txt").what(), "a.txt:3 : mal");
}

}  // namespace
}  // namespace pst::source
