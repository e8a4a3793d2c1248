// SPDX-License-Identifier: EUPL-1.2
// Builds the archive of an empty release store in a program that the register's room is not linked into.
#include "archive/build.hpp"

#include <iostream>

int main() {
    const auto files = rapporteur::archive::build(rapporteur::release::ReleaseStore::in_memory());
    std::cout << files.size() << " files\n";
    return files.count("index.html") == 1 ? 0 : 1;
}
