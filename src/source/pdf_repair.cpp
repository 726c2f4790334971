#include "source/pdf_repair.hpp"

#include <qpdf/qpdf-c.h>  // its C++ headers do not pass clang's C++20

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace pst::source::pdf {

namespace {

constexpr std::size_t kMaxRepairedBytes = std::size_t{96} << 20;  ///< input and output are both in memory

struct Close {
  void operator()(qpdf_data qpdf) const {
    if (qpdf_has_error(qpdf) != QPDF_FALSE) qpdf_get_error(qpdf);  // else it is printed
    qpdf_cleanup(&qpdf);
  }
};
using Qpdf = std::unique_ptr<std::remove_pointer_t<qpdf_data>, Close>;

/// Throws what qpdf complains of, if it does.
void check(qpdf_data qpdf, QPDF_ERROR_CODE code) {
  if ((code & QPDF_ERRORS) == 0 && qpdf_has_error(qpdf) == QPDF_FALSE) return;
  const qpdf_error error = qpdf_get_error(qpdf);
  const std::string problem = error == nullptr ? "" : qpdf_get_error_message_detail(qpdf, error);
  if (error != nullptr && qpdf_get_error_code(qpdf, error) == qpdf_e_password) throw PasswordError(problem);
  throw std::runtime_error(problem);
}

/// PoDoFo finds a trailer near the end of a file only: what writers add of their own must not make it long.
void drop_private_keys(qpdf_data qpdf) {
  constexpr std::array<std::string_view, 4> kNeeded{"/Root", "/Info", "/ID", "/Encrypt"};
  const qpdf_oh trailer = qpdf_get_trailer(qpdf);
  std::vector<std::string> others;
  qpdf_oh_begin_dict_key_iter(qpdf, trailer);
  while (qpdf_oh_dict_more_keys(qpdf) == QPDF_TRUE) {
    std::string key = qpdf_oh_dict_next_key(qpdf);
    if (std::find(kNeeded.begin(), kNeeded.end(), key) == kNeeded.end()) others.push_back(std::move(key));
  }
  for (const std::string& key : others) qpdf_oh_remove_key(qpdf, trailer, key.c_str());
}

std::string rewritten(std::string_view bytes, const std::string& password, const Budget& budget) {
  const Qpdf owner(qpdf_init());
  qpdf_data const qpdf = owner.get();
  qpdf_silence_errors(qpdf);
  qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery(qpdf, QPDF_TRUE);
  check(qpdf, qpdf_read_memory(qpdf, "", bytes.data(), bytes.size(), password.c_str()));
  const qpdf_oh root = qpdf_get_root(qpdf);
  check(qpdf, QPDF_SUCCESS);
  if (qpdf_oh_is_dictionary(qpdf, root) == QPDF_FALSE) throw std::runtime_error("no catalogue");
  drop_private_keys(qpdf);
  budget.check_time();
  check(qpdf, qpdf_init_write_memory(qpdf));
  qpdf_set_stream_data_mode(qpdf, qpdf_s_preserve);
  qpdf_set_object_stream_mode(qpdf, qpdf_o_disable);
  qpdf_set_preserve_encryption(qpdf, QPDF_FALSE);
  qpdf_set_static_ID(qpdf, QPDF_TRUE);
  check(qpdf, qpdf_write(qpdf));
  const auto* buffer = reinterpret_cast<const char*>(qpdf_get_buffer(qpdf));
  return std::string(buffer, qpdf_get_buffer_length(qpdf));
}

std::string rewritten_with_any(std::string_view bytes, const std::string& password, const Budget& budget) {
  try {
    return rewritten(bytes, "", budget);
  } catch (const PasswordError&) {
    if (password.empty()) throw;
    return rewritten(bytes, password, budget);
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
