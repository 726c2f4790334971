#include "text/bytes.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/codepoints.hpp"

namespace pst::text {
namespace {

TEST(Bytes, the_first_of_a_set_is_found_wherever_it_stands_in_a_block) {
  static constexpr ByteSet kFew("<&");
  static constexpr ByteSet kMany("<&*_#()[]");
  for (std::size_t size = 0; size < 70; ++size) {
    for (std::size_t from = 0; from <= size; ++from) {
      for (std::size_t at = 0; at < size; ++at) {
        std::string text(size, 'a');
        text[at] = '&';
        const std::size_t expected = at >= from ? at : std::string_view::npos;
        ASSERT_EQ(find_any(text, kFew, from), expected) << size << ' ' << from << ' ' << at;
        ASSERT_EQ(find_any(text, kMany, from), expected) << size << ' ' << from << ' ' << at;
      }
    }
  }
}

TEST(Bytes, odd_ones_are_found_as_by_asking_each) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 60, 'e');
    for (char& c : text) {
      if (random() % 12 == 0) c = static_cast<char>(random() % 256);
    }
    for (std::size_t from = 0; from <= text.size(); ++from) {
      const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
      std::size_t odd = from, high = from;
      while (odd < text.size() && byte(odd) >= 0x20 && byte(odd) < 0x7F) ++odd;
      while (high < text.size() && byte(high) < 0x80) ++high;
      ASSERT_EQ(find_odd_byte(text, from), odd) << text << from;
      ASSERT_EQ(find_non_ascii(text, from), high) << text << from;
    }
  }
}

TEST(Bytes, digits_and_runs_are_found_as_by_asking_each) {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 60, 'e');
    for (char& c : text) {
      if (random() % 2 == 0) c = ' ';
      if (random() % 12 == 0) c = static_cast<char>(random() % 256);
    }
    for (std::size_t from = 0; from <= text.size(); ++from) {
      EXPECT_EQ(find_digit(text, from), text.find_first_of("0123456789", from)) << text;
      for (std::size_t count = 1; count < 5; ++count)
        EXPECT_EQ(find_run(text, ' ', count, from), text.find(std::string(count, ' '), from)) << text;
    }
  }
}

}  // namespace
}  // namespace pst::text
