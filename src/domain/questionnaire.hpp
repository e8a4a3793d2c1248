// SPDX-License-Identifier: EUPL-1.2
//
// One version of a questionnaire: what is asked, of whom, in which languages. A question's identity is its id, stable over versions;
// numbers and sections are presentation. Migration steps say what became of each question of an earlier version; nothing is carried
// without one.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/identifiers.hpp"
#include "domain/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

enum class QuestionKind { narrative, yesno, choice, number, date, record, table, attachment, followup, note };
enum class Required { no, warn, block };
enum class VersionStatus { draft, adopted, withdrawn };
enum class Axis { row, column, sheet };
enum class TotalRule { equal, at_most, at_least };
enum class NoAnswer { not_available, not_collected, not_disaggregated, not_applicable, declined };
enum class SlotKind { country_specific, additional_information };
enum class CheckLevel { error, warning };
enum class TotalOrigin { none, given, computed };
enum class MigrationAct { same, moved, reworded, split, merged, dropped, added, recode };

struct Code {
    std::string value;
    std::string since;    // questionnaire version
    std::string retired;  // questionnaire version
    Texts label;
    bool operator==(const Code&) const = default;
};

struct Codelist {
    std::string id;
    bool open = false;
    std::vector<Code> codes;
    bool operator==(const Codelist&) const = default;
};

// A dimension of a statistics table: the codes of a list, or the years from-to.
struct Dimension {
    std::string id;
    Axis axis = Axis::row;
    std::string codelist;
    std::string from;
    std::string to;
    bool open = false;
    TotalOrigin total = TotalOrigin::none;
    bool operator==(const Dimension&) const = default;
};

struct TableTotal {
    std::vector<std::string> over;
    TotalRule rule = TotalRule::equal;
    CheckLevel level = CheckLevel::error;
    bool operator==(const TableTotal&) const = default;
};

struct Check {
    std::string test;  // in the expression language
    CheckLevel level = CheckLevel::warning;
    Texts message;
    bool operator==(const Check&) const = default;
};

// A question; which of the fields below `text` count depends on its kind.
struct Question {
    QuestionId id;
    QuestionKind kind = QuestionKind::narrative;
    std::string number;
    std::string since;
    std::vector<std::string> provisions;
    std::vector<std::string> themes;
    Required required = Required::no;
    std::vector<std::string> respondents;  // empty: all
    bool restricted = false;               // answers are confidential whatever the reply is
    std::string attachments;               // "", "no", "allowed", "expected"
    std::string when;                      // condition in the expression language
    std::vector<NoAnswer> no_answers;
    Texts text;
    Texts guidance;
    int max_words = 0;                 // narrative
    std::string period;                // narrative
    bool partly = false;               // yesno
    std::vector<std::string> explain;  // yesno: for which values; choice: "always"
    std::string codelist;              // choice
    bool many = false;
    bool other = false;
    std::string unit;     // number, table
    std::string minimum;  // number, decimal text
    std::string maximum;
    int decimals = 0;
    std::string precision;              // date: year, month, day
    std::string indicator;              // table: the framework's indicator that its cells are observations of
    std::vector<Dimension> dimensions;  // table
    std::vector<TableTotal> totals;     // table
    bool cell_notes = false;            // table
    std::string followup_source;        // followup: recommendation, undertaking, answer
    bool followup_measures = false;
    bool repeat = false;          // record
    std::vector<Question> parts;  // record
    std::vector<Check> checks;
    bool operator==(const Question&) const = default;
};

struct Slot {
    std::string id;
    SlotKind kind = SlotKind::country_specific;
    std::string question;  // template question id
    bool operator==(const Slot&) const = default;
};

// Sections nest; within one, its questions stand first, then its slots, then its inner sections.
struct Section {
    std::string id;
    std::string number;
    std::vector<std::string> respondents;
    std::string when;
    Texts title;
    Texts intro;
    std::vector<Question> questions;
    std::vector<Slot> slots;
    std::vector<Section> sections;  // stand after the section's own questions and slots
    bool operator==(const Section&) const = default;
};

struct MigrationStep {
    MigrationAct act = MigrationAct::same;
    std::vector<std::string> from;  // question ids of the earlier version (codelist and code for recode)
    std::vector<std::string> to;    // question ids of this version (code for recode)
    std::string substance;          // reworded: same, narrower, wider
    std::string codelist;           // recode
    bool operator==(const MigrationStep&) const = default;
};

struct Migration {
    std::string from;  // version
    std::vector<MigrationStep> steps;
    bool operator==(const Migration&) const = default;
};

struct QuestionnaireLanguage {
    std::string code;
    std::string role;  // master, official, courtesy
    bool operator==(const QuestionnaireLanguage&) const = default;
};

struct Questionnaire {
    QuestionnaireId id;  // peer/round-2@2014.1
    VersionStatus status = VersionStatus::draft;
    std::string supersedes;  // version
    std::optional<base::Date> adopted;
    std::vector<QuestionnaireLanguage> languages;
    std::vector<std::string> respondents;  // respondent kinds of the framework
    Texts title;
    Texts intro;
    std::vector<Codelist> codelists;
    std::vector<Section> sections;
    std::vector<Migration> migrations;
    bool operator==(const Questionnaire&) const = default;

    const Question* find_question(std::string_view question) const;
    const Codelist* find_codelist(std::string_view codelist) const;
};

// All questions in reading order, parts of records after their record.
std::vector<const Question*> questions_of(const Questionnaire& questionnaire);

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::QuestionKind> {
    using K = rapporteur::domain::QuestionKind;
    static constexpr std::array<Name<K>, 10> k_names{{{K::narrative, "narrative"},
                                                      {K::yesno, "yesno"},
                                                      {K::choice, "choice"},
                                                      {K::number, "number"},
                                                      {K::date, "date"},
                                                      {K::record, "record"},
                                                      {K::table, "table"},
                                                      {K::attachment, "attachment"},
                                                      {K::followup, "followup"},
                                                      {K::note, "note"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::Required> {
    using R = rapporteur::domain::Required;
    static constexpr std::array<Name<R>, 3> k_names{{{R::no, "no"}, {R::warn, "warn"}, {R::block, "block"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::VersionStatus> {
    using S = rapporteur::domain::VersionStatus;
    static constexpr std::array<Name<S>, 3> k_names{
        {{S::draft, "draft"}, {S::adopted, "adopted"}, {S::withdrawn, "withdrawn"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::Axis> {
    using A = rapporteur::domain::Axis;
    static constexpr std::array<Name<A>, 3> k_names{
        {{A::row, "row"}, {A::column, "column"}, {A::sheet, "sheet"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::TotalRule> {
    using R = rapporteur::domain::TotalRule;
    static constexpr std::array<Name<R>, 3> k_names{
        {{R::equal, "equal"}, {R::at_most, "at-most"}, {R::at_least, "at-least"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::NoAnswer> {
    using N = rapporteur::domain::NoAnswer;
    static constexpr std::array<Name<N>, 5> k_names{{{N::not_available, "not-available"},
                                                     {N::not_collected, "not-collected"},
                                                     {N::not_disaggregated, "not-disaggregated"},
                                                     {N::not_applicable, "not-applicable"},
                                                     {N::declined, "declined"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::SlotKind> {
    using K = rapporteur::domain::SlotKind;
    static constexpr std::array<Name<K>, 2> k_names{
        {{K::country_specific, "country-specific"}, {K::additional_information, "additional-information"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::CheckLevel> {
    using L = rapporteur::domain::CheckLevel;
    static constexpr std::array<Name<L>, 2> k_names{{{L::error, "error"}, {L::warning, "warning"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::TotalOrigin> {
    using T = rapporteur::domain::TotalOrigin;
    static constexpr std::array<Name<T>, 3> k_names{
        {{T::none, "none"}, {T::given, "given"}, {T::computed, "computed"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::MigrationAct> {
    using A = rapporteur::domain::MigrationAct;
    static constexpr std::array<Name<A>, 8> k_names{{{A::same, "same"},
                                                     {A::moved, "moved"},
                                                     {A::reworded, "reworded"},
                                                     {A::split, "split"},
                                                     {A::merged, "merged"},
                                                     {A::dropped, "dropped"},
                                                     {A::added, "added"},
                                                     {A::recode, "recode"}}};
};
