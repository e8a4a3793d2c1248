// SPDX-License-Identifier: EUPL-1.2
#include "publication/publish.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "store/evaluations.hpp"
#include "store/publications.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::publication {

using namespace domain;

namespace {

base::Error refused(const std::string& message, const PublicationId& id) {
    return base::Error(base::ErrorKind::refused, message).at(id.text());
}

void check_not_over(const Publication& publication) {
    if (publication.status == PublicationStatus::released ||
        publication.status == PublicationStatus::withdrawn) {
        throw base::Error(base::ErrorKind::conflict,
                          "the publication is " + std::string(base::name_of(publication.status)) + " already")
            .at(publication.id.text());
    }
}

// What is in the release store as it must be written: records first, then their files.
void sort_out(const std::vector<FrozenItem>& items, std::vector<release::FrozenRecord>& records,
              std::vector<release::FrozenFile>& files) {
    for (const FrozenItem& item : items) {
        if (item.item.kind == "file") {
            files.push_back({item.item.object.text(), item.item.name, item.item.media_type, item.bytes,
                             item.item.sha256});
        } else {
            const auto kind = base::from_name<release::RecordKind>(item.item.kind);
            records.push_back({item.item.object.text(), kind.value_or(release::RecordKind::evaluation), "",
                               item.bytes, item.item.sha256});
        }
    }
}

void check_release_allowed(const store::Register& where, const Publication& publication,
                           const std::vector<FrozenItem>& items, const base::KeyPair* key) {
    const Material material = read_material(where, publication.evaluation, key);
    const Selection selection = select_public(material, StageTest::completed);
    if (const auto faults = not_allowed(material, selection, items); !faults.empty()) {
        throw refused("what it holds may not be public now", publication.id)
            .because("not allowed by the framework's rules, the stage log or a sender's consent: " +
                     base::join(faults, ", "))
            .help("complete the stage (rapporteur evaluation advance), or prepare it anew");
    }
    check_for_leaks(material, selection, items);
}

// In every evaluation that released the object, or whose publication it is.
void check_may_withdraw(const store::Register& where, const std::string& object_or_publication,
                        const Acting& acting) {
    for (const Publication& publication : store::list_publications(where)) {
        const bool holds = std::ranges::any_of(publication.items, [&](const PublicationItem& item) {
            return item.object.text() == object_or_publication;
        });
        if (publication.released_at && (holds || publication.id.text() == object_or_publication)) {
            check_may_act(where, store::need_evaluation(where, publication.evaluation), Act::withdraw,
                          acting);
        }
    }
}

// The newest withdrawal of it in the release store, where the register does not know it.
std::optional<release::LogLine> unrecorded_withdrawal(const store::Register& where,
                                                      const release::ReleaseStore& from,
                                                      const std::string& object_or_publication) {
    for (const release::LogLine& line : from.log()) {
        if (line.withdrawn && line.id == object_or_publication) {
            const auto recorded = store::list_withdrawals(where);
            const bool known = std::ranges::any_of(recorded, [&](const store::PublicationWithdrawal& w) {
                return w.object.text() == line.id && w.at == line.at;
            });
            return known ? std::nullopt : std::optional(line);
        }
    }
    return std::nullopt;
}

}  // namespace

std::string digest_of(const Publication& publication) {
    base::Sha256 hash;
    hash.update("rapporteur publication 1\n");
    hash.update(publication.id.text() + "\n" + publication.evaluation.text() + "\n" + publication.title +
                "\n");
    for (const PublicationItem& item : publication.items) {
        hash.update(fmt::format("{}\t{}\t{}\t{}\t{}\n", item.object.text(), item.kind, item.name,
                                item.media_type, item.sha256));
    }
    return hash.finish().hex();
}

Publication prepare(store::Change& change, const EvaluationId& evaluation, const Frozen& frozen,
                    const std::string& title, const Acting& acting) {
    check_may_act(change.where(), store::need_evaluation(change.where(), evaluation), Act::prepare, acting);
    Publication publication;
    publication.id = store::next_publication_id(change.where(), evaluation);
    publication.evaluation = evaluation;
    publication.title = title.empty() ? frozen.title : title;
    publication.prepared_by = acting.person;
    publication.prepared_at = acting.at;
    for (const FrozenItem& item : frozen.items) {
        store::put_file_bytes(change, item.bytes);
        publication.items.push_back(item.item);
    }
    publication.digest = digest_of(publication);
    store::add_publication(change, publication);
    return publication;
}

std::vector<FrozenItem> need_intact(const store::Register& where, const Publication& publication) {
    std::vector<FrozenItem> items;
    bool intact = digest_of(publication) == publication.digest;
    for (const PublicationItem& item : publication.items) {
        items.push_back({item, store::file_bytes(where, item.sha256)});
        intact = intact && base::sha256(items.back().bytes).hex() == item.sha256;
    }
    if (!intact) {
        throw refused("the publication is not what its digest says", publication.id)
            .because("a byte of it was changed after it was prepared; its approvals are void")
            .help("prepare it anew; find the change with: rapporteur journal verify");
    }
    return items;
}

void approve(store::Change& change, const PublicationId& id, const Acting& acting) {
    const store::Register& where = change.where();
    const Publication publication = store::need_publication(where, id);
    check_not_over(publication);
    if (publication.prepared_by == acting.person) {
        throw refused("whoever prepared a publication can not approve it", id)
            .because("two other persons must have looked at it");
    }
    check_may_act(where, store::need_evaluation(where, publication.evaluation), Act::approve, acting);
    need_intact(where, publication);
    store::add_approval(change, id, {acting.person, acting.at, publication.digest});
    const Publication now = store::need_publication(where, id);
    if (counted_approvals(where, now, acting.at).size() >= k_approvals_needed) {
        store::set_publication_status(change, id, PublicationStatus::approved);
    }
}

std::vector<Approval> valid_approvals(const Publication& publication, base::Instant at) {
    std::vector<Approval> valid;
    for (const Approval& approval : publication.approvals) {
        const bool lapsed = at.seconds_since_1970() - approval.at.seconds_since_1970() >
                            std::int64_t{k_approval_days} * 86'400;
        const bool again =
            std::ranges::any_of(valid, [&](const Approval& v) { return v.person == approval.person; });
        if (approval.digest == publication.digest && approval.person != publication.prepared_by && !lapsed &&
            !again) {
            valid.push_back(approval);
        }
    }
    return valid;
}

std::vector<Approval> counted_approvals(const store::Register& where, const Publication& publication,
                                        base::Instant at) {
    const Evaluation evaluation = store::need_evaluation(where, publication.evaluation);
    std::vector<Approval> counted = valid_approvals(publication, at);
    std::erase_if(counted, [&](const Approval& approval) {
        return !still_may_approve(where, evaluation, approval.person, at);
    });
    return counted;
}

std::vector<Approval> check_release(const store::Register& where, const PublicationId& id,
                                    const Acting& acting) {
    const Publication publication = store::need_publication(where, id);
    check_not_over(publication);
    check_may_act(where, store::need_evaluation(where, publication.evaluation), Act::release, acting);
    need_intact(where, publication);
    const std::vector<Approval> approvals = counted_approvals(where, publication, acting.at);
    if (approvals.size() < k_approvals_needed) {
        throw refused(
            fmt::format("the publication has {} of {} approvals", approvals.size(), k_approvals_needed), id)
            .because(fmt::format(
                "an approval is for these very bytes, is another's than the preparer's, lapses after {} "
                "days, and counts as long as its person may approve",
                k_approval_days))
            .help(fmt::format("rapporteur publication approve {} --as PERSON --passphrase-file FILE",
                              id.text()));
    }
    return approvals;
}

Released release(store::Change& change, release::ReleaseStore& to, const PublicationId& id,
                 const Acting& acting) {
    const std::vector<Approval> approvals = check_release(change.where(), id, acting);
    const Publication publication = store::need_publication(change.where(), id);
    const std::vector<FrozenItem> items = need_intact(change.where(), publication);
    Released released;
    check_release_allowed(change.where(), publication, items, acting.key);

    const Evaluation evaluation = store::need_evaluation(change.where(), publication.evaluation);
    const auto parts = parse_evaluation_id(evaluation.id.text());
    release::Release row;
    row.id = id.text();
    row.evaluation = evaluation.id.text();
    row.framework = parts ? parts->framework.text() : "";
    row.subject = evaluation.subject.text();
    row.round = evaluation.round.text();
    row.title = publication.title;
    row.released_at = acting.at;
    row.digest = publication.digest;
    for (const Approval& approval : approvals) {
        row.approved_by.push_back(approval.person.text());
    }
    std::vector<release::FrozenRecord> records;
    std::vector<release::FrozenFile> files;
    sort_out(items, records, files);
    // Interrupted between the two files: the release is there already, with this digest, and only the mark is missing.
    const auto before = to.releases();
    const bool there = std::ranges::any_of(
        before, [&](const release::Release& r) { return r.id == row.id && r.digest == row.digest; });
    if (!there) {
        to.add(row, records, files);
    }
    store::set_publication_status(change, id, PublicationStatus::released, acting.at);
    released.records = records.size();
    released.files = files.size();
    return released;
}

void withdraw(store::Change& change, release::ReleaseStore& from, const std::string& object_or_publication,
              const std::string& reason, const Acting& acting) {
    if (base::trim(reason).empty()) {
        throw base::Error(base::ErrorKind::usage, "a withdrawal needs a reason: it is shown in public")
            .help("--reason TEXT");
    }
    check_may_withdraw(change.where(), object_or_publication, acting);
    // Interrupted between the two files: it is taken back in the store already, and only the register lacks it.
    store::PublicationWithdrawal withdrawal{Reference(object_or_publication), acting.at, acting.person,
                                            reason};
    if (const auto line = unrecorded_withdrawal(change.where(), from, object_or_publication)) {
        withdrawal.at = line->at;
        withdrawal.reason = line->reason;
    } else {
        from.withdraw(object_or_publication, acting.at, reason, acting.person.text());
    }
    store::add_withdrawal(change, withdrawal);
    const PublicationId id(object_or_publication);
    if (store::find_publication(change.where(), id)) {
        store::set_publication_status(change, id, PublicationStatus::withdrawn);
    }
}

}  // namespace rapporteur::publication
