#include "source/pdf_structure.hpp"

#include <algorithm>
#include <utility>

#include "source/pdf_font.hpp"

namespace pst::source::pdf {

namespace {

constexpr int kMaxRoles = 8;  ///< a role mapped to a role …
constexpr double kMaxMarkedNumber = 100'000;
constexpr double kMaxSpan = 1000;

/// One word, or a piece of one. What stands for more would lose the places that its glyphs have.
bool is_one_word(std::string_view utf8) {
  return utf8.find_first_of(" \t\r\n") == utf8.npos && utf8.find("\xC2\xA0") == utf8.npos;
}

}  // namespace

Structure::Structure(const Objects& objects, Budget& budget) : objects_(objects), budget_(budget) {
  const Object* root = objects.get(objects.get(objects.trailer(), "Root"), "StructTreeRoot");
  if (root == nullptr) return;
  roles_ = objects.get(root, "RoleMap");
  kids(objects.get(root, "K"), {});
}

void Structure::kids(const Object* kids, const Above& above) {
  if (kids == nullptr) return;
  if (!kids->IsArray()) return kid(kids, above);
  for (std::size_t i = 0; i < size(kids); ++i) kid(objects_.item(kids, i), above);
}

void Structure::kid(const Object* kid, const Above& above) {
  if (++steps_ % 256 == 0) budget_.check_time();
  if (kid == nullptr || steps_ > 4 * kMaxElements) return;
  if (is_number(kid)) return put(above.page, number(kid), above);
  if (!is_dictionary(kid)) return;
  const std::string_view type = objects_.name(kid, "Type");
  if (type == "OBJR") return;
  if (type == "MCR" || objects_.get(kid, "MCID") != nullptr) {
    const Object* stream = objects_.get(kid, "Stm");
    const Object* page = objects_.get(kid, "Pg");
    const Identity place = stream != nullptr ? identity(stream)
                           : page != nullptr ? identity(page)
                                             : above.page;
    return put(place, objects_.number(kid, "MCID", -1), above);
  }
  if (above.depth >= kMaxTreeDepth || elements_.size() >= kMaxElements) return;
  if (seen_.insert(identity(kid)).second) element(kid, above);
}

void Structure::element(const Object* dictionary, Above above) {
  Element element;
  element.role = role(objects_.name(dictionary, "S"));
  element.parent = above.element;
  read_spans(objects_.get(dictionary, "A"), element);
  above.element = static_cast<std::int32_t>(elements_.size());
  elements_.push_back(std::move(element));
  ++above.depth;
  if (const Object* page = objects_.get(dictionary, "Pg")) above.page = identity(page);
  if (const Object* actual = objects_.get(dictionary, "ActualText");
      actual != nullptr && above.replacement < 0) {
    if (std::string word = text(actual); is_one_word(word)) {
      above.replacement = static_cast<std::int32_t>(replacements_.size());
      replacements_.push_back(std::move(word));
    }
  }
  kids(objects_.get(dictionary, "K"), above);
}

std::string Structure::role(std::string_view type) const {
  std::string role(type);
  for (int i = 0; i < kMaxRoles; ++i) {
    const std::string_view mapped = name(objects_.get(roles_, role));
    if (mapped.empty() || mapped == role) break;
    role = mapped;
  }
  return role;
}

/// Attributes: a dictionary, or an array of dictionaries with revision numbers between them.
void Structure::read_spans(const Object* attributes, Element& element) const {
  if (attributes == nullptr) return;
  for (std::size_t i = 0; i < std::min<std::size_t>(size(attributes), 16); ++i) {
    const Object* one = objects_.item(attributes, i);
    if (is_dictionary(one)) read_spans(one, element);
  }
  const auto span = [&](const char* key, int fallback) {
    return static_cast<int>(std::clamp(objects_.number(attributes, key, fallback), 1., kMaxSpan));
  };
  element.row_span = span("RowSpan", element.row_span);
  element.column_span = span("ColSpan", element.column_span);
}

void Structure::put(Identity stream, double number, const Above& above) {
  if (stream == 0 || !(number >= 0 && number < kMaxMarkedNumber)) return;
  std::vector<Content>& contents = contents_[stream];
  const auto at = static_cast<std::size_t>(number);
  if (contents.size() <= at) contents.resize(at + 1);
  contents[at] = {above.element, above.replacement};
}

MarkedContent Structure::marked(Identity stream, int number) {
  const auto found = contents_.find(stream);
  if (found == contents_.end() || number < 0 || static_cast<std::size_t>(number) >= found->second.size())
    return {};
  const Content& content = found->second[static_cast<std::size_t>(number)];
  MarkedContent marked{content.element, std::nullopt};
  if (content.replacement >= 0) {
    // The first sequence shows the text, the others are covered by it.
    marked.replacement = std::exchange(replacements_[static_cast<std::size_t>(content.replacement)], {});
  }
  return marked;
}

}  // namespace pst::source::pdf
