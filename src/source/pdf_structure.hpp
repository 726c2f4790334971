// The structure tree of a tagged PDF.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "source/document.hpp"
#include "source/pdf_content.hpp"
#include "source/pdf_objects.hpp"

namespace pst::source::pdf {

/// The elements in document order, and which marked content belongs to which of them.
class Structure {
 public:
  /// Walks the tree from its root; empty for a file that has none. A tree too deep or too large is cut.
  Structure(const Objects& objects, Budget& budget);

  const std::vector<Element>& elements() const { return elements_; }

  /// What the tree says of a marked-content number within a page or a form.
  MarkedContent marked(Identity stream, int number);

 private:
  struct Content {
    std::int32_t element = -1;
    std::int32_t replacement = -1;  ///< into replacements_
  };
  struct Above {
    std::int32_t element = -1;
    std::int32_t replacement = -1;
    Identity page = 0;
    int depth = 0;
  };

  void kids(const Object* kids, const Above& above);
  void kid(const Object* kid, const Above& above);
  void element(const Object* dictionary, Above above);
  std::string role(std::string_view type) const;
  void read_spans(const Object* attributes, Element& element) const;
  void put(Identity stream, double number, const Above& above);

  const Objects& objects_;
  Budget& budget_;
  const Object* roles_ = nullptr;
  std::vector<Element> elements_;
  std::vector<std::string> replacements_;
  std::unordered_map<Identity, std::vector<Content>> contents_;
  std::unordered_set<Identity> seen_;  ///< an element stands in one place
  std::size_t steps_ = 0;
};

}  // namespace pst::source::pdf
