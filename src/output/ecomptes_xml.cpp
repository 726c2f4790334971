// An exchange as XML: the order of elements is the schema's.
#include <array>

#include "output/ecomptes_document.hpp"
#include "output/xml_writer.hpp"

namespace pst::output {

namespace {

struct RungNames {
  const char* element;
  const char* children;  ///< what its children stand in; null where it has none
};
constexpr std::array<RungNames, 4> kNames{{
    {"Volet", "ObjectifStrategiques"},
    {"ObjectifStrategique", "ObjectifsOperationnels"},
    {"ObjectifOperationnel", "Actions"},
    {"Action", nullptr},
}};

class ExchangeWriter {
 public:
  explicit ExchangeWriter(std::string& out) : xml_(out) {}

  void write(const Exchange& e) {
    xml_.open("dataroot");
    xml_.open("Identifiants");
    xml_.leaf("Id", e.id);
    xml_.leaf("TypeAdmin", e.type_admin);
    xml_.leaf("INS", e.ins);
    xml_.leaf("Type", "PST");
    xml_.leaf("Exercice", e.exercise);
    xml_.leaf("Version", e.version);
    xml_.leaf("Generateur", e.generator);
    xml_.close();
    xml_.open("PST");
    xml_.open("DescriptionPST");
    xml_.leaf("IdPST", e.plan_id);
    xml_.leaf("Libelle", e.title);
    xml_.leaf("ExerciceDebut", e.first_exercise);
    xml_.leaf("ExerciceFin", e.last_exercise);
    xml_.close();
    xml_.open("Volets");
    for (const Element& volet : e.volets) write(volet);
    xml_.close();
    xml_.close();
    xml_.close();
  }

 private:
  void write(const Element& e) {
    const RungNames& names = kNames[static_cast<std::size_t>(e.rung)];
    xml_.open(names.element, {{"ElementId", e.id}, {"Exercice", e.exercise}});
    xml_.leaf("Libelle", e.title);
    if (!e.start.empty()) xml_.leaf("DateDebut", e.start);
    if (!e.end.empty()) xml_.leaf("DateFin", e.end);
    write("Description", e.description);
    xml_.leaf("Statut", e.status);
    if (e.responsible) write("Responsable", *e.responsible);
    if (e.representative) write("Mandataire", *e.representative);
    if (!e.department.empty()) xml_.leaf("Departement", e.department);
    xml_.leaf("TauxAvancement", e.progress);
    write("RemarqueStatut", e.status_remark);
    xml_.leaf("ETP", e.fte);
    write("Plans", "Plan", e.plans);
    write("Partenaires", "Partenaire", e.partners);
    if (names.children != nullptr && !e.children.empty()) {
      xml_.open(names.children);
      for (const Element& child : e.children) write(child);
      xml_.close();
    }
    xml_.close();
  }

  void write(const char* name, const Prose& prose) {
    xml_.open(name);
    xml_.leaf("Mode", prose.mode);
    xml_.leaf("Valeur", prose.value);
    xml_.close();
  }

  void write(const char* name, const Person& person) {
    xml_.open(name);
    xml_.leaf("Civilite", person.civility);
    xml_.leaf("Nom", person.surname);
    xml_.leaf("Prenom", person.first_name);
    xml_.leaf("Tel", person.phone);
    xml_.leaf("eMail", person.email);
    xml_.close();
  }

  void write(const char* name, const char* item, const std::vector<std::string>& items) {
    if (items.empty()) return xml_.leaf(name, "");
    xml_.open(name);
    for (const std::string& text : items) xml_.leaf(item, text);
    xml_.close();
  }

  XmlWriter xml_;
};

}  // namespace

std::string to_xml(const Exchange& exchange) {
  std::string out;
  ExchangeWriter(out).write(exchange);
  return out;
}

}  // namespace pst::output
