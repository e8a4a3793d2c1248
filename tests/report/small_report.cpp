// SPDX-License-Identifier: EUPL-1.2
#include "report/small_report.hpp"

#include "store/dossiers.hpp"
#include "store/frameworks.hpp"
#include "support/shipped.hpp"

#include <algorithm>

namespace rapporteur::report {
namespace {

using base::Date;

domain::Body body(const char* id, domain::BodyKind kind, const char* name) {
    domain::Body result;
    result.id = domain::BodyId(id);
    result.kind = kind;
    result.names = {domain::BodyName{{}, {{"en", name}}}};
    return result;
}

domain::Evaluation small_evaluation() {
    domain::Evaluation evaluation;
    evaluation.id = domain::EvaluationId("peer/XAA-2");
    evaluation.round = domain::RoundId("peer/round-2");
    evaluation.subject = domain::SubjectId("XAA");
    evaluation.opened = Date::of(2016, 9, 1);
    evaluation.title = {{"en", "Second round: Xania"}};
    evaluation.language = "en";
    evaluation.invented = true;
    evaluation.bodies = {body("XAA/body/government", domain::BodyKind::state, "Government of Xania"),
                         body("XAA/body/ministry", domain::BodyKind::ministry, "Ministry of Order"),
                         body("XAA/body/quiet", domain::BodyKind::ngo, "Quiet Help"),
                         body("XAA/body/loud", domain::BodyKind::ngo, "Loud Voices"),
                         body("XAA/body/office", domain::BodyKind::international, "Office of the Nations")};
    domain::Source law;
    law.id = domain::SourceId("XAA/source/law");
    law.kind = domain::SourceKind::law;
    law.title = {{"en", "Law on Order"}};
    law.author = "Parliament";
    law.date = "2015-03-01";
    evaluation.sources = {law};
    return evaluation;
}

domain::Cell cell(int year, const char* series, const char* raw) {
    domain::Cell result;
    result.dims = {"year=" + std::to_string(year), std::string("series=") + series};
    result.raw = raw;
    return result;
}

domain::Reply government_reply() {
    domain::Reply reply;
    reply.id = domain::ReplyId("peer/XAA-2/reply/government");
    reply.respondent = "government";
    reply.from = {domain::BodyId("XAA/body/government")};
    reply.status = domain::ReplyStatus::submitted;
    reply.language = "en";
    reply.submitted = Date::of(2017, 2, 27);
    reply.publication = domain::Consent::given;
    reply.naming = domain::Consent::given;
    domain::Answer law;
    law.question = domain::QuestionId("law.changes");
    law.text = "The law was changed.";
    domain::Answer table;
    table.question = domain::QuestionId("stat.support");
    table.cells = {cell(2015, "assisted", "40"), cell(2015, "shelters", "2"), cell(2016, "assisted", "1 250"),
                   cell(2016, "shelters", "")};
    table.cells[3].reason = domain::NoAnswer::not_available;
    table.cells[3].note = "The register was closed.";
    reply.answers = {law, table};
    return reply;
}

domain::Reply ngo_reply(const char* name, const char* sender, domain::Consent consent) {
    domain::Reply reply;
    reply.id = domain::ReplyId(std::string("peer/XAA-2/reply/") + name);
    reply.respondent = "ngo";
    reply.from = {domain::BodyId(sender)};
    reply.status = domain::ReplyStatus::submitted;
    reply.language = "en";
    reply.submitted = Date::of(2017, 2, 10);
    reply.publication = consent;
    reply.naming = consent;
    domain::Answer answer;
    answer.question = domain::QuestionId("law.changes");
    answer.text = "We see it otherwise.";
    reply.answers = {answer};
    return reply;
}

domain::Visit small_visit() {
    domain::Visit visit;
    visit.evaluation = domain::EvaluationId("peer/XAA-2");
    visit.from = Date::of(2017, 5, 15);
    visit.until = Date::of(2017, 5, 19);
    domain::Meeting meeting;
    meeting.id = domain::MeetingId("peer/XAA-2/meeting/1");
    meeting.date = visit.from;
    meeting.bodies = {domain::BodyId("XAA/body/ministry"), domain::BodyId("XAA/body/quiet"),
                      domain::BodyId("XAA/body/office")};
    meeting.subject = "All of it";
    visit.meetings = {meeting};
    return visit;
}

domain::Observation observation(int year, const char* group, const char* value) {
    domain::Observation row;
    row.indicator = "victims";
    row.year = year;
    row.dims = {std::string("group=") + group};
    row.value = value;
    row.unit = "persons";
    row.source = "XAA/source/law";
    return row;
}

domain::Recommendation recommended(const char* id, const char* key) {
    domain::Recommendation result;
    result.id = domain::RecommendationId(std::string("peer/XAA-2/") + id);
    result.kind = "conclusion";
    result.paragraph = key;
    return result;
}

std::vector<domain::Chapter> chapters() {
    domain::Chapter first{"01-introduction", "en", {}};
    first.items = {
        heading(1, "", "preamble", "Preamble"),
        domain::ReportItem{
            domain::ItemKind::text, 0, "", "", "kaaaaa", "", "", {}, "Nobody counts this paragraph."},
        heading(1, "I.", "law", "Law"),
        paragraph("kbbbbb",
                  "The *law* was changed.[]{.ev ref=\"peer/XAA-2/reply/government#law.changes\"} It "
                  "matters (see paragraph [](#keeeee)).[^1]\n\n[^1]: Law on Order.[]{.ev "
                  "ref=\"XAA/source/law\"}"),
        recommendation("kccccc", "r01", "urges", "The panel urges the authorities to keep order."),
    };
    domain::Chapter second{"02-practice", "en", {}};
    second.items = {
        heading(1, "II.", "practice", "Practice"),
        heading(2, "1.", "help", "Help"),
        paragraph("kddddd",
                  "Figures differ.[]{.ev ref=\"peer/XAA-2/statistics/victims\"}\n\n"
                  "```{.statistics indicator=victims by=group years=2015-2016}\nTable 1: Victims\n```\n\n"
                  "```{.statistics question=stat.support by=series years=2015-2016}\nTable 2: Help\n```"),
        recommendation("keeeee", "r02", "considers",
                       "**The panel considers that the authorities should help, in particular to:**\n\n"
                       "- [build]{.limb id=a};\n- [pay]{.limb id=b}."),
    };
    return {first, second};
}

domain::Report report_of(domain::ReportKind kind) {
    domain::Report report;
    const bool last = kind == domain::ReportKind::final_;
    report.id = last ? k_final : k_interim;
    report.kind = kind;
    report.status = last ? domain::ReportStatus::adopted : domain::ReportStatus::sent;
    report.symbol = last ? "P(2018)7" : "P(2018)7-prov";
    report.language = "en";
    report.date = last ? Date::of(2018, 3, 22) : Date::of(2017, 11, 16);
    report.sent = last ? Date::of(2018, 4, 6) : Date::of(2017, 12, 1);
    report.title = {{"en", "Report on Xania"}};
    report.chapters = chapters();
    return report;
}

domain::Comment final_comment() {
    domain::Comment comment;
    comment.id = domain::CommentId("peer/XAA-2/comment/1");
    comment.kind = domain::CommentKind::final_;
    comment.report = "final";
    comment.by = "government";
    comment.body = domain::BodyId("XAA/body/government");
    comment.date = Date::of(2018, 5, 4);
    comment.language = "en";
    comment.text = "The Government thanks the panel.\n\nIt does not agree.";
    return comment;
}

}  // namespace

domain::ReportItem paragraph(std::string key, std::string markdown) {
    domain::ReportItem item;
    item.key = std::move(key);
    item.markdown = std::move(markdown);
    return item;
}

domain::ReportItem recommendation(std::string key, std::string id, std::string verb, std::string markdown) {
    domain::ReportItem item = paragraph(std::move(key), std::move(markdown));
    item.kind = domain::ItemKind::recommendation;
    item.recommendation = std::move(id);
    item.verb = std::move(verb);
    return item;
}

domain::ReportItem heading(int level, std::string label, std::string section, std::string title) {
    domain::ReportItem item;
    item.kind = domain::ItemKind::heading;
    item.level = level;
    item.label = std::move(label);
    item.section = std::move(section);
    item.markdown = std::move(title);
    return item;
}

domain::Framework small_framework() {
    domain::Framework framework;
    framework.id = domain::FrameworkId("peer");
    framework.version = "1";
    framework.name = {{"en", "Peer review"}};
    framework.languages = {{"en", domain::LanguageRole::master}};
    framework.bodies = {{"secretariat", {{"en", "Secretariat"}}}, {"panel", {{"en", "Panel of Peers"}}}};
    framework.kinds = {{"conclusion", "panel", {{"en", "Conclusion"}}}};
    domain::Verb urges{"urges", 1, {{"en", "urges"}}, {}, {{"en", "\\bpanel urges\\b", false}}};
    domain::Verb considers{
        "considers", 2, {{"en", "considers"}}, {}, {{"en", "\\bpanel considers that\\b", false}}};
    framework.verbs = {urges, considers};
    domain::Round round;
    round.id = "round-2";
    round.number = "2";
    round.name = {{"en", "Second round"}};
    round.outline = {{"preamble", "", domain::OutlineKind::front, "", {{"en", "Preamble"}}, {}},
                     {"law", "", domain::OutlineKind::chapter, "I.", {{"en", "Law"}}, {}},
                     {"practice", "", domain::OutlineKind::chapter, "II.", {{"en", "Practice"}}, {}},
                     {"help", "practice", domain::OutlineKind::section, "1.", {{"en", "Help"}}, {}},
                     {"proposals", "", domain::OutlineKind::appendix, "", {{"en", "What is proposed"}}, {}}};
    framework.rounds = {round};
    domain::Subject subject;
    subject.code = domain::SubjectId("XAA");
    subject.names = {{{}, {{"en", "Old Xania"}}}, {Date::of(2018, 1, 1), {{"en", "Xania"}}}};
    framework.subjects = {subject};
    return framework;
}

domain::Dossier small_dossier() {
    domain::Dossier dossier;
    dossier.evaluation = small_evaluation();
    dossier.replies = {government_reply(), ngo_reply("loud", "XAA/body/loud", domain::Consent::given),
                       ngo_reply("quiet", "XAA/body/quiet", domain::Consent::refused)};
    dossier.visit = small_visit();
    dossier.reports = {report_of(domain::ReportKind::interim), report_of(domain::ReportKind::final_)};
    dossier.comments = {final_comment()};
    dossier.recommendations.recommendations = {recommended("r01", "kccccc"), recommended("r02", "keeeee")};
    dossier.recommendations.recommendations[1].limbs = {{"a", {}}, {"b", {}}};
    dossier.statistics = {observation(2015, "men", "12"), observation(2016, "men", "30"),
                          observation(2015, "women", "31"), observation(2016, "women", "28")};
    return dossier;
}

store::Register register_with(const domain::Dossier& dossier) {
    store::Register made = store::Register::in_memory();
    store::Change change(made, "operator/test", "test");
    store::put_framework(change, small_framework());
    store::put_dossier(change, dossier, nullptr);
    change.commit();
    return made;
}

std::vector<domain::ReportItem>& final_items(domain::Dossier& dossier) {
    return dossier.reports.back().chapters.back().items;
}

const store::Register& shipped() {
    static const support::ShippedRegister made = support::shipped_register();
    return made.where;
}

std::vector<std::string> saying(const base::Problems& problems, std::string_view text) {
    std::vector<std::string> found;
    for (const base::Problem& problem : problems) {
        std::string said = base::describe(problem);
        if (said.find(text) != std::string::npos) {
            found.push_back(std::move(said));
        }
    }
    return found;
}

std::vector<document::Div> divs_of(const document::Blocks& blocks, std::string_view name) {
    std::vector<document::Div> found;
    document::Visitor visitor;
    visitor.block = [&](const document::Block& block) {
        const auto* div = block.as<document::Div>();
        if (div != nullptr && div->attr.has_class(name)) {
            found.push_back(*div);
        }
    };
    document::walk(blocks, visitor);
    return found;
}

}  // namespace rapporteur::report
