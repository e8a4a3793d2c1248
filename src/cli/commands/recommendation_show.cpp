// SPDX-License-Identifier: EUPL-1.2
// One recommendation's whole thread: where it comes from, what is said of it, what came next.
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/fate_words.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "recommendation/readable.hpp"
#include "recommendation/thread.hpp"
#include "store/imports.hpp"
#include "store/people.hpp"
#include "store/recommendations.hpp"

#include <algorithm>
#include <ostream>

namespace rapporteur::cli::command::recommendation_show {

namespace {

using recommendation::Step;
using recommendation::Thread;

std::string evidence_words(const std::vector<domain::Evidence>& evidence) {
    std::string all;
    for (const domain::Evidence& one : evidence) {
        all += (all.empty() ? "" : "; ") + one.ref.text() + (one.note.empty() ? "" : " (" + one.note + ")");
    }
    return all;
}

std::string first_text(const domain::Texts& texts) {
    return texts.empty() ? "" : texts.front().text;
}

std::string claimed_by(const domain::Claim& claim) {
    return claim.body ? claim.body->text() : claim.by;
}

Listing steps(const std::string& key, const std::string& title, const std::vector<Step>& all) {
    Listing listing{key,
                    {{"id", title},
                     {"link", "Link"},
                     {"to", "Of"},
                     {"verb", "Verb"},
                     {"date", "Date"},
                     {"asks", "Asks for"},
                     {"note", "Note"},
                     {"claims", "Claims"}}};
    for (const Step& step : all) {
        std::vector<std::string> claims;
        for (const domain::Claim& claim : step.claims) {
            claims.push_back(claimed_by(claim) + ": " + std::string(base::name_of(claim.value)) + ", " +
                             claim.date);
        }
        listing.rows.push_back(
            {step.placed.recommendation.id.text(), std::string(base::name_of(step.link.type)),
             step.link.to.text(), text_or_nothing(step.placed.verb), text_or_nothing(step.placed.date),
             recommendation::in_short(step.placed, 100), text_or_nothing(step.link.note), claims});
    }
    return listing;
}

Listing fates(const Thread& thread) {
    Listing listing{
        "fates",
        {{"source", "Known as"}, {"value", ""}, {"by", ""}, {"date", ""}, {"limb", ""}, {"words", "Fate"}}};
    for (const domain::Fate& fate : thread.fates) {
        listing.rows.push_back({std::string(base::name_of(fate.source)), text_or_nothing(fate.value),
                                text_or_nothing(fate.by), text_or_nothing(fate.date),
                                text_or_nothing(fate.limb), words(fate)});
    }
    listing.when_empty = "Nothing is recorded of its fate; that says nothing either way.";
    return listing;
}

Listing claims(const Thread& thread) {
    Listing listing{"claims",
                    {{"date", "Date"},
                     {"by", "Claimed by"},
                     {"value", "Claim"},
                     {"text", "Words"},
                     {"evidence", "Sources"},
                     {"id", ""}}};
    for (const domain::Claim& claim : thread.claims) {
        listing.rows.push_back({claim.date, claimed_by(claim), std::string(base::name_of(claim.value)),
                                first_text(claim.text), evidence_words(claim.evidence), claim.id.text()});
    }
    return listing;
}

Listing assessments(const Thread& thread) {
    Listing listing{
        "assessments",
        {{"evaluation", "Assessed in"}, {"verdict", "Verdict"}, {"date", "Date"}, {"reason", "Reason"}}};
    for (const store::PlacedAssessment& one : thread.assessments) {
        listing.rows.push_back(
            {one.evaluation.text(),
             one.assessment.not_examined ? std::string("not examined in this round") : one.assessment.value,
             one.assessment.date.text(), text_or_nothing(first_text(one.assessment.reason))});
    }
    return listing;
}

Listing measures(const Thread& thread) {
    Listing listing{"measures",
                    {{"id", "Measure"},
                     {"status", "Status"},
                     {"due", "Due"},
                     {"activity", "Activity"},
                     {"bodies", "Bodies"}}};
    for (const domain::Measure& measure : thread.measures) {
        std::vector<std::string> bodies;
        for (const domain::MeasureBody& body : measure.bodies) {
            bodies.push_back(body.body.text());
        }
        listing.rows.push_back({measure.id.text(), std::string(base::name_of(measure.status)),
                                measure.due ? Cell(measure.due->text()) : Cell(),
                                first_text(measure.activity), bodies});
    }
    return listing;
}

Listing committee(const Thread& thread) {
    Listing listing{
        "committee_recommendations",
        {{"symbol", "Taken up in"}, {"id", "Recommendation"}, {"date", "Date"}, {"report_by", "Report by"}}};
    for (const domain::CommitteeRecommendation& one : thread.committee) {
        listing.rows.push_back({one.symbol, one.id.text(), one.date.text(),
                                one.report_by ? Cell(one.report_by->text()) : Cell()});
    }
    return listing;
}

// --- As text: what is long gets lines of its own, because a table of sentences can not be read at 80 columns --------------

void paragraph(const Context& context, const std::string& text, std::size_t indent) {
    const std::size_t width = context.width() == 0 ? 100 : context.width();
    const std::string margin(indent, ' ');
    context.out() << base::wrap(text, width, margin) << '\n';
}

void heading(const Context& context, const std::string& text) {
    context.out() << '\n' << text << '\n';
}

std::string verb_and_date(const recommendation::Placed& placed) {
    std::string text = placed.recommendation.id.text();
    for (const std::string& part : {placed.verb, placed.date}) {
        text += part.empty() ? "" : ", " + part;
    }
    return text;
}

void print_steps(const Context& context, const std::string& title, const std::vector<Step>& all) {
    if (all.empty()) {
        return;
    }
    heading(context, title);
    for (const Step& step : all) {
        const bool back = step.from != step.link.to;
        const std::string type(base::name_of(step.link.type));
        paragraph(context,
                  verb_and_date(step.placed) + (back ? " (" + step.from.text() + " " + type + " it)"
                                                     : " (" + type + " " + step.link.to.text() + ")"),
                  2);
        paragraph(context, recommendation::in_short(step.placed, 300), 4);
        if (!step.link.note.empty()) {
            paragraph(context, "Note: " + step.link.note, 4);
        }
        for (const domain::Claim& claim : step.claims) {
            paragraph(context,
                      "Claimed by " + claimed_by(claim) + ": " + std::string(base::name_of(claim.value)) +
                          ", " + claim.date,
                      4);
        }
    }
}

void print_voices(const Context& context, const Thread& thread) {
    heading(context, "What is known of its fate");
    for (const domain::Fate& fate : thread.fates) {
        paragraph(context, words(fate), 2);
    }
    if (thread.fates.empty()) {
        paragraph(context, "Nothing is recorded, which says nothing either way.", 2);
    }
    if (!thread.claims.empty()) {
        heading(context, "In their words");
    }
    for (const domain::Claim& claim : thread.claims) {
        paragraph(context, claim.date + ", " + claimed_by(claim) + ": " + first_text(claim.text), 2);
        if (!claim.evidence.empty()) {
            paragraph(context, "Source: " + evidence_words(claim.evidence), 4);
        }
    }
}

void print_deeds(const Context& context, const Thread& thread) {
    if (!thread.measures.empty()) {
        heading(context, "Measures");
    }
    for (const domain::Measure& measure : thread.measures) {
        paragraph(context,
                  measure.id.text() + ", " + std::string(base::name_of(measure.status)) +
                      (measure.due ? ", due " + measure.due->text() : "") + ": " +
                      first_text(measure.activity),
                  2);
    }
    if (!thread.committee.empty()) {
        heading(context, "Taken up by the Committee");
    }
    for (const domain::CommitteeRecommendation& one : thread.committee) {
        paragraph(context,
                  one.symbol + ", " + one.date.text() +
                      (one.report_by ? ", report due " + one.report_by->text() : ""),
                  2);
    }
}

void print_text(const Context& context, const Card& card, const Thread& thread) {
    print(context, Card{card.fields});
    print_steps(context, "Continues", thread.earlier);
    print_steps(context, "Continued by", thread.later);
    print_voices(context, thread);
    print_deeds(context, thread);
}

std::vector<std::string> texts_of(const std::vector<domain::Reference>& references) {
    std::vector<std::string> all;
    for (const domain::Reference& reference : references) {
        all.push_back(reference.text());
    }
    return all;
}

// The words of the paragraph's span for a limb: what stands in the brackets before "{.limb id=b}".
std::string span_of(std::string_view markdown, const std::string& limb) {
    const std::size_t end = markdown.find("]{.limb id=" + limb + "}");
    if (end == std::string_view::npos) {
        return "";
    }
    std::size_t depth = 1;
    std::size_t begin = end;
    while (begin > 0 && depth > 0) {
        --begin;
        depth += markdown[begin] == ']' ? 1U : 0U;
        depth -= markdown[begin] == '[' ? 1U : 0U;
    }
    return depth > 0 ? "" : recommendation::readable(markdown.substr(begin + 1, end - begin - 1));
}

// The limb that the identifier points at: its letter, its words and what it asks for. All empty where the whole is meant.
std::vector<Field> limb_fields(const recommendation::Placed& self, const std::string& limb) {
    std::string words;
    std::vector<std::string> asks;
    std::vector<std::string> known;
    for (const domain::Limb& one : self.recommendation.limbs) {
        known.push_back(one.id);
        if (one.id == limb) {
            words = one.text.empty() ? span_of(self.markdown, limb) : first_text(one.text);
        }
    }
    if (!limb.empty() && std::find(known.begin(), known.end(), limb) == known.end()) {
        throw base::Error(base::ErrorKind::not_found, self.recommendation.id.text() + " has no limb " + limb)
            .help(known.empty() ? "it has no limbs" : "its limbs are " + base::join(known, ", "));
    }
    for (const domain::Ask& ask : self.recommendation.asks) {
        if (!limb.empty() && ask.limb == limb) {
            asks.push_back(first_text(ask.text));
        }
    }
    return {{"limb", "Limb", text_or_nothing(limb)},
            {"limb_text", "Its words", text_or_nothing(words)},
            {"limb_asks", "It asks for", asks}};
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const std::string& asked = context.argument("RECOMMENDATION");
    const bool whole = store::find_recommendation(where, domain::RecommendationId(asked)).has_value();
    const Thread thread = recommendation::read_thread(
        where, domain::RecommendationId(whole ? std::string_view(asked) : domain::without_limb(asked)));
    const recommendation::Placed& self = thread.self;
    const std::vector<Field> limb = limb_fields(self, whole ? "" : std::string(domain::limb_of(asked)));
    std::vector<std::string> from;
    for (const domain::Reference& giver : self.recommendation.from) {
        from.push_back(store::body_name(where, domain::BodyId(giver.text()), "en"));
    }
    const domain::Position position = self.recommendation.position;
    const std::string written =
        store::written_in_source(where, domain::Reference(self.recommendation.id.text()));
    Card card;
    card.fields = {
        {"id", "Recommendation", self.recommendation.id.text()},
        {"kind", "Kind", self.recommendation.kind},
        {"from", "From", from},
        {"date", "Date", text_or_nothing(self.date)},
        {"verb", "Verb", text_or_nothing(self.verb)},
        {"position", "Position",
         position == domain::Position::unset ? Cell() : Cell(std::string(base::name_of(position)))},
        {"provisions", "Provisions", self.provisions},
        {"themes", "Themes", self.recommendation.themes},
        {"addressees", "Addressees", texts_of(self.recommendation.addressees)},
        {"paragraph", "Paragraph", self.number == 0 ? Cell() : Cell(static_cast<std::int64_t>(self.number))},
        {"adopted", "Adopted text", self.adopted},
        {"text", "Text", self.text},
        {"sources", "Sources", text_or_nothing(evidence_words(self.recommendation.sources))},
        {"in_source", "In the source", text_or_nothing(base::replace_all(written, "\n", "; "))}};
    card.fields.insert(card.fields.begin() + 1, limb.begin(), limb.end());
    card.lists = {steps("earlier", "Continues", thread.earlier),
                  steps("later", "Continued by", thread.later),
                  fates(thread),
                  assessments(thread),
                  claims(thread),
                  measures(thread),
                  committee(thread)};
    if (context.wants_json()) {
        print(context, card);
    } else {
        print_text(context, card, thread);
    }
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "recommendation";
    command.verb = "show";
    command.summary = "show a recommendation with its past and its future";
    command.arguments = {
        {"RECOMMENDATION", "its identifier, such as peer/XAA-1/r03; .b behind it is a limb", Occurs::once}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::recommendation_show
