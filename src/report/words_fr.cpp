// SPDX-License-Identifier: EUPL-1.2
#include "report/words.hpp"

namespace rapporteur::report {

Words french_words() {
    return {
        .language = "fr",
        .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                   "octobre", "novembre", "décembre"},
        .date = "{0} {1} {2}",
        .first_of_month = "1er",
        .approved_on = "Approuvé le {0}",
        .adopted_on = "Adopté le {0}",
        .draft_mark = "PROJET – CONFIDENTIEL",
        .draft_addressee = "À l’attention des autorités : {0}",
        .sent_on = "envoyé le {0}",
        .invented = "{0}, ses institutions, ses chiffres et ses personnes sont inventés.",
        .invented_stem = "inventé",
        .appendix = "Annexe {0}",
        .recommendations_title = "Liste des recommandations",
        .recommendations_intro =
            "Les recommandations sont reproduites ici dans l’ordre du rapport ; le paragraphe où chacune figure est "
            "indiqué entre parenthèses.",
        .in_paragraph = "paragraphe {0}",
        .bodies_title = "Organismes consultés",
        .bodies_intro =
            "Les organismes ci-dessous ont été rencontrés au cours de la visite ou ont contribué par écrit ; ceux dont "
            "l’accord était nécessaire ont accepté d’être nommés.",
        .authorities = "Autorités publiques",
        .international = "Organisations intergouvernementales",
        .civil_society = "Organisations non gouvernementales et autres membres de la société civile",
        .other_bodies = "Autres organismes",
        .comments_title = "Commentaires du Gouvernement",
        .comments_date = "{0}, {1}",
        .total = "Total",
        .number_of = "Nombre ({0})",
        .figures = "Chiffres",
        .reply_source = "{0}, réponse au questionnaire",
        .reply_question = "question {0}",
        .own_figures = "chiffres fournis au cours de l’évaluation",
        .unnamed_sender = "informations reçues à titre confidentiel",
        .not_available = "non disponible",
        .not_collected = "non recueilli",
        .not_disaggregated = "sans ventilation",
        .not_applicable = "sans objet",
        .declined = "non divulgué par la source",
        .unknown = "la source ne donne pas de chiffre",
        .revised = "chiffre révisé par la source",
        .legend_gap = "… pas de chiffre",
        .legend_not_applicable = "– sans objet",
        .sum_of_parts = "Les totaux sont les sommes des lignes qui précèdent.",
    };
}

}  // namespace rapporteur::report
