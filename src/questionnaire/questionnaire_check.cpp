// SPDX-License-Identifier: EUPL-1.2
#include "questionnaire/questionnaire_check.hpp"

#include "base/text.hpp"
#include "domain/expression.hpp"
#include "questionnaire/condition_order.hpp"
#include "questionnaire/values.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::questionnaire {

namespace {

using namespace domain;

class QuestionnaireCheck {
public:
    QuestionnaireCheck(const Questionnaire& questionnaire, const Framework& framework,
                       base::Problems& problems, const base::XmlPlaces& places)
        : m_questionnaire(questionnaire), m_framework(framework), m_problems(problems), m_places(places) {}

    void run();

private:
    void fault(std::string_view element, std::string_view key, std::string text, std::string hint = "",
               std::size_t appearance = 0) {
        base::add_error(m_problems, m_places.at(element, key, appearance), std::move(text), std::move(hint));
    }
    void once(std::string_view element, const std::string& id) {
        const std::size_t appearance = m_seen[std::string(element) + " " + id]++;
        if (appearance > 0) {
            fault(element, id,
                  "\"" + id + "\" stands twice among the elements <" + std::string(element) + ">",
                  "identifiers are unique in a questionnaire", appearance);
        }
    }
    void languages();
    void texts(std::string_view element, std::string_view key, const Texts& texts);
    void codelists();
    void section(const Section& section, const std::vector<std::string>& conditions);
    void question(const Question& question, const std::vector<std::string>& conditions);
    void known_respondents(std::string_view element, std::string_view key,
                           const std::vector<std::string>& respondents);
    void table(const Question& question);
    void dimension(const Question& question, const Dimension& dimension);
    // Parses the condition and checks what it refers to; gives the identifiers.
    std::vector<std::string> references(std::string_view element, std::string_view key,
                                        const std::string& text);
    void reference(std::string_view element, std::string_view key, const ExpressionReference& reference);
    void compared_code(std::string_view element, std::string_view key, const ExpressionReference& reference,
                       const std::string& code);

    const Questionnaire& m_questionnaire;
    const Framework& m_framework;
    base::Problems& m_problems;
    const base::XmlPlaces& m_places;
    std::string m_master;
    std::map<std::string, std::size_t> m_seen;
    Conditions m_conditions;
};

void QuestionnaireCheck::run() {
    const auto parts = parse_questionnaire_id(m_questionnaire.id.text());
    if (parts && parts->framework != m_framework.id.text()) {
        fault("questionnaire", m_questionnaire.id.text(),
              "it belongs to the framework " + parts->framework + ", not to " + m_framework.id.text(),
              "its identifier begins with " + m_framework.id.text() + "/");
    }
    languages();
    for (const std::string& respondent : m_questionnaire.respondents) {
        const auto same = [&](const RespondentKind& kind) { return kind.id == respondent; };
        if (std::none_of(m_framework.respondents.begin(), m_framework.respondents.end(), same)) {
            fault("questionnaire", m_questionnaire.id.text(),
                  "the framework has no respondent \"" + respondent + "\"",
                  "declare it in framework.xml, or correct it here");
        }
    }
    texts("questionnaire", m_questionnaire.id.text(), m_questionnaire.title);
    codelists();
    for (const Section& each : m_questionnaire.sections) {
        section(each, {});
    }
    check_order(m_conditions, m_problems, m_places);
}

void QuestionnaireCheck::languages() {
    int masters = 0;
    std::set<std::string> codes;
    for (const QuestionnaireLanguage& language : m_questionnaire.languages) {
        if (language.role == "master" && ++masters == 1) {
            m_master = language.code;
        }
        if (!codes.insert(language.code).second) {
            fault("language", language.code, "the language " + language.code + " is declared twice",
                  "keep one", 1);
        }
    }
    if (masters != 1) {
        fault("questionnaire", m_questionnaire.id.text(),
              masters == 0 ? "no master language" : "several master languages",
              "one of <languages> has role=\"master\"");
    }
}

// The text in the master language must be there; a missing official one is a warning.
void QuestionnaireCheck::texts(std::string_view element, std::string_view key, const Texts& texts) {
    for (const QuestionnaireLanguage& language : m_questionnaire.languages) {
        if (find_text(texts, language.code) != nullptr || language.role == "courtesy") {
            continue;
        }
        const std::string hint = "add xml:lang=\"" + language.code + "\"";
        if (language.code == m_master) {
            fault(element, key, "no text in the master language " + language.code, hint);
        } else if (language.role == "official") {
            base::add_warning(m_problems, m_places.at(element, key), "not translated into " + language.code,
                              hint);
        }
    }
    for (const LocalText& text : texts) {
        const auto declared = [&](const QuestionnaireLanguage& language) {
            return language.code == text.language;
        };
        if (std::none_of(m_questionnaire.languages.begin(), m_questionnaire.languages.end(), declared)) {
            fault(element, key, "a text in the language " + text.language + ", which is not declared",
                  "add it to <languages>");
        }
    }
}

void QuestionnaireCheck::codelists() {
    for (const Codelist& list : m_questionnaire.codelists) {
        once("codelist", list.id);
        std::set<std::string> codes;
        for (const Code& code : list.codes) {
            if (!codes.insert(code.value).second) {
                fault("codelist", list.id, "the code \"" + code.value + "\" stands twice",
                      "codes are unique in their list");
            }
            texts("codelist", list.id, code.label);
        }
        if (list.codes.empty() && !list.open) {
            fault("codelist", list.id, "a closed list without codes", "add <code>, or open=\"true\"");
        }
    }
}

void QuestionnaireCheck::known_respondents(std::string_view element, std::string_view key,
                                           const std::vector<std::string>& respondents) {
    for (const std::string& respondent : respondents) {
        if (!base::contains(m_questionnaire.respondents, respondent)) {
            fault(element, key, "\"" + respondent + "\" is no respondent of this questionnaire",
                  "one of " + base::join(m_questionnaire.respondents, ", "));
        }
    }
}

void QuestionnaireCheck::section(const Section& each, const std::vector<std::string>& conditions) {
    once("section", each.id);
    texts("section", each.id, each.title);
    known_respondents("section", each.id, each.respondents);
    std::vector<std::string> inherited = conditions;
    if (!each.when.empty()) {
        const std::vector<std::string> named = references("section", each.id, each.when);
        inherited.insert(inherited.end(), named.begin(), named.end());
    }
    for (const Question& inner : each.questions) {
        question(inner, inherited);
    }
    for (const Slot& slot : each.slots) {
        once("slot", slot.id);
        if (!slot.question.empty() && m_questionnaire.find_question(slot.question) == nullptr) {
            fault("slot", slot.id, "there is no question \"" + slot.question + "\" to fill it after",
                  "correct question=\"...\"");
        }
    }
    for (const Section& inner : each.sections) {
        section(inner, inherited);
    }
}

void QuestionnaireCheck::question(const Question& each, const std::vector<std::string>& conditions) {
    const std::string& id = each.id.text();
    once("question", id);
    m_conditions.order.push_back(id);
    texts("question", id, each.text);
    known_respondents("question", id, each.respondents);
    for (const std::string& provision : each.provisions) {
        if (m_framework.find_provision(provision) == nullptr) {
            fault("question", id, "the framework has no provision \"" + provision + "\"",
                  "declare it in framework.xml");
        }
    }
    for (const std::string& theme : each.themes) {
        if (m_framework.find_theme(theme) == nullptr) {
            fault("question", id, "the framework has no theme \"" + theme + "\"",
                  "declare it in framework.xml");
        }
    }
    if (each.kind == QuestionKind::choice && m_questionnaire.find_codelist(each.codelist) == nullptr) {
        fault("question", id, "there is no codelist \"" + each.codelist + "\"", "add it to <codelists>");
    }
    if (each.kind == QuestionKind::number && !each.minimum.empty() && !each.maximum.empty() &&
        parse_decimal(each.minimum).value_or(0) > parse_decimal(each.maximum).value_or(0)) {
        fault("question", id, "min is above max", "exchange them");
    }
    if (each.kind == QuestionKind::table) {
        table(each);
    }
    std::vector<std::string>& named = m_conditions.looks_at[id];
    named = conditions;
    if (!each.when.empty()) {
        const std::vector<std::string> own = references("question", id, each.when);
        named.insert(named.end(), own.begin(), own.end());
    }
    for (const domain::Check& check : each.checks) {
        texts("question", id, check.message);
        const std::vector<std::string> looked_at = references("question", id, check.test);
        std::vector<std::string>& all = m_conditions.checks_look_at[id];
        all.insert(all.end(), looked_at.begin(), looked_at.end());
    }
    for (const Question& part : each.parts) {
        question(part, named);
    }
}

void QuestionnaireCheck::dimension(const Question& each, const Dimension& dimension) {
    const std::string& id = each.id.text();
    if (!dimension.codelist.empty() && m_questionnaire.find_codelist(dimension.codelist) == nullptr) {
        fault("question", id,
              "there is no codelist \"" + dimension.codelist + "\" for the dimension " + dimension.id,
              "add it to <codelists>");
    }
    if (!dimension.from.empty() && std::stoi(dimension.to) - std::stoi(dimension.from) > 100) {
        fault("question", id, "the dimension " + dimension.id + " runs over more than a hundred years",
              "correct from and to");
    }
    const auto same = [&](const Dimension& other) { return other.id == dimension.id; };
    if (std::count_if(each.dimensions.begin(), each.dimensions.end(), same) > 1 &&
        &*std::find_if(each.dimensions.begin(), each.dimensions.end(), same) == &dimension) {
        fault("question", id, "the dimension " + dimension.id + " stands twice",
              "dimensions are unique in a table");
    }
}

void QuestionnaireCheck::table(const Question& each) {
    const std::string& id = each.id.text();
    for (const Dimension& one : each.dimensions) {
        dimension(each, one);
    }
    for (const TableTotal& total : each.totals) {
        for (const std::string& over : total.over) {
            const auto found = std::find_if(each.dimensions.begin(), each.dimensions.end(),
                                            [&](const Dimension& known) { return known.id == over; });
            if (found == each.dimensions.end()) {
                fault("question", id, "a total over \"" + over + "\", which is no dimension of the table",
                      "correct over=\"...\"");
            } else if (found->total == TotalOrigin::none) {
                fault("question", id, "a total over " + over + ", which has none",
                      "add total=\"given\" to the dimension");
            }
        }
    }
    if (!each.indicator.empty() && m_framework.find_indicator(each.indicator) == nullptr) {
        fault("question", id, "the framework has no indicator \"" + each.indicator + "\"",
              "declare it in framework.xml");
    }
}

void QuestionnaireCheck::reference(std::string_view element, std::string_view key,
                                   const ExpressionReference& reference) {
    const Question* const named = m_questionnaire.find_question(reference.id);
    if (named == nullptr) {
        std::vector<std::string_view> known;
        for (const Question* const each : questions_of(m_questionnaire)) {
            known.push_back(each->id.text());
        }
        const auto near = base::nearest(reference.id, known);
        fault(element, key, "there is no question \"" + reference.id + "\" to look at",
              near ? "did you mean ${" + *near + "}?" : "correct ${" + reference.id + "}");
        return;
    }
    for (const std::string& where : reference.where) {
        const std::string id = where.substr(0, where.find('='));
        const std::string code = where.substr(where.find('=') + 1);
        const auto found = std::find_if(named->dimensions.begin(), named->dimensions.end(),
                                        [&](const Dimension& known) { return known.id == id; });
        if (found == named->dimensions.end()) {
            fault(element, key, reference.id + " has no dimension \"" + id + "\"",
                  "correct ${" + reference.id + "[" + where + "]}");
            continue;
        }
        const Codelist* const list = m_questionnaire.find_codelist(found->codelist);
        if (list == nullptr && !found->codelist.empty()) {
            continue;  // told at the table
        }
        const auto is_code = [&](const Code& known) { return known.value == code; };
        const bool listed = list != nullptr && std::any_of(list->codes.begin(), list->codes.end(), is_code);
        const bool year = list == nullptr && code >= found->from && code <= found->to;
        if (!listed && !year && !found->open && (list == nullptr || !list->open)) {
            fault(element, key,
                  "the dimension " + id + " of " + reference.id + " has no code \"" + code + "\"");
        }
    }
}

// Comparing with a code that the question does not have is never true: a slip.
void QuestionnaireCheck::compared_code(std::string_view element, std::string_view key,
                                       const ExpressionReference& reference, const std::string& code) {
    const Question* const named = m_questionnaire.find_question(reference.id);
    if (named == nullptr || named->kind == QuestionKind::table) {
        return;
    }
    bool known = true;
    if (named->kind == QuestionKind::yesno) {
        known = code == "yes" || code == "no" || (code == "partly" && named->partly);
    } else if (named->kind == QuestionKind::choice) {
        const Codelist* const list = m_questionnaire.find_codelist(named->codelist);
        const auto is_code = [&](const Code& each) { return each.value == code; };
        known = list == nullptr || list->open || named->other ||
                std::any_of(list->codes.begin(), list->codes.end(), is_code);
    }
    if (!known) {
        fault(element, key, reference.id + " can never be '" + code + "'",
              "compare it with one of its codes");
    }
}

std::vector<std::string> QuestionnaireCheck::references(std::string_view element, std::string_view key,
                                                        const std::string& text) {
    ExpressionFault wrong;
    const std::optional<Expression> expression = Expression::parse(text, wrong);
    if (!expression) {
        fault(element, key,
              "\"" + text + "\" is no condition: " + wrong.text + " at character " +
                  std::to_string(wrong.position + 1));
        return {};
    }
    std::vector<std::string> ids;
    for (const ExpressionReference& each : expression->references()) {
        reference(element, key, each);
        if (!base::contains(ids, each.id)) {
            ids.push_back(each.id);
        }
    }
    for (const auto& [each, code] : expression->compared_texts()) {
        compared_code(element, key, each, code);
    }
    return ids;
}

}  // namespace

void check_questionnaire(const Questionnaire& questionnaire, const Framework& framework,
                         base::Problems& problems, const base::XmlPlaces& places) {
    QuestionnaireCheck(questionnaire, framework, problems, places).run();
}

}  // namespace rapporteur::questionnaire
