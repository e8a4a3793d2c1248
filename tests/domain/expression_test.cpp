// SPDX-License-Identifier: EUPL-1.2
#include "domain/expression.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>

using namespace rapporteur::domain;

namespace {

using Answers = std::map<std::string, std::vector<std::string>>;

// "yes", "no", "open", or the fault as "position: text".
std::string result(std::string_view text, const Answers& answers = {}) {
    ExpressionFault fault;
    const std::optional<Expression> expression = Expression::parse(text, fault);
    if (!expression) {
        return std::to_string(fault.position) + ": " + fault.text;
    }
    const std::optional<bool> holds = expression->holds([&](const ExpressionReference& reference) {
        std::string key = reference.id;
        for (const std::string& where : reference.where) {
            key += " " + where;
        }
        const auto found = answers.find(key);
        return found == answers.end() ? std::vector<std::string>() : found->second;
    });
    return !holds ? "open" : *holds ? "yes" : "no";
}

bool is_fault(std::string_view text, std::string_view start) {
    CAPTURE(text);
    const std::string got = result(text);
    CAPTURE(got);
    return got.rfind(start, 0) == 0;
}

}  // namespace

TEST_SUITE("domain.expression") {
    TEST_CASE("numbers are compared as numbers and texts as texts") {
        CHECK(result("2 < 10") == "yes");
        CHECK(result("'2' < '10'") == "yes");
        CHECK(result("'2a' < '10'") == "no");
        CHECK(result("1.50 = 1.5") == "yes");
        CHECK(result("'a' = \"a\"") == "yes");
        CHECK(result("-3 <= -3") == "yes");
        CHECK(result("3 >= 4") == "no");
        CHECK(result("3 != 4") == "yes");
        CHECK(result("3 > 4") == "no");
        CHECK(result("'2016-02-01' > '2015-12-31'") == "yes");
    }

    TEST_CASE("an answer of several values is equal to a text that is among them") {
        const Answers answers{{"q", {"a", "b"}}};
        CHECK(result("${q} = 'b'", answers) == "yes");
        CHECK(result("'b' = ${q}", answers) == "yes");
        CHECK(result("${q} = 'c'", answers) == "no");
        CHECK(result("${q} != 'a'", answers) == "no");
        CHECK(result("${q} < 'c'", answers) == "open");
    }

    TEST_CASE("what is not answered leaves a comparison open") {
        CHECK(result("${q} = 'yes'") == "open");
        CHECK(result("${q} != 'yes'") == "open");
        CHECK(result("not(${q} = 'yes')") == "open");
        CHECK(result("${q} = 'yes' and 1 = 2") == "no");
        CHECK(result("1 = 2 and ${q} = 'yes'") == "no");
        CHECK(result("${q} = 'yes' or 1 = 1") == "yes");
        CHECK(result("${q} = 'yes' or 1 = 2") == "open");
        CHECK(result("${q} = 'yes' and 1 = 1") == "open");
        CHECK(result("count(${q}) = 0") == "yes");
        CHECK(result("sum(${q}) = 0") == "open");
    }

    TEST_CASE("and binds closer than or") {
        CHECK(result("1 = 1 or 1 = 1 and 1 = 2") == "yes");
        CHECK(result("(1 = 1 or 1 = 1) and 1 = 2") == "no");
        CHECK(result("not(1 = 2) and not(not(1 = 1))") == "yes");
    }

    TEST_CASE("sums and counts take the figures of cells") {
        const Answers answers{{"t", {"1", "2.5", "n/a"}}, {"t year=2016", {"0.1", "0.2"}}};
        CHECK(result("sum(${t}) = 3.5", answers) == "yes");
        CHECK(result("count(${t}) = 3", answers) == "yes");
        CHECK(result("sum(${t[year=2016]}) = 0.3", answers) == "yes");
        CHECK(result("sum(${t}, ${t[year=2016]}, 1) > 4.7", answers) == "yes");
        CHECK(result("sum(${t}) >= sum(${t[year=2016]})", answers) == "yes");
    }

    TEST_CASE("references and compared texts are told in their order") {
        ExpressionFault fault;
        const auto expression =
            Expression::parse("${b.x} = 'u' and sum(${a[year=2015 sex=f]}) > 1 or 'v' != ${b.x}", fault);
        REQUIRE(expression.has_value());
        const auto references = expression->references();
        REQUIRE(references.size() == 2);
        CHECK(references.at(0).id == "b.x");
        CHECK(references.at(1).id == "a");
        CHECK(references.at(1).where == std::vector<std::string>{"year=2015", "sex=f"});
        const auto compared = expression->compared_texts();
        REQUIRE(compared.size() == 2);
        CHECK(compared.at(0).second == "u");
        CHECK(compared.at(1).second == "v");
    }

    TEST_CASE("faults tell where they are") {
        CHECK(is_fault("", "0: it breaks off"));
        CHECK(is_fault("1 = ", "4: it breaks off"));
        CHECK(is_fault("1 = 2 3", "6: nothing can follow"));
        CHECK(is_fault("${q}", "0: no condition"));
        CHECK(is_fault("not(${q})", "4: no condition"));
        CHECK(is_fault("1 = 1 and ${q}", "10: no condition"));
        CHECK(is_fault("sum(${q})", "0: no condition"));
        CHECK(is_fault("(1 = 1) = 1", "0: a condition can not be compared"));
        CHECK(is_fault("1 = (1 = 1)", "4: a condition can not be compared"));
        CHECK(is_fault("$q = 1", "0: an answer is written ${id}"));
        CHECK(is_fault("${q = 1", "0: \"}\" is missing"));
        CHECK(is_fault("${q[year]} = 1", "0: \"year\" is not dimension=code"));
        CHECK(is_fault("${q[year=1} = 1", "0: \"]\" is missing"));
        CHECK(is_fault("${} = 1", "0: \"\" can not be"));
        CHECK(is_fault("q = 1", "0: the language has no \"q\""));
        CHECK(is_fault("'a = 1", "0: the text has no closing quote"));
        CHECK(is_fault("1.2.3 = 1", "0: \"1.2.3\" is no number"));
        CHECK(is_fault("sum('a') = 1", "4: sum and count take answers"));
        CHECK(is_fault("count(1) = 1", "6: sum and count take answers"));
        CHECK(is_fault("sum(${q} = 1", "9: \")\" is missing"));
        CHECK(is_fault("1 == 1", "3: \"=\" has no meaning"));
    }

    TEST_CASE("length and depth are bounded") {
        CHECK(is_fault(std::string(5000, ' ') + "1 = 1", "4000: longer"));
        CHECK(is_fault(std::string(100, '(') + "1 = 1" + std::string(100, ')'), "41: too many levels"));
        std::string nested = "1 = 1";
        for (int i = 0; i < 30; ++i) {
            nested = "not(" + nested + ")";
        }
        CHECK(result(nested) == "yes");
    }

    TEST_CASE("any text is either understood or refused with a place within it") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::vector<std::string> parts{"${q}", "${t[a=b]}", "'x'", "1",   "=",   "!=", "<",   "(",
                                             ")",    "and",       "or",  "not", "sum", ",",  "$",   "\"",
                                             " ",    "count(",    "-",   ".",   "}",   "é",  "sum("};
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            const int length = static_cast<int>(random() % 12);
            for (int i = 0; i < length; ++i) {
                text += parts[random() % parts.size()];
            }
            ExpressionFault fault;
            const auto expression = Expression::parse(text, fault);
            CAPTURE(text);
            if (expression) {
                (void)expression->holds(
                    [](const ExpressionReference&) { return std::vector<std::string>{"1"}; });
            } else {
                REQUIRE(fault.position <= text.size());
                REQUIRE_FALSE(fault.text.empty());
            }
        }
    }

    TEST_CASE("decimals are read strictly and printed shortly") {
        CHECK(parse_decimal("12") == 12.0);
        CHECK(parse_decimal("-0.5") == -0.5);
        for (const std::string_view text : {"", "-", "1.", ".5", "1e3", "1 2", "+1", "0x1", "1,5", "nan"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_decimal(text).has_value());
        }
        CHECK(decimal_text(92) == "92");
        CHECK(decimal_text(76.2) == "76.2");
        CHECK(decimal_text(0.1 + 0.2) == "0.3");
        CHECK(decimal_text(1234000) == "1234000");
        CHECK(decimal_text(-0.0000001) == "0");
    }
}
