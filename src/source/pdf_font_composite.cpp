// Type 0 fonts: codes of one to four bytes, glyphs by number.
#include <algorithm>

#include "source/pdf_encoding.hpp"
#include "source/pdf_font.hpp"
#include "source/pdf_utf8.hpp"

namespace pst::source::pdf {

namespace {

constexpr int kMaxUsedMaps = 8;  ///< a map that uses a map …
// The Macintosh's order of glyphs: the space, the rest of ASCII, then accented letters and signs.
constexpr std::uint32_t kFirstGlyph = 3, kFirstAccented = 98, kLastGlyph = 225;

/// The numbers of one glyph in vertical writing.
struct Upright {
  double advance = -1;
  double shift = 0, rise = 0.88;
};

class CompositeFont : public Font {
 public:
  CompositeFont(const Objects& objects, const Object* font, Budget& budget)
      : map_(code_map(objects, objects.get(font, "Encoding"), budget, 0)),
        to_unicode_(to_unicode_of(objects, font, budget)),
        objects_(objects),
        budget_(budget),
        descendant_(objects.item(objects.get(font, "DescendantFonts"), 0)) {
    const Object* descendant = descendant_;
    facts_ = facts_of(objects, font, objects.get(descendant, "FontDescriptor"));
    facts_.vertical = map_.vertical();
    default_width_ = objects.number(descendant, "DW", 1000) / 1000;
    const Object* says = objects.get(font, "ToUnicode");
    says_characters_ = name(says).starts_with("Identity") ||
                       (is_dictionary(says) && !to_unicode_.maps_to_unicode() && to_unicode_.maps_to_cids());
    read_widths(objects, objects.get(descendant, "W"));
    if (facts_.vertical) read_uprights(objects, descendant);
    if (const auto found = widths_.find(space_cid()); found != widths_.end() && found->second > 0.05) {
      facts_.space = found->second;
    }
  }

  const Character& next(std::string_view& shown, Code& code) override {
    code = map_.next(shown);
    Character& character = characters_[code.value];
    if (!character.known) fill(character, code);
    return character;
  }

 private:
  static CMap code_map(const Objects& objects, const Object* encoding, Budget& budget, int depth) {
    if (is_dictionary(encoding)) {
      const Object* used = objects.get(encoding, "UseCMap");
      CMap map;
      if (used != nullptr && depth < kMaxUsedMaps) map = code_map(objects, used, budget, depth + 1);
      map.read(objects.stream(encoding, budget), budget);
      if (objects.number(encoding, "WMode", 0) == 1) map.set_vertical(true);
      return map;
    }
    return CMap::predefined(name(encoding)).value_or(CMap::identity());
  }

  void fill(Character& character, const Code& code) {
    const std::uint32_t cid = map_.cid(code);
    const auto width = widths_.find(cid);
    const double across = width == widths_.end() ? default_width_ : width->second;
    character.advance = across;
    if (facts_.vertical) {
      const auto found = uprights_.find(cid);
      Upright upright = found == uprights_.end() ? default_upright_ : found->second;
      if (found == uprights_.end()) upright.shift = across / 2;
      character.advance = upright.advance;
      character.shift = upright.shift;
      character.rise = upright.rise;
    }
    if (!to_unicode_.unicode(code.value, character.text) || character.text == std::string(1, '\0')) {
      character.text.clear();
      if (map_.codes_are_utf16()) {
        append_utf8(character.text, code.value);
      } else {
        character.text = text_of_glyph(cid);
        if (character.text.empty()) guess(character.text, code.value, cid);
      }
    }
    settle(character);
  }

  /// What the font's own program says, opened when first asked.
  std::string text_of_glyph(std::uint32_t cid) {
    if (!asked_program_) {
      asked_program_ = true;
      program_ = program_of(objects_, objects_.get(descendant_, "FontDescriptor"), budget_);
      const Object* map = objects_.get(descendant_, "CIDToGIDMap");
      if (is_dictionary(map)) glyphs_ = objects_.stream(map, budget_);
    }
    if (program_ == nullptr) return {};
    const std::size_t at = 2 * static_cast<std::size_t>(cid);
    if (glyphs_.empty()) return program_->text_of_glyph(cid);
    if (at + 1 >= glyphs_.size()) return {};
    return program_->text_of_glyph(static_cast<std::uint32_t>(static_cast<unsigned char>(glyphs_[at]) << 8 |
                                                              static_cast<unsigned char>(glyphs_[at + 1])));
  }

  /// Where neither a map nor a program says it: writers that place glyphs by a table of their own, or do not
  /// embed the font, use characters as codes, as those do that give `Identity-H` for a ToUnicode map. What
  /// is not embedded and has codes below the first character numbers the glyphs instead, in the order that
  /// the system fonts of Windows have from the Macintosh.
  void guess(std::string& text, std::uint32_t code, std::uint32_t cid) const {
    if (!map_.is_identity() || to_unicode_.maps_to_unicode()) return;
    if (says_characters_ || !glyphs_.empty() || (program_ == nullptr && !has_control_codes())) {
      append_utf8(text, code);
    } else if (program_ == nullptr && cid >= kFirstGlyph && cid <= kLastGlyph) {
      const std::uint32_t roman = cid + (cid < kFirstAccented ? 29 : 30);
      text = (*base_encoding("MacRomanEncoding"))[roman];
    }
  }

  bool has_control_codes() const {
    return std::any_of(widths_.begin(), widths_.end(),
                       [](const auto& entry) { return entry.first >= kFirstGlyph && entry.first < ' '; });
  }

  /// W: `c [w w …]` or `first last w`.
  void read_widths(const Objects& objects, const Object* array) {
    for (std::size_t i = 0; i + 1 < size(array);) {
      const double first = number(objects.item(array, i), -1);
      const Object* second = objects.item(array, i + 1);
      if (second != nullptr && second->IsArray()) {
        for (std::size_t k = 0; k < size(second) && k < 65536; ++k) {
          set_width(first + static_cast<double>(k), number(objects.item(second, k)));
        }
        i += 2;
      } else {
        const double last = std::min(number(second, -1), 65535.);
        const double width = number(objects.item(array, i + 2));
        for (double cid = std::max(first, 0.); cid <= last; ++cid) set_width(cid, width);
        i += 3;
      }
      if (++entries_ > kMaxMappings) throw LimitError("une police a trop de largeurs");
    }
  }

  void set_width(double cid, double width) {
    if (cid < 0 || cid > 65535) return;
    if (++entries_ > kMaxMappings) throw LimitError("une police a trop de largeurs");
    widths_[static_cast<std::uint32_t>(cid)] = width / 1000;
  }

  void read_uprights(const Objects& objects, const Object* descendant) {
    const Object* preset = objects.get(descendant, "DW2");
    if (size(preset) >= 2) {
      default_upright_.rise = number(objects.item(preset, 0)) / 1000;
      default_upright_.advance = number(objects.item(preset, 1)) / 1000;
    }
    const Object* array = objects.get(descendant, "W2");
    for (std::size_t i = 0; i + 1 < size(array);) {
      const double first = number(objects.item(array, i), -1);
      const Object* second = objects.item(array, i + 1);
      if (second != nullptr && second->IsArray()) {
        for (std::size_t k = 0; k + 2 < size(second); k += 3) {
          set_upright(first + static_cast<double>(k / 3), objects, second, k);
        }
        i += 2;
      } else {
        const double last = std::min(number(second, -1), 65535.);
        for (double cid = std::max(first, 0.); cid <= last; ++cid) set_upright(cid, objects, array, i + 2);
        i += 5;
      }
    }
  }

  void set_upright(double cid, const Objects& objects, const Object* array, std::size_t at) {
    if (cid < 0 || cid > 65535) return;
    if (++entries_ > kMaxMappings) throw LimitError("une police a trop de largeurs");
    uprights_[static_cast<std::uint32_t>(cid)] = {number(objects.item(array, at)) / 1000,
                                                  number(objects.item(array, at + 1)) / 1000,
                                                  number(objects.item(array, at + 2)) / 1000};
  }

  /// The glyph of U+0020, where the code for it can be guessed.
  std::uint32_t space_cid() const {
    std::string text;
    for (const std::uint32_t code : {3U, 32U, 1U}) {
      if (to_unicode_.unicode(code, text) && text == " ") return map_.cid({code, 2});
    }
    return ~0U;
  }

  CMap map_;
  CMap to_unicode_;
  const Objects& objects_;
  Budget& budget_;
  const Object* descendant_;
  std::unique_ptr<FontProgram> program_;
  std::string glyphs_;  ///< CIDToGIDMap: two bytes a CID
  bool asked_program_ = false;
  bool says_characters_ = false;  ///< by a ToUnicode map that gives the codes themselves
  double default_width_ = 1;
  Upright default_upright_;
  std::unordered_map<std::uint32_t, double> widths_;
  std::unordered_map<std::uint32_t, Upright> uprights_;
  std::unordered_map<std::uint32_t, Character> characters_;
  std::size_t entries_ = 0;
};

}  // namespace

std::unique_ptr<Font> make_composite_font(const Objects& objects, const Object* dictionary, Budget& budget) {
  return std::make_unique<CompositeFont>(objects, dictionary, budget);
}

}  // namespace pst::source::pdf
