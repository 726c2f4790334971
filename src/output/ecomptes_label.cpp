#include "output/ecomptes_label.hpp"

#include <array>

#include "output/ecomptes_slots.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

using plan::Kind;

constexpr std::string_view kDash = " - ";
constexpr std::string_view kColon = " : ";
constexpr std::string_view kEllipsis = "…";

/// `P.8 - A.2` for the code `OS1-P8-A2` and a number of that many segments.
std::string numbers_of(std::string_view code, int segments) {
  std::string out;
  for (; segments > 0 && !code.empty(); --segments) {
    const auto dash = code.rfind('-');
    std::string segment(code.substr(dash == code.npos ? 0 : dash + 1));
    code = code.substr(0, dash == code.npos ? 0 : dash);
    const auto digits = segment.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (digits != segment.npos) segment.insert(digits, ".");
    out = segment + (out.empty() ? "" : std::string(kDash)) + out;
  }
  return out;
}

/// What follows a head: `-` and the wording, or nothing at all.
std::optional<std::string> behind(std::string_view libelle, std::string_view head, std::string_view dash) {
  if (libelle == head) return "";
  if (!libelle.starts_with(head) || !libelle.substr(head.size()).starts_with(dash)) return std::nullopt;
  return std::string(libelle.substr(head.size() + dash.size()));
}

constexpr int kMostSegments = 4;  ///< project, action, sub-action, and one to spare

/// Whole where the notes say more than the label, which ends where the format's length did.
std::string whole(const std::string& title, const Notes& notes) {
  if (notes.title.empty()) return title;
  std::string_view shown = title;
  if (shown.ends_with(kEllipsis)) shown.remove_suffix(kEllipsis.size());
  const bool same = text::collapse(notes.title).starts_with(text::collapse(shown));
  return same ? notes.title : title;
}

}  // namespace

std::string label_of(const plan::Node& node, const std::string& numbers) {
  std::string text;
  if (node.kind == Kind::volet) {
    text = node.label.value_or("");
    if (!text.empty() && !node.title.empty()) text += kColon;
    text += node.title;
    if (text.empty()) text = node.code;
  } else {
    text = numbers;
    if (!node.title.empty()) text += std::string(kDash) + node.title;
  }
  return cut_at_word(text::collapse(text), kMaxLibelle);
}

std::string title_in(const std::string& libelle, const Notes& notes, Kind kind) {
  if (kind == Kind::volet) {
    const std::string label = text::collapse(notes.label.value_or(""));
    if (libelle == notes.code && label.empty()) return whole("", notes);
    if (label.empty()) return whole(libelle, notes);
    return whole(behind(libelle, label, kColon).value_or(libelle), notes);
  }
  for (int segments = kMostSegments; segments > 0; --segments) {
    const auto title = behind(libelle, numbers_of(notes.code, segments), kDash);
    if (title) return whole(*title, notes);
  }
  return whole(libelle, notes);
}

std::optional<Numbered> read_numbered(std::string_view libelle, Rung rung) {
  struct Form {
    Rung rung;
    std::string_view letters;
    Kind kind;
  };
  constexpr std::array kForms{
      Form{Rung::strategic, "OS.", Kind::strategic_objective},
      Form{Rung::operational, "OO.", Kind::operational_objective},
      Form{Rung::action, "A.", Kind::action},
      Form{Rung::action, "SA.", Kind::sub_action},
  };
  std::optional<Numbered> found;
  while (true) {
    const auto dash = libelle.find(kDash);
    const std::string_view head = libelle.substr(0, dash);
    const Form* form = nullptr;
    for (const Form& row : kForms) {
      const bool fits =
          row.rung == rung && head.starts_with(row.letters) && (!found || row.kind > found->kind);
      if (fits) form = &row;
    }
    if (form == nullptr) break;
    const std::string_view number = head.substr(form->letters.size());
    if (number.empty() || number.size() > 9 || number.find_first_not_of("0123456789") != number.npos) break;
    std::string above = found ? found->number : std::string();
    libelle = dash == libelle.npos ? std::string_view() : libelle.substr(dash + kDash.size());
    found = Numbered{form->kind, std::string(head), std::string(number), std::move(above), {}};
  }
  if (found) found->title = libelle;
  return found;
}

}  // namespace pst::output
