// SPDX-License-Identifier: EUPL-1.2
//
// The identifiers of things: stable for ever, never reused, language-neutral, ASCII; the same strings in the command
// line, JSON, the register and the archive's addresses. The forms are those of docs/data-model.md. Here are their types and
// grammar; whether a thing exists is for the store to say.
#pragma once

#include "base/strong.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::domain {

using FrameworkId = base::Strong<struct FrameworkTag>;  // peer
using RoundId = base::Strong<struct RoundTag>;          // peer/round-2
using SubjectId = base::Strong<struct SubjectTag>;      // XAA (ISO 3166-1 alpha-3 or declared by a framework)
using EvaluationId = base::Strong<struct EvaluationTag>;  // peer/XAA-2, peer/XAA-2-u1, pair/XAA-4-funding
using QuestionnaireId = base::Strong<struct QuestionnaireTag>;    // peer/round-2@2014.1 (one version)
using QuestionId = base::Strong<struct QuestionTag>;              // legalaid.how (within its questionnaire)
using IssueId = base::Strong<struct IssueTag>;                    // peer/XAA-2/issue/government
using ReplyId = base::Strong<struct ReplyTag>;                    // peer/XAA-2/reply/government
using RequestId = base::Strong<struct RequestTag>;                // peer/XAA-2/request/1
using ExhibitId = base::Strong<struct ExhibitTag>;                // peer/XAA-2/exhibit/14
using SiteId = base::Strong<struct SiteTag>;                      // peer/XAA-2/site/2
using MeetingId = base::Strong<struct MeetingTag>;                // peer/XAA-2/meeting/5
using NoteId = base::Strong<struct NoteTag>;                      // peer/XAA-2/note/12
using FindingId = base::Strong<struct FindingTag>;                // peer/XAA-2/finding/9
using ReportId = base::Strong<struct ReportTag>;                  // peer/XAA-2/report/final
using ParagraphId = base::Strong<struct ParagraphTag>;            // peer/XAA-2/para/k7c2xq
using RecommendationId = base::Strong<struct RecommendationTag>;  // peer/XAA-2/r07
using CommitteeRecommendationId = base::Strong<struct CommitteeRecommendationTag>;  // peer/XAA-2/committee/1
using ClaimId = base::Strong<struct ClaimTag>;                                      // peer/XAA-2/claim/4
using MeasureId = base::Strong<struct MeasureTag>;                                  // XAA/measure/3
using CommentId = base::Strong<struct CommentTag>;                                  // peer/XAA-2/comment/33
using PublicationId = base::Strong<struct PublicationTag>;                          // peer/XAA-2/pub/1
using PersonId = base::Strong<struct PersonTag>;                                    // person/anna-example
using BodyId = base::Strong<struct BodyTag>;      // XAA/body/ministry-of-interior
using SourceId = base::Strong<struct SourceTag>;  // XAA/source/criminal-code

// A pointer to any of the things above, with an optional "#part": peer/XAA-2/reply/government#legalaid.how,
// peer/XAA-2/r07.b (a limb), peer/XAA-2/p121 (an adopted citation), XAA/source/criminal-code#article-128.
using Reference = base::Strong<struct ReferenceTag>;

// The parts of an evaluation's identifier.
struct EvaluationParts {
    FrameworkId framework;
    SubjectId subject;
    std::string round_number;  // "2"; "2015" for a list of that year
    std::string suffix;        // "", "u1" (urgent track) or a strand's name
};

// Splits "peer/XAA-2-u1"; nothing where the text has not this form.
std::optional<EvaluationParts> parse_evaluation_id(std::string_view text);

// A lower-case slug or token: letters, digits, dots, hyphens, underscores; begins with a letter or digit; up to 60 characters.
bool is_slug(std::string_view text);
// One of ISO 3166-1 alpha-3's form, or a declared code of the same alphabet: 2 to 12 of A-Z, 0-9, hyphen.
bool is_subject_code(std::string_view text);
// A paragraph's key: "k" and five characters of a-z and 2-9 without the look-alikes i, l, o, u.
bool is_paragraph_key(std::string_view text);
// Any identifier: slash-separated ASCII tokens with an optional #part, no white space, up to 200 characters.
bool is_reference(std::string_view text);

// The evaluation that an identifier within it belongs to (peer/XAA-2/r07 gives peer/XAA-2), if it has that form.
std::optional<EvaluationId> evaluation_of(std::string_view identifier);
// What an identifier is called within its evaluation, the part behind its last slash: peer/XAA-2/r07 gives r07.
std::string local_name(std::string_view identifier);
// A recommendation's identifier without its limb: peer/XAA-2/r07.b gives peer/XAA-2/r07; what has no limb stays.
std::string_view without_limb(std::string_view identifier);
// The limb that it points at: "b"; "" where it means the whole.
std::string_view limb_of(std::string_view identifier);
// Whether a reference means the recommendation or one of its limbs. An identifier may hold a dot of its own: r4.1 is itself.
bool points_at(std::string_view reference, std::string_view recommendation);
// The identifier without its "#part".
std::string_view without_part(std::string_view reference);
// The part behind "#", or nothing.
std::string_view part_of(std::string_view reference);
// A reply's identifier without the version behind "@": peer/XAA-2/reply/government@2 gives peer/XAA-2/reply/government.
std::string_view without_version(std::string_view identifier);
// The version as it stands behind "@", or nothing. Whether it is a number, whoever reads it must see.
std::optional<std::string_view> version_of(std::string_view identifier);

}  // namespace rapporteur::domain
