// Plans to and from the programs that Walloon municipalities and CPAS run them with: eComptes and iA.PST.
// How the one becomes the other: docs/ecomptes.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/model.hpp"

namespace pst::output {

/// What the user says instead of the plan; empty where the plan's own facts count.
struct EcomptesOptions {
  std::optional<int> exercise;  ///< the year of every element
  std::string ins;              ///< five digits
  std::string id;               ///< of the plan, at most 40 characters; element ids follow from it
};

/// What the format has no element for.
struct NotCarried {
  std::string code;        ///< of the node; empty for the document
  std::string what;        ///< in French: `priorité`, `indicateurs` …
  std::string detail;      ///< the value, as text
  bool described = false;  ///< it stands in the element's description; else it is not in the file at all
};

struct EcomptesFile {
  std::string xml;
  std::vector<NotCarried> not_carried;  ///< in the order of the plan
};

/// The plan in eComptes' exchange format 201805V1, valid against its schema whatever the plan.
EcomptesFile to_ecomptes(const plan::Plan& plan, const EcomptesOptions& options = {});

/// The report of what was not carried, as JSON with a final line feed.
std::string not_carried_json(const std::vector<NotCarried>& items);

/// The plan of an exchange: what eComptes imports or hands back (with articles and projections), or what
/// iA.PST exports. Codes follow the rules of extraction; what the model has no place for stands in fields or
/// diagnostics. Throws pst::Error where the bytes are no such XML.
plan::Plan from_ecomptes(std::string_view bytes, const std::string& file_name);

}  // namespace pst::output
