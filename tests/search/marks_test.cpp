// SPDX-License-Identifier: EUPL-1.2
#include "generated.hpp"
#include "search/marks.hpp"
#include "search/search.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::search;

namespace {

// The text with what is marked in brackets.
std::string marked(std::string text, std::string_view language, std::string_view query,
                   std::string_view field = "text") {
    const std::vector<Mark> marks = mark(text, language, field, parse_query(query, {"title", "text"}));
    for (auto it = marks.rbegin(); it != marks.rend(); ++it) {
        text.insert(it->offset + it->length, "]");
        text.insert(it->offset, "[");
    }
    return text;
}

}  // namespace

TEST_SUITE("search.marks") {
    TEST_CASE("words are marked in the forms in which they are found") {
        CHECK(marked("Victims, a victim.", "en", "victim") == "[Victims], a [victim].");
        CHECK(marked("Victims, a victim.", "en", "\"victim\"") == "Victims, a [victim].");
        CHECK(marked("Дети: жертвам – помощь", "ru", "жертва дет*") == "[Дети]: [жертвам] – помощь");
        CHECK(marked("l'exploité", "fr", "exploitées") == "l'[exploité]");
    }

    TEST_CASE("a phrase is one mark and what overlaps too") {
        CHECK(marked("of forced labour, labour", "en", "\"forced labour\"") == "of [forced labour], labour");
        CHECK(marked("a b c", "en", "\"a b\" \"b c\"") == "[a b c]");
        CHECK(marked("a b", "en", "a b") == "[a] [b]");
        CHECK(marked("anti-trafficking", "en", "anti-traffick*") == "[anti-trafficking]");
    }

    TEST_CASE("denied words and those of another field are not marked") {
        CHECK(marked("a b c", "en", "a -b title:c") == "[a] b c");
        CHECK(marked("a b c", "en", "a -b title:c", "title") == "[a] b [c]");
        CHECK(marked("a b", "en", "") == "a b");
        CHECK(marked("", "en", "a") == "");
        CHECK(marked("\xFF\xC3 a \xE2\x82", "en", "a") == "\xFF\xC3 [a] \xE2\x82");
    }

    TEST_CASE("a leaf marks a text when the index finds it there") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        generated::Random random(seed);
        for (int round = 0; round < 300; ++round) {
            const generated::Document document = generated::random_document(random);
            const generated::Wish wish =
                generated::random_wish(random, {document, generated::random_document(random)}, 0);
            const Query query = parse_query(generated::written(wish), generated::field_names());
            for (const generated::Text& text : document.texts) {
                IndexBuilder builder({{"title", 1}, {"text", 1}});
                builder.begin_document();
                builder.add_text(text.field, text.language, text.text);
                MemoryShelf shelf;
                builder.write(shelf);
                const Index index(shelf);
                const bool found = Search({{&index}}, query).count() == 1;
                const auto marks =
                    mark(text.text, text.language, generated::field_names()[text.field], query);
                CAPTURE(text.text);
                CHECK(marks.empty() != found);
            }
        }
    }
}
