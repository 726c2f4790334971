#include "source/pdf_cmap.hpp"

#include <algorithm>

#include "source/pdf_lexer.hpp"
#include "source/pdf_utf8.hpp"

namespace pst::source::pdf {

namespace {

using Kind = Operand::Kind;

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

bool in_space(std::uint32_t code, std::uint32_t low, std::uint32_t high, int bytes) {
  for (int shift = 0; shift < bytes * 8; shift += 8) {
    const std::uint32_t b = code >> shift & 0xFF;
    if (b < (low >> shift & 0xFF) || b > (high >> shift & 0xFF)) return false;
  }
  return true;
}

/// Later entries win over earlier ones with the same beginning, and stand sorted.
template <typename Range>
void sort_ranges(std::vector<Range>& ranges) {
  std::stable_sort(ranges.begin(), ranges.end(),
                   [](const Range& a, const Range& b) { return a.low < b.low; });
}

/// The range that holds `code`: the nearest one that begins before it, else one of its few neighbours.
template <typename Range>
const Range* range_of(const std::vector<Range>& ranges, std::uint32_t code) {
  auto it = std::upper_bound(ranges.begin(), ranges.end(), code,
                             [](std::uint32_t c, const Range& r) { return c < r.low; });
  for (int looked = 0; it != ranges.begin() && looked < 4; ++looked) {
    --it;
    if (code <= it->high) return &*it;
  }
  return nullptr;
}

}  // namespace

CMap CMap::identity() {
  CMap map;
  map.identity_ = true;
  map.spaces_.push_back({0, 0xFFFF, 2});
  return map;
}

std::optional<CMap> CMap::predefined(std::string_view name) {
  const bool unicode =
      name.starts_with("Uni") && (name.find("UCS2") != name.npos || name.find("UTF16") != name.npos);
  if (!unicode && !name.starts_with("Identity")) return std::nullopt;
  CMap map = identity();
  map.utf16_ = unicode;
  map.vertical_ = name.ends_with("-V");
  return map;
}

void CMap::read(std::string_view stream, const Budget& budget) {
  Lexer lexer(stream);
  std::string_view operation;
  std::size_t lines = 0;
  while (lexer.next(operation)) {
    if (++lines % 256 == 0) budget.check_time();
    const auto operands = lexer.operands();
    const auto code = [&](std::size_t i) { return big_endian(lexer.bytes(operands[i])); };
    const auto is = [&](std::size_t i, Kind kind) { return i < operands.size() && operands[i].kind == kind; };
    if (characters_.size() + cids_.size() + spaces_.size() > kMaxMappings) {
      throw LimitError("une table de caractères a trop d'entrées");
    }
    if (operation == "endcodespacerange") {
      // An identity's own space must not hide those of the map that uses it.
      if (identity_) spaces_.clear();
      for (std::size_t i = 0; is(i, Kind::string) && is(i + 1, Kind::string); i += 2) {
        const int bytes = static_cast<int>(std::clamp<std::size_t>(operands[i].size, 1, 4));
        spaces_.push_back({code(i), code(i + 1), bytes});
      }
    } else if (operation == "endcidrange") {
      for (std::size_t i = 0; is(i, Kind::string) && is(i + 1, Kind::string) && is(i + 2, Kind::number);
           i += 3) {
        cids_.push_back({code(i), code(i + 1),
                         static_cast<std::uint32_t>(std::clamp(operands[i + 2].number, 0., 65535.))});
      }
    } else if (operation == "endcidchar") {
      for (std::size_t i = 0; is(i, Kind::string) && is(i + 1, Kind::number); i += 2) {
        cids_.push_back(
            {code(i), code(i), static_cast<std::uint32_t>(std::clamp(operands[i + 1].number, 0., 65535.))});
      }
    } else if (operation == "endbfchar") {
      for (std::size_t i = 0; is(i, Kind::string); i += 2) {
        if (is(i + 1, Kind::string)) {
          characters_.push_back({code(i), code(i), std::string(lexer.bytes(operands[i + 1]))});
        }
      }
    } else if (operation == "endbfrange") {
      std::size_t i = 0;
      while (is(i, Kind::string) && is(i + 1, Kind::string) && i + 2 < operands.size()) {
        if (is(i + 2, Kind::string)) {
          characters_.push_back({code(i), code(i + 1), std::string(lexer.bytes(operands[i + 2]))});
          i += 3;
          continue;
        }
        const std::size_t end = lexer.behind(i + 2);
        std::uint32_t c = code(i);
        for (std::size_t k = i + 3; k < end && is(k, Kind::string); ++k, ++c) {
          characters_.push_back({c, c, std::string(lexer.bytes(operands[k]))});
        }
        i = end;
      }
    } else if (operation == "def" && is(0, Kind::name) && is(1, Kind::number) &&
               lexer.bytes(operands[0]) == "WMode") {
      vertical_ = operands[1].number != 0;
    }
  }
  settle();
}

void CMap::settle() {
  sort_ranges(cids_);
  sort_ranges(characters_);
}

Code CMap::next(std::string_view& bytes) const {
  std::uint32_t value = 0;
  for (int length = 1; length <= 4 && static_cast<std::size_t>(length) <= bytes.size(); ++length) {
    value = value << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(length) - 1]);
    for (const Space& space : spaces_) {
      if (space.bytes != length || !in_space(value, space.low, space.high, length)) continue;
      bytes.remove_prefix(static_cast<std::size_t>(length));
      return {value, length};
    }
  }
  // In no space: as many bytes as the shortest code has.
  int shortest = spaces_.empty() ? 2 : 4;
  for (const Space& space : spaces_) shortest = std::min(shortest, space.bytes);
  const std::size_t taken = std::min(bytes.size(), static_cast<std::size_t>(shortest));
  const Code code{big_endian(bytes.substr(0, taken)), static_cast<int>(taken)};
  bytes.remove_prefix(taken);
  return code;
}

std::uint32_t CMap::cid(const Code& code) const {
  if (const CidRange* range = range_of(cids_, code.value)) return range->cid + (code.value - range->low);
  return identity_ ? code.value : 0;
}

bool CMap::unicode(std::uint32_t code, std::string& utf8) const {
  const Characters* range = range_of(characters_, code);
  if (range == nullptr || range->utf16.empty()) return false;
  std::string utf16 = range->utf16;
  std::uint32_t more = code - range->low;
  for (std::size_t i = utf16.size(); i-- > 0 && more > 0;) {
    const std::uint32_t sum = static_cast<unsigned char>(utf16[i]) + more;
    utf16[i] = static_cast<char>(sum & 0xFF);
    more = sum >> 8;
  }
  utf8 = utf16be_to_utf8(utf16);
  return true;
}

}  // namespace pst::source::pdf
