// SPDX-License-Identifier: EUPL-1.2
#include "cli/session.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "store/people.hpp"

#include <pwd.h>
#include <unistd.h>

namespace rapporteur::cli {

namespace {

std::string operator_name() {
    const passwd* const entry = getpwuid(geteuid());
    return std::string("operator/") + (entry != nullptr ? entry->pw_name : std::to_string(geteuid()).c_str());
}

domain::PersonId need_person(const store::Register& where, const std::string& name) {
    domain::PersonId person(name);
    if (store::find_person(where, person)) {
        return person;
    }
    std::vector<std::string> known;
    for (const domain::PersonId& id : store::list_persons(where)) {
        known.push_back(id.text());
    }
    throw base::Error(base::ErrorKind::not_found, "the register knows no person " + name)
        .help(base::did_you_mean(name, std::vector<std::string_view>(known.begin(), known.end()),
                                 "see who there is with: rapporteur account list"));
}

}  // namespace

store::Register open_to_read(const Context& context) {
    // WAL needs the shared-memory file beside the register, hence reading opens it for writing too where that may be; nothing is written
    // without a Change.
    const std::filesystem::path path = context.register_path();
    store::Register where = store::Register::open(
        path, sqlite::may_write(path) ? sqlite::OpenMode::read_write : sqlite::OpenMode::read_only);
    if (context.acting_person()) {
        need_person(where, *context.acting_person());
    }
    return where;
}

store::Register open_to_write(const Context& context) {
    return store::Register::open(context.register_path(), sqlite::OpenMode::read_write);
}

std::string passphrase_of(const Context& context) {
    const auto file = context.passphrase_file();
    if (!file) {
        throw base::Error(base::ErrorKind::usage, "no passphrase was given")
            .help("put it on the first line of a file only you can read, and add --passphrase-file FILE");
    }
    return passphrase_in(*file);
}

std::string passphrase_in(const std::filesystem::path& file) {
    const std::string bytes = base::read_file(file, base::ByteLimit{4096});
    const auto lines = base::split_lines(bytes);
    if (lines.empty() || lines.front().size() < 8) {
        throw base::Error(base::ErrorKind::usage, "the passphrase is shorter than eight characters")
            .at(file.string());
    }
    return std::string(lines.front());
}

Actor actor_of(const Context& context, const store::Register& where) {
    if (!context.acting_person()) {
        return Actor{operator_name(), std::nullopt};
    }
    const domain::PersonId person = need_person(where, *context.acting_person());
    Actor actor{person.text(), std::nullopt};
    if (const auto key = store::find_key(where, person)) {
        if (!context.passphrase_file()) {
            throw base::Error(base::ErrorKind::forbidden, person.text() + " has a key and acts only with it")
                .help("unlock it with --passphrase-file FILE");
        }
        actor.key = base::unlock(key->key, passphrase_of(context));
    }
    return actor;
}

Actor person_of(const Context& context, const store::Register& where) {
    context.required_person();
    return actor_of(context, where);
}

}  // namespace rapporteur::cli
