// SPDX-License-Identifier: EUPL-1.2
#include "domain/listed_section.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

TEST_SUITE("domain.listed_section") {

    TEST_CASE("a title is parted from its label, however the label is spaced") {
        const auto check = [](std::string_view written, std::string_view label, std::string_view title) {
            CAPTURE(written);
            const domain::LabelledTitle parted = domain::split_label(written);
            CHECK(parted.label == label);
            CHECK(parted.title == title);
        };
        check("I. Introduction", "I.", "Introduction");
        check("III. 1. b. Measures (Article 5)", "III.1.b.", "Measures (Article 5)");
        check("III.1.b.ii. Definition of “victim”", "III.1.b.ii.", "Definition of “victim”");
        check("IV.12.c. role of businesses", "IV.12.c.", "role of businesses");
        check("IV.1.Access to justice", "IV.1.", "Access to justice");
        check("Concluding remarks", "", "Concluding remarks");
        check("V. 4. St. John. A study", "V.4.", "St. John. A study");
        check("Mr. X. A case", "", "Mr. X. A case");
        check("", "", "");
        check("II.", "II.", "");
    }

    TEST_CASE("a section belongs to an evaluation where its index names subject and round") {
        domain::ListedSection section;
        section.framework = domain::FrameworkId("peer");
        CHECK_FALSE(domain::evaluation_of(section));
        section.subject = domain::SubjectId("XAA");
        CHECK_FALSE(domain::evaluation_of(section));
        section.round = "2";
        REQUIRE(domain::evaluation_of(section));
        CHECK(domain::evaluation_of(section)->text() == "peer/XAA-2");
    }

}  // TEST_SUITE
