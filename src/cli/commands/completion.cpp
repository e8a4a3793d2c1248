// SPDX-License-Identifier: EUPL-1.2
#include "cli/completion.hpp"

#include "cli/context.hpp"

namespace rapporteur::cli::command::completion {

Command describe() {
    return {.verb = "completion",
            .summary = "print the completion script for bash",
            .run = [](Context& context) { context.out() << bash_completion(); }};
}

}  // namespace rapporteur::cli::command::completion
