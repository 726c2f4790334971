// Texts for the rules of tables, values, pointers and the document's frame; see rule_cases.hpp.
#pragma once

#include "grammar/rule_cases.hpp"

namespace pst::grammar {

/// role
inline const std::vector<RuleCase> kColumns{
    {"number", "N°", "number"},
    {"strategic_objective", "Objectifs stratégiques", "strategic_objective"},
    {"operational_objective", "Obj. op.", "operational_objective"},
    {"axis", "Thématique", "axis"},
    {"project", "Projets", "project"},
    {"action", "Actions à mener", "action"},
    {"sub_action", "Tâches", "sub_action"},
    {"title", "Intitulé", "title"},
    {"title", "Objectifs & actions", "title"},
    {"responsible", "Pilote", "responsible"},
    {"period", "Échéance", "period"},
    {"period", "Années de réalisation", "period"},
    {"priority", "Degré de priorité", "priority"},
    {"status", "État d'avancement", "status"},
    {"budget", "Budget 2022", "budget"},
    {"indicators", "Indicateurs", "indicators"},
    {"recurrence", "Fréquence", "recurrence"},
    {"note", "Partenaires", "note"},
};

/// start-end
inline const std::vector<RuleCase> kPeriods{
    {"années", "2020, 2021 et 2022", "2020-2022"},
    {"de à", "2020-2024", "2020-2024"},
    {"de à", "de 2019 à 2022", "2019-2022"},
    {"de à", "janvier 2020 à juin 2021", "2020-2021"},
    {"de à", "2019/24", "2019-2024"},
    {"année", "2021", "2021-2021"},
    {"année", "d'ici fin 2021", "2021-2021"},
    {"année", "1er semestre 2020", "2020-2020"},
    {"année", "T4 2025", "2025-2025"},
    {"année", "12/03/2023", "2023-2023"},
    {"année", "le 1er mars 2022", "2022-2022"},
};

/// amount year source
inline const std::vector<RuleCase> kBudgets{
    {"euros", "15.000 € (RW)", "15000 RW"},
    {"euros", "1.250.000,50 euros", "1250000.5"},
    {"euros", "12 k€ en 2022", "12000 2022"},
    {"euros", "3 000 EUR (Fonds du logement, 2022)", "3000 2022 Fonds du logement"},
    {"signe devant", "€ 7.500", "7500"},
};

/// the pointer
inline const std::vector<RuleCase> kReferences{
    {"voir", "Former les agents. Voir fiche action", "Voir fiche action"},
    {"voir", "Former (voir aussi les fiches 3 et 4)", "(voir aussi les fiches 3 et 4)"},
    {"entre parenthèses", "Former (cf. le règlement)", "(cf. le règlement)"},
    {"lien", "Former (en lien avec l'action 1.2.1)", "(en lien avec l'action 1.2.1)"},
    {"voir en fin", "Former. Voir Maison citoyenne", "Voir Maison citoyenne"},
    {"adresse", "Former, voir II.A.1.c", "voir II.A.1.c"},
    {"id", "Former. Id.", "Id."},
    {"tissé", "Former (hors PCS cf O.o.1.4) les agents", "cf O.o.1.4"},
};

/// what
inline const std::vector<RuleCase> kBoundaries{
    {"contents", "Table des matières", "contents"},
    {"contents", "SOMMAIRE", "contents"},
    {"annex", "Annexe au PST", "annex"},
    {"annex", "Objectif repris à titre d'information", "annex"},
    {"foreign", "Samenvatting (Nederlands)", "foreign"},
    {"foreign", "Wij helpen elk gezin met een woning voor iedereen.", "foreign"},
    {"other", "Annexe 2 : le plan de la Ville", "other"},
    {"other", "Bilan du PST 2013-2018", "other"},
    {"other", "B. Retour sur le programme précédent", "other"},
    {"close", "Conclusion", "close"},
    {"close", "5. Suivi et évaluation", "close"},
    {"close", "Glossaire", "close"},
};

/// name of the rule
inline const std::vector<RuleCase> kFurniture{
    {"page", "Page 3 sur 12", "page"},
    {"page", "- p. 3 -", "page"},
    {"copyright", "© 2025 Commune de Valmont", "copyright"},
    {"pied-de-site", "Commune de Valmont – Mentions légales – Plan du site", "pied-de-site"},
    {"pied-de-site", "Partager cette page : courriel", "pied-de-site"},
    {"numéro-de-page", "- 3 -", "numéro-de-page"},
    {"numéro-de-page", "3/12", "numéro-de-page"},
    {"copyright", "© 2024 – CPAS de Valmont", "copyright"},
    {"intertitre", "Actions à mener :", "intertitre"},
    {"intertitre", "Objectifs opérationnels", "intertitre"},
};

/// stop
inline const std::vector<RuleCase> kStops{
    {"textes-de-loi", "Article 60 de la loi", "stop"},
    {"textes-de-loi", "Annexe 2", "stop"},
    {"textes-de-loi", "Le 3 mars", "stop"},
};

/// what the groups hold
inline const std::vector<RuleCase> kFacts{
    {"organisation=CPAS", "CPAS de Valmont-sur-Eau", "Valmont-sur-Eau"},
    {"organisation=CPAS", "Centre public d'action sociale de La Bruyère", "La Bruyère"},
    {"organisation=commune", "Administration communale d'Aubrive", "Aubrive"},
    {"cpas", "Le Conseil de l'action sociale", ""},
    {"title", "Programme stratégique transversal 2019-2024", "Programme stratégique transversal 2019-2024"},
    {"title", "P.S.T. de Valmont", "P.S.T. de Valmont"},
    {"period", "Législature 2019-2024", "2019-2024"},
    {"period", "PST 2019-24", "2019-2024"},
    {"period", "2019 2024", "2019-2024"},
    {"year", "PST 2019", "2019"},
    {"adopted_on", "Séance du Conseil communal du 14 octobre 2019", "2019-10-14"},
    {"adopted_on", "Le PST est adopté en séance du 3/12/2018", "2018-12-3"},
    {"adopted_on", "Le Conseil a voté le programme en séance du 1er février 2019", "2019-2-1"},
    {"adopted_on", "Approuvé le 14 octobre 2019", "2019-10-14"},
};

}  // namespace pst::grammar
