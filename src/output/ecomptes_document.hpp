// The exchange of plans between Walloon PST programs, format 201805V1, as plain structs: what its XML says,
// no more. The format is eComptes' (the Region's); iA.PST writes the same. Internal to the output room.
#pragma once

#include <list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "output/xml_tree.hpp"
#include "plan/model.hpp"

namespace pst::output {

// Lengths that the format's schema sets, in characters.
inline constexpr std::size_t kMaxLibelle = 255;
inline constexpr std::size_t kMaxSurname = 100;
inline constexpr std::size_t kMaxFirstName = 50;
inline constexpr std::size_t kMaxPlanId = 40;

inline constexpr const char* kFormatVersion = "201805V1";

/// What stands where the format wants something and the plan has nothing, as iA.PST writes it.
inline constexpr const char* kNone = "NEANT";
inline constexpr const char* kUnknownIns = "99999";

enum class Rung { volet, strategic, operational, action };

struct Person {
  std::string civility = "MONSIEUR";  ///< or MADAME
  std::string surname;
  std::string first_name;
  std::string phone;
  std::string email;
  bool operator==(const Person&) const = default;
};

struct Prose {
  std::string mode = "TEXTE";  ///< or HTML, RTF
  std::string value;
  bool operator==(const Prose&) const = default;
};

/// A Volet, ObjectifStrategique, ObjectifOperationnel or Action.
struct Element {
  Rung rung = Rung::volet;
  std::string id;        ///< ElementId
  std::string exercise;  ///< a year
  std::string title;     ///< Libelle
  std::string start;     ///< DateDebut, ISO 8601; empty where there is none
  std::string end;
  Prose description;
  std::string status = "NON_COMMENCE";
  std::optional<Person> responsible;
  std::optional<Person> representative;  ///< Mandataire
  std::string department;
  std::string progress = "0";  ///< TauxAvancement, per cent
  Prose status_remark;
  std::string fte = "0";  ///< ETP, full-time equivalents
  std::vector<std::string> plans;
  std::vector<std::string> partners;
  std::list<Element> children;  ///< on the next rung; a list, so that elements stay where they are

  // Only what eComptes hands back has these.
  std::vector<plan::Budget> budget;  ///< articles and projections
  int zero_sums = 0;                 ///< sums of nothing, left out of `budget`
  std::vector<plan::Field> unknown;  ///< elements that the format does not know
  int first_line = 0;                ///< of the start tag
  int last_line = 0;                 ///< where its own elements end
};

struct Exchange {
  std::string id;
  std::string type_admin = "AC";  ///< or CPAS
  std::string ins;
  std::string exercise;
  std::string version = kFormatVersion;
  std::string generator;
  std::string plan_id;
  std::string title;
  std::string first_exercise;
  std::string last_exercise;
  std::list<Element> volets;

  std::vector<plan::Field> unknown;      ///< outside of the volets
  std::pair<int, int> head_lines{1, 1};  ///< Identifiants to DescriptionPST
};

/// What stands in such XML. Throws pst::Error where the root is not the format's.
Exchange read_exchange(const XmlElement& root);

/// The exchange as XML that the format's schema accepts, given that the texts keep to its lengths.
std::string to_xml(const Exchange& exchange);

}  // namespace pst::output
