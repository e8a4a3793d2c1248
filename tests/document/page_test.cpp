// SPDX-License-Identifier: EUPL-1.2
#include "base/problem.hpp"
#include "document/page.hpp"
#include "document/tree_html.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

base::Problems faults_of(const std::string& source) {
    try {
        const PageTemplate page("page.html", source);
        return {};
    } catch (const base::InvalidInput& error) {
        return error.problems();
    }
}

std::string fault_of_rendering(const std::string& source, const PageValues& values) {
    const PageTemplate page("page.html", source);
    try {
        page.render(values);
        return "";
    } catch (const base::Error& error) {
        return base::describe(error);
    }
}

std::string rendered(const std::string& source, const PageValues& values) {
    return PageTemplate("page.html", source).render(values).text();
}

}  // namespace

TEST_SUITE("document.page") {
    TEST_CASE("texts are escaped and markup of our own is not") {
        PageValues values;
        values.set("title", "<b> & \"x\" {{title}} {{{y}}}");
        values.set("body", to_html({text_paragraph("a < b")}));
        values.set("link", Url("https://example.org/?a=1&b='2'"));
        CHECK(
            rendered("<a href=\"{{link}}\" title=\"{{title}}\">{{title}}</a>{{body}}", values) ==
            "<a href=\"https://example.org/?a=1&amp;b=&#39;2&#39;\" title=\"&lt;b&gt; &amp; &quot;x&quot; {{title}} "
            "{{{y}}}\">&lt;b&gt; &amp; &quot;x&quot; {{title}} {{{y}}}</a><p>a &lt; b</p>\n");
    }

    TEST_CASE("lists conditions and outer names work") {
        PageList rows;
        rows.push_back(PageValues().set("name", "one").set_shown("last", false));
        rows.push_back(PageValues().set("name", "two").set_shown("last", true));
        PageValues values;
        values.set("rows", rows).set("unit", "km").set("empty", "").set_shown("shown", true);
        CHECK(rendered(
                  "{{#rows}}{{name}} {{unit}}{{^last}}, {{/last}}{{/rows}}{{#empty}}never {{empty}}{{/empty}}"
                  "{{#shown}}!{{/shown}}",
                  values) == "one km, two km!");
        CHECK(rendered("{{#rows}}{{name}}{{/rows}}{{^rows}}none{{/rows}}",
                       PageValues().set("rows", PageList{})) == "none");
    }

    TEST_CASE("a template that could let markup in is refused when it is loaded") {
        for (const char* source : {
                 "{{{name}}}",
                 "{{&name}}",
                 "{{>part}}",
                 "{{=<% %>=}}",
                 "<script>var x = '{{name}}';</script>",
                 "<SCRIPT>{{name}}</SCRIPT>",
                 "<style>p { color: {{name}} }</style>",
                 "<p class={{name}}>",
                 "<p {{name}}>",
                 "<p class=\"a\"{{name}}>",
                 "<a onclick=\"go('{{name}}')\">",
                 "<a ONCLICK='{{name}}'>",
                 "<p style=\"color:{{name}}\">",
                 "<iframe srcdoc=\"{{name}}\"></iframe>",
                 "<!-- {{name}} -->",
                 "{{#open}}",
                 "{{/never_opened}}",
                 "{{#a}}{{#b}}{{/a}}{{/b}}",
                 "{{no name}}",
                 "{{Name}}",
                 "{{unclosed",
             }) {
            CAPTURE(std::string(source));
            CHECK_FALSE(faults_of(source).empty());
        }
    }

    TEST_CASE("a good template has no faults") {
        CHECK(
            faults_of(
                "<!DOCTYPE html>\n<!-- a comment -->\n<html lang=\"{{lang}}\"><head><title>{{title}}</title>"
                "<style>p { margin: 0 }</style><script src=\"x.js\"></script></head>{{! said }}"
                "<body><p>1 < 2 {{title}}</p><input {{#on}}checked{{/on}}></body></html>")
                .empty());
    }

    TEST_CASE("faults say the line") {
        const auto problems = faults_of("a\nb\n{{{c}}}\n");
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].place.line == 3);
        CHECK(problems[0].place.file == "page.html");
    }

    TEST_CASE("unknown and unused names are errors") {
        CHECK(fault_of_rendering("{{title}}", PageValues()).find("title") != std::string::npos);
        CHECK(fault_of_rendering("x", PageValues().set("title", "y")).find("does not use") !=
              std::string::npos);
        PageList rows;
        rows.push_back(PageValues().set("name", "a").set("extra", "b"));
        CHECK(
            fault_of_rendering("{{#rows}}{{name}}{{/rows}}", PageValues().set("rows", rows)).find("extra") !=
            std::string::npos);
        PageList lacking;
        lacking.push_back(PageValues());
        CHECK(fault_of_rendering("{{#rows}}{{name}}{{/rows}}", PageValues().set("rows", lacking))
                  .find("name") != std::string::npos);
    }

    TEST_CASE("a value of the wrong type for its place is an error") {
        const Html html = to_html({text_paragraph("x")});
        CHECK_FALSE(fault_of_rendering("<p title=\"{{a}}\">", PageValues().set("a", html)).empty());
        CHECK_FALSE(fault_of_rendering("<a href=\"{{a}}\">", PageValues().set("a", "javascript:x")).empty());
        CHECK_FALSE(fault_of_rendering("<a href=\"/s/{{a}}\">", PageValues().set("a", "..\\x:y z")).empty());
        CHECK(fault_of_rendering("<a href=\"/s/{{a}}.html\">", PageValues().set("a", "XAA-2")).empty());
        CHECK_FALSE(fault_of_rendering("{{a}}", PageValues().set_shown("a", true)).empty());
    }

    TEST_CASE("addresses of other schemes are no addresses") {
        for (const char* text : {"javascript:alert(1)", "data:text/html,x", "//example.org/", "a b", "x\\y",
                                 "vbscript:x", "java\tscript:x", "file:///etc/passwd"}) {
            CAPTURE(std::string(text));
            CHECK_THROWS_AS(Url(std::string(text)), base::Error);
        }
        for (const char* text :
             {"https://example.org/", "mailto:a@example.org", "#k7", "../index.html", "a/b?c=d:e", ""}) {
            CAPTURE(std::string(text));
            CHECK_NOTHROW(Url(std::string(text)));
        }
    }
}
