#include "output/validate.hpp"

#include <set>

#include "output/json.hpp"
#include "output/walk.hpp"
#include "source/error.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

using plan::Node;

class InvariantCheck {
 public:
  explicit InvariantCheck(const plan::Plan& plan) : plan_(plan) {
    for (const auto& d : plan.diagnostics) {
      if (d.code) doubted_.insert(*d.code);
    }
    for_each_node(plan, [&](const Visit& v) { codes_.insert(v.node.code); });
  }

  std::vector<Finding> run() {
    check_document();
    for_each_node(plan_, [&](const Visit& v) { check_node(v); });
    check_root_order();
    for (std::size_t i = 0; i < plan_.sections.size(); ++i) check_section(i);
    for (std::size_t i = 0; i < plan_.diagnostics.size(); ++i) check_diagnostic(i);
    check_coverage();
    return std::move(findings_);
  }

 private:
  void check_document() {
    const plan::DocumentFacts& facts = plan_.document;
    check_text("/document/title", facts.title);
    if (facts.organisation) check_text("/document/organisation/name", facts.organisation->name);
    check_period("/document/period", facts.period);
    if (facts.source.file.find('/') != std::string::npos) {
      say("/document/source/file", "le nom du fichier porte un dossier");
    }
  }

  void check_node(const Visit& v) {
    const Node& node = v.node;
    const std::string at = v.pointer();
    if (v.up != nullptr && v.up->node.kind >= node.kind) {
      say(at, std::string(plan::facts(node.kind).french) + " sous " +
                  std::string(plan::facts(v.up->node.kind).french) + " : l'échelle des niveaux est rompue");
    }
    if (node.title.empty() && node.kind != plan::Kind::volet && !doubted_.contains(node.code)) {
      say(at + "/title", "titre vide sans diagnostic");
    }
    if (node.title_raw && *node.title_raw == node.title) {
      say(at + "/title_raw", "title_raw répète le titre");
    }
    check_text(at + "/title", node.title);
    check_text(at + "/label", node.label.value_or(""));
    check_text(at + "/description", node.description);
    check_span(at + "/source", node.source);
    check_attributes(at + "/attributes", node.attributes);
    for (std::size_t i = 0; i < node.fields.size(); ++i) {
      check_text(at + "/fields/" + std::to_string(i) + "/value", node.fields[i].value);
    }
  }

  void check_attributes(const std::string& at, const plan::Attributes& attributes) {
    check_period(at + "/period", attributes.period);
    for (std::size_t i = 0; i < attributes.references.size(); ++i) {
      const auto& code = attributes.references[i].code;
      if (code) check_code(at + "/references/" + std::to_string(i) + "/code", *code);
    }
    for (std::size_t i = 0; i < attributes.responsible.size(); ++i) {
      check_text(at + "/responsible/" + std::to_string(i), attributes.responsible[i]);
    }
    for (std::size_t i = 0; i < attributes.indicators.size(); ++i) {
      check_text(at + "/indicators/" + std::to_string(i), attributes.indicators[i]);
    }
  }

  void check_root_order() {
    int before = 0;
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      const int first = plan_.nodes[i].source.first_line;
      if (first < before) say("/nodes/" + std::to_string(i), "la racine n'est pas dans l'ordre du document");
      before = std::max(before, first);
    }
  }

  void check_section(std::size_t i) {
    const std::string at = "/sections/" + std::to_string(i);
    check_text(at + "/title", plan_.sections[i].title);
    check_text(at + "/text", plan_.sections[i].text);
    check_span(at + "/source", plan_.sections[i].source);
  }

  void check_diagnostic(std::size_t i) {
    const source::Diagnostic& diagnostic = plan_.diagnostics[i];
    const std::string at = "/diagnostics/" + std::to_string(i);
    if (diagnostic.code) check_code(at + "/code", *diagnostic.code);
    if (diagnostic.lines) check_lines(at + "/lines", diagnostic.lines->first, diagnostic.lines->second);
    check_text(at + "/message", diagnostic.message);
  }

  void check_coverage() {
    const plan::Coverage& c = plan_.coverage;
    const long long sum = 0LL + c.nodes + c.sections + c.furniture + c.unassigned;
    if (sum != c.lines) {
      say("/coverage/lines",
          std::to_string(c.lines) + " lignes, mais la somme des parts est " + std::to_string(sum));
    }
    if (c.unassigned != 0) say("/coverage/unassigned", std::to_string(c.unassigned) + " lignes sans place");
  }

  void check_span(const std::string& at, const source::Span& span) {
    check_lines(at + "/lines", span.first_line, span.last_line);
    const auto& pages = plan_.document.source.pages;
    if (span.page && pages && *span.page > *pages) {
      say(at + "/page", "page " + std::to_string(*span.page) + " d'un document de " + std::to_string(*pages));
    }
    if (span.box && (span.box->x0 > span.box->x1 || span.box->y0 > span.box->y1)) {
      say(at + "/bbox", "les bords du cadre sont inversés");
    }
  }

  void check_lines(const std::string& at, int first, int last) {
    if (first < 1 || first > last)
      return say(at, "lignes " + std::to_string(first) + " à " + std::to_string(last));
    // The model does not count blank lines; a text has at least a byte a line, the last one apart.
    const auto& file = plan_.document.source;
    if (file.media_type == "text/plain" && static_cast<std::uint64_t>(last) > file.bytes + 1) {
      say(at, "ligne " + std::to_string(last) + " au-delà de la fin du document");
    }
  }

  void check_period(const std::string& at, const std::optional<plan::Period>& period) {
    if (period && period->start && period->end && *period->start > *period->end) {
      say(at, "la période finit avant de commencer");
    }
  }

  void check_code(const std::string& at, const std::string& code) {
    if (!codes_.contains(code)) say(at, "aucun nœud n'a le code " + code);
  }

  void check_text(const std::string& at, std::string_view text) {
    if (text::nfc(text) != text) say(at, "le texte n'est pas en NFC");
  }

  void say(std::string pointer, std::string message) {
    findings_.push_back({std::move(pointer), std::move(message)});
  }

  const plan::Plan& plan_;
  std::set<std::string> codes_;
  std::set<std::string> doubted_;  ///< codes that a diagnostic points at
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_invariants(const plan::Plan& plan) {
  std::vector<Finding> findings = InvariantCheck(plan).run();
  const std::vector<Finding> codes = check_codes(plan);
  findings.insert(findings.end(), codes.begin(), codes.end());
  return findings;
}

std::vector<Finding> validate(std::string_view text) {
  try {
    std::vector<Finding> findings = check_schema(text);
    if (findings.empty()) findings = check_invariants(from_json(text));
    return findings;
  } catch (const Error& e) {
    return {{"", e.what()}};
  }
}

}  // namespace pst::output
