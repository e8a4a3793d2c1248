// SPDX-License-Identifier: EUPL-1.2
#include "cli/manual.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/page.hpp"

namespace rapporteur::cli {

std::string manual_of_program() {
    std::string page = "# rapporteur - keep an evaluation from the first question to the public archive\n\n"
                       "    rapporteur [NOUN] VERB [ARGUMENT...] [OPTION...]\n\n## Commands\n\n";
    for (const auto& command : commands()) {
        page += "- `" + usage_line(command) + "`: " + command.summary + ".\n";
    }
    page += "\n## Options\n\n";
    for (const auto& option : common_options()) {
        page += "- `" + usage_of(option) + "`: " + option.summary + ".\n";
    }
    page +=
        "\n## Exit codes\n\n"
        "0 done; 2 the command line is not understood; 3 a file has faults, all of them are listed; 4 a rule "
        "refuses; 5 the acting person may not; 6 there is no such thing; 7 a conflict with what is recorded; "
        "8 an external program failed or is missing; 9 the register failed; 70 a fault of rapporteur itself.\n";
    return page_as_roff(page, "rapporteur", RAPPORTEUR_VERSION);
}

std::string manual_of(const Command& command) {
    const auto name = "rapporteur-" + base::replace_all(name_of(command), " ", "-");
    return page_as_roff(page_of(command), name, RAPPORTEUR_VERSION);
}

}  // namespace rapporteur::cli
