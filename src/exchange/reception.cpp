// SPDX-License-Identifier: EUPL-1.2
#include "exchange/reception.hpp"

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "exchange/form_origin.hpp"
#include "exchange/misfit.hpp"
#include "questionnaire/questionnaire_file.hpp"
#include "questionnaire/reply_check.hpp"
#include "questionnaire/reply_file.hpp"
#include "store/delegations.hpp"
#include "store/evaluations.hpp"
#include "store/people.hpp"
#include "store/questionnaires.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rapporteur::exchange {

using namespace domain;

namespace {

namespace fs = std::filesystem;

constexpr base::ByteLimit k_exhibit_limit{64U << 20};
constexpr std::size_t k_shown_one_by_one = 2;

class Examiner {
public:
    Examiner(const store::Register& where, const std::optional<fs::path>& folder, Examination& examination)
        : m_where(where), m_folder(folder), m_examination(examination), m_reply(examination.reply),
          m_places(examination.word ? base::XmlPlaces("", examination.file, {})
                                    : questionnaire::reply_places(examination.bytes, examination.file)) {}

    void run() {
        if (!m_reply.issue) {
            fault("reply", m_reply.id.text(), "the reply does not say to which issue it answers",
                  "add issue=\"...\"");
            return;
        }
        const std::optional<Issue> issue = store::find_issue(m_where, *m_reply.issue);
        if (!issue) {
            fault("reply", m_reply.id.text(), fmt::format("{} was not sent", m_reply.issue->text()),
                  sent_issues());
            return;
        }
        const Questionnaire questionnaire = store::need_questionnaire(m_where, issue->questionnaire);
        m_examination.questionnaire = issue->questionnaire;
        m_examination.due = issue->due;
        base::Problems faults;
        questionnaire::check_reply(m_reply, questionnaire, &*issue, faults, m_places,
                                   m_examination.part ? questionnaire::ReplyScope::part
                                                      : questionnaire::ReplyScope::whole);
        if (const auto misfit = misfit_of(m_where, m_examination.evaluation, m_reply, *issue, faults)) {
            fault("reply", m_reply.id.text(), misfit->text, misfit->hint);
            return;
        }
        m_examination.problems.insert(m_examination.problems.end(), faults.begin(), faults.end());
        share(*issue);
        gather_unanswered();
        // Of a part what was given to its body alone.
        const bool in_part = m_examination.part && !m_examination.part->delegation.empty();
        const FormShare share_of_body(*issue, m_examination.part);
        Completeness completeness =
            completeness_of(m_reply, questionnaire, &*issue, in_part ? &share_of_body : nullptr);
        m_examination.counts = std::move(completeness.whole.counts);
        m_examination.unanswered = std::move(completeness.whole.open);
        references();
        exhibits();
    }

private:
    void fault(std::string_view element, std::string_view key, std::string text, std::string hint) {
        base::add_error(m_examination.problems, m_places.at(element, key), std::move(text), std::move(hint));
    }

    // Of a part only what was given to its body is missed; what it answers besides is kept, and said.
    void share(const Issue& issue) {
        const std::optional<FormPart>& part = m_examination.part;
        if (!part || part->delegation.empty()) {
            return;
        }
        const auto is_given = [&](const std::string& question) {
            return part->delegation.has(part->body, question);
        };
        std::erase_if(m_examination.problems, [&](const base::Problem& problem) {
            return problem.text == questionnaire::k_no_answer && !is_given(problem.place.item);
        });
        for (const Answer& answer : m_reply.answers) {
            const std::string& id = answer.question.text();
            if (!is_given(id)) {
                base::add_warning(m_examination.problems, m_places.at("answer", id),
                                  fmt::format("the question was not given to {}", part->body.text()),
                                  "see whose it is: rapporteur issue show " + issue.id.text());
            }
        }
    }

    // Forty warnings that something is not answered would hide the two that something is wrong: `unanswered` names them together.
    void gather_unanswered() {
        base::Problems& problems = m_examination.problems;
        const auto is_one = [](const base::Problem& problem) {
            return problem.severity == base::Severity::warning && problem.text == questionnaire::k_no_answer;
        };
        if (static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(), is_one)) >
            k_shown_one_by_one) {
            std::erase_if(problems, is_one);
        }
    }

    std::string sent_issues() const {
        std::vector<std::string> names;
        for (const Issue& each : store::list_issues(m_where, m_examination.evaluation)) {
            names.push_back(domain::local_name(each.id.text()));
        }
        return names.empty() ? "nothing was sent in this evaluation yet"
                             : "sent were " + base::join(names, ", ");
    }

    void references() {
        for (const BodyId& body : m_reply.from) {
            known_body("reply", m_reply.id.text(), body);
        }
        std::set<std::string> seen;
        for (const Answer& answer : m_reply.answers) {
            if (answer.author && seen.insert(answer.author->text()).second) {
                known_body("answer", answer.question.text(), *answer.author);
            }
        }
        if (m_reply.contact && !store::find_person(m_where, *m_reply.contact)) {
            fault("reply", m_reply.id.text(),
                  fmt::format("the register knows no person {}", m_reply.contact->text()),
                  "correct contact=\"...\", or leave it out");
        }
    }

    void known_body(std::string_view element, const std::string& key, const BodyId& body) {
        if (!store::find_body(m_where, body)) {
            fault(element, key, fmt::format("the register knows no body {}", body.text()),
                  "bodies are declared in the evaluation's dossier");
        }
    }

    // Bytes of every exhibit: from the folder, or from the register where an earlier version brought the same.
    void exhibits() {
        std::set<int> others;
        for (const Reply& other : store::list_replies(m_where, m_examination.evaluation)) {
            for (const Exhibit& exhibit : other.exhibits) {
                if (other.id != m_reply.id) {
                    others.insert(exhibit.number);
                } else {
                    m_there[exhibit.sha256] = true;
                }
            }
        }
        for (Exhibit& exhibit : m_reply.exhibits) {
            if (others.count(exhibit.number) != 0) {
                fault("exhibit", std::to_string(exhibit.number),
                      fmt::format("another reply has the exhibit {}", exhibit.number),
                      "exhibits are numbered through all replies of an evaluation");
            }
            take_bytes(exhibit);
        }
    }

    void take_bytes(Exhibit& exhibit) {
        const std::string number = std::to_string(exhibit.number);
        std::string bytes;
        if (m_folder && fs::exists(fs::symlink_status(*m_folder / exhibit.file))) {
            bytes = base::read_file(*m_folder / exhibit.file, k_exhibit_limit, base::Symlinks::refuse);
        } else if (m_there.count(exhibit.sha256) != 0) {
            bytes = store::file_bytes(m_where, exhibit.sha256);
        } else {
            fault("exhibit", number,
                  fmt::format("the file {} of exhibit {} is missing", exhibit.file, exhibit.number),
                  m_folder ? fmt::format("put it into {}", m_folder->string())
                           : "give the folder with the exhibits: --exhibits DIR");
            return;
        }
        const std::string hash = base::sha256(bytes).hex();
        if (exhibit.sha256.empty()) {
            exhibit.sha256 = hash;
        } else if (exhibit.sha256 != hash) {
            fault("exhibit", number,
                  fmt::format("the file {} of exhibit {} is not the one that the reply names", exhibit.file,
                              exhibit.number),
                  "its SHA-256 is another: send the file again, or correct sha256=\"...\"");
        }
        m_examination.exhibits[exhibit.number] = std::move(bytes);
    }

    const store::Register& m_where;
    const std::optional<fs::path>& m_folder;
    Examination& m_examination;
    Reply& m_reply;
    base::XmlPlaces m_places;
    std::map<std::string, bool> m_there;  // hashes of earlier versions' exhibits
};

Reception reception_of(const store::Register& where, Examination& examination) {
    examination.receipt = store::find_receipt(where, examination.reply.id, examination.sha256);
    const std::optional<Reply> there = store::find_reply(where, examination.reply.id);
    examination.version_there = there ? std::optional(there->version) : std::nullopt;
    if (examination.receipt) {
        return Reception::received_before;
    }
    if (base::has_errors(examination.problems)) {
        return Reception::faulty;
    }
    if (!there) {
        return Reception::new_reply;
    }
    if (*there == examination.reply) {
        return Reception::known_content;
    }
    if (examination.reply.version > there->version) {
        return Reception::new_version;
    }
    if (examination.reply.version < there->version) {
        return Reception::older;
    }
    return there->status == ReplyStatus::draft ? Reception::replaces_draft : Reception::frozen;
}

}  // namespace

Examination examine_reply(const store::Register& where, const EvaluationId& evaluation, const fs::path& file,
                          std::string bytes, const std::optional<fs::path>& exhibits,
                          const WordReplyTerms& terms) {
    if (!store::find_timeline(where, evaluation)) {
        store::need_evaluation(where, evaluation);  // says what there is
    }
    Examination examination;
    examination.evaluation = evaluation;
    examination.file = file.string();
    examination.file_name = file.filename().string();
    examination.bytes = std::move(bytes);
    examination.sha256 = base::sha256(examination.bytes).hex();
    if (looks_like_word(examination.bytes)) {
        examination.word = read_word_reply(where, evaluation, examination.file, examination.bytes, terms,
                                           examination.problems);
        examination.reply = examination.word ? examination.word->reply : Reply{};
    } else {
        if (const auto form = reference_in_xml(examination.bytes)) {
            const auto issue =
                issue_of_form(where, evaluation, *form, examination.file, examination.problems);
            if (issue) {
                examination.part =
                    part_of_form(where, *issue, *form, terms.part, examination.file, examination.problems);
            }
        }
        examination.reply = questionnaire::read_reply(examination.bytes, examination.file, evaluation.text(),
                                                      examination.problems);
    }
    if (examination.word && examination.word->part) {
        examination.part = examination.word->part;
    } else if (terms.part && !examination.part) {
        const std::vector<DelegationStep> steps =
            examination.reply.issue ? store::list_delegation(where, *examination.reply.issue)
                                    : std::vector<DelegationStep>();
        examination.part = FormPart{*terms.part, Delegation(steps)};
    }
    if (examination.word || !base::has_errors(examination.problems)) {
        Examiner(where, exhibits, examination).run();
    }
    examination.reception = reception_of(where, examination);
    return examination;
}

void refuse_unreceivable(const Examination& examination) {
    const std::string name =
        fmt::format("{}, version {},", examination.reply.id.text(), examination.reply.version);
    switch (examination.reception) {
    case Reception::faulty: {
        base::Problems problems = examination.problems;
        if (examination.unanswered.size() > k_shown_one_by_one) {
            base::add_note(problems, {examination.file, 0, ""},
                           fmt::format("{} questions are still open: {}", examination.unanswered.size(),
                                       base::join(examination.unanswered, ", ")));
        }
        throw base::InvalidInput("the reply has faults; nothing was stored", std::move(problems));
    }
    case Reception::frozen:
        throw base::Error(base::ErrorKind::conflict, name + " was submitted and does not change any more")
            .at(examination.file)
            .help(fmt::format("give the correction version=\"{}\"",
                              examination.version_there.value_or(examination.reply.version) + 1));
    case Reception::older:
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("{} is older than version {}, which is there", name,
                                      examination.version_there.value_or(0)))
            .at(examination.file)
            .help("give a correction the next version number");
    default:
        return;
    }
}

store::Receipt receive_reply(store::Register& where, const Examination& examination,
                             const std::string& person) {
    refuse_unreceivable(examination);
    if (examination.receipt) {
        return *examination.receipt;
    }
    const Reply& reply = examination.reply;
    store::Change change(where, person, fmt::format("reply receive {}@{}", reply.id.text(), reply.version));
    // Somebody may have received it between the examination and now.
    if (const std::optional<store::Receipt> receipt =
            store::find_receipt(where, reply.id, examination.sha256)) {
        return *receipt;
    }
    store::put_reply(change, examination.evaluation, reply, examination.exhibits);
    const store::Receipt receipt =
        store::add_receipt(change, reply.id, reply.version, examination.file_name, examination.bytes);
    change.commit();
    return receipt;
}

}  // namespace rapporteur::exchange
