// How well a marker fits what stands before it: the rating that decoding maximises.
#pragma once

#include <array>

#include "plan/candidate.hpp"

namespace pst::plan {

/// What is open at a point of the document, and the last numbers seen.
struct Path {
  std::array<int, kKinds> open{};         ///< candidate that opened each rung, -1 for none
  std::array<int, kKinds> last_child{};   ///< last candidate of each kind below the open parent, -1 for none
  std::array<int, kKinds> last_any{};     ///< last candidate of each kind anywhere, -1 for none
  std::array<int, kKinds> last_parent{};  ///< rung that the last node of each kind stood below, -1 for none
  int pending = -1;     ///< kind of a weakly marked node that nothing stands below yet, -1 for none
  bool closed = false;  ///< behind the end of the plan proper

  Path();
  bool operator==(const Path&) const = default;

  /// The path once the candidate has opened a node of that kind.
  void open_node(int candidate, Kind kind);
  /// Nearest open rung above `kind`, -1 for none.
  int parent_of(Kind kind) const;
};

/// Rating of opening a node of that kind at that point; above zero speaks for it.
float rate_opening(const Candidates& all, int candidate, Kind kind, const Path& path);

/// Whether its number is the only one that may stand there: it follows its sibling or is the first, and
/// begins with its parent's number where it has several parts.
bool is_expected(const Candidates& all, int candidate, Kind kind, const Path& path);

/// Rating of taking a candidate for plain text; zero or below.
float rate_rejection(const Candidates& all, int candidate, const Path& path);

}  // namespace pst::plan
