// SPDX-License-Identifier: EUPL-1.2
#include "cli/completion.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"

namespace rapporteur::cli {

namespace {

std::string options_text(const Command& command) {
    std::string text;
    for (const auto& option : command.options) {
        text += "--" + option.name + " ";
    }
    for (const auto& option : common_options()) {
        text += "--" + option.name + " ";
    }
    return text + (command.json == Json::yes ? "--json" : "");
}

}  // namespace

std::string bash_completion() {
    std::string first = base::join(nouns(), " ") + " " + base::join(verbs_of(""), " ");
    std::string verbs;
    for (const auto noun : nouns()) {
        verbs +=
            "            " + std::string(noun) + ") words='" + base::join(verbs_of(noun), " ") + "' ;;\n";
    }
    std::string options;
    std::string values;
    for (const auto& command : commands()) {
        options += "            '" + name_of(command) + "') words='" + options_text(command) + "' ;;\n";
        for (const auto& option : command.options) {
            if (!option.choices.empty()) {
                values += "        '" + name_of(command) + " --" + option.name + "') words='" +
                          base::join(option.choices, " ") + "' ;;\n";
            }
        }
    }
    // The words before the cursor that are no options are the name: one for a lone verb, two with a noun.
    return "# bash completion for rapporteur: source <(rapporteur completion)\n"
           "_rapporteur() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words='' name='' word i\n"
           "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
           "        word=${COMP_WORDS[i]}\n"
           "        case $word in -*) continue ;; esac\n"
           "        case \" " +
           base::join(verbs_of(""), " ") +
           " \" in *\" $name \"*) break ;; esac\n"
           "        case $name in *' '*) break ;; esac\n"
           "        name=${name:+$name }$word\n"
           "    done\n"
           "    case \"$name $previous\" in\n" +
           values +
           "    esac\n"
           "    if [ -n \"$words\" ]; then\n"
           "        :\n"
           "    elif [ -z \"$name\" ]; then\n"
           "        words='" +
           first +
           "'\n"
           "    else\n"
           "        case $name in\n" +
           verbs + options +
           "        esac\n"
           "        case $words in --*) case $current in -*) ;; *) words='' ;; esac ;; esac\n"
           "    fi\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
           "}\n"
           "complete -o default -F _rapporteur rapporteur\n";
}

}  // namespace rapporteur::cli
