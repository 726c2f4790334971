// Labels that stand behind their titles: `Loger chacun (O.S. 1)`, or in the margin beside them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "grammar/reader.hpp"
#include "plan/candidate.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

struct LabelBehind {
  int piece = 0;               ///< where its title begins
  std::size_t rest = 0;        ///< behind the title's list sign
  int at = 0;                  ///< the piece that ends with the label; one of the title's lines
  std::size_t kept = 0;        ///< bytes of that piece which are wording
  bool in_margin = false;      ///< beside the title's first line: others may follow
  grammar::MarkerMatch match;  ///< places are those within `label`
  std::string label;
};

/// Such labels by the pieces that their titles begin with; each is one candidate among the others. A label
/// that a line begins with elsewhere, or that is said twice, is a pointer to its node; none are returned
/// where most are.
std::vector<LabelBehind> find_labels_behind(const Scan& scan, grammar::Reader& reader);

/// The candidate that such a title is, its family left open.
Candidate candidate_of(const LabelBehind& behind, const Scan& scan);

}  // namespace pst::plan
