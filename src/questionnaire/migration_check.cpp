// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "questionnaire/questionnaire_check.hpp"
#include "questionnaire/values.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace rapporteur::questionnaire {

namespace {

using namespace domain;

// How many questions a step takes from the earlier version and gives to the later one; -1: one or more.
struct Arity {
    int from;
    int to;
};

Arity arity_of(MigrationAct act) {
    switch (act) {
    case MigrationAct::same:
    case MigrationAct::reworded:
    case MigrationAct::moved:
        return {1, 1};
    case MigrationAct::split:
        return {1, -1};
    case MigrationAct::merged:
        return {-1, 1};
    case MigrationAct::dropped:
        return {1, 0};
    case MigrationAct::added:
        return {0, 1};
    case MigrationAct::recode:
        return {1, 1};
    }
    return {0, 0};
}

bool fits(std::size_t count, int wanted) {
    return wanted < 0 ? count >= 1 : count == static_cast<std::size_t>(wanted);
}

class MigrationCheck {
public:
    MigrationCheck(const Questionnaire& earlier, const Questionnaire& later, base::Problems& problems,
                   const base::XmlPlaces& places)
        : m_earlier(earlier), m_later(later), m_problems(problems), m_places(places) {}

    void run(const std::string& version) {
        const auto found = std::find_if(m_later.migrations.begin(), m_later.migrations.end(),
                                        [&](const Migration& each) { return each.from == version; });
        m_version = version;
        if (found == m_later.migrations.end()) {
            base::add_error(m_problems, m_places.at("questionnaire", m_later.id.text()),
                            "no migration map from the version " + version,
                            "add <migration from=\"" + version + "\">");
            return;
        }
        for (const MigrationStep& each : found->steps) {
            step(each);
        }
        for (const Question* const question : questions_of(m_earlier)) {
            once(question->id.text(), m_taken, "of the earlier version",
                 "say whether it is the same, moved, reworded, split, merged or dropped");
        }
        for (const Question* const question : questions_of(m_later)) {
            once(question->id.text(), m_given, "of this version",
                 "say where it comes from, or that it was added");
        }
        codes_without_successor();
    }

private:
    void fault(std::string text, std::string hint = "") {
        base::add_error(m_problems, m_places.at("migration", m_version), std::move(text), std::move(hint));
    }
    void once(const std::string& id, const std::map<std::string, int>& seen, std::string_view which,
              std::string hint) {
        const auto found = seen.find(id);
        if (found == seen.end()) {
            fault("the map leaves out the question " + id + " " + std::string(which), std::move(hint));
        } else if (found->second > 1) {
            fault("the question " + id + " " + std::string(which) + " stands in several steps",
                  "keep one step");
        }
    }
    void step(const MigrationStep& each);
    void same_kind(const MigrationStep& each, const std::string& to);
    void recode(const MigrationStep& each);
    void codes_without_successor();

    const Questionnaire& m_earlier;
    const Questionnaire& m_later;
    base::Problems& m_problems;
    const base::XmlPlaces& m_places;
    std::string m_version;
    std::map<std::string, int> m_taken;
    std::map<std::string, int> m_given;
    std::set<std::pair<std::string, std::string>> m_recoded;  // list and earlier code
};

void MigrationCheck::step(const MigrationStep& each) {
    const std::string act(base::name_of(each.act));
    // "same" and "reworded" keep the identifier, so that "to" may be left out.
    std::vector<std::string> to = each.to;
    if (to.empty() && (each.act == MigrationAct::same || each.act == MigrationAct::reworded)) {
        to = each.from;
    }
    const Arity arity = arity_of(each.act);
    if (!fits(each.from.size(), arity.from) || !fits(to.size(), arity.to)) {
        fault("the step \"" + act + "\" does not name the right number of questions", "see from and to");
        return;
    }
    if (each.act == MigrationAct::recode) {
        recode(each);
        return;
    }
    if ((each.act == MigrationAct::reworded) != !each.substance.empty()) {
        fault(each.substance.empty() ? "a reworded question without its substance"
                                     : "only a reworded question has a substance",
              "substance=\"same\", \"narrower\" or \"wider\"");
    }
    for (const std::string& id : each.from) {
        ++m_taken[id];
        if (m_earlier.find_question(id) == nullptr) {
            fault("the earlier version has no question " + id, "correct from=\"...\"");
        }
    }
    for (const std::string& id : to) {
        ++m_given[id];
        if (m_later.find_question(id) == nullptr) {
            fault("this version has no question " + id, "correct to=\"...\"");
        }
    }
    if (arity.from == 1 && arity.to == 1) {
        same_kind(each, to.front());
    }
}

// An answer may stand for the same question only where it is of the same kind.
void MigrationCheck::same_kind(const MigrationStep& each, const std::string& to) {
    const bool claims_same = each.act == MigrationAct::same || each.act == MigrationAct::moved ||
                             (each.act == MigrationAct::reworded && each.substance == "same");
    const Question* const before = m_earlier.find_question(each.from.front());
    const Question* const now = m_later.find_question(to);
    if (claims_same && before != nullptr && now != nullptr && before->kind != now->kind) {
        fault("the question " + to + " takes another kind of answer than before (" +
                  std::string(base::name_of(before->kind)) + ", now " +
                  std::string(base::name_of(now->kind)) + "), and the step says that it asks for the same",
              "reworded with the substance \"wider\" or \"narrower\", or dropped and added");
    }
}

const Code* find_code(const Codelist* list, const std::string& code) {
    if (list == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(list->codes.begin(), list->codes.end(),
                                    [&](const Code& known) { return known.value == code; });
    return found == list->codes.end() ? nullptr : &*found;
}

void MigrationCheck::recode(const MigrationStep& each) {
    if (find_code(m_earlier.find_codelist(each.codelist), each.from.front()) == nullptr) {
        fault("the earlier list \"" + each.codelist + "\" has no code " + each.from.front(),
              "correct from=\"...\"");
    }
    const Code* const now = find_code(m_later.find_codelist(each.codelist), each.to.front());
    if (now == nullptr) {
        fault("the list \"" + each.codelist + "\" has no code " + each.to.front(), "correct to=\"...\"");
    } else if (!now->retired.empty()) {
        fault("the code " + each.to.front() + " of the list \"" + each.codelist +
                  "\" is no longer in use: nothing can be recoded to it",
              "recode " + each.from.front() + " to a code that may be chosen");
    }
    if (!m_recoded.emplace(each.codelist, each.from.front()).second) {
        fault("the code " + each.from.front() + " of the list \"" + each.codelist + "\" is recoded twice",
              "keep one step");
    }
}

// That is allowed: answers with such a code are shown as earlier ones, and not carried.
void MigrationCheck::codes_without_successor() {
    for (const Codelist& list : m_earlier.codelists) {
        const Codelist* const now = m_later.find_codelist(list.id);
        for (const Code& code : list.codes) {
            const Code* const kept = find_code(now, code.value);
            const bool gone = kept == nullptr || !kept->retired.empty();
            if (now != nullptr && code.retired.empty() && gone &&
                m_recoded.count({list.id, code.value}) == 0) {
                base::add_warning(m_problems, m_places.at("migration", m_version),
                                  "the code " + code.value + " of the list \"" + list.id +
                                      "\" is gone and no step recodes it: answers with it are not carried",
                                  "<step act=\"recode\" from=\"" + code.value + "\" to=\"...\" codelist=\"" +
                                      list.id + "\"/>, if a code stands for it");
            }
        }
    }
}

}  // namespace

void check_migration(const Questionnaire& earlier, const Questionnaire& later, base::Problems& problems,
                     const base::XmlPlaces& places) {
    const auto from = parse_questionnaire_id(earlier.id.text());
    const auto to = parse_questionnaire_id(later.id.text());
    if (!from || !to || from->framework != to->framework || from->name != to->name) {
        base::add_error(problems, places.at("questionnaire", later.id.text()),
                        earlier.id.text() + " is no version of the same questionnaire",
                        "a map leads between versions");
        return;
    }
    MigrationCheck(earlier, later, problems, places).run(from->version);
}

std::vector<std::string> versions_mapped(const Questionnaire& questionnaire) {
    std::vector<std::string> versions;
    if (!questionnaire.supersedes.empty()) {
        versions.push_back(questionnaire.supersedes);
    }
    for (const Migration& each : questionnaire.migrations) {
        if (!base::contains(versions, each.from)) {
            versions.push_back(each.from);
        }
    }
    return versions;
}

}  // namespace rapporteur::questionnaire
