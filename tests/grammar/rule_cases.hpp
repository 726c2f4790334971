// Texts that the rules of the embedded grammars match, rule by rule. A new rule needs a line here: the
// house-keeping test in rules_test.cpp says so.
#pragma once

#include <string_view>
#include <vector>

namespace pst::grammar {

struct RuleCase {
  /// The rule: its name (markers: file/name); phrases and values `attribute=value`, columns their role,
  /// boundaries what they do, facts `fact` or `fact=value`.
  std::string_view rule;
  std::string_view text;
  std::string_view expected;  ///< what is read, see rules_test.cpp; one word a type
};

/// label|number|wording
inline const std::vector<RuleCase> kMarkers{
    {"common/volet-interne", "VOLET INTERNE : Administration", "VOLET INTERNE|-|Administration"},
    {"common/volet-interne", "B. Volet interne", "B. Volet interne|-|"},
    {"common/volet-interne", "Volet de l'administration interne", "Volet de l'administration interne|-|"},
    {"common/volet-externe", "II - VOLET EXTERNE", "II - VOLET EXTERNE|-|"},
    {"common/volet-externe", "Volet n° 2 : externe", "Volet n° 2 : externe|-|"},
    {"common/volet-autre", "Volet 3 : Synergies", "Volet 3|3|Synergies"},
    {"common/volet-nommé", "VOLET TRANSVERSAL", "VOLET TRANSVERSAL|-|"},
    {"common/mot-inconnu", "Ambition 2 : Rassembler", "Ambition 2|2|Rassembler"},
    {"common/mot-inconnu", "Grande cause 1.2. Loger", "Grande cause 1.2.|1.2|Loger"},
    {"os-oo-action/O.S.", "O.S. 1 Accueillir", "O.S. 1|1|Accueillir"},
    {"os-oo-action/O.S.", "O.S.1.1. Accueillir", "O.S.1.1.|1.1|Accueillir"},
    {"os-oo-action/O.S.", "O.S. l Accueillir", "O.S. l|1|Accueillir"},
    {"os-oo-action/O.S.", "O.5. 3 Accueillir", "O.5. 3|3|Accueillir"},
    {"os-oo-action/O.O.", "O.O. 2.1 : Ouvrir", "O.O. 2.1|2.1|Ouvrir"},
    {"os-oo-action/O.O.", "0.0.1.2 Ouvrir", "0.0.1.2|1.2|Ouvrir"},
    {"os-oo-action/O.O.", "-0.0.5.1 Ouvrir", "0.0.5.1|5.1|Ouvrir"},
    {"os-oo-action/O.O.", "0.0.4.1_ Ouvrir", "0.0.4.1_|4.1|Ouvrir"},
    {"os-oo-action/O.O.", "0.O. 2.I Ouvrir", "0.O. 2.I|2.1|Ouvrir"},
    {"codes/OS", "OS1 Accueillir", "OS1|1|Accueillir"},
    {"codes/OS", "OS.2 – Accueillir", "OS.2|2|Accueillir"},
    {"codes/OO", "OO1.1 : Ouvrir", "OO1.1|1.1|Ouvrir"},
    {"codes/A", "A1.1.1 Former", "A1.1.1|1.1.1|Former"},
    {"codes/SA", "SA1.1.1.1 Réunir", "SA1.1.1.1|1.1.1.1|Réunir"},
    {"codes/SA", "SA 2.1.a. Réunir", "SA 2.1.a.|2.1.a|Réunir"},
    {"codes/P", "P3 : Bâtir", "P3|3|Bâtir"},
    {"codes/adresse", "S1.O2.A3.a – Former", "S1.O2.A3.a|1.2.3.a|Former"},
    {"codes/adresse", "OS1-OO2 Ouvrir", "OS1-OO2|1.2|Ouvrir"},
    {"codes/adresse-1", "S1 – Accueillir", "S1|1|Accueillir"},
    {"codes/FA", "FA-12 Former", "FA-12|12|Former"},
    {"codes/OS", "OS-2 Accueillir", "OS-2|2|Accueillir"},
    {"codes/A", "A-1-2-3 Former", "A-1-2-3|1.2.3|Former"},
    {"codes/OSI", "OSI 2 Accueillir", "OSI 2|2|Accueillir"},
    {"codes/OOI", "OOE2.1 Ouvrir", "OOE2.1|2.1|Ouvrir"},
    {"codes/AI", "AI1.2.3 Former", "AI1.2.3|1.2.3|Former"},
    {"abreges/obj-strat", "Obj. strat. 1 : Accueillir", "Obj. strat. 1|1|Accueillir"},
    {"abreges/obj-op", "Obj. op. 4.2 Ouvrir", "Obj. op. 4.2|4.2|Ouvrir"},
    {"abreges/act", "Act. 3 Former", "Act. 3|3|Former"},
    {"objectifs/objectif-stratégique", "Objectif stratégique n°3 : Accueillir",
     "Objectif stratégique n°3|3|Accueillir"},
    {"objectifs/objectif-stratégique", "Objectif stratégique 1 :(O.S.1) Accueillir",
     "Objectif stratégique 1|1|Accueillir"},
    {"objectifs/objectif-stratégique-sans-numéro", "Objectif stratégique : Accueillir",
     "Objectif stratégique|-|Accueillir"},
    {"objectifs/objectif-stratégique-ordinal", "2e objectif stratégique : Accueillir",
     "2e objectif stratégique|2|Accueillir"},
    {"objectifs/objectif-stratégique-en-lettres", "Premier objectif stratégique : Accueillir",
     "Premier objectif stratégique|-|Accueillir"},
    {"objectifs/objectif-opérationnel-ordinal", "1er objectif opérationnel : Ouvrir",
     "1er objectif opérationnel|1|Ouvrir"},
    {"objectifs/objectif-opérationnel-en-lettres", "Deuxième objectif opérationnel : Ouvrir",
     "Deuxième objectif opérationnel|-|Ouvrir"},
    {"objectifs/objectif-opérationnel", "OBJECTIF OPERATIONNEL 1.2 – Ouvrir",
     "OBJECTIF OPERATIONNEL 1.2|1.2|Ouvrir"},
    {"objectifs/objectif-opérationnel-sans-numéro", "Objectif opérationnel : Ouvrir",
     "Objectif opérationnel|-|Ouvrir"},
    {"objectifs/objectif-opérationnel-sans-numéro", "2. Objectif opérationnel : Ouvrir",
     "2. Objectif opérationnel|2|Ouvrir"},
    {"objectifs/objectif", "Objectif 1.1 : Ouvrir", "Objectif 1.1|1.1|Ouvrir"},
    {"objectifs/objectif-général", "Objectif général 2 : Accueillir", "Objectif général 2|2|Accueillir"},
    {"objectifs/objectif-spécifique", "Sous-objectif 2.1. Ouvrir", "Sous-objectif 2.1.|2.1|Ouvrir"},
    {"actions/action", "Action 1.1.3 : Former", "Action 1.1.3|1.1.3|Former"},
    {"actions/action-ordinale", "3e action : Former", "3e action|3|Former"},
    {"actions/action", "Actlon 4.3.2 Former", "Actlon 4.3.2|4.3.2|Former"},
    {"actions/action-sans-numéro", "Action : Former", "Action|-|Former"},
    {"actions/sous-action", "Sous-action 2.2.3.A : Réunir", "Sous-action 2.2.3.A|2.2.3.A|Réunir"},
    {"actions/tâche", "Étape 2 : Réunir", "Étape 2|2|Réunir"},
    {"actions/mesure", "Mesure 3 – Former", "Mesure 3|3|Former"},
    {"actions/projet", "Projet 12. Bâtir", "Projet 12.|12|Bâtir"},
    {"actions/projet-sans-numéro", "Projet : Bâtir", "Projet|-|Bâtir"},
    {"fiches/fiche", "Fiche action n° 12", "Fiche action n° 12|12|"},
    {"fiches/fiche", "Fiche-projet 3 : Bâtir", "Fiche-projet 3|3|Bâtir"},
    {"defis-axes-mesures/axe", "Axe stratégique 2 : Habiter", "Axe stratégique 2|2|Habiter"},
    {"defis-axes-mesures/axe-nommé", "Axe de l'Action sociale", "Axe|-|Action sociale"},
    {"defis-axes-mesures/axe-nommé", "Axe prioritaire : Habiter", "Axe prioritaire|-|Habiter"},
    {"defis-axes-mesures/défi", "Défi n° 1 : Habiter", "Défi n° 1|1|Habiter"},
    {"defis-axes-mesures/défi-nommé", "Défi : Habiter", "Défi|-|Habiter"},
    {"defis-axes-mesures/enjeu", "Enjeu 4 Habiter", "Enjeu 4|4|Habiter"},
    {"defis-axes-mesures/chapitre", "Chapitre 2 : Habiter", "Chapitre 2|2|Habiter"},
    {"defis-axes-mesures/thème", "Thématique 3 – Habiter", "Thématique 3|3|Habiter"},
    {"decimal/décimal-1", "3. Habiter", "3.|3|Habiter"},
    {"decimal/décimal-1-titre", "3 Habiter", "3|3|Habiter"},
    {"decimal/décimal-entre-parenthèses", "(3) Former", "(3)|3|Former"},
    {"decimal/ordinal", "3° Former", "3°|3|Former"},
    {"decimal/décimal-n", "3.1.2 Ouvrir", "3.1.2|3.1.2|Ouvrir"},
    {"romains-lettres/romain", "IV. Habiter", "IV.|4|Habiter"},
    {"romains-lettres/majuscule", "B. Ouvrir", "B.|B|Ouvrir"},
    {"romains-lettres/minuscule", "c) Former", "c)|c|Former"},
    {"romains-lettres/composé", "II.2.d Former", "II.2.d|2.2.d|Former"},
    {"romains-lettres/chiffre-lettre", "2.b.3 Former", "2.b.3|2.b.3|Former"},
    {"romains-lettres/lettre-chiffre", "B2.3. Former", "B2.3.|B.2.3|Former"},
};

/// The same markers behind other words of a line: the text from the label on.
inline const std::vector<RuleCase> kInside{
    {"os-oo-action/O.S.", "Habiter. O.S. 2 Loger", "O.S. 2|2|Loger"},
    {"os-oo-action/O.O.", "Habiter. O.O. 2.1 Loger", "O.O. 2.1|2.1|Loger"},
    {"objectifs/objectif-stratégique", "Habiter. Objectif stratégique 2 : Loger",
     "Objectif stratégique 2|2|Loger"},
    {"objectifs/objectif-opérationnel", "Habiter. Objectif opérationnel 2 : Loger",
     "Objectif opérationnel 2|2|Loger"},
    {"actions/action", "Loger ; Action 3 : Former", "Action 3|3|Former"},
    {"actions/sous-action", "Loger ; sous-action 3.1.2.B : Former", "sous-action 3.1.2.B|3.1.2.B|Former"},
    {"actions/mesure", "Loger ; Mesure 4 : Former", "Mesure 4|4|Former"},
    {"actions/tâche", "Loger ; Tâche 4 : Former", "Tâche 4|4|Former"},
    {"decimal/ordinal", "Loger ; 2° Former", "2°|2|Former"},
    {"actions/projet", "Loger ; Projet 5 : Bâtir", "Projet 5|5|Bâtir"},
};

/// what stands behind the sign
inline const std::vector<RuleCase> kBullets{
    {"puce", "• Ouvrir", "Ouvrir"},
    {"puce", "▪Ouvrir", "Ouvrir"},
    {"puce", "➢ Ouvrir", "Ouvrir"},
    {"tiret", "- Ouvrir", "Ouvrir"},
    {"tiret", "– Ouvrir", "Ouvrir"},
    {"signe", "* Ouvrir", "Ouvrir"},
    {"signe", "o Ouvrir", "Ouvrir"},
    {"signe", "«» Ouvrir", "Ouvrir"},
    {"puce-lue-lettre", "e Ouvrir", "Ouvrir"},
    {"puce-lue-signes", "+* Ouvrir", "Ouvrir"},
    {"puce-lue-guillemet", "« Ouvrir les portes", "Ouvrir les portes"},
};

/// attribute=value
inline const std::vector<RuleCase> kFields{
    {"responsable", "Responsable : Anne", "responsible=Anne"},
    {"responsable", "Service porteur : Logement", "responsible=Logement"},
    {"responsable", "Qui ? : Anne", "responsible=Anne"},
    {"échéance", "Échéance : 2022", "period=2022"},
    {"échéance", "Date de fin : 2022", "period=2022"},
    {"priorité", "Degré de priorité : haute", "priority=haute"},
    {"statut", "État d'avancement : réalisé", "status=réalisé"},
    {"budget", "Budget estimé : 500 €", "budget=500 €"},
    {"indicateurs", "Indicateur(s) de résultat : 12 places", "indicators=12 places"},
    {"récurrence", "Fréquence : mensuelle", "recurrence=mensuelle"},
    {"renvoi", "Objectif lié : O.O.2.1", "references=O.O.2.1"},
    {"intitulé", "Intitulé de l'action : Former", "title=Former"},
    {"action", "Action : Former", "title=Former"},
    {"objectif stratégique", "Objectif stratégique visé : 1", "strategic_objective=1"},
    {"objectif opérationnel", "O.O. : 1.2", "operational_objective=1.2"},
    {"note", "Partenaires externes : la Province", "note=la Province"},
};

/// attribute=value
inline const std::vector<RuleCase> kPhrases{
    {"priority=high", "Priorité élevée", "priority=high"},
    {"priority=high", "Haute priorité", "priority=high"},
    {"priority=medium", "Priorité moyenne", "priority=medium"},
    {"priority=low", "Priorité : faible", "priority=low"},
    {"status=not_started", "Avancement : à démarrer", "status=not_started"},
    {"status=in_progress", "Avancement en cours", "status=in_progress"},
    {"status=in_progress", "réalisé à 60 %", "status=in_progress"},
    {"status=completed", "État : réalisé", "status=completed"},
    {"status=completed", "Réalisée à 100 %", "status=completed"},
    {"status=waiting", "Statut : reporté", "status=waiting"},
    {"status=cancelled", "État d'avancement : abandonnée", "status=cancelled"},
    {"status=blocked", "Statut : bloqué", "status=blocked"},
};

/// the value of the attribute
inline const std::vector<RuleCase> kValues{
    {"priority=high", "élevée", "high"},
    {"priority=high", "très haute", "high"},
    {"priority=high", "***", "high"},
    {"priority=high", "Urgent", "high"},
    {"priority=medium", "Moyenne", "medium"},
    {"priority=medium", "2", "medium"},
    {"priority=low", "faible", "low"},
    {"priority=low", "non prioritaire", "low"},
    {"status=not_started", "À démarrer", "not_started"},
    {"status=not_started", "pas encore commencé", "not_started"},
    {"status=in_progress", "En cours", "in_progress"},
    {"status=in_progress", "50 %", "in_progress"},
    {"status=completed", "Réalisée", "completed"},
    {"status=completed", "100 %", "completed"},
    {"status=waiting", "Reporté", "waiting"},
    {"status=cancelled", "Abandonné", "cancelled"},
    {"status=blocked", "À l'arrêt", "blocked"},
    {"recurrence=daily", "Chaque jour", "daily"},
    {"recurrence=weekly", "1x/semaine", "weekly"},
    {"recurrence=monthly", "1x/mois", "monthly"},
    {"recurrence=quarterly", "tous les trois mois", "quarterly"},
    {"recurrence=half_yearly", "2x/an", "half_yearly"},
    {"recurrence=yearly", "Chaque année", "yearly"},
    {"recurrence=yearly", "une fois par an", "yearly"},
    {"recurrence=continuous", "En continu", "continuous"},
};

}  // namespace pst::grammar
