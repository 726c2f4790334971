#include "text/check_boxes.hpp"

#include <algorithm>

#include "text/codepoints.hpp"

namespace pst::text {
namespace {

enum class Sort : std::uint8_t { none, empty, ticked };

struct Sign {
  char32_t code_point;
  Sort sort;
  bool sure;  ///< never a list sign
};

constexpr Sign kSigns[] = {
    {U'☐', Sort::empty, true},     {U'☑', Sort::ticked, true},    {U'☒', Sort::ticked, true},
    {U'✅', Sort::ticked, true},    {U'🗹', Sort::ticked, true}, {U'🗷', Sort::ticked, true},
    {U'🗵', Sort::ticked, true}, {U'□', Sort::empty, false},    {U'▢', Sort::empty, false},
    {U'◻', Sort::empty, false},    {U'◽', Sort::empty, false},    {U'⬜', Sort::empty, false},
    {U'❏', Sort::empty, false},    {U'❐', Sort::empty, false},    {U'❑', Sort::empty, false},
    {U'❒', Sort::empty, false},    {U'○', Sort::empty, false},    {U'◯', Sort::empty, false},
    {U'⚪', Sort::empty, false},    {U'■', Sort::ticked, false},   {U'▣', Sort::ticked, false},
    {U'◼', Sort::ticked, false},   {U'◾', Sort::ticked, false},   {U'⬛', Sort::ticked, false},
    {U'●', Sort::ticked, false},   {U'⚫', Sort::ticked, false},   {U'◉', Sort::ticked, false},
    {U'◎', Sort::ticked, false},   {U'⦿', Sort::ticked, false},   {U'✓', Sort::ticked, false},
    {U'✔', Sort::ticked, false},   {U'✗', Sort::ticked, false},   {U'✘', Sort::ticked, false},
};

const Sign* sign_of(char32_t code_point) {
  const auto found = std::find_if(std::begin(kSigns), std::end(kSigns),
                                  [&](const Sign& sign) { return sign.code_point == code_point; });
  return found == std::end(kSigns) ? nullptr : found;
}

struct Box {
  std::size_t begin = 0, end = 0;
  bool ticked = false, sure = false;
};

/// `[x]`, `( )` at `at`; its end is 0 where there is none.
Box bracketed(std::string_view text, std::size_t at) {
  const char close = text[at] == '[' ? ']' : ')';
  Box box{at, 0, false, true};
  std::size_t end = at + 1;
  for (; end < text.size() && text[end] != close; ++end) {
    const char c = text[end];
    if (c == ' ' || c == '_') continue;
    if (box.ticked || (c != 'x' && c != 'X' && c != 'v' && c != 'V')) return box;
    box.ticked = true;
  }
  if (end < text.size()) box.end = end + 1;
  return box;
}

std::vector<Box> boxes_of(std::string_view text) {
  std::vector<Box> boxes;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == '[' || c == '(') {
      if (const Box box = bracketed(text, at); box.end > 0) {
        boxes.push_back(box);
        at = box.end;
        continue;
      }
    }
    const bool punctuation =
        c == 0xE2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0x96;
    if (c < 0xE2 || punctuation) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    if (const Sign* sign = sign_of(next_code_point(text, at)))
      boxes.push_back({begin, at, sign->sort == Sort::ticked, sign->sure});
  }
  return boxes;
}

std::string_view option_of(std::string_view text) {
  constexpr std::string_view kBetween = " ;,|/";
  const std::size_t begin = text.find_first_not_of(kBetween);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBetween) + 1 - begin);
}

}  // namespace

bool is_box(std::uint32_t code_point) {
  return sign_of(code_point) != nullptr;
}

std::optional<Choice> read_choice(std::string_view text) {
  const std::vector<Box> boxes = boxes_of(text);
  const auto count = [&](auto of) { return std::count_if(boxes.begin(), boxes.end(), of); };
  const auto sure = count([](const Box& box) { return box.sure; });
  const auto ticked = count([](const Box& box) { return box.ticked; });
  const auto all = static_cast<std::ptrdiff_t>(boxes.size());
  if (all == 0 || (sure < all && (all < 2 || ticked == 0 || ticked == all))) return std::nullopt;
  Choice choice;
  const bool behind = option_of(text.substr(boxes.back().end)).empty();
  choice.begin = behind ? 0 : boxes.front().begin;
  for (std::size_t b = 0; b < boxes.size(); ++b) {
    const std::size_t begin = !behind ? boxes[b].end : b == 0 ? 0 : boxes[b - 1].end;
    const std::size_t end = behind ? boxes[b].begin : b + 1 < boxes.size() ? boxes[b + 1].begin : text.size();
    const std::string_view option = option_of(text.substr(begin, end - begin));
    if (option.empty()) return std::nullopt;
    choice.options.push_back(option);
    if (boxes[b].ticked) choice.ticked.push_back(option);
  }
  return choice;
}

}  // namespace pst::text
