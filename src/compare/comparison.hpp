// Several plans side by side: all that a report shows, worked out once. Reports format it and compute
// nothing.
//
// Nodes of all plans stand in one flat list, plan after plan, each plan in document order; everything else
// refers to them by index. Indices are -1 where there is nothing to refer to. The same plans and lexicon give
// the same Comparison; the order of the plans only changes the order of listing.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "compare/lexicon.hpp"
#include "plan/model.hpp"

namespace pst::compare {

/// A plan and the name that it goes by in the comparison: the stem of its file.
struct NamedPlan {
  std::string name;
  plan::Plan plan;
};

// --- nodes ----------------------------------------------------------------------------------------------

/// Words that gave a node its theme.
struct Evidence {
  enum class Where { title, description, field, ancestor };
  std::string words;  ///< as they are written in the plan
  Where where = Where::title;
  int node = -1;          ///< the node that holds them: the node itself or an ancestor
  std::size_t begin = 0;  ///< bytes into that node's title, where `where` is title or ancestor
  std::size_t end = 0;
  double weight = 0;  ///< what they added to the theme's sum, > 0
};

/// A theme of a node.
struct ThemeShare {
  int theme = -1;                  ///< into Comparison::themes
  double weight = 0;               ///< 0 to 1; from kThemeHolds on the node is said to have the theme
  std::vector<Evidence> evidence;  ///< strongest first
};

/// A theme of that weight counts wherever a report counts themes.
inline constexpr double kThemeHolds = 0.5;

/// A partner or programme that a node names.
struct Mention {
  int entity = -1;    ///< into Comparison::entities
  std::string words;  ///< as written
  Evidence::Where where = Evidence::Where::title;
  std::size_t begin = 0;  ///< bytes into the title, where it stands there
  std::size_t end = 0;
};

struct NodeEntry {
  int plan = -1;  ///< into Comparison::plans
  plan::Kind kind = plan::Kind::action;
  std::string id;    ///< `plan:code`, unique in the comparison
  std::string code;  ///< unique in the plan
  std::optional<std::string> label;
  std::optional<std::string> number;
  std::string title;
  std::optional<std::string> title_raw;
  std::string description;
  plan::Attributes attributes;
  std::vector<plan::Field> fields;
  source::Span source;

  int parent = -1;
  int depth = 0;               ///< ancestors above it
  int subtree = 1;             ///< nodes of its subtree, itself included: they follow it without gap
  std::vector<int> ancestors;  ///< outermost first
  int volet = -1;              ///< the volet it stands in, or is
  int axis = -1;               ///< the axis it stands in, or is
  bool leaf = true;            ///< nothing stands below it
  bool doubtful = false;       ///< a diagnostic of its plan doubts how it was read

  std::vector<ThemeShare> themes;  ///< best first
  std::vector<Mention> mentions;   ///< by place
  int cluster = -1;                ///< the shared measure it belongs to
  int nearest = -1;                ///< most similar node of another plan
  double nearest_score = 0;        ///< 0 to 1
  bool particular = false;         ///< listed in Comparison::particular
};

// --- plans ----------------------------------------------------------------------------------------------

/// How many nodes, and how many of them state what.
struct Counts {
  int nodes = 0;
  std::array<int, plan::kKinds> by_kind{};  ///< by plan::Kind
  int objectives = 0;                       ///< strategic and operational
  int measures = 0;                         ///< projects, actions and sub-actions
  int with_priority = 0;
  int with_status = 0;
  int with_period = 0;
  int with_responsible = 0;
  int with_indicator = 0;
  int with_budget = 0;
  int with_theme = 0;                   ///< at least one of kThemeHolds
  std::map<std::string, int> priority;  ///< nodes by value
  std::map<std::string, int> status;
  double budget = 0;  ///< euros stated, summed
};

/// Counts of one volet or axis of a plan.
struct Part {
  int node = -1;      ///< the volet or axis; -1 for the nodes outside any
  std::string title;  ///< its title, or its label where it has none; empty for the nodes outside any
  Counts counts;      ///< without the volet or axis itself
};

/// Something to look at in a plan.
struct QualityNote {
  enum class What { numbering_gap, contradiction, empty_title, childless, doubt, other };
  What what = What::other;
  std::string rule;  ///< of the plan's diagnostic, or `empty-title`, `childless`
  source::Severity severity = source::Severity::warning;
  std::string message;  ///< French
  int node = -1;
  std::optional<std::pair<int, int>> lines;
};

struct Quality {
  int numbering_gaps = 0;  ///< numbers skipped
  int contradictions = 0;  ///< other diagnostics about the plan itself
  int empty_titles = 0;    ///< nodes other than volets whose wording is missing
  int childless = 0;       ///< objectives and projects without any measure below
  int doubts = 0;          ///< diagnostics about the reading
  int doubtful_nodes = 0;  ///< nodes that such a diagnostic points at
  double completeness =
      0;  ///< 0 to 1: share of priority, period, responsible and indicator that measures state
  std::vector<QualityNote> notes;  ///< in document order
};

struct PlanEntry {
  int input = -1;                 ///< which of the plans given to compare() it is
  std::string name;               ///< unique in the comparison; outputs are named after it
  std::string organisation;       ///< name; else the plan's name
  std::string organisation_kind;  ///< `CPAS`, `commune`; empty where unknown
  plan::DocumentFacts document;
  int first_node = 0;  ///< into Comparison::nodes
  int node_count = 0;
  Counts counts;
  std::vector<Part> volets;  ///< in document order, nodes outside any last; empty where the plan has no volet
  std::vector<Part> axes;
  Quality quality;
  plan::Coverage coverage;
  std::vector<source::Diagnostic> diagnostics;  ///< the plan's own, as read
};

// --- across plans ---------------------------------------------------------------------------------------

/// One plan, one theme.
struct MatrixCell {
  int nodes = 0;     ///< nodes that have the theme
  int primary = 0;   ///< nodes whose first theme it is
  int measures = 0;  ///< projects, actions, sub-actions that have it
  double share = 0;  ///< 0 to 1: of the plan's nodes below volets and axes, those whose first theme it is
};

/// A measure or aim that several plans share.
struct ClusterMember {
  int node = -1;
  double score = 0;  ///< 0 to 1: mean similarity to the other plans' members
};

struct Cluster {
  std::string name;                    ///< made of its own most characteristic words, as they are written
  std::vector<std::string> words;      ///< those words, most characteristic first
  std::vector<int> themes;             ///< those that most members share, best first; into Comparison::themes
  std::vector<ClusterMember> members;  ///< by plan, then in document order
  std::vector<int> plans;              ///< plans with a member, ascending
  double cohesion = 0;                 ///< 0 to 1: mean similarity within
};

/// Two nodes of different plans that an analyst would put side by side.
struct Pair {
  int a = -1;  ///< a < b
  int b = -1;
  double score = 0;                ///< 0 to 1
  std::vector<std::string> words;  ///< what they share, most telling first, as `a` writes it
};

/// A measure or objective that no other plan has anything like.
struct Particular {
  int node = -1;
  double nearest_score = 0;  ///< similarity to the most similar node elsewhere; that is NodeEntry::nearest
  std::vector<std::string> words;  ///< its rarest words, as written
};

/// Who names a partner or programme.
struct EntityUse {
  int entity = -1;         ///< into Comparison::entities
  std::vector<int> nodes;  ///< that name it, ascending
  std::vector<int> plans;  ///< ascending
};

/// One year of the timeline.
struct YearEntry {
  int year = 0;
  std::vector<int> active;    ///< by plan: nodes whose period holds the year
  std::vector<int> starting;  ///< by plan: nodes whose period begins in it
  std::vector<int> ending;    ///< by plan: nodes whose period ends in it
  std::vector<bool> planned;  ///< by plan: the plan's own period holds the year
};

/// How far the comparison reaches.
struct Reach {
  int plans = 0;
  int nodes = 0;
  int compared = 0;    ///< nodes below volets and axes that have words
  int with_theme = 0;  ///< of these, those with a theme
  int in_cluster = 0;  ///< of these, those that a cluster holds
  int particular = 0;  ///< of these, those that only one plan has
  int pairs = 0;
  int clusters = 0;
  int entities = 0;  ///< partners and programmes named at least once
  int mentions = 0;
};

/// What is wrong with an input; the other inputs were compared.
struct Finding {
  source::Severity severity = source::Severity::warning;
  std::string rule;     ///< `same-plan-twice`, `empty-plan`, `newer-schema`, `not-a-plan`, `renamed` …
  std::string input;    ///< the plan's name or the file
  int plan = -1;        ///< into Comparison::plans, where it was compared all the same
  std::string message;  ///< one French sentence: what, and what to do
};

struct CompareOptions {
  int max_pairs = 20000;        ///< ranked pairs kept
  double min_score = 0.08;      ///< pairs below are no pairs
  bool similar = true;          ///< whether to look for pairs, clusters and what is particular
  int jobs = 0;                 ///< threads; 0: as many as there are cores
  std::vector<Finding> unread;  ///< inputs that could not be read, to be listed with the findings
};

struct Comparison {
  std::vector<Theme> themes;     ///< of the lexicon, in its order
  std::vector<Entity> entities;  ///< of the lexicon, in its order
  std::vector<PlanEntry> plans;  ///< in the order of the inputs
  std::vector<NodeEntry> nodes;
  Counts totals;

  std::vector<std::vector<MatrixCell>> matrix;  ///< [plan][theme]
  std::vector<Pair> pairs;                      ///< most similar first
  std::vector<Cluster> clusters;                ///< most plans first, then most cohesive
  std::vector<Particular> particular;           ///< by plan, in document order
  std::vector<EntityUse> uses;                  ///< only those named; most plans first, then most nodes
  std::vector<YearEntry> years;                 ///< every year from the first to the last that a plan states
  Reach reach;
  std::vector<Finding> findings;
};

/// Compares the plans. One plan alone works (it has no pairs); none gives an empty Comparison. Names that
/// stand twice get a suffix (`-2`), a plan given twice under the same wording is compared once, both with a
/// finding.
Comparison compare(std::vector<NamedPlan> plans, const Lexicon& lexicon, const CompareOptions& options = {});

/// The nodes of one plan, in document order.
std::vector<const NodeEntry*> nodes_of(const Comparison& comparison, int plan);

}  // namespace pst::compare
