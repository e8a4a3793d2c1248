// SPDX-License-Identifier: EUPL-1.2
#include "exchange/delegating.hpp"

#include "base/problem.hpp"
#include "base/text.hpp"
#include "exchange/asked.hpp"
#include "store/delegations.hpp"
#include "store/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace rapporteur::exchange {

using namespace domain;

namespace {

// "interior": a body of the evaluation's state.
std::string full_name(const Issuing& issuing, const std::string& body) {
    const std::optional<EvaluationParts> parts = parse_evaluation_id(issuing.evaluation.text());
    const bool is_short = body.find('/') == std::string::npos;
    return is_short && parts ? parts->subject.text() + "/body/" + body : body;
}

BodyId need_body(const store::Register& where, const Issuing& issuing, const std::string& name) {
    const BodyId body(full_name(issuing, name));
    if (!store::find_body(where, body)) {
        throw base::Error(base::ErrorKind::not_found, "the register knows no body " + body.text())
            .help("bodies are declared in the evaluation's dossier");
    }
    return body;
}

struct Place {
    std::string question;
    std::string row;
    bool operator==(const Place&) const = default;
};

// What can be handed out: leaves of the questionnaire as it is put to the respondent, and country-specific questions.
class Catalogue {
public:
    explicit Catalogue(const Issuing& issuing) : m_issuing(issuing) {
        for (const AskedQuestion& each :
             asked_questions(issuing.questionnaire, issuing.issue.respondent, issuing.language)) {
            if (each.question->kind != QuestionKind::note) {
                m_questions.push_back(each.question);
            }
        }
    }

    std::vector<std::string> answerable() const {
        std::vector<std::string> ids;
        for (const Question* const each : m_questions) {
            if (each->kind != QuestionKind::record) {
                ids.push_back(each->id.text());
            }
        }
        for (const SpecificQuestion& each : m_issuing.issue.specific) {
            ids.push_back(each.id.text());
        }
        return ids;
    }

    // What one word of a list means; a fault where it means nothing.
    std::vector<Place> places_of(std::string_view word, std::string& fault) const {
        const std::size_t open = word.find('[');
        if (open != std::string_view::npos) {
            return row_of(word.substr(0, open), word.substr(open + 1), fault);
        }
        std::vector<Place> places = range_of(word);
        if (!places.empty()) {
            return places;
        }
        for (const Question* const each : m_questions) {
            if (each->id.text() == word || (!each->number.empty() && each->number == word)) {
                add(*each, places);
                return places;
            }
        }
        for (const SpecificQuestion& each : m_issuing.issue.specific) {
            if (each.id.text() == word) {
                return {{each.id.text(), ""}};
            }
        }
        if (add_section(m_issuing.questionnaire.sections, word, places)) {
            return places;
        }
        const std::vector<std::string> known = answerable();
        fault = fmt::format("there is no question, number or section \"{}\"", word);
        m_hint =
            base::did_you_mean(std::string(word), std::vector<std::string_view>(known.begin(), known.end()),
                               "see rapporteur questionnaire show");
        return {};
    }
    const std::string& hint() const { return m_hint; }

private:
    static void add(const Question& question, std::vector<Place>& places) {
        places.push_back({question.id.text(), ""});
        for (const Question& part : question.parts) {
            add(part, places);
        }
    }

    // "3-12": by the printed numbers of questions that have whole ones.
    std::vector<Place> range_of(std::string_view word) const {
        const std::size_t dash = word.find('-');
        int first = 0;
        int last = 0;
        if (dash == std::string_view::npos || !read(word.substr(0, dash), first) ||
            !read(word.substr(dash + 1), last)) {
            return {};
        }
        std::vector<Place> places;
        for (const Question* const each : m_questions) {
            int number = 0;
            if (read(each->number, number) && number >= first && number <= last) {
                add(*each, places);
            }
        }
        return places;
    }
    static bool read(std::string_view text, int& number) {
        const auto done = std::from_chars(text.data(), text.data() + text.size(), number);
        return !text.empty() && done.ec == std::errc() && done.ptr == text.data() + text.size();
    }

    std::vector<Place> row_of(std::string_view name, std::string_view inside, std::string& fault) const {
        m_hint = "such as stat.victims[who=women]";
        const auto found = std::find_if(m_questions.begin(), m_questions.end(), [&](const Question* each) {
            return each->id.text() == name || (!each->number.empty() && each->number == name);
        });
        if (found == m_questions.end() || (*found)->kind != QuestionKind::table || inside.empty() ||
            inside.back() != ']') {
            fault = fmt::format("\"{}[{}\" is no row of a table", name, inside);
            return {};
        }
        inside.remove_suffix(1);
        std::vector<std::string> pairs;
        for (const std::string_view pair : base::split_words(inside)) {
            if (!is_row_pair(**found, pair)) {
                fault = fmt::format("{} has no row {}", (*found)->id.text(), pair);
                return {};
            }
            pairs.emplace_back(pair);
        }
        return {{(*found)->id.text(), base::join(pairs, " ")}};
    }

    bool is_row_pair(const Question& question, std::string_view pair) const {
        const std::size_t equals = pair.find('=');
        const std::string_view code = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
        for (const Dimension& dimension : question.dimensions) {
            if (dimension.axis != Axis::row || dimension.id != pair.substr(0, equals)) {
                continue;
            }
            const Codelist* const list = m_issuing.questionnaire.find_codelist(dimension.codelist);
            if (code == "total") {
                return dimension.total == TotalOrigin::given;
            }
            if (list == nullptr) {
                return code >= dimension.from && code <= dimension.to;
            }
            return list->open || dimension.open ||
                   std::any_of(list->codes.begin(), list->codes.end(),
                               [&](const Code& each) { return each.value == code; });
        }
        return false;
    }

    bool add_section(const std::vector<Section>& sections, std::string_view id,
                     std::vector<Place>& places) const {
        for (const Section& section : sections) {
            if (section.id == id) {
                add_all(section, places);
                return true;
            }
            if (add_section(section.sections, id, places)) {
                return true;
            }
        }
        return false;
    }
    void add_all(const Section& section, std::vector<Place>& places) const {
        for (const Question& each : section.questions) {
            const bool is_put = std::find(m_questions.begin(), m_questions.end(), &each) != m_questions.end();
            if (is_put) {
                add(each, places);
            }
        }
        for (const Slot& slot : section.slots) {
            for (const SpecificQuestion& each : m_issuing.issue.specific) {
                if (each.slot == slot.id) {
                    places.push_back({each.id.text(), ""});
                }
            }
        }
        for (const Section& inner : section.sections) {
            add_all(inner, places);
        }
    }

    const Issuing& m_issuing;
    std::vector<const Question*> m_questions;  // that the respondent is asked, records and their parts
    mutable std::string m_hint;
};

class StepMaker {
public:
    StepMaker(const store::Register& where, const Issuing& issuing, const base::Date& today)
        : m_where(where), m_issuing(issuing), m_catalogue(issuing), m_today(today),
          m_all(store::list_delegation(where, issuing.issue.id)) {}

    void take(const DelegationWish& wish) {
        const std::size_t equals = wish.text.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == wish.text.size()) {
            fault(wish.text, "this names no body and its questions", "such as interior=1-12,stat.victims");
            return;
        }
        const BodyId body(full_name(m_issuing, wish.text.substr(0, equals)));
        if (!store::find_body(m_where, body)) {
            fault(wish.text, "the register knows no body " + body.text(),
                  "bodies are declared in the evaluation's dossier");
            return;
        }
        for (const std::string_view word : base::split(std::string_view(wish.text).substr(equals + 1), ',')) {
            take_word(wish, body, base::trim(word));
        }
    }

    std::vector<DelegationStep> finish() && {
        base::throw_if_errors(m_problems, "the questions could not be handed out; nothing was made");
        return std::move(m_new);
    }

private:
    void fault(const std::string& item, std::string text, std::string hint) {
        base::add_error(m_problems, {"", 0, item}, std::move(text), std::move(hint));
    }

    void take_word(const DelegationWish& wish, const BodyId& body, std::string_view word) {
        std::vector<Place> places;
        if (word == "rest") {
            for (std::string& id : led_by_nobody(m_issuing, Delegation(m_all))) {
                places.push_back({std::move(id), ""});
            }
        } else {
            std::string text;
            places = m_catalogue.places_of(word, text);
            if (!text.empty()) {
                fault(wish.text, std::move(text), m_catalogue.hint());
            }
        }
        for (Place& place : places) {
            add(wish.act, body, std::move(place));
        }
    }

    void add(DelegationAct act, const BodyId& body, Place place) {
        const Delegation now(m_all);
        const Duty* const duty = now.find(place.question, place.row);
        const bool leads = duty != nullptr && is_among(duty->leads, body);
        const bool adds = duty != nullptr && is_among(duty->adds, body);
        if (leads || (adds && act == DelegationAct::adds)) {
            return;
        }
        DelegationStep step{now.last_step() + 1,
                            act,
                            std::move(place.question),
                            std::move(place.row),
                            body,
                            std::nullopt,
                            "",
                            m_today};
        m_all.push_back(step);
        m_new.push_back(std::move(step));
    }

    const store::Register& m_where;
    const Issuing& m_issuing;
    Catalogue m_catalogue;
    base::Date m_today;
    std::vector<DelegationStep> m_all;
    std::vector<DelegationStep> m_new;
    base::Problems m_problems;
};

}  // namespace

std::vector<DelegationStep> delegation_steps(const store::Register& where, const Issuing& issuing,
                                             const std::vector<DelegationWish>& wishes,
                                             const base::Date& today) {
    StepMaker maker(where, issuing, today);
    for (const DelegationWish& wish : wishes) {
        maker.take(wish);
    }
    return std::move(maker).finish();
}

DelegationStep pass_on(const store::Register& where, const Issuing& issuing, std::string_view place,
                       const std::string& from, const std::string& to, const std::string& remark,
                       const base::Date& today) {
    if (base::trim(remark).empty()) {
        throw base::Error(base::ErrorKind::usage, "why the question is passed on is not said")
            .help("add --remark, such as --remark \"not our competence\"");
    }
    const BodyId giver = need_body(where, issuing, from);
    const BodyId taker = need_body(where, issuing, to);
    std::string fault;
    const Catalogue catalogue(issuing);
    const std::vector<Place> places = catalogue.places_of(place, fault);
    if (places.size() != 1) {
        throw base::Error(fault.empty() ? base::ErrorKind::usage : base::ErrorKind::not_found,
                          fault.empty() ? fmt::format("{} is not one question", place) : fault)
            .help(fault.empty() ? "pass the questions on one by one" : catalogue.hint());
    }
    const Delegation now(store::list_delegation(where, issuing.issue.id));
    const Duty* const duty = now.find(places.front().question, places.front().row);
    if (duty == nullptr || !is_among(duty->leads, giver)) {
        throw base::Error(base::ErrorKind::refused,
                          fmt::format("{} does not lead {}", giver.text(), places.front().question))
            .because(duty == nullptr || duty->leads.empty() ? "nobody does"
                                                            : "it is led by " + duty->leads.front().text())
            .help("see who does with: rapporteur issue show " + issuing.issue.id.text());
    }
    if (giver == taker) {
        throw base::Error(base::ErrorKind::usage, "a body can not pass a question on to itself");
    }
    return {0,    DelegationAct::passes, places.front().question, places.front().row, taker, giver, remark,
            today};
}

std::vector<BodyId> bodies_named(const store::Register& where, const Issuing& issuing,
                                 const Delegation& delegation, const std::vector<std::string>& names) {
    std::vector<BodyId> bodies;
    const std::vector<BodyId> known = delegation.bodies();
    for (const std::string& name : names) {
        if (name == "all") {
            bodies = known;
            continue;
        }
        BodyId body = need_body(where, issuing, name);
        if (!is_among(known, body)) {
            throw base::Error(base::ErrorKind::not_found, body.text() + " has no question of this issue")
                .help("give it some: --part " + name + "=QUESTIONS");
        }
        if (!is_among(bodies, body)) {
            bodies.push_back(std::move(body));
        }
    }
    return bodies;
}

Issuing part_of_issuing(const store::Register& where, Issuing issuing, FormPart part) {
    issuing.names.recipient = store::body_name(where, part.body, issuing.language, issuing.issue.sent);
    issuing.part = std::move(part);
    return issuing;
}

std::vector<std::string> led_by_nobody(const Issuing& issuing, const Delegation& delegation) {
    std::set<std::string> led;
    for (const auto& [place, duty] : delegation.duties()) {
        if (!duty.leads.empty()) {
            led.insert(place.first);
        }
    }
    std::vector<std::string> open = Catalogue(issuing).answerable();
    std::erase_if(open, [&](const std::string& id) { return led.count(id) > 0; });
    return open;
}

}  // namespace rapporteur::exchange
