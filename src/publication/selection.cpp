// SPDX-License-Identifier: EUPL-1.2
#include "publication/selection.hpp"

#include "base/text.hpp"
#include "publication/printed_figures.hpp"
#include "store/dossiers.hpp"
#include "store/frameworks.hpp"
#include "store/people.hpp"
#include "store/publications.hpp"
#include "store/questionnaires.hpp"
#include "store/visits.hpp"

#include <algorithm>

namespace rapporteur::publication {

using namespace domain;

namespace {

// Exhibits that a published answer refers to, and those that no answer refers to where the whole reply is published.
std::set<int> public_exhibits(const Reply& reply, const std::set<std::string>& questions) {
    std::set<int> shown;
    std::set<int> referred;
    bool all_answers = true;
    for (const Answer& answer : reply.answers) {
        const bool is_shown = questions.contains(answer.question.text());
        all_answers = all_answers && is_shown;
        referred.insert(answer.exhibits.begin(), answer.exhibits.end());
        if (is_shown) {
            shown.insert(answer.exhibits.begin(), answer.exhibits.end());
        }
    }
    for (const Answer& answer : reply.answers) {
        for (const int number : answer.exhibits) {
            if (!questions.contains(answer.question.text())) {
                shown.erase(number);  // it belongs to an answer that is kept back, too
            }
        }
    }
    for (const Exhibit& exhibit : reply.exhibits) {
        if (all_answers && !referred.contains(exhibit.number)) {
            shown.insert(exhibit.number);
        }
    }
    return shown;
}

std::set<std::string> released_outside(const store::Register& where, const EvaluationId& evaluation) {
    std::set<std::string> objects;
    for (const Publication& publication : store::list_publications(where)) {
        if (publication.evaluation == evaluation || publication.status != PublicationStatus::released) {
            continue;
        }
        for (const PublicationItem& item : publication.items) {
            objects.insert(item.object.text());
        }
    }
    for (const store::PublicationWithdrawal& withdrawal : store::list_withdrawals(where)) {
        objects.erase(withdrawal.object.text());
    }
    return objects;
}

bool is_paragraph(std::string_view local) {
    return local.starts_with("para/") ||
           (local.size() > 1 && local.front() == 'p' && base::is_digit(local[1]));
}

// `local` is what follows the evaluation's identifier and its slash.
bool may_be_named_here(const Material& material, const Selection& selection, std::string_view whole,
                       std::string_view local, std::string_view part) {
    if (local.starts_with("reply/")) {
        const SelectedReply* const reply = selection.find_reply(whole);
        return reply && (part.empty() || reply->questions.contains(std::string(part)));
    }
    if (local.starts_with("exhibit/")) {
        const std::string number(local.substr(8));
        return std::ranges::any_of(selection.replies, [&](const SelectedReply& reply) {
            return std::ranges::any_of(reply.exhibits, [&](int n) { return std::to_string(n) == number; });
        });
    }
    if (is_paragraph(local) || local == "report/final") {
        return selection.report != nullptr;
    }
    if (local.starts_with("statistics/")) {
        return selection.statistics;
    }
    if (local.starts_with("committee/")) {
        return selection.committee;
    }
    const auto& list = material.dossier.recommendations.recommendations;
    const auto found =
        std::ranges::find_if(list, [&](const Recommendation& r) { return points_at(whole, r.id.text()); });
    return selection.recommendations && found != list.end() && stands_in_public(selection, *found);
}

}  // namespace

const Questionnaire* Material::questionnaire_of(const Reply& reply) const {
    const auto found = reply.issue ? questionnaires.find(reply.issue->text()) : questionnaires.end();
    return found == questionnaires.end() ? nullptr : &found->second;
}

Material read_material(const store::Register& where, const EvaluationId& evaluation,
                       const base::KeyPair* key) {
    Material material{where, {}, store::read_dossier(where, evaluation, key), {}, {}, key != nullptr, false};
    const auto parts = parse_evaluation_id(evaluation.text());
    if (!parts) {
        throw base::Error(base::ErrorKind::usage, "this is no evaluation's identifier").at(evaluation.text());
    }
    material.framework = store::need_framework(where, parts->framework);
    for (const Issue& issue : material.dossier.issues) {
        if (auto questionnaire = store::find_questionnaire(where, issue.questionnaire)) {
            material.questionnaires.emplace(issue.id.text(), std::move(*questionnaire));
        }
    }
    material.released_elsewhere = released_outside(where, evaluation);
    material.has_sealed = store::has_sealed(where, evaluation);
    return material;
}

const SelectedReply* Selection::find_reply(std::string_view id) const {
    const auto found =
        std::ranges::find_if(replies, [&](const SelectedReply& r) { return r.reply->id.text() == id; });
    return found == replies.end() ? nullptr : &*found;
}

Selection select_public(const Material& material, StageTest test) {
    const Evaluation& evaluation = material.dossier.evaluation;
    const auto open = [&](std::string_view type) {
        return is_public(material.framework, evaluation, type, test);
    };
    Selection selection;
    selection.evaluation = open("evaluation");
    selection.recommendations = open("recommendations");
    selection.measures = open("measures");
    selection.statistics = open("statistics");
    selection.final_comments = open("final-comments");
    selection.committee = open("committee-recommendation");
    for (const Report& report : material.dossier.reports) {
        const bool final_one = report.kind == ReportKind::final_ && report.status == ReportStatus::adopted;
        if (final_one && open("final-report")) {
            selection.report = &report;
            selection.printed = printed_figures(report);
        }
    }
    for (const Reply& reply : material.dossier.replies) {
        SelectedReply selected{
            &reply,
            public_answers(material.framework, evaluation, reply, material.questionnaire_of(reply), test),
            {}};
        if (!selected.questions.empty()) {
            selected.exhibits = public_exhibits(reply, selected.questions);
            selection.replies.push_back(std::move(selected));
        }
    }
    return selection;
}

bool stands_in_public(const Selection& selection, const Recommendation& recommendation) {
    if (recommendation.paragraph.empty()) {
        return true;
    }
    if (!selection.report) {
        return false;
    }
    return std::ranges::any_of(selection.report->chapters, [&](const Chapter& chapter) {
        return std::ranges::any_of(
            chapter.items, [&](const ReportItem& item) { return item.key == recommendation.paragraph; });
    });
}

bool may_be_named(const Material& material, const Selection& selection, const Reference& reference) {
    const std::string_view whole = without_part(reference.text());
    const std::string evaluation = material.dossier.evaluation.id.text();
    if (const auto of = evaluation_of(whole)) {
        if (of->text() == evaluation) {
            return whole.size() > evaluation.size() &&
                   may_be_named_here(material, selection, whole, whole.substr(evaluation.size() + 1),
                                     part_of(reference.text()));
        }
        const std::string_view local = whole.substr(std::min(whole.size(), of->text().size() + 1));
        return material.released_elsewhere.contains(std::string(whole)) ||
               material.released_elsewhere.contains(std::string(without_limb(whole))) ||
               (is_paragraph(local) && material.released_elsewhere.contains(of->text() + "/report/final"));
    }
    const auto is_meant = [&](const Measure& measure) { return measure.id.text() == whole; };
    if (std::ranges::any_of(material.dossier.measures, is_meant)) {
        return selection.measures;
    }
    return material.released_elsewhere.contains(std::string(whole)) ||
           store::find_source(material.where, SourceId(whole)).has_value();
}

std::map<std::string, std::string> printed_numbers(const Report& report) {
    std::map<std::string, std::string> numbers;
    int number = 0;
    for (const Chapter& chapter : report.chapters) {
        if (chapter.language != report.language) {
            continue;
        }
        for (const ReportItem& item : chapter.items) {
            if (item.kind == ItemKind::paragraph || item.kind == ItemKind::recommendation) {
                numbers.emplace(item.key, std::to_string(++number));
            }
        }
    }
    return numbers;
}

}  // namespace rapporteur::publication
