// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "base/xml.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <random>

using namespace rapporteur::base;
using namespace std::string_literals;

namespace {

XmlDocument parsed(std::string_view bytes, XmlLimits limits = {}) {
    Problems problems;
    auto document = XmlDocument::parse(bytes, "t.xml", problems, limits);
    INFO((problems.empty() ? "" : describe(problems.front())));
    REQUIRE(document.has_value());
    REQUIRE(problems.empty());
    return std::move(*document);
}

Problem refused(std::string_view bytes, XmlLimits limits = {}) {
    Problems problems;
    CAPTURE(bytes.substr(0, 200));
    REQUIRE_FALSE(XmlDocument::parse(bytes, "t.xml", problems, limits).has_value());
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().place.file == "t.xml");
    CHECK(problems.front().severity == Severity::error);
    return problems.front();
}

std::string nested(int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) {
        text += "<a>";
    }
    for (int i = 0; i < depth; ++i) {
        text += "</a>";
    }
    return text;
}

std::string with_attributes(int count) {
    std::string text = "<a";
    for (int i = 0; i < count; ++i) {
        text += " a" + std::to_string(i) + "=\"1\"";
    }
    return text + "/>";
}

}  // namespace

TEST_SUITE("base.xml") {
    TEST_CASE("elements have names and lines and attributes in order") {
        const auto document =
            parsed("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- c -->\n<root b=\"2\"\n a=\"1\">\n"
                   "  <item id='x'/>\n  <w:t>t</w:t>\n  <item/>\n</root>\n");
        const XmlElement root = document.root();
        CHECK(root.name() == "root");
        CHECK(root.line() == 3);
        REQUIRE(root.attributes().size() == 2);
        CHECK(root.attributes()[0].name == "b");
        CHECK(root.attributes()[1].value == "1");
        CHECK(root.attribute("a") == "1");
        CHECK_FALSE(root.attribute("c"));
        REQUIRE(root.children().size() == 3);
        CHECK(root.children()[1].name() == "w:t");
        CHECK(root.children()[1].line() == 6);
        CHECK(root.children("item").size() == 2);
        CHECK(root.first_child("item")->attribute("id") == "x");
        CHECK(root.first_child()->next_sibling()->name() == "w:t");
        CHECK_FALSE(root.first_child("nothing"));
        CHECK_FALSE(root.children()[2].next_sibling());
        CHECK(document.place(root.children()[2]).line == 7);
        CHECK(document.file() == "t.xml");
    }

    TEST_CASE("a document can be moved and its elements stay") {
        auto document = parsed("<a><b/></a>");
        const XmlElement b = document.root().children().front();
        const XmlDocument moved = std::move(document);
        CHECK(b.name() == "b");
        CHECK(moved.root().first_child() == b);
    }

    TEST_CASE("white space in text is kept whole") {
        CHECK(parsed("<t> </t>").root().text() == " ");
        CHECK(parsed("<t>\n\n</t>").root().text() == "\n\n");
        CHECK(parsed("<t>  a\n b  </t>").root().text() == "  a\n b  ");
        CHECK(parsed("<p><t>a</t><t> </t><t>b</t></p>").root().deep_text() == "a b");
        CHECK(parsed("<t>&#32;</t>").root().text() == " ");
        CHECK(parsed("<t>&#13;&#10;&#9;</t>").root().text() == "\r\n\t");
        CHECK(parsed("<t>a\r\nb\rc</t>").root().text() == "a\nb\nc");
        CHECK(parsed("<t a=' x  y '/>").root().attribute("a") == " x  y ");
    }

    TEST_CASE("references and CDATA are resolved into one text") {
        CHECK(parsed("<t>&lt;&amp;&gt;&quot;&apos;&#x4D8;&#1240;</t>").root().text() == "<&>\"'ӘӘ");
        CHECK(parsed("<t>a<![CDATA[<b> & ]]>c<!-- no -->d</t>").root().text() == "a<b> & cd");
        CHECK(parsed("<t a='&#10;&lt;'/>").root().attribute("a") == "\n<");
        CHECK(parsed("<t>&amp;lt;</t>").root().text() == "&lt;");
    }

    TEST_CASE("text between elements can be told") {
        const auto document = parsed("<a>x<b>y</b>z</a>");
        CHECK(document.root().text() == "xz");
        CHECK(document.root().deep_text() == "xyz");
        CHECK(document.root().has_text_besides_white_space());
        CHECK_FALSE(parsed("<a>\n <b>y</b>\n</a>").root().has_text_besides_white_space());
    }

    TEST_CASE("what is not well-formed is refused with its line") {
        const char* const k_bad[] = {"",
                                     "text",
                                     "<a>\n<b></a>",
                                     "<a/><b/>",
                                     "<a/>text",
                                     "<a b=1/>",
                                     "<a b='1' b='2'/>",
                                     "<a b='1'c='2'/>",
                                     "<a b='<'/>",
                                     "<a>&foo;</a>",
                                     "<a>&</a>",
                                     "<a>&#0;</a>",
                                     "<a>&#xD800;</a>",
                                     "<a>&#x110000;</a>",
                                     "<a>\x01</a>",
                                     "<a>\xEF\xBF\xBF</a>",
                                     "<a><!-- -- --></a>",
                                     "<a>]]></a>",
                                     "<1a/>",
                                     "<a",
                                     " <?xml version='1.0'?><a/>",
                                     "<?xml?><a/>"};
        for (const char* bytes : k_bad) {
            refused(bytes);
        }
        CHECK(refused("<a>\n<b>\n</a>").place.line == 3);
        CHECK(refused("<a>\n\n&foo;</a>").place.line == 3);
    }

    TEST_CASE("a DOCTYPE is refused whatever it says") {
        CHECK(refused("<?xml version=\"1.0\"?>\n<!DOCTYPE a>\n<a/>").text == "a DOCTYPE");
        CHECK(refused("<?xml version=\"1.0\"?>\n<!DOCTYPE a>\n<a/>").place.line == 2);
        CHECK(refused("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>").text == "a DOCTYPE");
        CHECK(refused("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>").text ==
              "a DOCTYPE");
        CHECK(refused("<!DOCTYPE a SYSTEM 'http://localhost/x.dtd'><a/>").text == "a DOCTYPE");
        std::string laughs = "<!DOCTYPE a [<!ENTITY l0 'lol'>";
        for (int i = 1; i < 10; ++i) {
            const std::string before = "&l" + std::to_string(i - 1) + ";";
            laughs += "<!ENTITY l" + std::to_string(i) + " '" + replace_all("xxxxxxxxxx", "x", before) + "'>";
        }
        CHECK(refused(laughs + "]><a>&l9;</a>").text == "a DOCTYPE");
    }

    TEST_CASE("processing instructions and other versions and encodings are refused") {
        CHECK(refused("<?xml-stylesheet href='x'?><a/>").text == "a processing instruction (xml-stylesheet)");
        CHECK(refused("<a>\n<?php x?></a>").place.line == 2);
        CHECK(refused("<?xml version='1.1'?><a/>").text == "XML version 1.1");
        CHECK(refused("<?xml version='1.0' encoding='ISO-8859-1'?><a/>").text == "the encoding ISO-8859-1");
        CHECK(refused("<?xml version='1.0' encoding='UTF-16'?><a/>").text == "the encoding UTF-16");
        refused("\xFF\xFE<\0a\0/\0>\0"s);
        CHECK(parsed("\xEF\xBB\xBF<a/>").root().name() == "a");
    }

    TEST_CASE("bytes that are not UTF-8 are refused with their line") {
        CHECK(refused("<a>\n\xC0\xAF</a>").text == "not valid UTF-8");
        CHECK(refused("<a>\n\xC0\xAF</a>").place.line == 2);
        CHECK(refused("<a>\xED\xA0\x80</a>").text == "not valid UTF-8");
        CHECK(refused("<a>\xF4\x90\x80\x80</a>").text == "not valid UTF-8");
        CHECK(refused("<a b='\xFF'/>").text == "not valid UTF-8");
        CHECK(refused("<a>\n\0</a>"s).text == "a NUL character");
        CHECK(refused("<a/>\0"s).text == "a NUL character");
    }

    TEST_CASE("each limit holds at its edge") {
        parsed(nested(32));
        CHECK(refused(nested(33)).text == "elements stand more than 32 deep");
        parsed(nested(90), {20U << 20, 90, 64, 1U << 20});
        refused(nested(10'000));
        parsed(with_attributes(64));
        CHECK(refused(with_attributes(65)).text == "more than 64 attributes on a");
        refused(with_attributes(20'000));
        const std::string text(1U << 20, 'x');
        CHECK(parsed("<a>" + text + "</a>").root().text().size() == text.size());
        CHECK(refused("<a>" + text + "y</a>").text == "the text of an element is longer than 1048576 bytes");
        CHECK(refused("<a>" + text + "<b/>y</a>").text ==
              "the text of an element is longer than 1048576 bytes");
        parsed("<a b='" + text + "'/>");
        CHECK(refused("<a b='" + text + "y'/>").text == "the attribute b is longer than 1048576 bytes");
        CHECK(refused(std::string(21U << 20, ' ')).text == "larger than 20971520 bytes");
    }

    TEST_CASE("no input of noise brings it down") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::string source =
            "<?xml version='1.0'?><r a='1' b='&lt;'><t> x </t><![CDATA[y]]><!--z--><u>&#65;</u></r>";
        for (int round = 0; round < 3'000; ++round) {
            std::string bytes = source;
            for (auto changes = 1 + random() % 4; changes > 0; --changes) {
                bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
            }
            Problems problems;
            const auto document = XmlDocument::parse(bytes, "t.xml", problems);
            REQUIRE(document.has_value() == problems.empty());
        }
    }

    TEST_CASE("a file of 100 KB is read in a few milliseconds") {
        std::string bytes = "<r>\n";
        while (bytes.size() < 100'000) {
            bytes +=
                "  <answer question=\"legalaid.how\" state=\"final\">Some words &amp; more of them.</answer>\n";
        }
        bytes += "</r>";
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < 10; ++i) {
            parsed(bytes);
        }
        const auto spent = std::chrono::steady_clock::now() - begin;
        MESSAGE("ms a file: ", std::chrono::duration<double, std::milli>(spent).count() / 10);
        CHECK(spent <
              std::chrono::milliseconds(500));  // about 20 alone; the machine may be busy, or sanitizers on
    }
}

TEST_SUITE("base.xml-writer") {
    TEST_CASE("the canonical form") {
        XmlWriter writer;
        writer.open("reply").attribute("id", "a\"<&>\n\t").attribute("by", std::optional<std::string>());
        writer.element("empty", "").element("text", "a <b> & \"c\"\nd ");
        writer.open("list").open("item").attribute("n", std::optional<std::string>("1")).close().close();
        writer.close();
        CHECK(writer.finish() == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<reply id=\"a&quot;&lt;&amp;&gt;&#10;&#9;\">\n"
                                 " <empty/>\n"
                                 " <text>a &lt;b&gt; &amp; \"c\"\nd </text>\n"
                                 " <list>\n"
                                 "  <item n=\"1\"/>\n"
                                 " </list>\n"
                                 "</reply>\n");
    }

    TEST_CASE("calls out of order are errors of ours") {
        CHECK_THROWS_AS(XmlWriter().close(), Error);
        CHECK_THROWS_AS(XmlWriter().text("a"), Error);
        CHECK_THROWS_AS(XmlWriter().attribute("a", "b"), Error);
        CHECK_THROWS_AS(XmlWriter().finish(), Error);
        XmlWriter writer;
        writer.open("a").text("x");
        CHECK_THROWS_AS(writer.open("b"), Error);
        CHECK_THROWS_AS(writer.attribute("b", "c"), Error);
        writer.close();
        CHECK_THROWS_AS(writer.open("second"), Error);
        XmlWriter other;
        other.open("a").open("b").close();
        CHECK_THROWS_AS(other.text("beside"), Error);
    }

    TEST_CASE("what XML cannot hold is refused") {
        CHECK_THROWS_AS(xml_escape_text("a\x01"), Error);
        CHECK_THROWS_AS(xml_escape_text("a\0b"s), Error);
        CHECK_THROWS_AS(xml_escape_text("\xFF"), Error);
        CHECK_THROWS_AS(xml_escape_attribute("\xEF\xBF\xBE"), Error);
        CHECK(xml_escape_text("\xEF\xBF\xBD\r\n") == "\xEF\xBF\xBD&#13;\n");
    }

    TEST_CASE("what is written is read back the same") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::vector<std::string> pieces{"a", " ",  "\n", "\r", "\t",  "<",   "&",
                                              ">", "\"", "'",  "Ә",  "]]>", "&lt;"};
        for (int round = 0; round < 500; ++round) {
            std::string value;
            for (auto i = random() % 12; i > 0; --i) {
                value += pieces[random() % pieces.size()];
            }
            XmlWriter writer;
            writer.open("r").attribute("a", value).element("t", value).close();
            const auto document = parsed(writer.finish());
            REQUIRE(document.root().attribute("a") == value);
            REQUIRE(document.root().first_child()->text() == value);
        }
    }
}
