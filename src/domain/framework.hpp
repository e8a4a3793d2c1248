// SPDX-License-Identifier: EUPL-1.2
//
// A framework as data: the instrument (provisions), the procedure (rounds, stages, durations, visibility), the words (urgency verbs,
// scales), the forms (report outlines, indicators) and the subjects under review. Nothing in the program depends on which
// framework it is; what differs between mechanisms is here.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/identifiers.hpp"
#include "domain/import_mapping.hpp"
#include "domain/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

enum class LanguageRole { master, official, courtesy };

struct FrameworkLanguage {
    std::string code;
    LanguageRole role = LanguageRole::official;
    bool operator==(const FrameworkLanguage&) const = default;
};

// A body of the mechanism itself: the group of experts, the committee of the parties, the secretariat.
struct MonitoringBody {
    std::string id;
    Texts name;
    bool operator==(const MonitoringBody&) const = default;
};

// Articles and the like; an article belongs to a chapter (parent), a paragraph of it (12.1.d) to the article.
struct Provision {
    std::string id;      // "12", "12.1.d", chapter "III"
    std::string parent;  // id of another provision, or empty
    std::string label;   // how it is cited: "Article 12"
    Texts title;
    bool operator==(const Provision&) const = default;
};

// Another way to write a name, met in what others keep.
struct Spelling {
    std::string text;
    bool operator==(const Spelling&) const = default;
};

struct Theme {
    std::string id;
    Texts name;
    std::vector<Spelling> spellings{};  // as others write it
    bool operator==(const Theme&) const = default;
};

// Who is asked: the government, NGOs. Visibility of their replies is a document type's matter.
struct RespondentKind {
    std::string id;
    Texts name;
    bool operator==(const RespondentKind&) const = default;
};

// An urgency verb. Rank 1 is the most urgent. Patterns are RE2, matched on the paragraph's text in that language.
struct VerbPattern {
    std::string language;
    std::string pattern;
    bool repeated = false;  // the pattern of a repetition ("once again urges")
    bool operator==(const VerbPattern&) const = default;
};

struct Verb {
    std::string id;
    int rank = 0;
    Texts name;  // as printed: "urges"
    Texts meaning;
    std::vector<VerbPattern> patterns;
    bool operator==(const Verb&) const = default;
};

// A scale of verdicts or ratings; a framework has none, one or several. "Not examined" is never a value of a scale: it is apart.
struct ScaleValue {
    std::string id;
    int rank = 0;
    Texts name;
    bool operator==(const ScaleValue&) const = default;
};

struct Scale {
    std::string id;
    Texts name;
    std::string used_for;  // recommendation, subject
    std::vector<ScaleValue> values;
    bool operator==(const Scale&) const = default;

    const ScaleValue* find_value(std::string_view value) const;
};

// A stage of the procedure. Its due date is the date on which `after` was completed (or entered) plus `within`.
struct Stage {
    std::string id;
    Texts name;
    std::string actor;                   // monitoring body or respondent kind that must act
    std::string after;                   // id of the stage that it follows; empty for the first
    std::optional<base::Period> within;  // duration
    bool optional = false;               // may be skipped without a reason
    bool operator==(const Stage&) const = default;
};

enum class Visibility { confidential, party, committee, public_ };

// From that stage on (completed), documents of the type are visible so; `consent` where the sender must have agreed.
struct VisibilityRule {
    std::string from_stage;  // empty: from the beginning
    Visibility visibility = Visibility::confidential;
    bool needs_consent = false;
    bool operator==(const VisibilityRule&) const = default;
};

// A kind of document: issue, reply-government, reply-ngo, request, note, interim-report, comments, final-report, committee-recommendation...
struct DocumentType {
    std::string id;
    Texts name;
    std::vector<VisibilityRule> visibility;
    bool operator==(const DocumentType&) const = default;
};

// A kind of recommendation: the group's conclusion or proposal in its report, and the committee's recommendation drawn from them.
struct RecommendationKind {
    std::string id;
    std::string by;  // monitoring body, or "listed" where bodies of the evaluation make the list
    Texts name;
    bool operator==(const RecommendationKind&) const = default;
};

// A rule of composition or procedure as a value: members-min 10, term-years 4. `confirmed` is false where the source is memory only.
struct Rule {
    std::string id;
    std::string value;
    std::string source;
    bool confirmed = true;
    bool operator==(const Rule&) const = default;
};

// A section of a round's report outline.
enum class OutlineKind { front, chapter, section, appendix };

struct OutlineSection {
    std::string id;
    std::string parent;
    OutlineKind kind = OutlineKind::section;
    std::string label;  // "III.", "1.", "a."
    Texts title;
    std::vector<std::string> provisions;
    bool operator==(const OutlineSection&) const = default;
};

struct Round {
    std::string id;  // round-2
    std::string
        number;  // "2", as in evaluations' identifiers; empty for a framework of yearly lists, where any number goes
    Texts name;
    Texts theme;
    std::optional<base::Date> launched;
    std::vector<std::string> provisions;  // selected for the round; empty: all
    std::string questionnaire;            // peer/round-2, without version
    std::vector<OutlineSection> outline;
    bool operator==(const Round&) const = default;
};

// What is counted. Each value says by which rule it was counted; figures of different rules are not compared.
struct Indicator {
    std::string id;
    std::string unit;  // persons, cases
    Texts name;
    Texts counting_rule;
    bool operator==(const Indicator&) const = default;
};

enum class SubjectKind { party, state, territory, region, conference };

struct SubjectName {
    std::optional<base::Date> from;  // names change
    Texts name;
    bool operator==(const SubjectName&) const = default;
};

struct Subject {
    SubjectId code;
    SubjectKind kind = SubjectKind::party;
    bool invented = false;
    std::optional<base::Date> since;    // when the instrument entered into force for it
    std::vector<SubjectName> names;     // the oldest first
    std::vector<Spelling> spellings{};  // as others write it
    bool operator==(const Subject&) const = default;
};

struct Framework {
    FrameworkId id;
    std::string version;
    Texts name;
    std::string instrument;  // "CETS 197"
    std::vector<FrameworkLanguage> languages;
    std::vector<MonitoringBody> bodies;
    std::vector<RespondentKind> respondents;
    std::vector<Provision> provisions;
    std::vector<Theme> themes;
    std::vector<Verb> verbs;
    std::vector<Scale> scales;
    std::vector<Stage> stages;
    std::vector<DocumentType> documents;
    std::vector<RecommendationKind> kinds;
    std::vector<Rule> rules;
    std::vector<Indicator> indicators;
    std::vector<Round> rounds;
    std::vector<Subject> subjects;
    std::vector<ImportMapping> imports;
    bool operator==(const Framework&) const = default;

    const Stage* find_stage(std::string_view stage) const;
    const Round*
    find_round(std::string_view id_or_number) const;  // of a framework of lists: the round without number
    const Theme* find_theme(std::string_view theme) const;
    const RecommendationKind* find_kind(std::string_view kind) const;
    const Verb* find_verb(std::string_view verb) const;
    const DocumentType* find_document(std::string_view type) const;
    const Subject* find_subject(std::string_view code) const;
    const Provision* find_provision(std::string_view provision) const;
    const Indicator* find_indicator(std::string_view indicator) const;
    const Scale* find_scale(std::string_view scale) const;
    const ImportMapping* find_import(std::string_view import) const;
};

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::LanguageRole> {
    using R = rapporteur::domain::LanguageRole;
    static constexpr std::array<Name<R>, 3> k_names{
        {{R::master, "master"}, {R::official, "official"}, {R::courtesy, "courtesy"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::Visibility> {
    using V = rapporteur::domain::Visibility;
    static constexpr std::array<Name<V>, 4> k_names{{{V::confidential, "confidential"},
                                                     {V::party, "party"},
                                                     {V::committee, "committee"},
                                                     {V::public_, "public"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::OutlineKind> {
    using K = rapporteur::domain::OutlineKind;
    static constexpr std::array<Name<K>, 4> k_names{
        {{K::front, "front"}, {K::chapter, "chapter"}, {K::section, "section"}, {K::appendix, "appendix"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::SubjectKind> {
    using K = rapporteur::domain::SubjectKind;
    static constexpr std::array<Name<K>, 5> k_names{{{K::party, "party"},
                                                     {K::state, "state"},
                                                     {K::territory, "territory"},
                                                     {K::region, "region"},
                                                     {K::conference, "conference"}}};
};
