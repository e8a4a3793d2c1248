// SPDX-License-Identifier: EUPL-1.2
#include "base/names.hpp"
#include "publication/copying.hpp"
#include "store/people.hpp"

namespace rapporteur::publication {

using namespace domain;

namespace {

template <class List>
std::vector<release::Term> terms_of(const List& list) {
    std::vector<release::Term> terms;
    for (const auto& one : list) {
        terms.push_back({one.id, one.name});
    }
    return terms;
}

template <class List>
std::vector<release::DatedName> names_of(const List& list) {
    std::vector<release::DatedName> names;
    for (const auto& one : list) {
        names.push_back({text_of(one.from), one.name});
    }
    return names;
}

release::PublicItem item_of(const ReportItem& item, const std::map<std::string, std::string>& numbers,
                            const std::string& language) {
    release::PublicItem copy;
    copy.kind = base::name_of(item.kind);
    copy.level = item.level;
    copy.label = item.label;
    copy.section = item.section;
    copy.key = item.key;
    const auto number = numbers.find(item.key);
    copy.number = number == numbers.end() ? "" : number->second;
    copy.recommendation = item.recommendation;
    copy.verb = item.verb;
    copy.provisions = item.provisions;
    copy.prose.language = language;
    copy.prose.text = item.markdown;
    return copy;
}

}  // namespace

void copy_framework(Copying& copying) {
    const Framework& f = copying.material.framework;
    release::PublicFramework& copy = copying.out.framework;
    copy.id = f.id.text();
    copy.version = f.version;
    copy.name = f.name;
    copy.instrument = f.instrument;
    copy.bodies = terms_of(f.bodies);
    copy.respondents = terms_of(f.respondents);
    for (const Provision& p : f.provisions) {
        copy.provisions.push_back({p.id, p.parent, p.label, p.title});
    }
    copy.themes = terms_of(f.themes);
    for (const Verb& v : f.verbs) {
        copy.verbs.push_back({v.id, v.rank, v.name, v.meaning});
    }
    for (const Scale& s : f.scales) {
        release::PublicScale& scale = copy.scales.emplace_back();
        scale.id = s.id;
        scale.name = s.name;
        for (const ScaleValue& v : s.values) {
            scale.values.push_back({v.id, v.rank, v.name, {}});
        }
    }
    copy.stages = terms_of(f.stages);
    copy.kinds = terms_of(f.kinds);
    for (const Indicator& i : f.indicators) {
        copy.indicators.push_back({i.id, i.unit, i.name, i.counting_rule});
    }
    for (const Round& r : f.rounds) {
        copy.rounds.push_back({r.id, r.number, r.name, r.theme, text_of(r.launched)});
    }
}

void copy_subject(Copying& copying) {
    const Evaluation& evaluation = copying.material.dossier.evaluation;
    release::PublicSubject& copy = copying.out.subject;
    copy.framework = copying.material.framework.id.text();
    copy.code = evaluation.subject.text();
    if (const Subject* const s = copying.material.framework.find_subject(evaluation.subject.text())) {
        copy.kind = base::name_of(s->kind);
        copy.invented = s->invented;
        copy.since = text_of(s->since);
        copy.names = names_of(s->names);
    }
}

void copy_evaluation(Copying& copying) {
    const Evaluation& e = copying.material.dossier.evaluation;
    release::PublicEvaluation& copy = copying.out.evaluation.emplace();
    copy.id = e.id.text();
    copy.framework = copying.material.framework.id.text();
    copy.round = e.round.text();
    copy.subject = e.subject.text();
    copy.track = e.track;
    copy.opened = e.opened.text();
    copy.title = e.title;
    copy.language = e.language;
    copy.invented = e.invented;
    for (const StageEvent& event : e.stages) {
        copy.stages.push_back(
            {event.stage, std::string(base::name_of(event.act)), event.date.text(), text_of(event.due)});
    }
}

void copy_report(Copying& copying) {
    const Report& r = *copying.selection.report;
    release::PublicReport& copy = copying.out.report.emplace();
    copy.id = r.id.text();
    copy.evaluation = copying.evaluation();
    copy.kind = base::name_of(r.kind);
    copy.symbol = r.symbol;
    copy.language = r.language;
    copy.date = text_of(r.date);
    copy.meeting = r.meeting;
    copy.title = r.title;
    copy.note = r.note;
    const auto numbers = printed_numbers(r);
    for (const Chapter& chapter : r.chapters) {
        if (chapter.language != r.language) {
            continue;
        }
        for (const ReportItem& item : chapter.items) {
            copy.items.push_back(item_of(item, numbers, chapter.language));
        }
    }
}

void copy_named(Copying& copying) {
    std::set<std::string> ids = copying.bodies;
    std::set<std::string> done;
    while (!ids.empty()) {
        const std::string id = *ids.begin();
        ids.erase(ids.begin());
        const auto body = store::find_body(copying.material.where, BodyId(id));
        if (!body || !done.insert(id).second) {
            continue;
        }
        release::PublicBody& copy = copying.out.bodies.emplace_back();
        copy.id = id;
        copy.kind = base::name_of(body->kind);
        copy.from = text_of(body->from);
        copy.until = text_of(body->until);
        copy.successor = body->successor ? body->successor->text() : "";
        copy.names = names_of(body->names);
        if (body->successor) {
            ids.insert(body->successor->text());
        }
    }
    for (const std::string& id : copying.sources) {
        if (const auto source = store::find_source(copying.material.where, SourceId(id))) {
            release::PublicSource& copy = copying.out.sources.emplace_back();
            copy.id = id;
            copy.kind = base::name_of(source->kind);
            copy.title = source->title;
            copy.author = source->author;
            copy.date = source->date;
            copy.language = source->language;
            copy.citation = source->citation;
            copy.address = source->address;
        }
    }
}

}  // namespace rapporteur::publication
