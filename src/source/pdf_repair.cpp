#include "source/pdf_repair.hpp"

#define POINTERHOLDER_TRANSITION 4  // qpdf asks its users to say that they use std::shared_ptr

#include <algorithm>
#include <cctype>
#include <memory>
#include <optional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>

namespace pst::source::pdf {

namespace {

constexpr std::size_t kMaxRepairedBytes = std::size_t{96} << 20;  ///< input and output are both in memory

/// Lets the writing end when the time is over.
class Watch : public QPDFWriter::ProgressReporter {
 public:
  explicit Watch(const Budget& budget) : budget_(budget) {}
  void reportProgress(int) override { budget_.check_time(); }

 private:
  const Budget& budget_;
};

std::string rewritten(std::string_view bytes, const std::string& password, const Budget& budget) {
  const auto pdf = QPDF::create();
  pdf->setSuppressWarnings(true);
  pdf->setAttemptRecovery(true);
  pdf->processMemoryFile("", bytes.data(), bytes.size(), password.c_str());
  if (!pdf->getRoot().isDictionary()) throw std::runtime_error("no catalogue");
  budget.check_time();
  QPDFWriter writer(*pdf);
  writer.setOutputMemory();
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setPreserveEncryption(false);
  writer.setStaticID(true);
  writer.registerProgressReporter(std::make_shared<Watch>(budget));
  writer.write();
  const std::unique_ptr<Buffer> buffer(writer.getBuffer());
  return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

std::string rewritten_with_any(std::string_view bytes, const std::string& password, const Budget& budget) {
  try {
    try {
      return rewritten(bytes, "", budget);
    } catch (const QPDFExc& e) {
      if (e.getErrorCode() != qpdf_e_password || password.empty()) throw;
      return rewritten(bytes, password, budget);
    }
  } catch (const QPDFExc& e) {
    if (e.getErrorCode() == qpdf_e_password) throw PasswordError(e.what());
    throw;
  }
}

/// "12 0" before the `obj` that ends at `end`; empty where there is none.
std::string_view number_before(std::string_view bytes, std::size_t end) {
  std::size_t at = end;
  const auto back_over = [&](auto is) {
    const std::size_t from = at;
    while (at > 0 && is(static_cast<unsigned char>(bytes[at - 1]))) --at;
    return from != at;
  };
  const auto digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  const auto space = [](unsigned char c) { return std::isspace(c) != 0; };
  back_over(space);
  const std::size_t last = at;
  if (!back_over(digit) || !back_over(space) || !back_over(digit)) return {};
  return bytes.substr(at, last - at);
}

/// The last object whose text holds `/Type /<type>`, as "12 0".
std::optional<std::string> object_of_type(std::string_view bytes, std::string_view type) {
  const std::string name = "/" + std::string(type);
  for (std::size_t at = bytes.rfind(name); at != bytes.npos && at > 0; at = bytes.rfind(name, at - 1)) {
    const std::size_t behind = at + name.size();
    if (behind < bytes.size() && std::isalnum(static_cast<unsigned char>(bytes[behind])) != 0) continue;
    std::string_view before = bytes.substr(0, at);
    while (!before.empty() && std::isspace(static_cast<unsigned char>(before.back())) != 0)
      before.remove_suffix(1);
    if (!before.ends_with("/Type")) continue;
    const std::size_t object = before.rfind("obj");
    if (object == before.npos || before.substr(object).find("endobj") != before.npos) continue;
    if (const auto number = number_before(bytes, object); !number.empty()) return std::string(number);
  }
  return std::nullopt;
}

/// The bytes with a trailer for the catalogue that is in them, or with a catalogue for the page tree.
std::optional<std::string> with_trailer(std::string_view bytes) {
  std::string out(bytes);
  if (const auto catalogue = object_of_type(bytes, "Catalog")) {
    out += "\ntrailer\n<< /Root " + *catalogue + " R >>\nstartxref\n0\n%%EOF\n";
    return out;
  }
  if (const auto pages = object_of_type(bytes, "Pages")) {
    out += "\n499999 0 obj\n<< /Type /Catalog /Pages " + *pages + " R >>\nendobj\ntrailer\n";
    out += "<< /Root 499999 0 R >>\nstartxref\n0\n%%EOF\n";
    return out;
  }
  return std::nullopt;
}

}  // namespace

std::string repaired(std::string_view bytes, const std::string& password, const Budget& budget) {
  if (bytes.size() > kMaxRepairedBytes) throw LimitError("le fichier est trop grand pour être réparé");
  // Nothing that could be called an object: do not search it for one, byte by byte.
  if (bytes.find("obj") == bytes.npos) throw std::runtime_error("no objects");
  try {
    return rewritten_with_any(bytes, password, budget);
  } catch (const PasswordError&) {
    throw;
  } catch (const LimitError&) {
    throw;
  } catch (const std::exception&) {
    const auto mended = with_trailer(bytes);
    if (!mended) throw;
    return rewritten_with_any(*mended, password, budget);
  }
}

}  // namespace pst::source::pdf
