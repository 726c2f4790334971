#include "source/pdf_pages.hpp"

#include <algorithm>
#include <set>

namespace pst::source::pdf {

namespace {

constexpr double kA4Width = 595.276, kA4Height = 841.89;
constexpr double kMaxSide = 200'000;  ///< points
constexpr double kMinSide = 1;

/// What a page takes from the nodes above it.
struct Inherited {
  const Object* resources = nullptr;
  const Object* media_box = nullptr;
  const Object* crop_box = nullptr;
  double rotation = 0;
};

bool read_box(const Objects& objects, const Object* array, Box& box) {
  if (size(array) < 4) return false;
  double v[4];
  for (std::size_t i = 0; i < 4; ++i) v[i] = number(objects.item(array, i));
  const Box read{std::min(v[0], v[2]), std::min(v[1], v[3]), std::max(v[0], v[2]), std::max(v[1], v[3])};
  const double width = read.x1 - read.x0, height = read.y1 - read.y0;
  if (!(width >= kMinSide && height >= kMinSide && width < kMaxSide && height < kMaxSide)) return false;
  box = read;
  return true;
}

class Walk {
 public:
  Walk(const Objects& objects, Budget& budget) : objects_(objects), budget_(budget) {}

  void node(const Object* node, Inherited inherited, int depth) {
    if (!is_dictionary(node) || depth > kMaxTreeDepth || !seen_.insert(identity(node)).second) return;
    if (seen_.size() % 256 == 0) budget_.check_time();
    take(node, inherited);
    const Object* kids = objects_.get(node, "Kids");
    if (kids == nullptr || objects_.name(node, "Type") == "Page") return add(node, inherited);
    for (std::size_t i = 0; i < size(kids); ++i) this->node(objects_.item(kids, i), inherited, depth + 1);
  }

  std::vector<PageObject> pages;

 private:
  void take(const Object* node, Inherited& inherited) const {
    if (const Object* o = objects_.get(node, "Resources")) inherited.resources = o;
    if (const Object* o = objects_.get(node, "MediaBox")) inherited.media_box = o;
    if (const Object* o = objects_.get(node, "CropBox")) inherited.crop_box = o;
    inherited.rotation = objects_.number(node, "Rotate", inherited.rotation);
  }

  void add(const Object* node, const Inherited& inherited) {
    if (pages.size() >= kMaxPages) throw LimitError("le document a trop de pages");
    Box box{0, 0, kA4Width, kA4Height};
    read_box(objects_, inherited.media_box, box);
    if (Box crop = box; read_box(objects_, inherited.crop_box, crop)) {
      const Box both = common(box, crop);
      if (both.x1 - both.x0 >= kMinSide && both.y1 - both.y0 >= kMinSide) box = both;
    }
    double unit = objects_.number(node, "UserUnit", 1);
    if (!(unit >= 0.01 && unit <= 1000)) unit = 1;
    const int quarter = static_cast<int>(std::lround(std::fmod(inherited.rotation, 360) / 90) + 4) % 4;

    PageObject page;
    page.page = node;
    page.resources = inherited.resources;
    page.width = (quarter % 2 == 0 ? box.x1 - box.x0 : box.y1 - box.y0) * unit;
    page.height = (quarter % 2 == 0 ? box.y1 - box.y0 : box.x1 - box.x0) * unit;
    switch (quarter) {
      case 0:
        page.to_page = {unit, 0, 0, -unit, -box.x0 * unit, box.y1 * unit};
        break;
      case 1:
        page.to_page = {0, unit, unit, 0, -box.y0 * unit, -box.x0 * unit};
        break;
      case 2:
        page.to_page = {-unit, 0, 0, unit, box.x1 * unit, -box.y0 * unit};
        break;
      default:
        page.to_page = {0, -unit, -unit, 0, box.y1 * unit, box.x1 * unit};
        break;
    }
    pages.push_back(page);
  }

  const Objects& objects_;
  Budget& budget_;
  std::set<Identity> seen_;
};

}  // namespace

std::vector<PageObject> pages_of(const Objects& objects, Budget& budget) {
  Walk walk(objects, budget);
  walk.node(objects.get(objects.get(objects.trailer(), "Root"), "Pages"), {}, 0);
  if (walk.pages.empty()) {
    for (const Object* object : objects.of_type("Page")) walk.node(object, {}, 0);
  }
  return std::move(walk.pages);
}

std::string content_of(const Objects& objects, const Object* page, Budget& budget) {
  const Object* contents = objects.get(page, "Contents");
  if (contents == nullptr) return {};
  if (!contents->IsArray()) {
    std::string content = objects.stream(contents, budget);
    Objects::forget(contents);
    return content;
  }
  std::string content;
  for (std::size_t i = 0; i < size(contents); ++i) {
    const Object* part = objects.item(contents, i);
    content += objects.stream(part, budget);
    content += '\n';
    if (content.size() > kMaxStreamBytes) throw LimitError("le contenu d'une page dépasse la limite");
    Objects::forget(part);
  }
  return content;
}

}  // namespace pst::source::pdf
