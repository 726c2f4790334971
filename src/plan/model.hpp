// The plan: what every other program relies on (JSON is written from this and read back to it).
// Source: the plan model (schema_version 1.0).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plan/kinds.hpp"
#include "source/place.hpp"

namespace pst::plan {

inline constexpr const char* kSchemaVersion = "1.0";

/// Calendar years, both inclusive; one year is both.
struct Period {
  std::optional<int> start;
  std::optional<int> end;
  bool operator==(const Period&) const = default;
};

/// A sum the plan states for a node, with what is stated of it.
struct Budget {
  std::optional<double> amount;
  std::string currency;  ///< ISO 4217, "EUR"
  std::optional<int> year;
  std::string source;  ///< who pays, as written; empty when not stated
  bool operator==(const Budget&) const = default;
};

/// A pointer to something else: as written, and the code of its target where that is in this plan.
struct Reference {
  std::string raw;
  std::optional<std::string> code;
  bool operator==(const Reference&) const = default;
};

/// What the plan states for that very node; nothing is inherited. Absent means not stated.
struct Attributes {
  std::optional<std::string> priority;  ///< high, medium, low
  std::optional<std::string> status;    ///< not_started, in_progress, waiting, blocked, completed, cancelled
  std::optional<Period> period;
  std::optional<std::string> recurrence;  ///< daily, weekly, monthly, quarterly, half_yearly, yearly …
  std::vector<std::string> responsible;   ///< names or services as written
  std::vector<std::string> indicators;
  std::vector<Budget> budget;
  std::vector<Reference> references;
  bool annex = false;  ///< printed for information, belongs to another body
  bool operator==(const Attributes&) const = default;
};

/// A labelled field or column that the model has no attribute for (`Partenaires`, `Public cible` …).
struct Field {
  std::string name;
  std::string value;
  bool operator==(const Field&) const = default;
};

struct Node {
  Kind kind = Kind::action;
  std::string code;
  std::optional<std::string> label;   ///< the marker as written; none for a bullet or a bare cell
  std::optional<std::string> number;  ///< canonical: components joined by dots
  std::string title;
  std::optional<std::string> title_raw;  ///< what stood there, where OCR repair changed the title
  std::string description;               ///< prose below the heading that is not its title
  Attributes attributes;
  std::vector<Field> fields;
  source::Span source;  ///< the node's own words
  std::vector<Node> children;
};

/// Text outside the tree: front matter, a preamble, a table of figures, an annex.
struct Section {
  std::string title;
  std::string text;
  source::Span source;
};

/// Non-blank source lines by where they ended. `lines` is the sum of the others.
struct Coverage {
  int lines = 0;
  int nodes = 0;
  int sections = 0;
  int furniture = 0;
  int unassigned = 0;
};

struct Organisation {
  std::string name;
  std::string kind;                ///< "CPAS" or "commune"
  std::optional<std::string> ins;  ///< Statbel's INS (NIS) code, where the municipality is known
};

/// Which grammar reads the document best, how sure that is, and what came second.
struct Scheme {
  std::string name;
  double confidence = 0;  ///< 0 to 1
  std::string runner_up;
  double runner_up_confidence = 0;
};

struct SourceFile {
  std::string file;        ///< name without folder
  std::string media_type;  ///< "text/plain", "application/pdf"
  std::uint64_t bytes = 0;
  std::string sha256;    ///< lower-case hexadecimal
  std::string encoding;  ///< IANA name, for text
  std::optional<int> pages;
  std::optional<double> ocr_confidence;  ///< 0 to 1, where the text comes from OCR
};

struct DocumentFacts {
  std::optional<Organisation> organisation;
  std::string title;
  std::optional<Period> period;           ///< a span that the plan states
  std::optional<int> year;                ///< a lone year in the title
  std::optional<std::string> adopted_on;  ///< ISO 8601 date
  SourceFile source;
  Scheme scheme;
};

struct Plan {
  std::string schema_version = kSchemaVersion;
  DocumentFacts document;
  std::vector<Node> nodes;  ///< roots in document order
  std::vector<Section> sections;
  std::vector<source::Diagnostic> diagnostics;
  Coverage coverage;
};

/// How one source line was read, for `pst explain`.
struct LineReading {
  int line = 0;
  std::optional<int> page;
  std::string klass;    ///< node, title, attribute, description, section, furniture, blank
  std::string rule;     ///< name of the rule that decided, e.g. "marker:oo"; empty where none did
  std::string grammar;  ///< grammar that holds the rule
  std::string code;     ///< node the line went to; empty for sections and furniture
  std::string text;     ///< as read
};

/// A plan and the reasons for it.
struct Extraction {
  Plan plan;
  std::vector<LineReading> trace;  ///< one entry a source line; empty unless asked for
};

}  // namespace pst::plan
