#include "plan/overall.hpp"

#include <algorithm>
#include <array>

#include "plan/codes.hpp"
#include "plan/doubt.hpp"
#include "plan/doubted.hpp"
#include "plan/ladder.hpp"
#include "plan/scheme.hpp"

namespace pst::plan {
namespace {

using source::Diagnostic;

constexpr std::size_t kFewNodes = 4;

/// The word of a family whose rung nothing tells: no grammar knows it, and it stands for the lowest rung
/// though no action is below it, or for actions though they hold lists that may be the actions. Empty for
/// none.
std::string guessed_word(const Candidates& candidates, const Decoding& decoding, const Drafts& drafts) {
  struct Count {
    int opened = 0, parents = 0, listed = 0;
  };
  constexpr int kSeveral = 3;
  std::vector<Count> counts(candidates.families.size());
  for (const Draft& draft : drafts.nodes) {
    if (draft.candidate < 0) continue;
    const auto f =
        static_cast<std::size_t>(candidates.list[static_cast<std::size_t>(draft.candidate)].family);
    if (!candidates.families[f].generic || !decoding.inferred[f]) continue;
    ++counts[f].opened;
    if (draft.children.empty()) continue;
    ++counts[f].parents;
    counts[f].listed += drafts.nodes[static_cast<std::size_t>(draft.children.front())].bullet;
  }
  for (std::size_t f = 0; f < counts.size(); ++f) {
    const Count& count = counts[f];
    if (count.opened < kSeveral) continue;
    const auto kind = static_cast<Kind>(decoding.kinds[f]);
    const bool bare = kind < Kind::action && 2 * count.parents < count.opened;
    const bool lists = kind == Kind::action && 2 * count.listed > count.opened;
    if (bare || lists) return candidates.families[f].words;
  }
  return {};
}

/// Objectives, with text below them that may be actions.
bool lacks_actions(const Drafts& drafts) {
  return drafts.nodes.size() >= kFewNodes &&
         std::none_of(drafts.nodes.begin(), drafts.nodes.end(),
                      [](const Draft& draft) { return draft.kind >= Kind::project; }) &&
         std::any_of(drafts.nodes.begin(), drafts.nodes.end(),
                     [](const Draft& draft) { return draft.title_closed || draft.title_lines > 1; });
}

/// Operational objectives, most of which stand below no strategic one.
bool objectives_apart(const Drafts& drafts) {
  constexpr int kSeveral = 2;
  int all = 0, apart = 0;
  for (const Draft& draft : drafts.nodes) {
    if (draft.kind != Kind::operational_objective) continue;
    ++all;
    apart += draft.parent < 0 ||
             drafts.nodes[static_cast<std::size_t>(draft.parent)].kind != Kind::strategic_objective;
  }
  return all >= kSeveral && 2 * apart > all;
}

/// A rung of numbers without words, more than one in three of which contradict the number that they stand
/// below: `1.2` below 2, `2.1` below 1.
bool contradicts_itself(const Candidates& candidates, const Decoding& decoding, const Drafts& drafts) {
  constexpr int kSeveral = 2, kShare = 3;
  const auto guessed = [&](const Draft& draft) {
    if (draft.candidate < 0 || !draft.number) return false;
    const Candidate& candidate = candidates.list[static_cast<std::size_t>(draft.candidate)];
    return candidates.family_of(draft.candidate).bare &&
           decoding.inferred[static_cast<std::size_t>(candidate.family)];
  };
  std::array<int, kKinds> all{}, wrong{};
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    const Draft& draft = drafts.nodes[n];
    if (draft.parent < 0 || !guessed(draft)) continue;
    const Draft& above = drafts.nodes[static_cast<std::size_t>(draft.parent)];
    if (!guessed(above) || draft.number->depth != above.number->depth + 1) continue;
    const auto rung = static_cast<std::size_t>(draft.kind);
    ++all[rung];
    wrong[rung] += contradicts_place(drafts, static_cast<int>(n));
  }
  for (std::size_t rung = 0; rung < all.size(); ++rung) {
    if (wrong[rung] >= kSeveral && kShare * wrong[rung] > all[rung]) return true;
  }
  return false;
}

/// Objectives whose table begins with actions and names the objective that holds them further down: the cell
/// that stands beside several rows was set in the middle of them.
bool begins_midway(const Candidates& candidates, const Drafts& drafts) {
  int tables = 0, midway = 0;
  for (const Draft& draft : drafts.nodes) {
    if (draft.kind != Kind::strategic_objective || draft.children.empty()) continue;
    const auto child = [&](int n) -> const Draft& { return drafts.nodes[static_cast<std::size_t>(n)]; };
    const bool objectives = std::any_of(draft.children.begin(), draft.children.end(),
                                        [&](int n) { return child(n).kind == Kind::operational_objective; });
    const Draft& first = child(draft.children.front());
    tables += objectives;
    midway += objectives && first.kind >= Kind::action && first.candidate >= 0 &&
              candidates.family_of(first.candidate).cell;
  }
  return 2 * midway > tables;
}

/// Operational objectives most of which have nothing below them, though the others have.
bool leaves_empty(const Drafts& drafts) {
  constexpr int kSeveral = 2;
  int all = 0, empty = 0;
  for (const Draft& draft : drafts.nodes) {
    if (draft.kind != Kind::operational_objective) continue;
    ++all;
    empty += draft.children.empty();
  }
  return empty >= kSeveral && all - empty > 0 && 2 * empty > all;
}

/// One objective of bare number or letter, which may be none (a heading of the preamble, `C. …` on the title
/// page), that holds nearly the whole plan.
bool lone_top(const Candidates& candidates, const Drafts& drafts) {
  constexpr std::size_t kMany = 8;
  std::vector<std::size_t> below(drafts.nodes.size(), 0);
  for (std::size_t n = drafts.nodes.size(); n-- > 0;) {
    const Draft& draft = drafts.nodes[n];
    if (draft.parent >= 0) below[static_cast<std::size_t>(draft.parent)] += below[n] + 1;
    if (draft.kind <= Kind::axis || draft.candidate < 0) continue;
    if (!candidates.family_of(draft.candidate).bare) continue;
    if (below[n] >= kMany && 5 * below[n] >= 4 * drafts.nodes.size()) return true;
  }
  return false;
}

/// Share of the nodes that a doubt about their place or wording points at.
double doubted_share(const Drafts& drafts, const std::vector<std::string>& codes,
                     const std::vector<Diagnostic>& diagnostics) {
  int last_line = 0;
  for (const Draft& draft : drafts.nodes) last_line = std::max(last_line, draft.span.last_line);
  const Doubted doubted(diagnostics, last_line, false);
  int count = 0;
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    const source::Span& span = drafts.nodes[n].span;
    count += doubted.names(codes[n]) || doubted.touches(span.first_line, span.last_line);
  }
  return static_cast<double>(count) / static_cast<double>(drafts.nodes.size());
}

}  // namespace

std::optional<WholeDoubt> doubt_whole(const Candidates& candidates, const Decoding& decoding,
                                      const Drafts& drafts, const std::vector<std::string>& codes,
                                      const Findings& findings, const std::vector<Diagnostic>& diagnostics) {
  constexpr double kHalf = 0.5;
  const auto of_rungs = [](const char* rule, std::string message) {
    WholeDoubt doubt{reading_doubt(rule, std::move(message)), LeftOut::nowhere};
    doubt.diagnostic.severity = source::Severity::error;
    return doubt;
  };
  const auto of_text = [&](const char* rule, LeftOut where, std::string message) {
    WholeDoubt doubt = of_rungs(rule, std::move(message));
    doubt.left_out = where;
    return doubt;
  };
  if (drafts.nodes.empty()) {
    return of_rungs("no-scheme",
                    "aucune numérotation ni liste reconnue : vérifiez que c'est un PST, ou écrivez une "
                    "grammaire avec `pst grammar new`");
  }
  if (drafts.guessed_ladder) {
    return of_rungs(
        "guessed-ladder",
        "rien ne dit quels niveaux sont les objectifs et les actions : l'arbre suit les titres et le "
        "retrait des listes, vérifiez-le");
  }
  if (shaky_ladder(candidates, decoding, drafts) || contradicts_itself(candidates, decoding, drafts)) {
    return of_rungs(
        "shaky-ladder",
        "les niveaux déduits des numéros se contredisent : un niveau a pu être pris pour un autre, "
        "vérifiez l'arbre");
  }
  if (findings.orphans > kHalf && drafts.nodes.size() >= kFewNodes) {
    return of_rungs(
        "missing-rung",
        "la plupart des numéros annoncent des parents qui n'ont pas été lus : un niveau entier a pu "
        "échapper, vérifiez l'arbre, ou écrivez une grammaire avec `pst grammar new`");
  }
  if (3 * findings.unread.lines > 4 * static_cast<int>(std::max(kFewNodes, drafts.nodes.size()))) {
    return of_text(
        "unread-plan", LeftOut::anywhere,
        std::to_string(findings.unread.lines) +
            " lignes du plan sont lues comme du texte, plus qu'il n'a d'éléments : des objectifs ou des "
            "actions ont échappé, voyez `pst explain`");
  }
  if (objectives_apart(drafts)) {
    WholeDoubt doubt = of_rungs(
        "objectives-apart",
        "les objectifs opérationnels ne dépendent d'aucun objectif stratégique : un niveau a pu échapper "
        "ou être pris pour un autre, vérifiez l'arbre");
    doubt.spares_whole_branches = true;
    return doubt;
  }
  if (lone_top(candidates, drafts)) {
    return of_rungs(
        "lone-top",
        "un seul élément, au marqueur peu sûr, tient tout le plan : vérifiez que c'en est un, et les "
        "niveaux au-dessous");
  }
  if (begins_midway(candidates, drafts)) {
    return of_rungs(
        "merged-cells",
        "des actions précèdent l'objectif de leur rangée : des cellules qui couvrent plusieurs rangées "
        "sont mal suivies, vérifiez à quel objectif tient chaque action");
  }
  if (findings.unread.cell_paragraphs > kHalf) {
    return of_text(
        "cell-paragraphs", LeftOut::in_cells,
        "la plupart des cellules d'actions tiennent plusieurs paragraphes, lus comme une seule action : "
        "vérifiez s'il y en a plusieurs");
  }
  if (leaves_empty(drafts)) {
    return of_text(
        "empty-objectives", LeftOut::below_ends,
        "la plupart des objectifs opérationnels n'ont rien au-dessous d'eux : des actions ont pu échapper "
        "ou tenir à un autre, vérifiez l'arbre");
  }
  if (lacks_actions(drafts)) {
    return of_text(
        "no-actions", LeftOut::in_texts,
        "des objectifs sont lus, mais aucune action : elles ont pu être prises pour du texte ou pour un "
        "autre niveau, vérifiez");
  }
  if (const std::string word = guessed_word(candidates, decoding, drafts); !word.empty()) {
    return of_rungs("guessed-word",
                    "aucune grammaire ne connaît le mot « " + word +
                        " » : son niveau est deviné, vérifiez l'arbre, ou écrivez une grammaire avec "
                        "`pst grammar new`");
  }
  if (findings.confidence < kDoubtfulScheme) {
    return of_rungs("doubtful-scheme",
                    "la numérotation est lue avec peu de certitude : vérifiez l'arbre, ou écrivez une "
                    "grammaire avec `pst grammar new`");
  }
  if (drafts.nodes.size() >= kFewNodes && doubted_share(drafts, codes, diagnostics) > kHalf) {
    return of_text("much-doubt", LeftOut::anywhere,
                   "plus de la moitié de l'arbre est en doute : relisez-le en entier");
  }
  return std::nullopt;
}

}  // namespace pst::plan
