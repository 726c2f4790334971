#include "source/error.hpp"

#include <utility>

namespace pst {
namespace {

std::string sentence(const Error::Where& where, const std::string& problem, const std::string& advice) {
  std::string out = where.file;
  if (where.page) out += (out.empty() ? "" : ", ") + std::string("page ") + std::to_string(*where.page);
  if (where.line) out += (out.empty() ? "ligne " : ":") + std::to_string(*where.line);
  if (where.line && where.column) out += ":" + std::to_string(*where.column);
  if (!out.empty()) out += " : ";
  out += problem;
  if (!advice.empty()) out += " ; " + advice;
  return out;
}

}  // namespace

Error::Error(Where where, std::string problem, std::string advice)
    : std::runtime_error(sentence(where, problem, advice)),
      where_(std::move(where)),
      problem_(std::move(problem)),
      advice_(std::move(advice)) {}

Error Error::in_file(const std::string& file) const {
  Where where = where_;
  if (where.file.empty()) where.file = file;
  return {where, problem_, advice_};
}

}  // namespace pst
