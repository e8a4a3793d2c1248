// SPDX-License-Identifier: EUPL-1.2
#include "framework/framework_check.hpp"

#include "base/text.hpp"
#include "framework/imports_check.hpp"
#include "framework/verb_matcher.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::framework {

namespace {

using namespace domain;

class Check {
public:
    Check(const Framework& framework, base::Problems& problems, const base::XmlPlaces& places, Read read)
        : m_framework(framework), m_problems(problems), m_places(places), m_read(read) {}

    void languages();
    void identifiers();
    void provisions();
    void verbs();
    void stages();
    void documents();
    void kinds();
    void rounds();
    void subjects();

private:
    void fault(std::string_view element, std::string_view key, std::string text, std::string hint = "",
               std::size_t appearance = 0) {
        if (m_read == Read::in_part && key.empty()) {
            return;  // the reader has named the element without its identifier
        }
        base::add_error(m_problems, m_places.at(element, key, appearance), std::move(text), std::move(hint));
    }

    // The element is in the file, or is "": the reader has named what it could not read of it.
    bool was_not_read(std::string_view element, std::string_view key) const {
        return m_read == Read::in_part && (key.empty() || m_places.at(element, key).line != 0);
    }

    // Names every value that appears twice.
    void unique(std::string_view element, const std::vector<std::string>& values) {
        std::map<std::string_view, std::size_t> seen;
        for (const std::string& value : values) {
            const std::size_t appearance = seen[value]++;
            if (appearance > 0) {
                fault(element, value,
                      "\"" + value + "\" stands twice among the elements <" + std::string(element) + ">",
                      "identifiers are unique", appearance);
            }
        }
    }
    template <class T>
    void unique_ids(std::string_view element, const std::vector<T>& values) {
        std::vector<std::string> ids;
        std::transform(values.begin(), values.end(), std::back_inserter(ids),
                       [](const T& value) { return value.id; });
        unique(element, ids);
    }
    // Follows `next` from every id and names each circle once; `next` gives "" at an end.
    template <class Next>
    void no_circles(std::string_view element, const std::vector<std::string>& ids, std::string_view relation,
                    Next next);

    void known_provisions(std::string_view element, std::string_view key,
                          const std::vector<std::string>& provisions) {
        for (const std::string& provision : provisions) {
            if (m_framework.find_provision(provision) == nullptr && !was_not_read("provision", provision)) {
                fault(element, key, "there is no provision \"" + provision + "\"",
                      "declare it in <provisions>");
            }
        }
    }
    void named(std::string_view element, std::string_view key, const Texts& texts);
    template <class T>
    void all_named(std::string_view element, const std::vector<T>& values) {
        for (const T& value : values) {
            named(element, value.id, value.name);
        }
    }
    bool is_actor(std::string_view id) const;
    void outline(const Round& round);

    const Framework& m_framework;
    base::Problems& m_problems;
    const base::XmlPlaces& m_places;
    Read m_read;
    std::string m_master;
};

template <class Next>
void Check::no_circles(std::string_view element, const std::vector<std::string>& ids,
                       std::string_view relation, Next next) {
    std::set<std::string> done;
    for (const std::string& start : ids) {
        std::vector<std::string> path;
        std::string id = start;
        while (!id.empty() && done.count(id) == 0) {
            const auto again = std::find(path.begin(), path.end(), id);
            if (again != path.end()) {
                const std::vector<std::string> circle(again, path.end());
                fault(element, id,
                      "a circle: " + base::join(circle, " " + std::string(relation) + " ") + " " +
                          std::string(relation) + " " + id);
                break;
            }
            path.push_back(id);
            id = next(id);
        }
        done.insert(path.begin(), path.end());
    }
}

// A name in the master language, and none in a language that the framework does not declare.
void Check::named(std::string_view element, std::string_view key, const Texts& texts) {
    const bool misspelt = m_read == Read::in_part && texts.empty();
    if (!m_master.empty() && find_text(texts, m_master) == nullptr && !misspelt) {
        fault(element, key, "no name in the master language " + m_master,
              "add xml:lang=\"" + m_master + "\"");
    }
    for (const LocalText& text : texts) {
        const auto declared = [&](const FrameworkLanguage& language) {
            return language.code == text.language;
        };
        if (std::none_of(m_framework.languages.begin(), m_framework.languages.end(), declared) &&
            !was_not_read("language", text.language)) {
            fault(element, key, "a text in the language " + text.language + ", which is not declared",
                  "add it to <languages>");
        }
    }
}

void Check::languages() {
    std::vector<std::string> codes;
    for (const FrameworkLanguage& language : m_framework.languages) {
        codes.push_back(language.code);
        if (language.role != LanguageRole::master) {
            continue;
        }
        if (!m_master.empty()) {
            fault("language", language.code, "a second master language", "one language is the master");
            continue;
        }
        m_master = language.code;
    }
    unique("language", codes);
    if (m_master.empty() && m_read == Read::whole) {
        fault("framework", m_framework.id.text(), "no master language",
              "add <languages><language code=\"en\" role=\"master\"/></languages>");
    }
}

void Check::identifiers() {
    unique_ids("body", m_framework.bodies);
    unique_ids("respondent", m_framework.respondents);
    unique_ids("theme", m_framework.themes);
    unique_ids("verb", m_framework.verbs);
    unique_ids("scale", m_framework.scales);
    unique_ids("stage", m_framework.stages);
    unique_ids("document", m_framework.documents);
    unique_ids("kind", m_framework.kinds);
    unique_ids("rule", m_framework.rules);
    unique_ids("indicator", m_framework.indicators);
    unique_ids("provision", m_framework.provisions);
    unique_ids("round", m_framework.rounds);
    for (const Scale& scale : m_framework.scales) {
        unique_ids("value", scale.values);
        all_named("value", scale.values);
    }
    for (const MonitoringBody& body : m_framework.bodies) {
        const auto same = [&](const RespondentKind& kind) { return kind.id == body.id; };
        if (std::any_of(m_framework.respondents.begin(), m_framework.respondents.end(), same)) {
            fault("respondent", body.id, "\"" + body.id + "\" is a body and a respondent",
                  "a stage's actor must be one");
        }
    }
    named("framework", m_framework.id.text(), m_framework.name);
    all_named("body", m_framework.bodies);
    all_named("respondent", m_framework.respondents);
    all_named("theme", m_framework.themes);
    all_named("scale", m_framework.scales);
    all_named("indicator", m_framework.indicators);
}

void Check::provisions() {
    std::vector<std::string> ids;
    for (const Provision& provision : m_framework.provisions) {
        ids.push_back(provision.id);
        if (!provision.parent.empty() && m_framework.find_provision(provision.parent) == nullptr &&
            !was_not_read("provision", provision.parent)) {
            fault("provision", provision.id,
                  "there is no provision \"" + provision.parent + "\" to be the parent",
                  "declare it, or correct parent=\"...\"");
        }
    }
    no_circles("provision", ids, "belongs to", [&](const std::string& id) {
        const Provision* const provision = m_framework.find_provision(id);
        return provision == nullptr ? std::string() : provision->parent;
    });
}

void Check::verbs() {
    std::map<int, std::string> ranks;
    for (const Verb& verb : m_framework.verbs) {
        named("verb", verb.id, verb.name);
        const auto [other, added] = ranks.emplace(verb.rank, verb.id);
        const bool misread = m_read == Read::in_part && verb.rank == 0;
        if (!added && !misread) {
            fault("verb", verb.id,
                  "the verbs " + other->second + " and " + verb.id + " have the same rank " +
                      std::to_string(verb.rank),
                  "ranks order the verbs by urgency");
        }
        for (const VerbPattern& pattern : verb.patterns) {
            const std::string reason = fault_of_pattern(pattern.pattern);
            if (!reason.empty()) {
                fault("verb", verb.id, "the pattern \"" + pattern.pattern + "\" is not RE2: " + reason,
                      "see github.com/google/re2/wiki/Syntax");
            }
            const auto declared = [&](const FrameworkLanguage& language) {
                return language.code == pattern.language;
            };
            if (std::none_of(m_framework.languages.begin(), m_framework.languages.end(), declared) &&
                !was_not_read("language", pattern.language)) {
                fault("verb", verb.id,
                      "a pattern in the language " + pattern.language + ", which is not declared",
                      "add it to <languages>");
            }
        }
    }
}

bool Check::is_actor(std::string_view id) const {
    const auto same = [&](const auto& value) { return value.id == id; };
    return std::any_of(m_framework.bodies.begin(), m_framework.bodies.end(), same) ||
           std::any_of(m_framework.respondents.begin(), m_framework.respondents.end(), same);
}

void Check::stages() {
    std::vector<std::string> ids;
    for (const Stage& stage : m_framework.stages) {
        ids.push_back(stage.id);
        named("stage", stage.id, stage.name);
        if (!is_actor(stage.actor) && !was_not_read("body", stage.actor) &&
            !was_not_read("respondent", stage.actor)) {
            fault("stage", stage.id, "nobody is called \"" + stage.actor + "\" who could act",
                  "name a body or a respondent of this framework");
        }
        if (!stage.after.empty() && m_framework.find_stage(stage.after) == nullptr &&
            !was_not_read("stage", stage.after)) {
            fault("stage", stage.id, "there is no stage \"" + stage.after + "\" that it could follow",
                  "correct after=\"...\"");
        }
        if (stage.after.empty() && stage.within) {
            fault("stage", stage.id, "a duration without the stage from which it runs", "add after=\"...\"");
        }
    }
    no_circles("stage", ids, "follows", [&](const std::string& id) {
        const Stage* const stage = m_framework.find_stage(id);
        return stage == nullptr ? std::string() : stage->after;
    });
}

void Check::documents() {
    for (const DocumentType& document : m_framework.documents) {
        named("document", document.id, document.name);
        std::set<std::string> stages;
        for (const VisibilityRule& rule : document.visibility) {
            if (!rule.from_stage.empty() && m_framework.find_stage(rule.from_stage) == nullptr &&
                !was_not_read("stage", rule.from_stage)) {
                fault("document", document.id, "there is no stage \"" + rule.from_stage + "\"",
                      "correct from-stage=\"...\"");
            }
            if (!stages.insert(rule.from_stage).second) {
                fault("document", document.id, "two rules of visibility from the same stage", "keep one");
            }
        }
    }
}

void Check::kinds() {
    for (const RecommendationKind& kind : m_framework.kinds) {
        named("kind", kind.id, kind.name);
        const auto same = [&](const MonitoringBody& body) { return body.id == kind.by; };
        if (kind.by != "listed" && !was_not_read("body", kind.by) &&
            std::none_of(m_framework.bodies.begin(), m_framework.bodies.end(), same)) {
            fault("kind", kind.id, "there is no body \"" + kind.by + "\" to recommend",
                  "name a body of this framework, or listed");
        }
    }
}

void Check::outline(const Round& round) {
    std::set<std::string> before;
    for (const OutlineSection& section : round.outline) {
        named("section", section.id, section.title);
        if (!section.parent.empty() && before.count(section.parent) == 0 && m_read == Read::whole) {
            fault("section", section.id,
                  "no section \"" + section.parent + "\" stands before it in the outline of " + round.id,
                  "a section follows its parent");
        }
        if (!before.insert(section.id).second) {
            fault("section", section.id, "\"" + section.id + "\" stands twice in the outline of " + round.id,
                  "identifiers are unique within a round");
            continue;
        }
        known_provisions("section", section.id, section.provisions);
    }
}

void Check::rounds() {
    std::vector<std::string> numbers;
    for (const Round& round : m_framework.rounds) {
        named("round", round.id, round.name);
        known_provisions("round", round.id, round.provisions);
        const std::string prefix = m_framework.id.text() + "/";
        if (!round.questionnaire.empty() && round.questionnaire.rfind(prefix, 0) != 0) {
            fault("round", round.id,
                  "the questionnaire \"" + round.questionnaire + "\" is another framework's",
                  "its identifier begins with " + prefix);
        }
        if (round.questionnaire.find('@') != std::string::npos) {
            fault("round", round.id, "a round names a questionnaire without its version",
                  "leave out what begins with @");
        }
        const bool repeated = std::find(numbers.begin(), numbers.end(), round.number) != numbers.end();
        if (repeated) {
            fault("round", round.id,
                  round.number.empty() ? "a second round without number" : "a second round " + round.number,
                  "evaluations are numbered by their round");
        }
        numbers.push_back(round.number);
        outline(round);
    }
}

void Check::subjects() {
    std::vector<std::string> codes;
    for (const Subject& subject : m_framework.subjects) {
        codes.push_back(subject.code.text());
        for (std::size_t i = 0; i < subject.names.size(); ++i) {
            named("subject", subject.code.text(), subject.names[i].name);
            const bool ordered = i == 0 || m_read == Read::in_part ||
                                 (subject.names[i].from && subject.names[i - 1].from < subject.names[i].from);
            if (!ordered) {
                fault("subject", subject.code.text(), "names that do not follow one another in time",
                      "the oldest first, each later one with from=\"...\"");
            }
        }
    }
    unique("subject", codes);
}

}  // namespace

void check_framework(const Framework& framework, base::Problems& problems, const base::XmlPlaces& places,
                     Read read) {
    Check check(framework, problems, places, read);
    check.languages();
    check.identifiers();
    check.provisions();
    check.verbs();
    check.stages();
    check.documents();
    check.kinds();
    check.rounds();
    check.subjects();
    check_imports(framework, problems, places);
}

}  // namespace rapporteur::framework
