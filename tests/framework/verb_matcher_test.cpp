// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/file.hpp"
#include "framework/verb_matcher.hpp"
#include "small_framework.hpp"

#include <filesystem>

using namespace rapporteur;
using namespace rapporteur::framework;

namespace {

const VerbMatcher& shipped_matcher() {
    static const VerbMatcher k_matcher = [] {
        const std::filesystem::path path =
            std::filesystem::path(RAPPORTEUR_SOURCE_DIR) / "questionnaires/greta/framework.xml";
        base::Problems problems;
        return VerbMatcher(
            read_framework(base::read_file(path, base::ByteLimit{4U << 20}), "framework.xml", problems));
    }();
    return k_matcher;
}

// "urges", "urges again", or "none".
std::string verb_of(std::string_view text, std::string_view language = "en") {
    const auto found = shipped_matcher().match(text, language);
    return found ? found->verb + (found->repeated ? " again" : "") : "none";
}

}  // namespace

TEST_SUITE("framework.verbs") {
    TEST_CASE("the three verbs are found in English") {
        CHECK(verb_of("GRETA urges the Velsonian authorities to adopt a law.") == "urges");
        CHECK(verb_of("GRETA considers that the Velsonian authorities should train judges.") == "considers");
        CHECK(verb_of("GRETA invites the authorities to publish the evaluation.") == "invites");
        CHECK(verb_of("GRETA also strongly urges the authorities to act.") == "urges");
    }

    TEST_CASE("considers that without should is an opinion") {
        CHECK(verb_of("GRETA considers that the fund is a step forward.") == "none");
        CHECK(verb_of("GRETA considers that this is welcome. The authorities should continue.") == "none");
        CHECK(verb_of("GRETA considers the matter closed; the authorities should know.") == "none");
        CHECK(
            verb_of(
                "GRETA considers that, under Article 12.1 of the Convention, the authorities should act.") ==
            "considers");
    }

    TEST_CASE("a repetition is told from a first time") {
        CHECK(verb_of("GRETA once again urges the authorities to set up a fund.") == "urges again");
        CHECK(verb_of("GRETA once again considers that the authorities should train judges.") ==
              "considers again");
        CHECK(verb_of("GRETA again invites the authorities to report.") == "invites again");
        CHECK(verb_of(
                  "GRETA reiterates its recommendation in paragraph 12 and urges the authorities to act.") ==
              "urges again");
    }

    TEST_CASE("findings and requests for information are no recommendations") {
        CHECK(verb_of("GRETA welcomes the new law.") == "none");
        CHECK(verb_of("GRETA is concerned that inspections were suspended.") == "none");
        CHECK(verb_of("GRETA would like to be kept informed of developments.") == "none");
        CHECK(verb_of("GRETA notes that the Ministry meets and invites the NGOs to listen.") == "none");
        CHECK(verb_of("The Ministry urges employers to register workers.") == "none");
    }

    TEST_CASE("a verb behind a finding in the same sentence counts") {
        CHECK(
            verb_of(
                "GRETA welcomes the new teams and invites the Velsonian authorities to pursue their efforts.") ==
            "invites");
        CHECK(verb_of("GRETA is concerned about this and urges the authorities to act.") == "urges");
        CHECK(verb_of("GRETA welcomes this and considers that the Velsonian authorities should go on.") ==
              "considers");
    }

    TEST_CASE("white space of any kind counts as one space") {
        CHECK(verb_of("GRETA\n  urges\tthe authorities") == "urges");
        CHECK(verb_of("GRETA\xC2\xA0urges the authorities") == "urges");
    }

    TEST_CASE("two verbs in one paragraph are both found in their order") {
        const auto found = shipped_matcher().matches(
            "GRETA urges the authorities to adopt the law. Further, GRETA invites the authorities to train judges.",
            "en");
        REQUIRE(found.size() == 2);
        CHECK(found.at(0).verb == "urges");
        CHECK(found.at(1).verb == "invites");
        CHECK(found.at(1).text == "GRETA invites");
    }

    TEST_CASE("French and Russian have patterns of their own") {
        CHECK(verb_of("Le GRETA exhorte les autorités à agir.", "fr") == "urges");
        CHECK(verb_of("Le GRETA exhorte une nouvelle fois les autorités à agir.", "fr") == "urges again");
        CHECK(verb_of("Le GRETA considère que les autorités devraient former les juges.", "fr") ==
              "considers");
        CHECK(verb_of("Le GRETA considère que la loi est un progrès.", "fr") == "none");
        CHECK(verb_of("Le GRETA invite les autorités à poursuivre leurs efforts.", "fr") == "invites");
        CHECK(verb_of("ГРЕТА настоятельно призывает власти принять закон.", "ru") == "urges");
        CHECK(verb_of("ГРЕТА вновь настоятельно призывает власти принять закон.", "ru") == "urges again");
        CHECK(verb_of("ГРЕТА считает, что властям Вельсонии следует обучать судей.", "ru") == "considers");
        CHECK(verb_of("ГРЕТА считает, что из этого следует иной вывод.", "ru") == "none");
        CHECK(verb_of("ГРЕТА предлагает властям опубликовать оценку.", "ru") == "invites");
        CHECK(verb_of("GRETA urges the authorities to act.", "fr") == "none");
    }

    TEST_CASE("the reports of the invented state speak with the verbs that they declare") {
        int recommendations = 0;
        const std::filesystem::path folder =
            std::filesystem::path(RAPPORTEUR_SOURCE_DIR) / "evaluations/greta";
        for (const std::string& file : base::list_files(folder)) {
            // The conclusions repeat the recommendations of the chapters.
            if (file.find("/report/") == std::string::npos || file.find("conclu") != std::string::npos ||
                file.substr(file.size() - 3) != ".md") {
                continue;
            }
            CAPTURE(file);
            const std::string text = base::read_file(folder / file, base::ByteLimit{1U << 20});
            std::string declared = "none";
            bool is_summary = false;  // unnumbered text sums up recommendations, and is none
            std::string paragraph;
            for (const std::string_view line : base::split_lines(text)) {
                if (line.rfind("::: {.", 0) == 0) {
                    const std::size_t verb = line.find("verb=");
                    declared = verb == std::string_view::npos
                                   ? "none"
                                   : line.substr(verb + 5, line.find_first_of(" }", verb) - verb - 5);
                    paragraph.clear();
                    is_summary = line.find(".text") != std::string_view::npos;
                } else if (line == ":::" && !is_summary) {
                    const auto found = shipped_matcher().match(
                        base::replace_all(base::replace_all(paragraph, "**", ""), "[", ""), "en");
                    CAPTURE(paragraph);
                    CHECK((found ? found->verb : "none") == declared);
                    recommendations += declared == "none" ? 0 : 1;
                } else {
                    paragraph += std::string(line) + "\n";
                }
            }
        }
        CHECK(recommendations >= 25 + 22);
    }

    TEST_CASE("of matches that begin together the longest wins") {
        domain::Framework framework;
        framework.verbs.push_back(domain::Verb{"asks", 1, {}, {}, {{"en", "panel asks", false}}});
        framework.verbs.push_back(domain::Verb{"asks-again", 2, {}, {}, {{"en", "panel asks again", true}}});
        const VerbMatcher matcher(framework);
        CHECK(matcher.match("The panel asks again for it.", "en")->verb == "asks-again");
        CHECK(matcher.match("The panel asks for it; the panel asks again.", "en")->verb == "asks");
    }

    TEST_CASE("hostile text costs no more than its length") {
        std::string text = "GRETA considers that ";
        for (int i = 0; i < 200'000; ++i) {
            text += "and that ";
        }
        CHECK(verb_of(text) == "none");
    }

    TEST_CASE("a pattern that is not RE2 stops the making of a matcher") {
        domain::Framework framework;
        framework.verbs.push_back(domain::Verb{"asks", 1, {}, {}, {{"en", "(", false}}});
        CHECK_THROWS_AS(VerbMatcher{framework}, base::Error);
        CHECK(fault_of_pattern("x*") == "it matches the empty text");
        CHECK(fault_of_pattern("x+").empty());
    }
}
