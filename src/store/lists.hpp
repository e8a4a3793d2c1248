// SPDX-License-Identifier: EUPL-1.2
//
// How a list of records is written over the register's: only what differs is touched, so that the journal names what a command really
// changed and triggers see a frozen row only where it would change. Used by the store's aggregates only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace rapporteur::store {

// Of a list that is only added to: `after` begins with all of `before`.
template <class T>
bool continues(const std::vector<T>& before, const std::vector<T>& after) {
    return before.size() <= after.size() && std::equal(before.begin(), before.end(), after.begin());
}

// The records of `before` stand at the positions 0, 1, 2 ... and so will those of `after`. Records are told apart by identity(record).
// remove(record) takes one out, insert(record, position) puts one in, move(record, position) gives one that stays another place,
// change(record, position) makes the one with its identity say this.
template <class T, class Identity, class Remove, class Insert, class Move, class Alter>
void put_list(const std::vector<T>& before, const std::vector<T>& after, Identity identity, Remove remove,
              Insert insert, Move move, Alter change) {
    std::map<decltype(identity(before.front())), std::size_t> then;
    std::map<decltype(identity(before.front())), std::size_t> now;
    for (std::size_t i = 0; i < before.size(); ++i) {
        then.emplace(identity(before[i]), i);
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        now.emplace(identity(after[i]), i);
    }
    for (const T& record : before) {
        if (now.count(identity(record)) == 0) {
            remove(record);
        }
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto found = then.find(identity(after[i]));
        const auto position = static_cast<int>(i);
        if (found == then.end()) {
            insert(after[i], position);
        } else if (!(before[found->second] == after[i])) {
            change(after[i], position);
        } else if (found->second != i) {
            move(after[i], position);
        }
    }
}

// A changed record is taken out and put in again.
template <class T, class Remove, class Insert, class Move>
void put_list(const std::vector<T>& before, const std::vector<T>& after, Remove remove, Insert insert,
              Move move) {
    put_list(
        before, after, [](const T& record) { return record.id.text(); }, remove, insert, move,
        [&](const T& record, int position) {
            remove(record);
            insert(record, position);
        });
}

}  // namespace rapporteur::store
