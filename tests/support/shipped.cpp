// SPDX-License-Identifier: EUPL-1.2
#include "support/shipped.hpp"

#include "base/error.hpp"
#include "dossier/files.hpp"
#include "dossier/load.hpp"
#include "store/people.hpp"

namespace rapporteur::support {

std::string source_directory() {
    return RAPPORTEUR_SOURCE_DIR;
}

namespace {

ShippedRegister load_into_new(const std::vector<std::filesystem::path>& paths) {
    ShippedRegister shipped{store::Register::in_memory(), base::KeyPair::generate()};
    store::Change change(shipped.where, "person/secretary", "account add");
    domain::Person person;
    person.id = domain::PersonId("person/secretary");
    person.name = "A. Secretary";
    store::put_person(change, person);
    store::add_key(change, {person.id, "secretariat",
                            base::lock(shipped.key, "a long passphrase", base::PassphraseCost::least())});
    change.commit();
    dossier::LoadOptions options;
    options.person = person.id.text();
    options.key = &shipped.key;
    dossier::load(shipped.where, paths, options);
    return shipped;
}

}  // namespace

ShippedRegister shipped_register() {
    return load_into_new({source_directory() + "/questionnaires", source_directory() + "/evaluations"});
}

ShippedRegister register_without_evaluations() {
    return load_into_new({source_directory() + "/questionnaires"});
}

domain::Dossier shipped_dossier(const std::string& evaluation) {
    base::Problems problems;
    domain::Dossier dossier =
        dossier::read_files(source_directory() + "/evaluations/" + evaluation, problems);
    if (base::has_errors(problems)) {
        throw base::InvalidInput("a shipped dossier has faults", problems);
    }
    return dossier;
}

}  // namespace rapporteur::support
