// The text operators of content streams.
#include <algorithm>
#include <cmath>

#include "source/pdf_content.hpp"

namespace pst::source::pdf {

namespace {

constexpr std::uint32_t op(std::string_view letters) {
  std::uint32_t value = 0;
  for (const char c : letters) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

constexpr int kFillAndStroke = 2, kInvisible = 3, kClipOnly = 7;
constexpr double kMinSize = 0.1;  ///< points; smaller text is not there to be read

}  // namespace

bool ContentReader::execute_text(std::uint32_t code) {
  TextState& text = state_.text;
  switch (code) {
    case op("BT"):
      text_matrix_ = line_matrix_ = {};
      return true;
    case op("ET"):
      return true;
    case op("Tc"):
      text.character_spacing = operand(0);
      return true;
    case op("Tw"):
      text.word_spacing = operand(0);
      return true;
    case op("Tz"):
      text.scale = operand(0) / 100;
      return true;
    case op("TL"):
      text.leading = operand(0);
      return true;
    case op("Ts"):
      text.rise = operand(0);
      return true;
    case op("Tr"):
      text.mode = static_cast<int>(std::clamp(operand(0), 0., 7.));
      return true;
    case op("Tf"):
      set_font(operand_bytes(0), operand(1));
      return true;
    case op("Td"):
      move_line(operand(0), operand(1));
      return true;
    case op("TD"):
      text.leading = -operand(1);
      move_line(operand(0), operand(1));
      return true;
    case op("Tm"): {
      const Matrix m{operand(0), operand(1), operand(2), operand(3), operand(4), operand(5)};
      text_matrix_ = line_matrix_ = m;
      return true;
    }
    case op("T*"):
      move_line(0, -text.leading);
      return true;
    case op("Tj"):
      show(operand_bytes(0));
      return true;
    case op("TJ"):
      show_array();
      return true;
    case op("'"):
      move_line(0, -text.leading);
      show(operand_bytes(0));
      return true;
    case op("\""):
      text.word_spacing = operand(0);
      text.character_spacing = operand(1);
      move_line(0, -text.leading);
      show(operand_bytes(2));
      return true;
    default:
      return false;
  }
}

void ContentReader::set_font(std::string_view name, double size) {
  const Objects& objects = context_.objects;
  state_.text.font = context_.fonts.font(objects.get(objects.get(resources_, "Font"), std::string(name)));
  state_.text.size = size;
}

void ContentReader::move_line(double x, double y) {
  const Matrix next = Matrix{1, 0, 0, 1, x, y}.then(line_matrix_);
  if (next.finite()) line_matrix_ = next;
  text_matrix_ = line_matrix_;
}

void ContentReader::show_array() {
  const TextState& text = state_.text;
  const bool vertical = text.font != nullptr && text.font->facts().vertical;
  for (const Operand& o : lexer_->operands()) {
    if (o.kind == Operand::Kind::string) {
      show(lexer_->bytes(o));
    } else if (o.kind == Operand::Kind::number) {
      const double by = -o.number / 1000 * text.size;
      const Matrix shifted =
          (vertical ? Matrix{1, 0, 0, 1, 0, by} : Matrix{1, 0, 0, 1, by * text.scale, 0}).then(text_matrix_);
      if (shifted.finite()) text_matrix_ = shifted;
    }
  }
}

void ContentReader::show(std::string_view bytes) {
  if (state_.text.font == nullptr) return;
  Code code;
  while (!bytes.empty()) {
    const Character& character = state_.text.font->next(bytes, code);
    show_character(character, code);
  }
}

void ContentReader::show_character(const Character& character, const Code& code) {
  const TextState& text = state_.text;
  const FontFacts& font = text.font->facts();
  const double spacing =
      text.character_spacing + (code.bytes == 1 && code.value == ' ' ? text.word_spacing : 0);
  const Matrix glyph_space =
      Matrix{text.size * text.scale, 0, 0, text.size, 0, text.rise}.then(text_matrix_).then(state_.ctm);

  Glyph glyph;
  glyph.text = character.text;
  Matrix advance;
  if (font.vertical) {
    advance.f = character.advance * text.size + spacing;
    glyph.origin = glyph_space.apply(0, 0);
    glyph.end = glyph_space.apply(0, character.advance);
    glyph.box = image(glyph_space, -character.shift, character.advance, character.shift, 0);
  } else {
    advance.e = (character.advance * text.size + spacing) * text.scale;
    glyph.origin = glyph_space.apply(0, 0);
    glyph.end = glyph_space.apply(character.advance, 0);
    glyph.box = image(glyph_space, 0, font.descent, character.advance, font.ascent);
  }
  const Matrix before = text_matrix_;
  const Matrix next = advance.then(before);
  if (next.finite()) text_matrix_ = next;

  glyph.size = std::hypot(glyph_space.c, glyph_space.d);
  const double across = std::hypot(glyph_space.a, glyph_space.b);
  const Point along =
      font.vertical ? Point{-glyph_space.c, -glyph_space.d} : Point{glyph_space.a, glyph_space.b};
  const double length = std::hypot(along.x, along.y);
  if (!(glyph.size > kMinSize) || !(length > 0) || !std::isfinite(glyph.size) || !glyph_space.finite())
    return;
  glyph.along = {along.x / length, along.y / length};
  const Matrix user = before.then(state_.ctm);
  glyph.spacing = spacing * text.scale * std::hypot(user.a, user.b);
  glyph.space = font.space * across;

  const Point middle{(glyph.box.x0 + glyph.box.x1) / 2, (glyph.box.y0 + glyph.box.y1) / 2};
  if (middle.x < 0 || middle.y < 0 || middle.x > page_.width || middle.y > page_.height) return;

  glyph.style.size = std::round(glyph.size * 100) / 100;
  glyph.style.bold = font.bold || text.mode == kFillAndStroke;
  glyph.style.italic = font.italic;
  glyph.style.color = text.mode == 1 ? state_.stroke : state_.fill;
  glyph.invisible = text.mode == kInvisible || text.mode == kClipOnly;
  if (!marks_.empty()) {
    if (marks_.back().hidden) return;
    glyph.element = marks_.back().element;
    glyph.artifact = marks_.back().artifact;
  }
  if (words_.glyphs() > kMaxGlyphs) throw LimitError("la page a trop de caractères");

  for (Mark& mark : marks_) {
    if (!mark.replaces) continue;
    if (!mark.whole) {
      mark.whole = glyph;
      mark.whole->text = {};
    } else {
      mark.whole->end = glyph.end;
      mark.whole->box.unite(glyph.box);
    }
    return;
  }
  words_.add(glyph);
}

}  // namespace pst::source::pdf
