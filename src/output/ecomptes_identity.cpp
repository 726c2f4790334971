#include "output/ecomptes_identity.hpp"

#include "source/digest.hpp"
#include "text/unicode.hpp"

namespace pst::output {

std::string uuid_of(std::string_view text) {
  std::string hex = source::sha256_hex(text).substr(0, 32);
  hex[12] = '8';  // the version
  constexpr std::string_view kVariant = "89ab";
  hex[16] = kVariant[static_cast<std::size_t>(hex[16]) % kVariant.size()];
  for (const std::size_t at : {8U, 13U, 18U, 23U}) hex.insert(at, "-");
  return hex;
}

std::string identity_of(const plan::Plan& plan) {
  const plan::DocumentFacts& facts = plan.document;
  const std::optional<int> start = facts.period ? facts.period->start : facts.year;
  if (!facts.organisation || !start) return "pst:" + facts.source.sha256;
  const plan::Organisation& who = *facts.organisation;
  return "pst:" + who.kind + ":" + who.ins.value_or(text::fold(who.name)) + ":" + std::to_string(*start);
}

std::string element_id(const std::string& plan_id, const std::string& code) {
  return uuid_of(plan_id + "/" + code);
}

std::string imported_fact(const plan::Plan& plan, std::string_view key) {
  const std::string head = std::string(key) + " : ";
  for (const plan::Section& section : plan.sections) {
    if (section.title != kIdentitySection) continue;
    std::string_view text = section.text;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (text.starts_with(head)) return std::string(text.substr(head.size(), end - head.size()));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  return {};
}

}  // namespace pst::output
