// SPDX-License-Identifier: EUPL-1.2
#include "exchange/browser_words.hpp"

#include "base/error.hpp"

#include <array>

namespace rapporteur::exchange {

namespace {

constexpr std::array k_page_phrases{
    BrowserPhrase{"skip", "Skip to the questions", "Aller aux questions", "Перейти к вопросам"},
    BrowserPhrase{
        "offline",
        "This form is one file. It works without the Internet, sends nothing anywhere and keeps nothing in the "
        "browser: what you write stands only in the file that you save.",
        "Ce formulaire est un seul fichier. Il fonctionne sans Internet, n’envoie rien et ne garde rien dans le "
        "navigateur : ce que vous écrivez ne se trouve que dans le fichier que vous enregistrez.",
        "Эта форма – один файл. Она работает без Интернета, ничего не отправляет и ничего не хранит в браузере: "
        "написанное остаётся только в том файле, который вы сохраните."},
    BrowserPhrase{
        "noscript",
        "Scripts are switched off in this browser. The questions can be read here, but answers cannot be saved.",
        "Les scripts sont désactivés dans ce navigateur. Les questions peuvent être lues ici, mais les réponses ne "
        "peuvent pas être enregistrées.",
        "В этом браузере отключены сценарии. Вопросы можно прочитать, но сохранить ответы нельзя."},
    BrowserPhrase{"sections", "Sections", "Parties", "Разделы"},
    BrowserPhrase{"tools", "Save, open and send", "Enregistrer, ouvrir et envoyer",
                  "Сохранение, открытие и отправка"},
    BrowserPhrase{
        "how_any_order",
        "Answer in any order. What does not fit is named beside the question and in the list of findings; "
        "nothing keeps you from saving.",
        "Répondez dans l’ordre de votre choix. Ce qui ne convient pas est signalé à côté de la question et "
        "dans la liste des remarques ; rien ne vous empêche d’enregistrer.",
        "Отвечайте в любом порядке. О том, что не подходит, сказано рядом с вопросом и в списке замечаний; "
        "сохранить форму можно всегда."},
    BrowserPhrase{
        "how_save",
        "Save the form to a file and open that file here later, on another computer too, or in the form of the same "
        "questionnaire in another language.",
        "Enregistrez le formulaire dans un fichier et rouvrez-le ici plus tard, aussi sur un autre ordinateur, ou "
        "dans le formulaire du même questionnaire en une autre langue.",
        "Сохраните форму в файл и позже откройте его здесь же, на другом компьютере или в форме того же вопросника "
        "на другом языке."},
    BrowserPhrase{
        "how_lock",
        "A file saved with a passphrase can be read by nobody who does not know it. Nobody can recover a "
        "passphrase that was forgotten.",
        "Un fichier enregistré avec une phrase secrète ne peut être lu par personne qui ne la connaît pas. "
        "Personne ne peut retrouver une phrase secrète oubliée.",
        "Файл, сохранённый с парольной фразой, не прочитает никто, кто её не знает. Восстановить забытую "
        "фразу не сможет никто."},
    BrowserPhrase{
        "how_text",
        "An answer in words may have several paragraphs, with a blank line between them, and lists, with a "
        "hyphen before each item.",
        "Une réponse rédigée peut comporter plusieurs paragraphes, séparés par une ligne vide, et des listes, "
        "avec un trait d’union devant chaque élément.",
        "Ответ может состоять из нескольких абзацев, разделённых пустой строкой, и содержать списки: перед "
        "каждым пунктом ставится дефис."},
    BrowserPhrase{
        "how_figures",
        "In tables write one figure into each cell. 0 means that there was none; where nothing is known, give the "
        "reason. n/a in a cell says that the information cannot be given now.",
        "Dans les tableaux, inscrivez un chiffre par cellule. 0 signifie qu’il n’y en a eu aucun ; si rien n’est "
        "connu, indiquez la raison. n/a dans une cellule dit que l’information ne peut pas être donnée maintenant.",
        "В таблицах пишите по одному числу в клетку. 0 означает, что случаев не было; если ничего не известно, "
        "укажите причину. n/a в клетке означает, что сведения сейчас не могут быть представлены."},
    BrowserPhrase{
        "how_send",
        "When all is done, write the reply as a file and send that file, with the annexed documents, to the "
        "body that asks.",
        "Quand tout est prêt, écrivez la réponse dans un fichier et envoyez ce fichier, avec les documents "
        "annexés, à l’organe qui pose les questions.",
        "Когда всё готово, запишите ответ в файл и отправьте его вместе с приложенными документами тому "
        "органу, который задаёт вопросы."},
    BrowserPhrase{"answer", "Answer", "Réponse", "Ответ"},
    BrowserPhrase{"no_reason", "(none)", "(aucune)", "(нет)"},
    BrowserPhrase{"exhibit_numbers", "Annexed documents, by number", "Documents annexés, par numéro",
                  "Приложенные документы (номера)"},
    BrowserPhrase{"author", "Written by", "Rédigé par", "Кто составил"},
    BrowserPhrase{"not_said", "(not said)", "(non précisé)", "(не указано)"},
    BrowserPhrase{"consent", "May this answer be published?", "Cette réponse peut-elle être publiée ?",
                  "Можно ли опубликовать этот ответ?"},
    BrowserPhrase{"consent_unset", "As said for the whole reply", "Comme pour l’ensemble de la réponse",
                  "Как указано для всего ответа"},
    BrowserPhrase{"undecided", "Not decided yet", "Pas encore décidé", "Ещё не решено"},
    BrowserPhrase{"must_answer", "Must be answered before the reply is submitted.",
                  "Doit recevoir une réponse avant l’envoi définitif.",
                  "Без ответа на этот вопрос отправить форму нельзя."},
    BrowserPhrase{
        "not_asked", "This is not asked after your other answers. What stands here is kept.",
        "Cette question n’est pas posée après vos autres réponses. Ce qui est écrit ici est conservé.",
        "После ваших других ответов этот вопрос не задаётся. Написанное здесь сохраняется."},
    BrowserPhrase{"row_reason", "Where there is no figure", "S’il n’y a pas de chiffre", "Если числа нет"},
    BrowserPhrase{"cell_detail", "Reason or note for a single cell", "Raison ou note pour une seule cellule",
                  "Причина или примечание для одной клетки"},
    BrowserPhrase{"cell", "Cell", "Cellule", "Клетка"},
    BrowserPhrase{"cell_reason", "Reason for no figure", "Raison de l’absence de chiffre",
                  "Причина отсутствия числа"},
    BrowserPhrase{"cell_note", "Note", "Note", "Примечание"},
    BrowserPhrase{"cell_revised", "Differs from what an earlier reply said",
                  "Diffère d’une réponse antérieure", "Отличается от прежнего ответа"},
    BrowserPhrase{"new_code", "Code of a further row", "Code d’une ligne supplémentaire",
                  "Код дополнительной строки"},
    BrowserPhrase{
        "more_rows",
        "Add rows as you need them, each by a short code of its own: of a state, its three letters.",
        "Ajoutez des lignes au besoin, chacune par un code court : pour un État, ses trois lettres.",
        "При необходимости добавьте строки, каждую под своим коротким кодом: для государства – три буквы."},
    BrowserPhrase{"add_row", "Add the row", "Ajouter la ligne", "Добавить строку"},
    BrowserPhrase{"repeat", "If there are several, add an entry for each.",
                  "S’il y en a plusieurs, ajoutez une entrée pour chacun.",
                  "Если их несколько, добавьте запись для каждого."},
    BrowserPhrase{"entry", "Entry {0}", "Entrée {0}", "Запись {0}"},
    BrowserPhrase{"add_entry", "Add an entry", "Ajouter une entrée", "Добавить запись"},
    BrowserPhrase{"remove_entry", "Remove the last entry", "Supprimer la dernière entrée",
                  "Удалить последнюю запись"},
    BrowserPhrase{"about_reply", "About this reply", "Sur cette réponse", "Об этом ответе"},
    BrowserPhrase{"from", "Bodies that took part", "Organes ayant participé", "Участвовавшие органы"},
    BrowserPhrase{"letter", "Number and date of the covering letter",
                  "Numéro et date de la lettre d’accompagnement", "Номер и дата сопроводительного письма"},
    BrowserPhrase{"publication", "May the reply be published?", "La réponse peut-elle être publiée ?",
                  "Можно ли опубликовать ответ?"},
    BrowserPhrase{"naming", "May you be named among the bodies that were consulted?",
                  "Pouvez-vous être nommés parmi les organes consultés ?",
                  "Можно ли назвать вас среди опрошенных организаций?"},
    BrowserPhrase{"exhibits", "Annexed documents", "Documents annexés", "Приложенные документы"},
    BrowserPhrase{
        "exhibits_note",
        "The documents are not taken into this file: send them beside the reply, under the file names that "
        "stand here. They are numbered through all replies of the evaluation.",
        "Les documents ne sont pas repris dans ce fichier : envoyez-les avec la réponse, sous les noms de "
        "fichiers indiqués ici. Ils sont numérotés à travers toutes les réponses de l’évaluation.",
        "Сами документы в этот файл не входят: отправьте их вместе с ответом под указанными здесь именами "
        "файлов. Их нумерация общая для всех ответов в этой оценке."},
    BrowserPhrase{"add_exhibit", "Add a document", "Ajouter un document", "Добавить документ"},
    BrowserPhrase{"findings", "Findings", "Remarques", "Замечания"},
    BrowserPhrase{"save", "Save", "Enregistrer", "Сохранить"},
    BrowserPhrase{"save_as", "Save otherwise…", "Enregistrer autrement…", "Сохранить иначе…"},
    BrowserPhrase{"open", "Open…", "Ouvrir…", "Открыть…"},
    BrowserPhrase{"write", "Write the reply…", "Écrire la réponse…", "Записать ответ…"},
    BrowserPhrase{"save_title", "Save the form to a file", "Enregistrer le formulaire dans un fichier",
                  "Сохранить форму в файл"},
    BrowserPhrase{"save_how", "How the file is kept", "Comment le fichier est gardé", "Как хранится файл"},
    BrowserPhrase{"locked", "Locked with a passphrase", "Verrouillé par une phrase secrète",
                  "Закрыт парольной фразой"},
    BrowserPhrase{"unlocked", "Readable by anybody who has the file", "Lisible par quiconque a le fichier",
                  "Доступен любому, у кого есть файл"},
    BrowserPhrase{"passphrase", "Passphrase", "Phrase secrète", "Парольная фраза"},
    BrowserPhrase{"passphrase_hint",
                  "At least 12 characters; five or six words that do not belong together are best.",
                  "12 caractères au moins ; le mieux est cinq ou six mots sans rapport entre eux.",
                  "Не менее 12 знаков; лучше всего пять или шесть не связанных между собой слов."},
    BrowserPhrase{"passphrase_again", "The passphrase once more", "La phrase secrète encore une fois",
                  "Парольная фраза ещё раз"},
    BrowserPhrase{"unlock_title", "This file is locked", "Ce fichier est verrouillé", "Этот файл закрыт"},
    BrowserPhrase{"unlock", "Open the file", "Ouvrir le fichier", "Открыть файл"},
    BrowserPhrase{"cancel", "Cancel", "Annuler", "Отмена"},
    BrowserPhrase{"write_title", "Write the reply as a file", "Écrire la réponse dans un fichier",
                  "Записать ответ в файл"},
    BrowserPhrase{"status", "The reply is", "La réponse est", "Этот ответ"},
    BrowserPhrase{"draft", "a draft", "un projet", "черновик"},
    BrowserPhrase{"submitted", "submitted as it stands", "présentée telle quelle",
                  "представляется окончательно"},
    BrowserPhrase{"version", "Version of the reply", "Version de la réponse", "Версия ответа"},
    BrowserPhrase{"submitted_on", "Submitted on", "Présentée le", "Дата представления"},
    BrowserPhrase{"write_now", "Write the file", "Écrire le fichier", "Записать файл"},
    BrowserPhrase{"confirm", "Yes", "Oui", "Да"},
    BrowserPhrase{"refuse", "No", "Non", "Нет"},
    BrowserPhrase{"to_top", "Back to the top", "Haut de page", "К началу"},
};
static_assert(all_are_translated(k_page_phrases));

}  // namespace

std::span<const BrowserPhrase> page_phrases() {
    return k_page_phrases;
}

std::string_view phrase_in(const BrowserPhrase& phrase, std::string_view language) {
    return language == "fr" ? phrase.french : language == "ru" ? phrase.russian : phrase.english;
}

std::string page_words(std::string_view name, std::string_view language) {
    for (const BrowserPhrase& phrase : k_page_phrases) {
        if (phrase.name == name) {
            return std::string(phrase_in(phrase, language));
        }
    }
    throw base::Error(base::ErrorKind::internal, "the browser form has no phrase of that name")
        .at(std::string(name));
}

}  // namespace rapporteur::exchange
