// SPDX-License-Identifier: EUPL-1.2
#include "publication/freeze.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "publication/confidential.hpp"
#include "publication/prose.hpp"
#include "publication/readings.hpp"
#include "release/record_json.hpp"
#include "store/publications.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::publication {

using namespace domain;
using release::RecordKind;

namespace {

constexpr std::string_view k_json = "application/json";

// An evaluation, all that belongs to it, and bodies and sources of a state are as invented as the state.
release::Content content_of(const Framework& framework, const std::string& object) {
    const auto parts = parse_evaluation_id(evaluation_of(object).value_or(EvaluationId()).text());
    const Subject* const subject =
        framework.find_subject(parts ? parts->subject.text() : object.substr(0, object.find('/')));
    return subject != nullptr && subject->invented ? release::Content::invented : release::Content::real;
}

// Records as items, one after the other.
class Items {
public:
    explicit Items(const Framework& framework) : m_framework(framework) {}

    template <class T>
    void add(const std::string& object, RecordKind kind, const T& record) {
        FrozenItem& item = m_items.emplace_back();
        item.bytes = release::to_json(record, content_of(m_framework, object));
        item.item = {Reference(object), std::string(base::name_of(kind)), "", std::string(k_json),
                     base::sha256(item.bytes).hex()};
    }
    template <class T>
    void add_each(RecordKind kind, const std::vector<T>& records) {
        for (const T& record : records) {
            add(record.id, kind, record);
        }
    }
    std::vector<FrozenItem> take() { return std::move(m_items); }

private:
    const Framework& m_framework;
    std::vector<FrozenItem> m_items;
};

std::vector<FrozenItem> records_as_items(const Framework& framework, const PublicRecords& r) {
    Items items(framework);
    items.add(r.framework.id, RecordKind::framework, r.framework);
    items.add(r.framework.id + "/" + r.subject.code, RecordKind::subject, r.subject);
    if (r.evaluation) {
        items.add(r.evaluation->id, RecordKind::evaluation, *r.evaluation);
    }
    if (r.report) {
        items.add(r.report->id, RecordKind::report, *r.report);
    }
    items.add_each(RecordKind::recommendation, r.recommendations);
    if (r.assessments) {
        items.add(r.assessments->evaluation + "/assessments", RecordKind::assessments, *r.assessments);
    }
    items.add_each(RecordKind::claim, r.claims);
    items.add_each(RecordKind::committee_recommendation, r.committee);
    items.add_each(RecordKind::measure, r.measures);
    items.add_each(RecordKind::reply, r.replies);
    items.add_each(RecordKind::comment, r.comments);
    if (r.statistics) {
        items.add(r.statistics->id, RecordKind::statistics, *r.statistics);
    }
    items.add_each(RecordKind::body, r.bodies);
    items.add_each(RecordKind::source, r.sources);
    return items.take();
}

FrozenItem file_item(const std::string& object, const std::string& name, const std::string& media_type,
                     std::string bytes) {
    FrozenItem item;
    item.item = {Reference(object), "file", name, media_type, base::sha256(bytes).hex()};
    item.bytes = std::move(bytes);
    return item;
}

void add_files(std::vector<FrozenItem>& items, const Material& material, const Selection& selection,
               const std::vector<Attachment>& attachments) {
    for (const SelectedReply& selected : selection.replies) {
        for (const Exhibit& exhibit : selected.reply->exhibits) {
            const auto bytes = material.dossier.exhibit_bytes.find(exhibit.number);
            if (selected.exhibits.contains(exhibit.number) && bytes != material.dossier.exhibit_bytes.end()) {
                items.push_back(
                    file_item(selected.reply->id.text(), exhibit.file, exhibit.media_type, bytes->second));
            }
        }
    }
    for (const Attachment& attachment : attachments) {
        items.push_back(
            file_item(attachment.object, attachment.name, attachment.media_type, attachment.bytes));
    }
}

// What was released last of each object, as one line of its items' hashes; "withdrawn" where it was taken back since.
std::map<std::string, std::string> released_states(const store::Register& where) {
    struct Step {
        base::Instant at;
        const Publication* publication;
    };
    const std::vector<Publication> all = store::list_publications(where);
    std::vector<Step> steps;
    for (const Publication& publication : all) {
        if (publication.released_at) {
            steps.push_back({*publication.released_at, &publication});
        }
    }
    std::ranges::stable_sort(steps, {}, &Step::at);
    std::map<std::string, std::string> states;
    for (const Step& step : steps) {
        std::map<std::string, std::string> fresh;
        for (const PublicationItem& item : step.publication->items) {
            fresh[item.object.text()] += item.name + " " + item.sha256 + "\n";
        }
        for (auto& [object, state] : fresh) {
            states[object] = state;
        }
    }
    for (const store::PublicationWithdrawal& withdrawal : store::list_withdrawals(where)) {
        for (const Step& step : steps) {
            for (const PublicationItem& item : step.publication->items) {
                const bool meant = withdrawal.object == item.object ||
                                   withdrawal.object.text() == step.publication->id.text();
                if (meant && step.at <= withdrawal.at) {
                    states[item.object.text()] = "withdrawn";
                }
            }
        }
    }
    return states;
}

// Leaves what was asked for and is new. The frame (framework, subject, evaluation, bodies, sources) comes along where it
// is new, so that what is asked for can be read.
void keep_new(std::vector<FrozenItem>& items, const store::Register& where,
              const std::vector<std::string>& only) {
    const auto states = released_states(where);
    std::map<std::string, std::string> fresh;
    for (const FrozenItem& item : items) {
        fresh[item.item.object.text()] += item.item.name + " " + item.item.sha256 + "\n";
    }
    for (const std::string& object : only) {
        if (!fresh.contains(object)) {
            throw base::Error(base::ErrorKind::refused, "this may not be public, or is not there").at(object);
        }
    }
    const auto goes = [&](const FrozenItem& item) {
        const std::string object = item.item.object.text();
        const std::string& kind = item.item.kind;
        const bool frame = kind == "framework" || kind == "subject" || kind == "evaluation" ||
                           kind == "body" || kind == "source";
        const bool named = std::ranges::count(only, object) > 0;
        const auto state = states.find(object);
        const bool same = state != states.end() && state->second == fresh[object];
        const bool withdrawn = state != states.end() && state->second == "withdrawn";
        return named || ((only.empty() || frame) && !same && !withdrawn);
    };
    std::erase_if(items, [&](const FrozenItem& item) { return !goes(item); });
}

void list_hidden(const std::string& object, const std::string& before,
                 const std::vector<release::PublicCell>& cells, std::vector<HiddenCell>& hidden) {
    for (const release::PublicCell& cell : cells) {
        if (!cell.hidden.empty()) {
            hidden.push_back({object, before + " " + base::join(cell.dims, " "), cell.hidden});
        }
    }
}

std::vector<HiddenCell> hidden_cells(const PublicRecords& records) {
    std::vector<HiddenCell> hidden;
    for (const release::PublicReply& reply : records.replies) {
        for (const release::PublicAnswer& answer : reply.answers) {
            list_hidden(reply.id, answer.question, answer.cells, hidden);
        }
    }
    if (records.statistics) {
        for (const release::PublicObservation& o : records.statistics->observations) {
            list_hidden(records.statistics->id, fmt::format("{} {}", o.indicator, o.year), {o.cell}, hidden);
        }
    }
    return hidden;
}

std::string title_of(const Evaluation& evaluation) {
    const std::string_view title = text_in(evaluation.title, evaluation.language);
    return title.empty() ? evaluation.id.text() : std::string(title);
}

}  // namespace

namespace {

// Without the words of what is sealed nobody can say that they do not leave.
void need_opened(const Material& material) {
    if (material.has_sealed && !material.opened) {
        throw base::Error(base::ErrorKind::forbidden,
                          "the evaluation's notes and exact places can not be looked for")
            .at(material.dossier.evaluation.id.text())
            .because("they are sealed, and no key opened them")
            .help("act as a person whose key opens them: --as PERSON --passphrase-file FILE");
    }
}

void refuse_unread(const std::vector<std::string>& not_read) {
    if (!not_read.empty()) {
        throw base::Error(base::ErrorKind::refused, "what can not be read can not be looked through")
            .because("\n    " + base::join(not_read, "\n    "))
            .help("give it in a form that can be read (.html, .docx, .pdf with text, .txt or .csv in UTF-8)");
    }
}

[[noreturn]] void refuse_leaks(const std::vector<LeakHit>& hits) {
    std::string places;
    for (const LeakHit& hit : hits) {
        places += fmt::format("\n    {}: of {}, {}", hit.file, hit.source, hit.how);
    }
    throw base::Error(base::ErrorKind::refused,
                      fmt::format("{} confidential {} would leave; nothing was published", hits.size(),
                                  hits.size() == 1 ? "text" : "texts"))
        .because("it stands in:" + places)
        .help("change the public text, or ask the author's consent and record it; then prepare again");
}

}  // namespace

std::size_t check_for_leaks(const Material& material, const Selection& selection,
                            const std::vector<FrozenItem>& items) {
    need_opened(material);
    const LeakScanner scanner = scanner_for(material, selection);
    std::vector<LeakHit> hits;
    std::vector<std::string> not_read;
    for (const FrozenItem& item : items) {
        const std::string name =
            item.item.object.text() + (item.item.name.empty() ? "" : ", file " + item.item.name);
        const Readings readings = readings_of(item.item.media_type, item.bytes);
        if (!readings.not_read.empty()) {
            not_read.push_back(name + ": " + readings.not_read);
        }
        for (LeakHit& hit : scanner.scan(name, item.bytes, readings.texts)) {
            hits.push_back(std::move(hit));
        }
    }
    if (!hits.empty()) {
        refuse_leaks(hits);
    }
    refuse_unread(not_read);
    return scanner.texts();
}

std::vector<std::string> not_allowed(const Material& material, const Selection& selection,
                                     const std::vector<FrozenItem>& items) {
    std::set<std::string> allowed;
    for (const FrozenItem& item : records_as_items(material.framework, copy_public(material, selection))) {
        allowed.insert(item.item.object.text());
    }
    std::vector<std::string> faults;
    for (const FrozenItem& item : items) {
        const std::string object = item.item.object.text();
        if (!allowed.contains(object) && std::ranges::count(faults, object) == 0) {
            faults.push_back(object);
        }
    }
    return faults;
}

Frozen freeze(const store::Register& where, const FreezeRequest& request) {
    const Material material = read_material(where, request.evaluation, request.key);
    need_opened(material);
    const Selection selection = select_public(material, StageTest::entered);
    if (!selection.evaluation) {
        throw base::Error(base::ErrorKind::refused, "nothing of this evaluation may be public yet")
            .at(request.evaluation.text())
            .help("its framework's visibility rules and stage log decide: rapporteur evaluation show");
    }
    PublicRecords records = copy_public(material, selection);
    base::Problems problems;
    print_prose(records, material, problems);
    base::throw_if_errors(problems, "nothing was published: a text can not be printed");

    Frozen frozen;
    frozen.title = title_of(material.dossier.evaluation);
    frozen.items = records_as_items(material.framework, records);
    add_files(frozen.items, material, selection, request.files);
    if (const auto faults = not_allowed(material, selection, frozen.items); !faults.empty()) {
        throw base::Error(base::ErrorKind::refused, "a file belongs to what may not be public")
            .at(base::join(faults, ", "));
    }
    keep_new(frozen.items, where, request.only);
    if (frozen.items.empty()) {
        throw base::Error(base::ErrorKind::refused, "there is nothing new to publish")
            .at(request.evaluation.text())
            .help("what was withdrawn goes out again only when it is named with --only");
    }
    frozen.hidden = hidden_cells(records);
    frozen.withheld = records.withheld;
    frozen.texts_looked_for = check_for_leaks(material, selection, frozen.items);
    return frozen;
}

}  // namespace rapporteur::publication
