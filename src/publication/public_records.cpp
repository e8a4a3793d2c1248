// SPDX-License-Identifier: EUPL-1.2
#include "publication/public_records.hpp"

#include "base/error.hpp"
#include "publication/copying.hpp"
#include "publication/small_cells.hpp"
#include "store/people.hpp"

#include <algorithm>

namespace rapporteur::publication {

using namespace domain;

std::string text_of(const std::optional<base::Date>& date) {
    return date ? date->text() : std::string();
}

std::string Copying::body(const BodyId& id) {
    if (id.text().find('/') != std::string::npos) {
        bodies.insert(id.text());
    }
    return id.text();
}

std::string Copying::body(const std::optional<BodyId>& id) {
    return id ? body(*id) : std::string();
}

release::Names Copying::body_list(const std::vector<BodyId>& ids) {
    release::Names names;
    for (const BodyId& id : ids) {
        names.push_back(body(id));
    }
    return names;
}

std::vector<release::PublicEvidence> Copying::evidence(const std::vector<Evidence>& all) {
    std::vector<release::PublicEvidence> named;
    for (const Evidence& one : all) {
        if (!may_be_named(material, selection, one.ref)) {
            continue;
        }
        const std::string whole(without_part(one.ref.text()));
        if (store::find_source(material.where, SourceId(whole))) {
            sources.insert(whole);
        }
        named.push_back({one.ref.text(), one.note});
    }
    return named;
}

std::string Copying::on_behalf_of(const std::string& person_or_body, const std::optional<base::Date>& at) {
    if (person_or_body.rfind("person/", 0) != 0) {
        if (person_or_body.find("/body/") != std::string::npos) {
            bodies.insert(person_or_body);
        }
        return person_or_body;
    }
    const auto person = store::find_person(material.where, PersonId(person_or_body));
    if (!person) {
        return "";
    }
    for (const Mandate& mandate : person->mandates) {
        const bool then = !at || (mandate.from <= *at && (!mandate.until || *at <= *mandate.until));
        if (mandate.framework == material.framework.id && then) {
            return mandate.body;
        }
    }
    return "";
}

int floor_of(const Framework& framework) {
    const auto rule =
        std::ranges::find_if(framework.rules, [](const Rule& r) { return r.id == "small-cell-floor"; });
    if (rule == framework.rules.end()) {
        return k_default_floor;
    }
    const auto floor = read_count(rule->value);
    if (!floor || *floor < k_least_floor || *floor > 1000) {
        throw base::Error(base::ErrorKind::refused, "the framework's floor for small cells can not be used")
            .at(framework.id.text() + ", rule small-cell-floor, \"" + rule->value + "\"")
            .because("counts of one to four persons are never published")
            .help("give the rule a number of 5 or more");
    }
    return static_cast<int>(*floor);
}

PublicRecords copy_public(const Material& material, const Selection& selection) {
    PublicRecords records;
    Copying copying{material, selection, records, {}, {}};
    copy_framework(copying);
    copy_subject(copying);
    if (selection.evaluation) {
        copy_evaluation(copying);
    }
    if (selection.report) {
        copy_report(copying);
    }
    copy_thread(copying);
    if (selection.measures) {
        copy_measures(copying);
    }
    copy_replies(copying);
    if (selection.final_comments) {
        copy_comments(copying);
    }
    if (selection.statistics) {
        copy_statistics(copying);
    }
    copy_named(copying);
    return records;
}

}  // namespace rapporteur::publication
