// Exchanges as other programs write them, invented.
#pragma once

#include <string>
#include <string_view>

namespace pst::test {

/// An element's own parts, neutral but for what is given.
inline std::string parts(std::string_view libelle, std::string_view more = "<Statut>NON_COMMENCE</Statut>",
                         std::string_view prose = "<Valeur/>") {
  return "<Libelle>" + std::string(libelle) + "</Libelle><Description><Mode>TEXTE</Mode>" +
         std::string(prose) + "</Description>" + std::string(more) +
         "<TauxAvancement>0</TauxAvancement><RemarqueStatut><Mode>TEXTE</Mode><Valeur/></"
         "RemarqueStatut><ETP>0</ETP>"
         "<Plans/><Partenaires/>";
}

/// The frame around volets.
inline std::string exchange(std::string_view volets, std::string_view generator = "ECOMPTES") {
  return "<?xml version=\"1.0\" "
         "encoding=\"UTF-8\"?>\n<dataroot>\n<Identifiants><Id>20260105</Id><TypeAdmin>AC</TypeAdmin>"
         "<INS>92094</INS><Type>PST</Type><Exercice>2026</Exercice><Version>201805V1</Version><Generateur>" +
         std::string(generator) +
         "</Generateur></Identifiants>\n<PST><DescriptionPST><IdPST>plan-7</IdPST><Libelle>PST "
         "2025-2030</Libelle>"
         "<ExerciceDebut>2025</ExerciceDebut><ExerciceFin>2030</ExerciceFin></DescriptionPST>\n<Volets>\n" +
         std::string(volets) + "\n</Volets></PST>\n</dataroot>\n";
}

/// iA.PST's way: one volet NEANT, numbers through the whole plan, sub-actions behind their action.
inline std::string ia_pst() {
  return exchange(
      "<Volet ElementId=\"neant\" Exercice=\"2026\">" + parts("NEANT") +
          "<ObjectifStrategiques>\n<ObjectifStrategique ElementId=\"u1\" Exercice=\"2026\">" +
          parts("OS.3 - Une commune sobre") +
          "<ObjectifsOperationnels>\n<ObjectifOperationnel ElementId=\"u2\" Exercice=\"2026\">" +
          parts("OO.12 - Isoler les écoles",
                "<Statut>EN_COURS</Statut><Responsable><Civilite>MONSIEUR</Civilite><Nom>Service "
                "Travaux</Nom><Prenom/>"
                "<Tel/><eMail/></Responsable><Mandataire><Civilite>MONSIEUR</Civilite><Nom>2e "
                "échevin</Nom><Prenom/><Tel/>"
                "<eMail/></Mandataire><Departement>Service Travaux</Departement>") +
          "<Actions>\n<Action ElementId=\"u3\" Exercice=\"2026\">" +
          parts("A.40 - Auditer les bâtiments", "<Statut>TERMINE</Statut>") +
          "</Action>\n<Action ElementId=\"u4\" Exercice=\"2026\">" +
          parts("A.40 - SA.41 - Choisir un bureau") +
          "</Action>\n<Action ElementId=\"u5\" Exercice=\"2026\">" + parts("A.47 - Poser les châssis") +
          "</Action>\n</Actions></ObjectifOperationnel></ObjectifsOperationnels></ObjectifStrategique>"
          "</ObjectifStrategiques></Volet>",
      "PST");
}

/// eComptes' way back: volets by name, dates, people, articles and projections.
inline std::string ecomptes_export() {
  return exchange(
      "<Volet ElementId=\"v1\" Exercice=\"2026\">" + parts("Externe") +
      "<Articles/><Projections/><ObjectifStrategiques>\n<ObjectifStrategique ElementId=\"s1\" "
      "Exercice=\"2027\">"
      "<Libelle>Se loger dignement</Libelle><DateDebut>2025-01-01</DateDebut><DateFin>2028-10-15</DateFin>"
      "<Description><Mode>HTML</Mode><Valeur>&lt;p&gt;Des "
      "logements&amp;nbsp;s&amp;ucirc;rs.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;ici"
      "&lt;/li&gt;&lt;/ul&gt;</Valeur></Description><Statut>EN_ATTENTE</"
      "Statut><Responsable><Civilite>MADAME</Civilite>"
      "<Nom>Lambrecht</Nom><Prenom>Odile</Prenom><Tel>081 00 00 00</Tel><eMail/></Responsable>"
      "<TauxAvancement>12.5</TauxAvancement><RemarqueStatut><Mode>TEXTE</Mode><Valeur>Permis attendu</Valeur>"
      "</RemarqueStatut><ETP>1.5</ETP><Plans><Plan>PCS</Plan></Plans><Partenaires><Partenaire>AIS</"
      "Partenaire>"
      "<Partenaire>SLSP</Partenaire></Partenaires><Articles><Article><Exercice>2026</Exercice><Service>E</"
      "Service>"
      "<Type>D</Type><CodeArticle>922/72360.2026</CodeArticle><Libelle>Achat de deux maisons</Libelle>"
      "<Montant>180000.50</Montant></Article></Articles><Projections><Projection><Service>O</"
      "Service><Type>R</Type>"
      "<GroupeEco>61</GroupeEco><Libelle>61 Transferts</Libelle><Exercices><Exercice "
      "Valeur=\"2027\"><Montant>100"
      "</Montant></Exercice><Exercice "
      "Valeur=\"2028\"><Montant>0</Montant></Exercice></Exercices></Projection>"
      "</Projections><Couleur>vert</Couleur><ObjectifsOperationnels/></ObjectifStrategique>"
      "</ObjectifStrategiques></Volet>");
}

}  // namespace pst::test
