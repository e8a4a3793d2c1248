// SPDX-License-Identifier: EUPL-1.2
#include "publication/confidential.hpp"

#include "questionnaire/reply_file.hpp"
#include "store/people.hpp"
#include "store/replies.hpp"
#include "store/reply_parts.hpp"
#include "store/reports.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::publication {

using namespace domain;

namespace {

void allow_texts(LeakScanner& scanner, const Texts& texts) {
    for (const LocalText& text : texts) {
        scanner.allow(text.text);
    }
}

// Words that anybody may use: the framework, the questionnaires, the titles of published sources.
void allow_reference_words(LeakScanner& scanner, const Material& material) {
    const Framework& f = material.framework;
    allow_texts(scanner, f.name);
    for (const Provision& provision : f.provisions) {
        allow_texts(scanner, provision.title);
    }
    for (const Indicator& indicator : f.indicators) {
        allow_texts(scanner, indicator.counting_rule);
    }
    for (const auto& [issue, questionnaire] : material.questionnaires) {
        static_cast<void>(issue);
        for (const Question* const question : questions_of(questionnaire)) {
            allow_texts(scanner, question->text);
            allow_texts(scanner, question->guidance);
        }
    }
    for (const Issue& issue : material.dossier.issues) {
        for (const SpecificQuestion& question : issue.specific) {
            allow_texts(scanner, question.text);
        }
    }
    for (const Source& source : material.dossier.evaluation.sources) {
        allow_texts(scanner, source.title);
        scanner.allow(source.citation + " " + std::string(text_in(source.title, "en")));
    }
}

// What was published by others in its own right: answers, the government's final comments.
void allow_published_words(LeakScanner& scanner, const Material& material, const Selection& selection) {
    const auto allow = [&](const std::string& text) {
        scanner.allow(Secrecy::confidential, text);
        scanner.allow(Secrecy::draft, text);
    };
    for (const SelectedReply& selected : selection.replies) {
        for (const Answer& answer : selected.reply->answers) {
            if (selected.questions.contains(answer.question.text())) {
                allow(answer.text);
            }
        }
    }
    for (const Comment& comment : material.dossier.comments) {
        if (comment.kind == CommentKind::final_ && selection.final_comments) {
            allow(comment.text);
        }
    }
}

// What the group has adopted may have stood in its drafts.
void allow_adopted_words(LeakScanner& scanner, const Material& material, const Selection& selection) {
    if (selection.report) {
        for (const Chapter& chapter : selection.report->chapters) {
            for (const ReportItem& item : chapter.items) {
                scanner.allow(Secrecy::draft, item.markdown);
            }
        }
    }
    const auto allow = [&](const Texts& texts) {
        for (const LocalText& text : texts) {
            scanner.allow(Secrecy::draft, text.text);
        }
    };
    const RecommendationList& list = material.dossier.recommendations;
    if (selection.recommendations) {
        for (const Recommendation& recommendation : list.recommendations) {
            allow(recommendation.text);
            for (const Ask& ask : recommendation.asks) {
                allow(ask.text);
            }
            for (const Link& link : recommendation.links) {
                scanner.allow(Secrecy::draft, link.note);
            }
        }
        for (const Claim& claim : list.claims) {
            allow(claim.text);
        }
    }
    if (selection.committee) {
        for (const CommitteeRecommendation& committee : list.committee) {
            allow(committee.text);
        }
    }
    if (selection.measures) {
        for (const Measure& measure : material.dossier.measures) {
            allow(measure.activity);
        }
    }
}

// What is confidential to the group from the beginning may not be repeated even in the adopted report. What the state
// under review sent is shared with it: the report, whose draft it read, may use its words.
Secrecy secrecy_of(const Material& material, const std::string& document_type) {
    Evaluation before = material.dossier.evaluation;
    before.stages.clear();
    const Access access = access_of(material.framework, before, document_type, StageTest::entered);
    return access.visibility == Visibility::confidential ? Secrecy::confidential : Secrecy::draft;
}

// What a body wrote and the reply does not have: another body's answer was chosen, or the part went back. What the reply shows is allowed.
void add_parts(LeakScanner& scanner, const Material& material) {
    const EvaluationId& evaluation = material.dossier.evaluation.id;
    for (const store::ReplyPart& part : store::list_parts(material.where, evaluation)) {
        base::Problems problems;
        const Reply reply = questionnaire::read_reply(part.answers, "part", evaluation.text(), problems);
        base::throw_if_errors(problems, "a part of a reply in the register can not be read");
        const Secrecy secrecy = secrecy_of(material, "reply-" + reply.respondent);
        const std::string source = part.reply.text() + " part of " + part.body.text();
        scanner.add_text(secrecy, part.remark, source);
        for (const Answer& answer : reply.answers) {
            scanner.add_text(secrecy, answer.text, source + "#" + answer.question.text());
            for (const Cell& cell : answer.cells) {
                scanner.add_text(secrecy, cell.note, source + "#" + answer.question.text());
            }
        }
    }
}

// What a later version of a reply replaced, as by the answer to a request: it was never published by being replaced.
void add_earlier_versions(LeakScanner& scanner, const Material& material) {
    for (const Reply& newest : material.dossier.replies) {
        const Secrecy secrecy = secrecy_of(material, "reply-" + newest.respondent);
        for (int version = 1; version < newest.version; ++version) {
            const std::optional<Reply> earlier = store::find_reply(material.where, newest.id, version);
            for (const Answer& answer : earlier ? earlier->answers : std::vector<Answer>()) {
                const std::string source =
                    fmt::format("{}@{}#{}", newest.id.text(), version, answer.question.text());
                scanner.add_text(secrecy, answer.text, source);
                for (const Cell& cell : answer.cells) {
                    scanner.add_text(secrecy, cell.note, source);
                }
            }
        }
    }
}

void add_replies(LeakScanner& scanner, const Material& material, const Selection& selection) {
    for (const Reply& reply : material.dossier.replies) {
        const Secrecy secrecy = secrecy_of(material, "reply-" + reply.respondent);
        const SelectedReply* const shown = selection.find_reply(reply.id.text());
        if (!shown) {
            scanner.add_identifier(reply.id.text());
        }
        for (const Answer& answer : reply.answers) {
            if (shown && shown->questions.contains(answer.question.text())) {
                continue;
            }
            const std::string source = reply.id.text() + "#" + answer.question.text();
            scanner.add_text(secrecy, answer.text, source);
            for (const Cell& cell : answer.cells) {
                scanner.add_text(secrecy, cell.note, source);
            }
        }
        for (const Exhibit& exhibit : reply.exhibits) {
            if (!shown || !shown->exhibits.contains(exhibit.number)) {
                scanner.add_identifier(material.dossier.evaluation.id.text() + "/exhibit/" +
                                       std::to_string(exhibit.number));
                const auto bytes = material.dossier.exhibit_bytes.find(exhibit.number);
                if (bytes != material.dossier.exhibit_bytes.end() &&
                    exhibit.media_type.starts_with("text/")) {
                    scanner.add_text(secrecy, bytes->second, reply.id.text() + " exhibit " + exhibit.file);
                }
            }
        }
    }
    const Secrecy secrecy = secrecy_of(material, "request");
    for (const Request& request : material.dossier.requests) {
        scanner.add_identifier(request.id.text());
        for (const RequestItem& item : request.items) {
            scanner.add_text(secrecy, item.text, request.id.text());
            scanner.add_text(secrecy, item.answer, request.id.text());
        }
    }
}

void add_visit(LeakScanner& scanner, const Material& material) {
    if (material.dossier.visit) {
        for (const Site& site : material.dossier.visit->sites) {
            scanner.add_identifier(site.id.text());
            scanner.add_exact(site.exact_place, site.id.text());
            scanner.add_text(Secrecy::sealed, site.exact_place, site.id.text());
        }
    }
    for (const Note& note : material.dossier.notes) {
        scanner.add_identifier(note.id.text());
        scanner.add_exact(note.interlocutor, note.id.text());
        scanner.add_text(Secrecy::sealed, note.text, note.id.text());
        for (const NoteFact& fact : note.facts) {
            // A fact that its source lets be used may be put into the report's words.
            const bool usable = fact.consent == FactConsent::publish_general ||
                                fact.consent == FactConsent::use_without_source;
            if (usable) {
                scanner.allow(Secrecy::sealed, fact.text);
            } else {
                scanner.add_text(Secrecy::sealed, fact.text, note.id.text() + "#" + fact.id);
            }
        }
    }
}

void add_persons(LeakScanner& scanner, const Material& material) {
    for (const PersonId& id : store::list_persons(material.where)) {
        const auto person = store::find_person(material.where, id);
        scanner.add_identifier(id.text());
        if (person) {
            scanner.add_exact(person->email, id.text());
        }
    }
}

void add_drafts(LeakScanner& scanner, const Material& material) {
    const std::string evaluation = material.dossier.evaluation.id.text();
    for (const Report& report : material.dossier.reports) {
        for (const Chapter& chapter : report.chapters) {
            for (const ReportItem& item : chapter.items) {
                if (item.key.empty()) {
                    continue;
                }
                const ParagraphId id(evaluation + "/para/" + item.key);
                for (const store::Revision& revision :
                     store::revisions_of(material.where, id, chapter.language)) {
                    scanner.add_text(Secrecy::draft, revision.markdown, id.text());
                }
            }
        }
    }
    for (const Comment& comment : material.dossier.comments) {
        if (comment.kind == CommentKind::draft) {
            scanner.add_identifier(comment.id.text());
            scanner.add_text(Secrecy::draft, comment.text, comment.id.text());
            scanner.add_text(Secrecy::draft, comment.response, comment.id.text());
        }
    }
    for (const Finding& finding : material.dossier.findings) {
        scanner.add_identifier(finding.id.text());
    }
    for (const StageEvent& event : material.dossier.evaluation.stages) {
        scanner.add_text(Secrecy::draft, event.reason, evaluation + " stage log, " + event.stage);
    }
    for (const Assignment& assignment : material.dossier.evaluation.assignments) {
        scanner.add_text(Secrecy::draft, assignment.reason, evaluation + " " + assignment.person.text());
    }
}

}  // namespace

LeakScanner scanner_for(const Material& material, const Selection& selection) {
    LeakScanner scanner;
    allow_reference_words(scanner, material);
    allow_published_words(scanner, material, selection);
    allow_adopted_words(scanner, material, selection);
    add_replies(scanner, material, selection);
    add_earlier_versions(scanner, material);
    add_parts(scanner, material);
    add_visit(scanner, material);
    add_persons(scanner, material);
    add_drafts(scanner, material);
    return scanner;
}

}  // namespace rapporteur::publication
