#include "source/page_survey.hpp"

#define POINTERHOLDER_TRANSITION 4  // qpdf asks its users to say that they use std::shared_ptr

#include <algorithm>
#include <cmath>
#include <exception>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "source/bounded_pipe.hpp"
#include "source/stored_picture.hpp"

namespace pst::source {
namespace {

constexpr int kDeepestForm = 8;
constexpr int kMostForms = 400;                     // painted on one page
constexpr std::size_t kMostContent = 32ULL << 20U;  // bytes of one content stream
constexpr std::size_t kMostPictures = 4000;         // a page
constexpr std::size_t kMostOperands = 64;

Box rectangle(QPDFObjectHandle array, Box otherwise) {
  if (!array.isArray() || array.getArrayNItems() != 4) return otherwise;
  double v[4];
  for (int i = 0; i < 4; ++i) {
    if (!array.getArrayItem(i).getValueAsNumber(v[i]) || !std::isfinite(v[i])) return otherwise;
  }
  return {std::min(v[0], v[2]), std::min(v[1], v[3]), std::max(v[0], v[2]), std::max(v[1], v[3])};
}

std::optional<Affine> matrix(const std::vector<QPDFObjectHandle>& six) {
  double v[6];
  if (six.size() < 6) return std::nullopt;
  for (std::size_t i = 0; i < 6; ++i) {
    QPDFObjectHandle number = six[six.size() - 6 + i];
    if (!number.getValueAsNumber(v[i])) return std::nullopt;
  }
  const Affine m{v[0], v[1], v[2], v[3], v[4], v[5]};
  return m.finite() ? std::optional(m) : std::nullopt;
}

/// Follows a page's content, its forms included, as far as pictures are concerned.
class Surveyor {
 public:
  Surveyor(QPDF& pdf, Survey& survey, std::vector<QPDFObjectHandle>& objects)
      : pdf_(pdf), survey_(survey), objects_(objects) {}

  void content(QPDFObjectHandle streams, QPDFObjectHandle resources, const Affine& to_page, int depth) {
    std::string bytes;
    if (streams.isStream()) {
      append_decoded(streams, kMostContent, bytes);
    } else if (streams.isArray()) {
      for (QPDFObjectHandle stream : streams.getArrayAsVector()) {
        if (stream.isStream()) append_decoded(stream, kMostContent, bytes);
        bytes += '\n';
      }
    }
    Interpreter interpreter(*this, resources, to_page, depth);
    QPDFObjectHandle::parseContentStream(pdf_.newStream(bytes), &interpreter);
  }

 private:
  class Interpreter : public QPDFObjectHandle::ParserCallbacks {
   public:
    Interpreter(Surveyor& surveyor, QPDFObjectHandle resources, const Affine& to_page, int depth)
        : surveyor_(surveyor), resources_(resources), depth_(depth), state_{to_page, 0} {}

    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
      if (!object.isOperator()) {
        if (operands_.size() < kMostOperands) operands_.push_back(object);
        return;
      }
      apply(object.getOperatorValue());
      operands_.clear();
    }
    void handleEOF() override {}

   private:
    struct State {
      Affine to_page;
      int text_mode;
    };

    void apply(const std::string& op) {
      static constexpr std::string_view kPaint = " f F f* B B* b b* S s sh ", kShow = " Tj TJ ' \" ";
      constexpr std::size_t kDeepest = 256;
      const std::string spaced = " " + op + " ";
      if (op == "q") {
        if (saved_.size() < kDeepest) saved_.push_back(state_);
      } else if (op == "Q") {
        if (saved_.empty()) return;
        state_ = saved_.back();
        saved_.pop_back();
      } else if (op == "cm") {
        if (const auto m = matrix(operands_)) state_.to_page = m->then(state_.to_page);
      } else if (op == "Tr") {
        if (!operands_.empty() && operands_.back().isInteger()) {
          state_.text_mode = operands_.back().getIntValueAsInt();
        }
      } else if (op == "Do") {
        if (!operands_.empty() && operands_.back().isName()) paint(operands_.back().getName());
      } else if (op == "ID") {
        inline_picture();
      } else if (kShow.find(spaced) != std::string_view::npos) {
        constexpr int kInvisible = 3;
        surveyor_.survey_.shown += state_.text_mode != kInvisible;
      } else if (kPaint.find(spaced) != std::string_view::npos) {
        ++surveyor_.survey_.drawn;
      }
    }

    void paint(const std::string& name) {
      if (!resources_.isDictionary()) return;
      QPDFObjectHandle all = resources_.getKey("/XObject");
      QPDFObjectHandle object = all.isDictionary() ? all.getKey(name) : QPDFObjectHandle::newNull();
      if (!object.isStream()) return;
      QPDFObjectHandle dict = object.getDict();
      if (dict.getKey("/Subtype").isNameAndEquals("/Image")) {
        add(dict.getKey("/Width"), dict.getKey("/Height"), object);
      } else if (depth_ < kDeepestForm && ++surveyor_.forms_ < kMostForms) {
        Affine to_page = state_.to_page;
        if (dict.getKey("/Matrix").isArray()) {
          if (const auto m = matrix(dict.getKey("/Matrix").getArrayAsVector())) to_page = m->then(to_page);
        }
        QPDFObjectHandle own = dict.getKey("/Resources");
        surveyor_.content(object, own.isDictionary() ? own : resources_, to_page, depth_ + 1);
      }
    }

    void inline_picture() {
      QPDFObjectHandle width = QPDFObjectHandle::newNull(), height = width;
      for (std::size_t i = 0; i + 1 < operands_.size(); ++i) {
        if (!operands_[i].isName()) continue;
        const std::string key = operands_[i].getName();
        if (key == "/W" || key == "/Width") width = operands_[i + 1];
        if (key == "/H" || key == "/Height") height = operands_[i + 1];
      }
      add(width, height, QPDFObjectHandle::newNull());
    }

    void add(QPDFObjectHandle width, QPDFObjectHandle height, QPDFObjectHandle object) {
      if (!width.isInteger() || !height.isInteger()) return;
      Picture picture;
      picture.width = width.getIntValueAsInt();
      picture.height = height.getIntValueAsInt();
      if (picture.width < 1 || picture.height < 1) return;
      if (surveyor_.survey_.pictures.size() >= kMostPictures) return;
      picture.to_page = pixels_to_unit(picture.width, picture.height).then(state_.to_page);
      if (!picture.to_page.finite()) return;
      if (object.isStream()) {
        picture.object = static_cast<int>(surveyor_.objects_.size());
        surveyor_.objects_.push_back(object);
      }
      surveyor_.survey_.pictures.push_back(picture);
    }

    Surveyor& surveyor_;
    QPDFObjectHandle resources_;
    int depth_;
    State state_;
    std::vector<State> saved_;
    std::vector<QPDFObjectHandle> operands_;
  };

  QPDF& pdf_;
  Survey& survey_;
  std::vector<QPDFObjectHandle>& objects_;
  int forms_ = 0;
};

}  // namespace

struct PdfPictures::Impl {
  QPDF pdf;
  std::vector<QPDFObjectHandle> pages;
  std::vector<QPDFObjectHandle> objects;
};

PdfPictures::PdfPictures(std::string_view bytes, const std::string& password)
    : impl_(std::make_unique<Impl>()) {
  impl_->pdf.setSuppressWarnings(true);
  try {
    impl_->pdf.processMemoryFile("pdf", bytes.data(), bytes.size(),
                                 password.empty() ? nullptr : password.c_str());
    impl_->pages = impl_->pdf.getAllPages();
  } catch (const std::exception&) {
    impl_->pages.clear();  // whoever reads the text says what is wrong with the file
  }
}

PdfPictures::~PdfPictures() = default;

int PdfPictures::pages() const {
  return static_cast<int>(impl_->pages.size());
}

Survey PdfPictures::survey(int number) {
  Survey survey;
  if (number < 1 || number > pages()) return survey;
  try {
    QPDFPageObjectHelper page(impl_->pages[static_cast<std::size_t>(number - 1)]);
    constexpr Box kA4{0, 0, 595.28, 841.89};
    const Box media = rectangle(page.getAttribute("/MediaBox", false), kA4);
    Box crop = rectangle(page.getAttribute("/CropBox", false), media);
    crop = {std::max(crop.x0, media.x0), std::max(crop.y0, media.y0), std::min(crop.x1, media.x1),
            std::min(crop.y1, media.y1)};
    if (!(crop.x1 > crop.x0 && crop.y1 > crop.y0)) crop = media;
    QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    double unit = 1;
    if (!page.getObjectHandle().getKey("/UserUnit").getValueAsNumber(unit) || !(unit > 0)) unit = 1;
    const Affine to_page = user_to_page(crop, rotate.isInteger() ? rotate.getIntValueAsInt() : 0, unit);
    const Box shown = to_page.map(crop);
    survey.width = shown.x1;
    survey.height = shown.y1;
    Surveyor(impl_->pdf, survey, impl_->objects)
        .content(page.getObjectHandle().getKey("/Contents"), page.getAttribute("/Resources", false), to_page,
                 0);
  } catch (const std::exception&) {
    // What was found before the damage still counts.
  }
  return survey;
}

std::unique_ptr<PdfPictures::Stored> PdfPictures::stored(const Picture& picture, std::size_t most_bytes) {
  if (picture.object < 0) return nullptr;
  try {
    return read_stored(impl_->objects[static_cast<std::size_t>(picture.object)], picture.width,
                       picture.height, most_bytes);
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace pst::source
