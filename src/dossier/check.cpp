// SPDX-License-Identifier: EUPL-1.2
#include "dossier/check.hpp"

#include "base/text.hpp"
#include "dossier/chapter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace rapporteur::dossier {

namespace {

using base::Place;
using domain::Dossier;
using domain::Framework;
using domain::ItemKind;

class Checker {
public:
    Checker(const Dossier& dossier, const Framework& framework, const Known& known, std::string directory,
            base::Problems& problems)
        : m_dossier(dossier), m_framework(framework), m_known(known), m_directory(std::move(directory)),
          m_problems(problems) {}

    void all() {
        evaluation();
        replies();
        visit();
        for (const domain::Report& report : m_dossier.reports) {
            check_report(report);
        }
        findings_and_comments();
        for (const domain::Recommendation& recommendation : m_dossier.recommendations.recommendations) {
            check_recommendation(recommendation);
        }
        voices();
        measures_and_statistics();
    }

private:
    // --- Places and references ------------------------------------------------------------------------------------------

    void fault(std::string_view file, std::string_view item, std::string text, std::string hint) {
        if (m_known.unread.count(m_directory + "/" + std::string(file)) != 0) {
            return;  // its own faults are named already, and this may be one of them
        }
        base::add_error(m_problems, Place{m_directory + "/" + std::string(file), 0, std::string(item)},
                        std::move(text), std::move(hint));
    }
    template <class T>
    void unique(std::string_view file, const std::vector<T>& things) {
        std::set<std::string> seen;
        for (const T& thing : things) {
            if (!seen.insert(thing.id.text()).second) {
                fault(file, thing.id.text(), "the identifier stands twice",
                      "give the second one its own; identifiers are never reused");
            }
        }
    }
    // Resolves as a whole, or without "#part" where the parts are not identifiers of ours (an article of a law) or sealed.
    bool exists(std::string_view reference) const {
        if (m_known.identifiers.count(reference) != 0) {
            return true;
        }
        const std::string_view whole = domain::without_part(reference);
        const bool foreign_parts = whole.find("/source/") != std::string_view::npos ||
                                   whole.find("/exhibit/") != std::string_view::npos;
        if (m_known.sealed_notes.count(whole) != 0) {
            return true;
        }
        return foreign_parts && m_known.identifiers.count(whole) != 0;
    }
    void reference(std::string_view file, std::string_view item, const std::string& target) {
        if (exists(target) || !m_known.unread.empty()) {
            return;
        }
        const std::optional<domain::EvaluationId> evaluation = domain::evaluation_of(target);
        if (evaluation && m_known.evaluations.count(evaluation->text()) == 0) {
            base::add_warning(
                m_problems, Place{m_directory + "/" + std::string(file), 0, std::string(item)},
                fmt::format("{} can not be checked: {} is not in the register", target, evaluation->text()),
                "load that evaluation too");
        } else {
            fault(file, item, fmt::format("there is no {}", target),
                  "correct the reference, or add what it points at");
        }
    }
    void rating_exists(const domain::Rating& rating) {
        const domain::Scale* const scale = m_framework.find_scale(rating.scale);
        if (scale == nullptr || scale->used_for != "subject") {
            fault("evaluation.xml", rating.scale,
                  fmt::format("the framework {} rates no subject by {}", m_framework.id.text(), rating.scale),
                  nearest_of(m_framework.scales, rating.scale));
        } else if (!rating.value.empty() && scale->find_value(rating.value) == nullptr) {
            fault("evaluation.xml", rating.scale,
                  fmt::format("the scale {} has no value {}", rating.scale, rating.value),
                  nearest_of(scale->values, rating.value));
        }
    }
    void stage_exists(std::string_view stage) {
        if (m_framework.find_stage(stage) == nullptr) {
            fault("evaluation.xml", stage,
                  fmt::format("the framework {} has no stage {}", m_framework.id.text(), stage),
                  nearest_of(m_framework.stages, stage));
        }
    }
    template <class T>
    static std::string nearest_of(const std::vector<T>& things, std::string_view word) {
        std::vector<std::string_view> names;
        for (const T& thing : things) {
            names.emplace_back(thing.id);
        }
        return base::did_you_mean(word, names, fmt::format("it has {}", base::join(names, ", ")));
    }
    void provisions(std::string_view file, std::string_view item, const std::vector<std::string>& ids) {
        for (const std::string& id : ids) {
            // "12.1.d" is a place in article 12.
            if (m_framework.find_provision(id) == nullptr &&
                m_framework.find_provision(id.substr(0, id.find('.'))) == nullptr) {
                fault(file, item, fmt::format("the framework has no provision {}", id),
                      "see: rapporteur framework show");
            }
        }
    }

    // --- The parts ---------------------------------------------------------------------------------------------------------

    void evaluation() {
        const domain::Evaluation& e = m_dossier.evaluation;
        const std::optional<domain::EvaluationParts> parts = domain::parse_evaluation_id(e.id.text());
        if (!parts) {
            fault("evaluation.xml", e.id.text(), "this is no evaluation's identifier",
                  "framework/STATE-round, such as peer/XAA-2");
            return;
        }
        const domain::Round* const round =
            m_framework.find_round(e.round.text().substr(e.round.text().find('/') + 1));
        if (parts->subject != e.subject || e.round.text().rfind(parts->framework.text() + "/", 0) != 0 ||
            round == nullptr || (!round->number.empty() && round->number != parts->round_number)) {
            fault("evaluation.xml", e.id.text(), "the identifier, round and subject do not fit together",
                  "the identifier is framework/SUBJECT-number of the round");
        }
        const domain::Subject* const subject = m_framework.find_subject(e.subject.text());
        if (subject == nullptr) {
            fault("evaluation.xml", e.subject.text(), "the framework does not know the subject",
                  "declare it in <subjects> of framework.xml");
        } else if (subject->invented != e.invented) {
            fault("evaluation.xml", e.subject.text(),
                  "invented subjects and invented evaluations go together",
                  "set invented=\"true\" on both or neither");
        }
        unique("evaluation.xml", e.persons);
        unique("evaluation.xml", e.bodies);
        unique("evaluation.xml", e.sources);
        for (const domain::Rating& rating : e.ratings) {
            rating_exists(rating);
        }
        for (const domain::StageEvent& event : e.stages) {
            stage_exists(event.stage);
            if (event.by) {
                reference("evaluation.xml", event.stage, event.by->text());
            }
        }
        for (const domain::Assignment& assignment : e.assignments) {
            reference("evaluation.xml", "assignment", assignment.person.text());
        }
        for (const domain::Alias& alias : e.aliases) {
            reference("evaluation.xml", "alias", alias.of.text());
        }
    }

    void replies() {
        unique("issues", m_dossier.issues);
        unique("replies", m_dossier.replies);
        for (const domain::Issue& issue : m_dossier.issues) {
            if (issue.to) {
                reference("issues", issue.id.text(), issue.to->text());
            }
            for (const domain::SpecificQuestion& question : issue.specific) {
                if (question.recommendation) {
                    reference("issues", question.id.text(), question.recommendation->text());
                }
            }
        }
        std::set<int> numbers;
        for (const domain::Reply& reply : m_dossier.replies) {
            if (reply.issue) {
                reference("replies", reply.id.text(), reply.issue->text());
            }
            for (const domain::BodyId& body : reply.from) {
                reference("replies", reply.id.text(), body.text());
            }
            for (const domain::Exhibit& exhibit : reply.exhibits) {
                if (!numbers.insert(exhibit.number).second) {
                    fault("replies", reply.id.text(),
                          fmt::format("exhibit {} stands twice in the evaluation", exhibit.number),
                          "number exhibits through all replies");
                }
            }
        }
        for (const domain::Request& request : m_dossier.requests) {
            reference("requests", request.id.text(), request.reply.text());
        }
    }

    void visit() {
        if (m_dossier.visit) {
            for (const domain::PersonId& person : m_dossier.visit->delegation) {
                reference("visit/visit.xml", "delegation", person.text());
            }
            unique("visit/visit.xml", m_dossier.visit->sites);
            unique("visit/visit.xml", m_dossier.visit->meetings);
            for (const domain::Meeting& meeting : m_dossier.visit->meetings) {
                for (const domain::BodyId& body : meeting.bodies) {
                    reference("visit/visit.xml", meeting.id.text(), body.text());
                }
                if (meeting.site) {
                    reference("visit/visit.xml", meeting.id.text(), meeting.site->text());
                }
            }
        }
        unique("visit/notes.xml", m_dossier.notes);
        for (const domain::Note& note : m_dossier.notes) {
            if (note.meeting) {
                reference("visit/notes.xml", note.id.text(), note.meeting->text());
            }
            if (note.author) {
                reference("visit/notes.xml", note.id.text(), note.author->text());
            }
        }
    }

    void check_report(const domain::Report& report) {
        std::map<std::string, std::set<std::string>> keys;             // by language
        std::map<std::string, std::set<std::string>> recommendations;  // by language
        for (const domain::Chapter& chapter : report.chapters) {
            for (const domain::ReportItem& item : chapter.items) {
                if (item.kind != ItemKind::heading && !keys[chapter.language].insert(item.key).second) {
                    fault(file_of(report, chapter), item.key, "the key stands twice in the report",
                          "mint another: rapporteur report check --fix");
                }
                if (item.kind == ItemKind::recommendation &&
                    !recommendations[chapter.language].insert(item.recommendation).second) {
                    fault(file_of(report, chapter), item.recommendation,
                          "the recommendation stands twice in the report",
                          "give the second its own identifier");
                }
            }
        }
        for (const domain::Chapter& chapter : report.chapters) {
            for (const domain::ReportItem& item : chapter.items) {
                check_item(file_of(report, chapter), item, keys[chapter.language]);
            }
        }
    }

    static std::string file_of(const domain::Report& report, const domain::Chapter& chapter) {
        return fmt::format("report/{}/{}.{}.md", base::name_of(report.kind), chapter.slug, chapter.language);
    }

    void check_item(const std::string& file, const domain::ReportItem& item,
                    const std::set<std::string>& keys) {
        const std::optional<domain::EvaluationParts> parts =
            domain::parse_evaluation_id(m_dossier.evaluation.id.text());
        const domain::Round* const round = parts ? m_framework.find_round(parts->round_number) : nullptr;
        if (!item.section.empty() && round != nullptr) {
            const auto has = [&](const domain::OutlineSection& section) {
                return section.id == item.section;
            };
            if (std::none_of(round->outline.begin(), round->outline.end(), has)) {
                fault(file, item.section,
                      fmt::format("the outline of {} has no section {}", round->id, item.section),
                      nearest_of(round->outline, item.section));
            }
        }
        if (item.kind == ItemKind::recommendation) {
            if (m_framework.find_verb(item.verb) == nullptr && !m_framework.verbs.empty()) {
                fault(file, item.recommendation, fmt::format("the framework has no verb \"{}\"", item.verb),
                      nearest_of(m_framework.verbs, item.verb));
            }
            provisions(file, item.recommendation, item.provisions);
            reference(file, item.key, m_dossier.evaluation.id.text() + "/" + item.recommendation);
        }
        const Mentions mentions = mentions_in(item.markdown);
        for (const std::string& key : mentions.paragraphs) {
            if (keys.count(key) == 0) {
                fault(file, item.key, fmt::format("the report has no paragraph {}", key),
                      "correct the cross reference");
            }
        }
        for (const std::string& target : mentions.evidence) {
            reference(file, item.key, target);
        }
    }

    void findings_and_comments() {
        unique("findings.xml", m_dossier.findings);
        for (const domain::Finding& finding : m_dossier.findings) {
            provisions("findings.xml", finding.id.text(), finding.provisions);
            for (const std::string& key : finding.paragraphs) {
                reference("findings.xml", finding.id.text(), paragraph(key));
            }
            evidence("findings.xml", finding.id.text(), finding.evidence);
        }
        unique("comments.xml", m_dossier.comments);
        for (const domain::Comment& comment : m_dossier.comments) {
            if (!comment.paragraph.empty()) {
                reference("comments.xml", comment.id.text(), paragraph(comment.paragraph));
            }
        }
    }

    std::string paragraph(const std::string& key) const {
        return m_dossier.evaluation.id.text() + "/para/" + key;
    }

    void evidence(std::string_view file, std::string_view item, const std::vector<domain::Evidence>& list) {
        for (const domain::Evidence& one : list) {
            reference(file, item, one.ref.text());
        }
    }

    void check_recommendation(const domain::Recommendation& r) {
        const std::string_view file = "recommendations.xml";
        if (m_framework.find_kind(r.kind) == nullptr) {
            fault(file, r.id.text(), fmt::format("the framework has no kind {}", r.kind),
                  nearest_of(m_framework.kinds, r.kind));
        }
        if (!r.verb.empty() && m_framework.find_verb(r.verb) == nullptr) {
            fault(file, r.id.text(), fmt::format("the framework has no verb \"{}\"", r.verb),
                  nearest_of(m_framework.verbs, r.verb));
        }
        provisions(file, r.id.text(), r.provisions);
        for (const std::string& theme : r.themes) {
            if (m_framework.find_theme(theme) == nullptr) {
                fault(file, r.id.text(), fmt::format("the framework has no theme {}", theme),
                      nearest_of(m_framework.themes, theme));
            }
        }
        for (const domain::Reference& addressee : r.addressees) {
            if (m_framework.find_subject(addressee.text()) == nullptr) {
                reference(file, r.id.text(), addressee.text());
            }
        }
        for (const domain::Reference& from : r.from) {
            if (m_framework.find_subject(from.text()) == nullptr) {
                reference(file, r.id.text(), from.text());
            }
        }
        for (const domain::Link& link : r.links) {
            reference(file, r.id.text(), link.to.text());
            if (link.to == r.id) {
                fault(file, r.id.text(), "the recommendation continues itself", "name the earlier one");
            }
        }
        evidence(file, r.id.text(), r.sources);
        if (!r.paragraph.empty()) {
            check_paragraph_of(r);
        }
    }

    // The paragraph holds the recommendation, and its spans are the limbs.
    void check_paragraph_of(const domain::Recommendation& r) {
        const domain::ReportItem* found = nullptr;
        for (const domain::Report& report : m_dossier.reports) {
            for (const domain::Chapter& chapter : report.chapters) {
                for (const domain::ReportItem& item : chapter.items) {
                    if (item.key == r.paragraph && chapter.language == report.language) {
                        found = &item;  // the final report's, which stands last
                    }
                }
            }
        }
        if (!m_known.unread.empty()) {
            return;  // the paragraph may stand in what could not be read
        }
        const std::string local = domain::local_name(r.id.text());
        if (found == nullptr || found->kind != ItemKind::recommendation || found->recommendation != local) {
            fault("recommendations.xml", r.id.text(),
                  fmt::format("the paragraph {} does not hold {}", r.paragraph, local),
                  fmt::format("its div must be ::: {{.rec #{} rec={} ...}}", r.paragraph, local));
            return;
        }
        std::vector<std::string> spans = mentions_in(found->markdown).limbs;
        std::vector<std::string> limbs;
        for (const domain::Limb& limb : r.limbs) {
            limbs.push_back(limb.id);
        }
        std::sort(spans.begin(), spans.end());
        std::sort(limbs.begin(), limbs.end());
        if (spans != limbs) {
            fault("recommendations.xml", r.id.text(),
                  fmt::format("its limbs are {} here and {} in the paragraph", base::join(limbs, " "),
                              base::join(spans, " ")),
                  "give both the same");
        }
    }

    void voices() {
        const std::string_view file = "recommendations.xml";
        unique(file, m_dossier.recommendations.recommendations);
        unique(file, m_dossier.recommendations.claims);
        unique(file, m_dossier.recommendations.committee);
        for (const domain::Assessment& a : m_dossier.recommendations.assessments) {
            reference(file, "assessment", a.recommendation.text());
            evidence(file, a.recommendation.text(), a.evidence);
            if (!a.not_examined) {
                check_verdict(a);
            }
        }
        for (const domain::Claim& claim : m_dossier.recommendations.claims) {
            reference(file, claim.id.text(), claim.recommendation.text());
            if (claim.body) {
                reference(file, claim.id.text(), claim.body->text());
            }
            evidence(file, claim.id.text(), claim.evidence);
        }
        for (const domain::CommitteeRecommendation& c : m_dossier.recommendations.committee) {
            for (const domain::RecommendationId& taken : c.takes_up) {
                reference(file, c.id.text(), taken.text());
            }
        }
    }

    void check_verdict(const domain::Assessment& a) {
        const domain::Scale* const scale = m_framework.find_scale(a.scale);
        if (scale != nullptr && scale->find_value(a.value) != nullptr) {
            return;
        }
        fault("recommendations.xml", a.recommendation.text(),
              fmt::format("\"{}\" is no value of a scale {} of the framework", a.value, a.scale),
              m_framework.scales.empty() ? "the framework has no scale: only not-examined can be said"
                                         : nearest_of(m_framework.scales, a.scale));
    }

    void measures_and_statistics() {
        unique("measures.xml", m_dossier.measures);
        for (const domain::Measure& measure : m_dossier.measures) {
            for (const domain::Reference& target : measure.recommendations) {
                reference("measures.xml", measure.id.text(), target.text());
            }
            for (const domain::MeasureBody& body : measure.bodies) {
                reference("measures.xml", measure.id.text(), body.body.text());
            }
            evidence("measures.xml", measure.id.text(), measure.evidence);
        }
        for (const domain::Observation& o : m_dossier.statistics) {
            if (m_framework.find_indicator(o.indicator) == nullptr) {
                fault("statistics.csv", o.indicator, "the framework has no such indicator",
                      nearest_of(m_framework.indicators, o.indicator));
            }
            if (!o.source.empty()) {
                reference("statistics.csv", o.indicator, o.source);
            }
        }
    }

    const Dossier& m_dossier;
    const Framework& m_framework;
    const Known& m_known;
    std::string m_directory;
    base::Problems& m_problems;
};

}  // namespace

void add_identifiers(const Dossier& d, Known& known) {
    const std::string& scope = d.evaluation.id.text();
    known.evaluations.insert(scope);
    const auto add = [&known](std::string id) { known.identifiers.insert(std::move(id)); };
    const auto add_all = [&add](const auto& things) {
        for (const auto& thing : things) {
            add(thing.id.text());
        }
    };
    add(scope);
    add_all(d.evaluation.persons);
    add_all(d.evaluation.bodies);
    add_all(d.evaluation.sources);
    add_all(d.issues);
    for (const domain::Reply& reply : d.replies) {
        add(reply.id.text());
        for (const domain::Answer& answer : reply.answers) {
            add(reply.id.text() + "#" + answer.question.text());
        }
        for (const domain::Exhibit& exhibit : reply.exhibits) {
            add(fmt::format("{}/exhibit/{}", scope, exhibit.number));
        }
    }
    for (const domain::Request& request : d.requests) {
        add(request.id.text());
        for (const domain::RequestItem& item : request.items) {
            add(request.id.text() + "#" + item.question.text());
        }
    }
    if (d.visit) {
        add_all(d.visit->sites);
        add_all(d.visit->meetings);
    }
    for (const domain::Note& note : d.notes) {
        add(note.id.text());
        for (const domain::NoteFact& fact : note.facts) {
            add(note.id.text() + "#" + fact.id);
        }
    }
    add_all(d.findings);
    for (const domain::Report& report : d.reports) {
        add(report.id.text());
        for (const domain::Chapter& chapter : report.chapters) {
            for (const domain::ReportItem& item : chapter.items) {
                if (!item.key.empty()) {
                    add(scope + "/para/" + item.key);
                }
            }
        }
    }
    add_all(d.comments);
    for (const domain::Recommendation& r : d.recommendations.recommendations) {
        add(r.id.text());
        for (const domain::Limb& limb : r.limbs) {
            add(r.id.text() + "." + limb.id);
        }
    }
    add_all(d.recommendations.claims);
    add_all(d.recommendations.committee);
    add_all(d.measures);
    for (const domain::Observation& o : d.statistics) {
        add(scope + "/statistics/" + o.indicator);
    }
}

void check_dossier(const Dossier& dossier, const Framework& framework, const Known& known,
                   const std::string& directory, base::Problems& problems) {
    Checker(dossier, framework, known, directory, problems).all();
}

std::vector<std::string> newly_broken(const Dossier& dossier, const Framework& before,
                                      const Known& known_before, const Framework& after,
                                      const Known& known_after) {
    const auto faults = [&](const Framework& framework, const Known& known) {
        base::Problems problems;
        check_dossier(dossier, framework, known, dossier.evaluation.id.text(), problems);
        std::vector<std::string> lines;
        for (const base::Problem& problem : problems) {
            if (problem.severity == base::Severity::error) {
                lines.push_back(
                    fmt::format("{}: {}: {}", problem.place.file, problem.place.item, problem.text));
            }
        }
        std::sort(lines.begin(), lines.end());
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        return lines;
    };
    const std::vector<std::string> old = faults(before, known_before);
    const std::vector<std::string> now = faults(after, known_after);
    std::vector<std::string> broken;
    std::set_difference(now.begin(), now.end(), old.begin(), old.end(), std::back_inserter(broken));
    return broken;
}

}  // namespace rapporteur::dossier
