#include "source/pdf_content.hpp"

#include <algorithm>
#include <utility>

#include "source/pdf_text_string.hpp"

namespace pst::source::pdf {

namespace {

using Kind = Operand::Kind;

/// An operator's letters as a number, for switches.
constexpr std::uint32_t op(std::string_view letters) {
  std::uint32_t value = 0;
  for (const char c : letters) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

constexpr std::size_t kStepsBetweenTimeChecks = 512;

}  // namespace

Font* FontCache::font(const Object* dictionary) {
  std::unique_ptr<Font>& font = fonts_[identity(dictionary)];
  if (font == nullptr) font = make_font(objects_, dictionary, budget_);
  return font.get();
}

ContentReader::ContentReader(const ContentContext& context, Page& page, const Matrix& to_page,
                             Identity page_object, Marked marked)
    : context_(context), page_(page), page_object_(page_object), marked_(std::move(marked)), words_(page) {
  state_.ctm = to_page;
  state_.clip.box = {0, 0, page.width, page.height};
  initial_ = state_;
}

void ContentReader::run(std::string_view content, const Object* resources) {
  Lexer lexer(content);
  Lexer* const outer_lexer = std::exchange(lexer_, &lexer);
  const Object* const outer_resources = std::exchange(resources_, resources);
  std::string_view operation;
  while (lexer.next(operation)) {
    if (++operators_ > kMaxOperators) throw LimitError("la page a trop d'opérateurs");
    if (operators_ % kStepsBetweenTimeChecks == 0) context_.budget.check_time();
    execute(operation);
  }
  lexer_ = outer_lexer;
  resources_ = outer_resources;
}

double ContentReader::operand(std::size_t index) const {
  const auto operands = lexer_->operands();
  return index < operands.size() ? operands[index].number : 0;
}

std::string_view ContentReader::operand_bytes(std::size_t index) const {
  const auto operands = lexer_->operands();
  return index < operands.size() ? lexer_->bytes(operands[index]) : std::string_view();
}

std::vector<double> ContentReader::numbers() const {
  std::vector<double> values;
  for (const Operand& o : lexer_->operands()) {
    if (o.kind == Kind::number && values.size() < 32) values.push_back(o.number);
  }
  return values;
}

void ContentReader::execute(std::string_view operation) {
  if (operation.size() > 3) return;
  const std::uint32_t code = op(operation);
  if (execute_text(code) || execute_path(code) || execute_state(code)) return;
  switch (code) {
    case op("BMC"):
      return begin_mark(false);
    case op("BDC"):
      return begin_mark(true);
    case op("EMC"):
      return end_mark();
    case op("Do"):
      return show_form(
          context_.objects.get(context_.objects.get(resources_, "XObject"), std::string(operand_bytes(0))));
    default:
      return;
  }
}

bool ContentReader::execute_path(std::uint32_t code) {
  const auto point = [&](std::size_t i) {
    pen_ = {operand(i), operand(i + 1)};
    return state_.ctm.apply(pen_.x, pen_.y);
  };
  switch (code) {
    case op("m"):
      path_.move(point(0));
      return true;
    case op("l"):
      path_.line(point(0));
      return true;
    case op("c"):
      path_.curve(point(4));
      return true;
    case op("v"):
    case op("y"):
      path_.curve(point(2));
      return true;
    case op("h"):
      path_.close();
      return true;
    case op("re"):
      path_.rectangle(state_.ctm, operand(0), operand(1), operand(2), operand(3));
      return true;
    case op("s"):
      path_.close();
      paint(false, true);
      return true;
    case op("S"):
      paint(false, true);
      return true;
    case op("f"):
    case op("F"):
    case op("f*"):
      paint(true, false);
      return true;
    case op("b"):
    case op("b*"):
      path_.close();
      paint(true, true);
      return true;
    case op("B"):
    case op("B*"):
      paint(true, true);
      return true;
    case op("n"):
      end_path();
      return true;
    case op("W"):
    case op("W*"):
      clipping_ = true;
      return true;
    default:
      return false;
  }
}

bool ContentReader::execute_state(std::uint32_t code) {
  switch (code) {
    case op("q"):
      save();
      return true;
    case op("Q"):
      restore();
      return true;
    case op("cm"): {
      const Matrix m{operand(0), operand(1), operand(2), operand(3), operand(4), operand(5)};
      const Matrix next = m.then(state_.ctm);
      if (next.finite()) state_.ctm = next;
      return true;
    }
    case op("w"):
      state_.line_width = std::abs(operand(0));
      return true;
    case op("gs"):
      set_graphics_state(operand_bytes(0));
      return true;
    case op("g"):
    case op("rg"):
    case op("k"):
      set_color(false, state_.fill_space = ColorSpace::by_count);
      return true;
    case op("G"):
    case op("RG"):
    case op("K"):
      set_color(true, state_.stroke_space = ColorSpace::by_count);
      return true;
    case op("sc"):
    case op("scn"):
      set_color(false, state_.fill_space);
      return true;
    case op("SC"):
    case op("SCN"):
      set_color(true, state_.stroke_space);
      return true;
    case op("cs"):
      state_.fill_space = color_space(context_.objects, resources_, operand_bytes(0));
      state_.fill = 0;
      return true;
    case op("CS"):
      state_.stroke_space = color_space(context_.objects, resources_, operand_bytes(0));
      state_.stroke = 0;
      return true;
    default:
      return false;
  }
}

void ContentReader::save() {
  if (saved_.size() < kMaxGraphicsStates) {
    saved_.push_back(state_);
  } else {
    ++skipped_saves_;
  }
}

void ContentReader::restore() {
  if (skipped_saves_ > 0) {
    --skipped_saves_;
  } else if (!saved_.empty()) {
    state_ = saved_.back();
    saved_.pop_back();
  }
}

void ContentReader::set_color(bool stroke, ColorSpace space) {
  const std::uint32_t value = color(space, numbers());
  (stroke ? state_.stroke : state_.fill) = value;
}

void ContentReader::set_graphics_state(std::string_view name) {
  const Objects& objects = context_.objects;
  const Object* parameters = objects.get(objects.get(resources_, "ExtGState"), std::string(name));
  if (const Object* width = objects.get(parameters, "LW")) state_.line_width = std::abs(number(width));
  const Object* font = objects.get(parameters, "Font");
  if (size(font) >= 2) {
    state_.text.font = context_.fonts.font(objects.item(font, 0));
    state_.text.size = number(objects.item(font, 1));
  }
}

void ContentReader::paint(bool fill, bool stroke) {
  const bool seen = std::none_of(marks_.begin(), marks_.end(), [](const Mark& m) { return m.hidden; });
  if (seen && fill) path_.fill(state_.fill, state_.clip, page_);
  if (seen && stroke) path_.stroke(state_.line_width * state_.ctm.scale(), state_.clip.box, page_);
  end_path();
}

void ContentReader::end_path() {
  if (clipping_) path_.cut(state_.clip);
  clipping_ = false;
  path_.clear();
}

bool ContentReader::hidden(const Object* layer) const {
  if (context_.hidden_layers.empty() || layer == nullptr) return false;
  if (context_.hidden_layers.contains(identity(layer))) return true;
  // A membership dictionary: hidden where all its layers are.
  const Object* members = context_.objects.get(layer, "OCGs");
  if (members == nullptr) return false;
  if (!members->IsArray()) return context_.hidden_layers.contains(identity(members));
  std::size_t off = 0;
  for (std::size_t i = 0; i < size(members); ++i) {
    off += context_.hidden_layers.contains(identity(context_.objects.item(members, i))) ? 1U : 0U;
  }
  return off > 0 && off == size(members);
}

void ContentReader::show_form(const Object* form) {
  const Objects& objects = context_.objects;
  const std::string_view subtype = objects.name(form, "Subtype");
  if ((!subtype.empty() && subtype != "Form") || !is_dictionary(form) || hidden(objects.get(form, "OC")))
    return;
  const Identity id = identity(form);
  if (forms_.size() >= kMaxFormDepth || std::find(forms_.begin(), forms_.end(), id) != forms_.end()) return;
  const std::string content = objects.stream(form, context_.budget);
  const Object* own = objects.get(form, "Resources");

  forms_.push_back(id);
  const State before = state_;
  const auto saves = saved_.size();
  const auto marks = marks_.size();
  const Matrix text = text_matrix_, line = line_matrix_;
  const Matrix inner = matrix(objects, objects.get(form, "Matrix")).then(state_.ctm);
  if (inner.finite()) state_.ctm = inner;
  if (const Object* box = objects.get(form, "BBox"); size(box) >= 4) {
    const auto side = [&](std::size_t i) { return number(objects.item(box, i)); };
    state_.clip.cut(image(state_.ctm, side(0), side(1), side(2), side(3)));
  }
  path_.clear();
  run(content, own != nullptr ? own : resources_);
  while (marks_.size() > marks) end_mark();
  saved_.resize(std::min(saves, saved_.size()));
  state_ = before;
  text_matrix_ = text;
  line_matrix_ = line;
  path_.clear();
  forms_.pop_back();
}

void ContentReader::begin_mark(bool with_properties) {
  if (marks_.size() >= kMaxMarks) {
    ++skipped_marks_;
    return;
  }
  Mark mark;
  if (!marks_.empty()) {
    mark.element = marks_.back().element;
    mark.artifact = marks_.back().artifact;
    mark.hidden = marks_.back().hidden;
  }
  const std::string_view tag = operand_bytes(0);
  if (tag == "Artifact") mark.artifact = true;
  if (with_properties) read_properties(mark, tag);
  marks_.push_back(std::move(mark));
}

void ContentReader::read_properties(Mark& mark, std::string_view tag) {
  std::optional<int> number_on_page;
  const auto operands = lexer_->operands();
  if (operands.size() >= 2 && operands[1].kind == Kind::name) {
    const Objects& objects = context_.objects;
    const Object* properties =
        objects.get(objects.get(resources_, "Properties"), std::string(operand_bytes(1)));
    if (tag == "OC" && hidden(properties)) mark.hidden = true;
    if (const Object* id = objects.get(properties, "MCID")) number_on_page = static_cast<int>(number(id, -1));
    if (const Object* actual = objects.get(properties, "ActualText")) {
      mark.replaces = true;
      mark.replacement = text(actual);
    }
  }
  // An inline dictionary: its own keys only.
  for (std::size_t i = 2; i + 1 < operands.size() && operands[1].kind == Kind::dictionary;) {
    if (operands[i].kind != Kind::name) break;
    const std::string_view key = operand_bytes(i);
    if (key == "MCID" && operands[i + 1].kind == Kind::number) {
      number_on_page = static_cast<int>(std::clamp(operand(i + 1), -1., 1e9));
    }
    if (key == "ActualText" && operands[i + 1].kind == Kind::string) {
      mark.replaces = true;
      mark.replacement = text_string(operand_bytes(i + 1));
    }
    i = lexer_->behind(i + 1);
  }
  if (!number_on_page || !marked_) return;
  MarkedContent content = marked_(forms_.empty() ? page_object_ : forms_.back(), *number_on_page);
  if (content.element >= 0) mark.element = content.element;
  if (content.replacement && !mark.replaces) {
    mark.replaces = true;
    mark.replacement = std::move(*content.replacement);
  }
}

void ContentReader::end_mark() {
  if (skipped_marks_ > 0) {
    --skipped_marks_;
    return;
  }
  if (marks_.empty()) return;
  const Mark mark = std::move(marks_.back());
  marks_.pop_back();
  if (mark.replaces && mark.whole && replacing() == nullptr)
    words_.add_replacement(*mark.whole, mark.replacement);
}

const ContentReader::Mark* ContentReader::replacing() const {
  for (const Mark& mark : marks_) {
    if (mark.replaces) return &mark;
  }
  return nullptr;
}

}  // namespace pst::source::pdf
