// SPDX-License-Identifier: EUPL-1.2
// A new register: one file, nothing in it yet.
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "store/register.hpp"

namespace rapporteur::cli::command::init {

namespace {

void run(Context& context) {
    const std::filesystem::path path =
        context.optional_argument("REGISTER").value_or(context.register_path().string());
    store::Register::create(path);
    const std::string named = path == "rapporteur.db" ? "" : " --register " + path.string();
    print(context, Card{{{"register", "Register", path.string()},
                         {"next", "Next",
                          "rapporteur" + named +
                              " account add person/you --name \"Your Name\" --role secretariat "
                              "--passphrase-file key.txt"}}});
}

}  // namespace

Command describe() {
    Command command;
    command.verb = "init";
    command.summary = "make a register";
    command.arguments = {
        {"REGISTER", "the file to make; else the one that --register names", Occurs::optionally}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::init
