// Codes against the rule that makes them: unique, and derived from kind, number, parent and position.
#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "output/validate.hpp"
#include "output/walk.hpp"

namespace pst::output {

namespace {

using plan::Kind;
using plan::Node;

/// `3bis`: digits with letters behind them.
bool has_suffix(std::string_view number) {
  const std::string_view last = number.substr(number.rfind('.') + 1);
  return last.size() > 1 && std::isdigit(static_cast<unsigned char>(last.front())) != 0 &&
         std::isdigit(static_cast<unsigned char>(last.back())) == 0;
}

/// The ordinal that a number's last component stands for: `1.1.3` 3, `2.2.3.A` 1, `2.b` 2. Nothing where the
/// component is neither a number (with or without a suffix) nor one letter.
std::optional<std::string> ordinal_of(std::string_view number) {
  const auto dot = number.rfind('.');
  const std::string_view last = dot == number.npos ? number : number.substr(dot + 1);
  if (last.size() == 1 && std::isalpha(static_cast<unsigned char>(last[0])) != 0) {
    return std::to_string(std::tolower(static_cast<unsigned char>(last[0])) - 'a' + 1);
  }
  unsigned long long value = 0;
  const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), value);
  if (error != std::errc{}) return std::nullopt;
  return std::to_string(value);
}

class CodeCheck {
 public:
  explicit CodeCheck(const plan::Plan& plan) : plan_(plan) {
    for (const auto& d : plan.diagnostics) {
      if (d.code) doubted_.insert(*d.code);
    }
    for_each_node(plan, [&](const Visit& v) { codes_.insert(v.node.code); });
  }

  std::vector<Finding> run() {
    for_each_node(plan_, [&](const Visit& v) { check(v); });
    check_volets_in_front();
    return std::move(findings_);
  }

 private:
  void check(const Visit& v) {
    const Node& node = v.node;
    if (!seen_.insert(node.code).second) {
      say(v.pointer(), "le code " + node.code + " sert déjà à un autre nœud");
    }
    if (node.kind == Kind::volet) return check_volet(v);
    if (node.kind == Kind::axis) return check_axis(v);
    for (const std::string& prefix : prefixes(v)) {
      if (node.code.starts_with(prefix)) return check_segment(v, prefix);
    }
    say(v.pointer(), "le code " + node.code + " ne prolonge pas celui de son parent");
  }

  void check_volet(const Visit& v) {
    const std::string& code = v.node.code;
    const std::string expected = "V" + std::to_string(v.position_in_plan);
    if (code != "VI" && code != "VE" && code != expected) {
      say(v.pointer(), "le code " + code + " devrait être VI, VE ou " + expected);
    }
  }

  void check_axis(const Visit& v) {
    const std::string expected = "AX" + std::to_string(v.position_in_plan);
    if (v.node.code != expected) say(v.pointer(), "le code " + v.node.code + " devrait être " + expected);
  }

  /// What may stand before a node's own segment: the code of the parent, where that is part of codes; else
  /// the volet, the axis or both, where they tell it from a namesake, or nothing.
  static std::vector<std::string> prefixes(const Visit& v) {
    if (v.up != nullptr && plan::facts(v.up->node.kind).in_codes) return {v.up->node.code + "-"};
    const auto front = [&](Kind kind) {
      const Visit* up = v.up;
      while (up != nullptr && up->node.kind != kind) up = up->up;
      return up == nullptr ? std::string() : up->node.code + "-";
    };
    return {front(Kind::volet) + front(Kind::axis), front(Kind::volet), front(Kind::axis), ""};
  }

  void check_segment(const Visit& v, const std::string& prefix) {
    const Node& node = v.node;
    const std::string segment = node.code.substr(prefix.size());
    const std::string kind(plan::facts(node.kind).segment);
    // Where nothing above is part of the code, all of a kind that share the front count together.
    const int together = ++heads_[prefix + kind];
    const bool whole = node.kind == Kind::strategic_objective;
    const std::optional<std::string> ordinal =
        !node.number ? std::nullopt : (whole ? node.number : ordinal_of(*node.number));
    const std::string expected = kind + ordinal.value_or(std::to_string(v.position));
    if (segment == expected) return;
    if (!stands_for_position(segment, kind, v.position, prefix) &&
        !stands_for_position(segment, kind, together, prefix)) {
      return say(v.pointer(), "le code " + node.code + " devrait finir par " + expected);
    }
    const bool plain_number = ordinal && (whole || !has_suffix(*node.number));
    if (plain_number && !doubted_.contains(node.code)) {
      say(v.pointer(), "le code " + node.code + " s'écarte du numéro (" + expected +
                           " attendu) sans diagnostic qui le dise");
    }
  }

  /// Whether a segment is that of a position, or of the next one that was free.
  bool stands_for_position(const std::string& segment, const std::string& kind, int position,
                           const std::string& prefix) const {
    int ordinal = 0;
    const char* const end = segment.data() + segment.size();
    if (!segment.starts_with(kind)) return false;
    const auto read = std::from_chars(segment.data() + kind.size(), end, ordinal);
    if (read.ec != std::errc{} || read.ptr != end || ordinal < position) return false;
    for (int taken = position; taken < ordinal; ++taken) {
      if (!codes_.contains(prefix + kind + std::to_string(taken))) return false;
    }
    return true;
  }

  /// Volets stand in front of strategic objectives' codes where their numbering starts again, then in all of
  /// them; and nowhere where it does not.
  void check_volets_in_front() {
    std::set<std::string> bare_codes;
    std::string first_without;
    bool any = false;
    bool needed = false;
    for_each_node(plan_, [&](const Visit& v) {
      if (v.node.kind != Kind::strategic_objective) return;
      const Visit* volet = v.up;
      while (volet != nullptr && volet->node.kind != Kind::volet) volet = volet->up;
      const std::string front = volet == nullptr ? "" : volet->node.code + "-";
      const bool with = !front.empty() && v.node.code.starts_with(front);
      any = any || with;
      if (!with && volet != nullptr && first_without.empty()) first_without = v.pointer();
      needed = !bare_codes.insert(with ? v.node.code.substr(front.size()) : v.node.code).second || needed;
    });
    if (any && !first_without.empty()) say(first_without, "le volet manque devant le code, d'autres l'ont");
    if (any && !needed) say("/nodes", "le volet est devant les codes sans que la numérotation recommence");
  }

  void say(std::string pointer, std::string message) {
    findings_.push_back({std::move(pointer), std::move(message)});
  }

  const plan::Plan& plan_;
  std::set<std::string> doubted_;  ///< codes that a diagnostic points at
  std::set<std::string> codes_;
  std::set<std::string> seen_;
  std::map<std::string, int> heads_;  ///< prefix and kind: how many so far
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_codes(const plan::Plan& plan) {
  return CodeCheck(plan).run();
}

}  // namespace pst::output
