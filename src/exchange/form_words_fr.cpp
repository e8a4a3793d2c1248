// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_words.hpp"

namespace rapporteur::exchange {

FormWords french_form_words() {
    return {
        .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                   "octobre", "novembre", "décembre"},
        .date = "{0} {1} {2}",
        .reply_by = "Réponse attendue au plus tard le {0}",
        .cover_note =
            "La ligne entre crochets ci-dessus indique de quel questionnaire il s’agit. Merci de la laisser à sa "
            "place.",
        .invented = "{0}, ses institutions, ses chiffres et ses personnes sont inventés.",
        .how_title = "Comment remplir ce formulaire",
        .how =
            {"Écrivez chaque réponse entre les deux lignes grises de la question : elles commencent par [# et par [/# "
             "et portent le même nom. Votre réponse remplace le signe [...] qui se trouve entre elles.",
             "Merci de ne pas modifier, traduire ni supprimer ces lignes grises, ni les autres mots entre crochets : "
             "ils servent à retrouver vos réponses.",
             "Une réponse rédigée peut comporter plusieurs paragraphes, des listes, des tableaux, des liens et des "
             "notes de bas de page.",
             "Pour choisir une réponse, mettez un x dans sa case ou à la place de celle-ci : x Oui.",
             "Dans les tableaux, inscrivez un chiffre par cellule. S’il n’y en a pas, écrivez n/a ou indiquez "
             "pourquoi sous le tableau ; 0 signifie qu’il n’y en a eu aucun, une cellule vide que rien n’est connu.",
             "Si vous ne répondez pas, cochez la raison sous la question.",
             "Numérotez les documents annexés (1, 2, 3 ...) et citez leurs numéros dans vos réponses.",
             "Plusieurs organes peuvent travailler l’un après l’autre sur le formulaire. Les commentaires et les "
             "modifications suivies peuvent y rester : le texte est lu comme si elles étaient acceptées.",
             "Renvoyez le formulaire en fichier Word (DOCX). Un fichier enregistré par un autre traitement de texte "
             "est lu aussi."},
        .question = "Question {0}",
        .part = "Partie {0}",
        .specific_question = "Question propre au pays {0}",
        .further_title = "Autres questions",
        .quoted_paragraph = "{0}, paragraphe {1} du rapport ({2}) :",
        .quoted_recommendation = "{0}, recommandation {1} :",
        .done_since =
            "Qu’a-t-on fait depuis à ce sujet ? Veuillez indiquer les mesures et leurs dates, ce qu’elles "
            "ont permis d’obtenir et ce qui reste à faire.",
        .at_most_words = "{0} mots au plus.",
        .since_last_report = "Période : depuis le dernier rapport.",
        .since_date = "Période : depuis la date indiquée dans la question.",
        .restricted = "La réponse à cette question reste confidentielle.",
        .only_if = "Seulement si la réponse à la question {0} est : {1}.",
        .repeat =
            "S’il y en a plusieurs, copiez pour chacun les lignes de cette question, lignes grises comprises.",
        .exhibit = "Annexez le document et indiquez ici son numéro, son titre et sa langue.",
        .exhibit_expected = "Merci d’annexer les documents et d’indiquer ici leurs numéros.",
        .tick_one = "Cochez une case :",
        .tick_many = "Cochez toutes les cases qui conviennent :",
        .yes = "Oui",
        .partly = "En partie",
        .no = "Non",
        .other = "Autre, à savoir :",
        .explain = "Merci d’expliquer :",
        .explain_if = "Merci d’expliquer si vous avez coché : {0}.",
        .number = "Un nombre ({0}).",
        .whole = "Nombres entiers seulement.",
        .decimals = "Décimales : {0} au plus.",
        .at_least = "Pas moins de {0}.",
        .at_most = "Pas plus de {0}.",
        .date_year = "Une année, par exemple 2016.",
        .date_month = "L’année et le mois, par exemple 2016-09.",
        .date_day = "Une date : année, mois et jour, par exemple 2016-09-05.",
        .units = {{"number", "Nombre"},
                  {"persons", "Personnes"},
                  {"cases", "Affaires"},
                  {"places", "places"}},
        .total = "Total",
        .figure = "Chiffre",
        .more_rows =
            "Ajoutez des lignes au besoin ; indiquez le code de chacune entre crochets derrière son nom, comme "
            "dans les lignes présentes.",
        .notes = "Notes sur les chiffres :",
        .no_answer = "Si vous ne répondez pas, la raison est :",
        .reasons = {"L’information existe mais ne peut pas être donnée maintenant",
                    "Ces données ne sont pas recueillies",
                    "Ces données sont recueillies, mais sans cette ventilation",
                    "Cela ne s’applique pas à nous", "Nous ne souhaitons pas répondre"},
        .request_title = "Demande d’informations complémentaires n° {0}",
        .request_note =
            "La ligne entre crochets ci-dessus indique de quelle demande il s’agit. Merci de la laisser à sa place.",
        .request_about = "Elle porte sur la réponse {0}, version {1}, du {2}.",
        .request_how =
            "Sous chaque question figurent ce que nous demandons et, s’il y en a une, la réponse "
            "antérieure. Celle-ci reste telle quelle : n’écrivez entre les lignes grises que ce que "
            "vous ajoutez ou corrigez.",
        .request_how_tables =
            "Dans un tableau, ne remplissez que les cellules qui changent ou qui étaient vides ; une "
            "cellule laissée vide reste telle quelle. S’il n’y a pas de chiffre, écrivez n/a ou "
            "indiquez pourquoi sous le tableau ; 0 signifie qu’il n’y en a eu aucun.",
        .what_we_ask = "Ce que nous demandons :",
        .earlier_answer = "La réponse antérieure (version {0}) :",
        .ask_for_answer = "Aucune réponse n’a été donnée. Merci de répondre à la question.",
        .ask_despite_reason =
            "La raison suivante a été donnée pour l’absence de réponse : {0}. Merci de répondre à la "
            "question ou d’expliquer pourquoi aucune réponse n’est possible.",
        .ask_for_more = "Merci de donner des informations complémentaires sur cette question.",
        .ask_about_total =
            "{0} : le total indiqué est {1}, alors que la somme de ses parties est {2}. Quel chiffre est "
            "exact, et d’où vient la différence ?",
        .ask_for_cells =
            "Ces cellules ne contiennent ni chiffre ni raison de son absence : {0}. Merci de les remplir ou "
            "d’indiquer pourquoi il n’y a pas de chiffre.",
        .and_more = "et {0} autres",
        .in_new_version = "La réponse figure dans la version {0} de la réponse au questionnaire.",
        .as_in_version = "La réponse est celle de la version {0} de la réponse au questionnaire.",
    };
}

}  // namespace rapporteur::exchange
