#include "output/random_plan.hpp"

#include <array>
#include <random>
#include <string_view>

#include "output/walk.hpp"
#include "plan/recode.hpp"
#include "text/unicode.hpp"

namespace pst::test {
namespace {

using plan::Kind;
using plan::Node;

constexpr std::array kWords{
    "accueil",  "l'aide",   "énergie", "œuvre", "à",       "cœur",     "NEANT",  "A.2",        "-",
    "OS.1 -",   "<b>",      "&amp;",   "…",     "« non »", "Code : x", "naïve",  "Été",        "12 %",
    "]]>",      "$1",       "12.5",    ":",     "→",       "•",        "P.1 - ", "a\u0301ge",  "日本",
    "Intitulé", "\"cité\"", "l’ordre", "n° 3",  "été",     "😀",        "--",     "la commune", "social"};

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  plan::Plan run() {
    plan::Plan plan;
    plan.document.source = {"hasard.txt", "text/plain", 100000, std::string(64, 'b'), "UTF-8", {}, {}};
    plan.document.scheme = {"hasard", 0.5, "", 0};
    if (chance(2))
      plan.document.organisation = plan::Organisation{"Namur", chance(2) ? "CPAS" : "commune", "92094"};
    if (chance(2)) plan.document.period = plan::Period{2020, 2025};
    plan.document.title = wording(12);
    plan.nodes = nodes(-1, 0);
    plan::recode(plan);
    refer(plan);
    plan.coverage = {0, 0, 0, 0, 0};
    return plan;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool chance(int of) { return below(of) == 0; }

  std::string wording(int most) {
    std::string text;
    for (int words = below(most + 1); words > 0; --words) {
      if (!text.empty()) text += ' ';
      text += kWords[static_cast<std::size_t>(below(kWords.size()))];
    }
    return text::nfc(text::collapse(text));
  }

  std::string some_wording(int most) {
    std::string text = wording(most);
    return text.empty() ? "mot" : text;
  }

  /// Siblings on any rungs below `above`, in any order.
  std::vector<Node> nodes(int above, int depth) {
    std::vector<Node> out;
    const int most = depth == 0 ? 5 : 4;
    for (int n = below(most) + (depth < 2 ? 1 : 0); n > 0 && made_ < 60 && above < 6; --n) {
      const int kind = above + 1 + below(depth == 0 ? 7 : std::min(6 - above, 3));
      if (kind > 6) continue;
      ++made_;
      out.push_back(node(static_cast<Kind>(kind)));
      out.back().children = nodes(kind, depth + 1);
    }
    return out;
  }

  Node node(Kind kind) {
    Node n;
    n.kind = kind;
    n.title = some_wording(chance(6) ? 90 : 9);
    if (chance(12)) n.title = "NEANT";
    if (chance(15)) n.title.clear();
    if (chance(2)) {
      n.number = number();
      n.label = some_wording(2) + " " + *n.number;
    }
    if (kind == Kind::volet && chance(2)) n.code = chance(2) ? "VI" : "VE";
    if (chance(8)) n.title_raw = n.title + " lu";
    if (chance(4)) n.description = prose();
    n.attributes = attributes();
    n.fields = fields();
    n.source = {++line_, line_, std::nullopt, std::nullopt};
    return n;
  }

  std::string number() {
    std::string text = std::to_string(1 + below(4));
    if (chance(3)) text += "." + std::to_string(1 + below(4));
    if (chance(6)) text += ".d";
    if (chance(10)) text += "bis";
    return text;
  }

  std::string prose() {
    std::string text = some_wording(10);
    if (chance(2)) text += "\n\n" + some_wording(20);
    if (chance(3)) text = "Code : OS1\n" + text;
    return text;
  }

  plan::Attributes attributes() {
    constexpr std::array kStatus{"not_started", "in_progress", "waiting",
                                 "blocked",     "completed",   "cancelled"};
    constexpr std::array kPriority{"high", "medium", "low"};
    constexpr std::array kNames{
        "Danièle",    "Service social",     "PCS",       "Mme Dupont",          "M. Gérard Menfin",
        "Mme J. Roi", "Direction générale", "Jean-Marc", "CPAS de X, cellule Y"};
    plan::Attributes a;
    if (chance(2)) a.status = kStatus[static_cast<std::size_t>(below(6))];
    if (chance(3)) a.priority = kPriority[static_cast<std::size_t>(below(3))];
    if (chance(2)) a.period = plan::Period{2019 + below(3), 2022 + below(3)};
    if (chance(6)) a.period = plan::Period{2019 + below(3), std::nullopt};
    if (chance(6)) a.period = plan::Period{std::nullopt, 2022};
    if (chance(5)) a.recurrence = chance(2) ? "yearly" : "tous les deux ans";
    for (int n = below(4); n > 0; --n)
      a.responsible.emplace_back(kNames[static_cast<std::size_t>(below(kNames.size()))]);
    for (int n = below(3); n > 0; --n) a.indicators.push_back(some_wording(6));
    for (int n = below(2); n > 0; --n) {
      a.budget.push_back({chance(4) ? std::nullopt : std::optional(below(100000) / 4.0),
                          chance(5) ? "" : "EUR", chance(2) ? std::nullopt : std::optional(2021),
                          chance(2) ? "" : some_wording(3)});
    }
    a.annex = chance(10);
    return a;
  }

  std::vector<plan::Field> fields() {
    std::vector<plan::Field> out;
    if (chance(5)) out.push_back({"Partenaires", chance(2) ? "AIS, PCS" : some_wording(5)});
    if (chance(5)) out.push_back({"Avancement", chance(2) ? "35 %" : "presque fini"});
    if (chance(6)) out.push_back({"ETP", "0.5"});
    if (chance(6)) out.push_back({"Mandataire", chance(2) ? "Mme Roi" : "le Président"});
    if (chance(6)) out.push_back({"Plans", "PCS, Plan climat"});
    if (chance(6)) out.push_back({"Remarque sur le statut", some_wording(5)});
    if (chance(6)) out.push_back({"Public cible", chance(3) ? "" : some_wording(5)});
    return out;
  }

  /// References to nodes of the plan, and to nothing.
  void refer(plan::Plan& plan) {
    std::vector<std::string> codes;
    output::for_each_node(plan, [&](const output::Visit& v) { codes.push_back(v.node.code); });
    if (!codes.empty()) refer(plan.nodes, codes);
  }

  void refer(std::vector<Node>& nodes, const std::vector<std::string>& codes) {
    for (Node& n : nodes) {
      if (chance(5)) {
        n.attributes.references.push_back(
            {some_wording(3),
             chance(2)
                 ? std::nullopt
                 : std::optional(codes[static_cast<std::size_t>(below(static_cast<int>(codes.size())))])});
      }
      refer(n.children, codes);
    }
  }

  std::mt19937 random_;
  int made_ = 0;
  int line_ = 0;
};

}  // namespace

plan::Plan random_plan(unsigned number) {
  return Maker(number).run();
}

}  // namespace pst::test
