// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "document/zip.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

// The bytes of a package with a part of this name, whatever it is.
std::string package_with(const std::string& name) {
    return write_zip({{name, "x"}});
}

}  // namespace

TEST_SUITE("document.zip") {
    TEST_CASE("parts come back in order with their bytes") {
        const std::string bytes(100'000, 'a');
        const auto parts =
            read_zip(write_zip({{"b.xml", bytes}, {"a/c.xml", ""}, {"a.xml", std::string("\0\xFF", 2)}}));
        REQUIRE(parts.size() == 3);
        CHECK(parts[0].name == "b.xml");
        CHECK(parts[0].bytes == bytes);
        CHECK(parts[1].bytes.empty());
        CHECK(parts[2].bytes == std::string("\0\xFF", 2));
    }

    TEST_CASE("the bytes depend on neither time nor time zone") {
        const std::vector<ZipPart> parts{{"a.xml", "text"}};
        setenv("TZ", "Asia/Almaty", 1);
        tzset();
        const std::string east = write_zip(parts);
        setenv("TZ", "America/Lima", 1);
        tzset();
        const std::string west = write_zip(parts);
        unsetenv("TZ");
        tzset();
        CHECK(east == west);
    }

    TEST_CASE("what is no package or is damaged is refused") {
        std::string content;
        for (int i = 0; i < 2000; ++i) {
            content += std::to_string(i * i);
        }
        const std::string good = write_zip({{"a.xml", content}});
        std::string damaged = good;
        damaged[good.size() / 2] = static_cast<char>(damaged[good.size() / 2] ^ 0x55);
        for (const std::string& bytes :
             {std::string(), std::string("no zip"), good.substr(0, good.size() / 2), damaged}) {
            CHECK_THROWS_AS(read_zip(bytes), base::Error);
        }
    }

    TEST_CASE("names that leave the package or occur twice are refused") {
        for (const char* name : {"../x", "/etc/passwd", "a/../../x"}) {
            CAPTURE(std::string(name));
            CHECK_THROWS_AS(read_zip(package_with(name)), base::Error);
        }
        CHECK_THROWS_AS(read_zip(write_zip({{"a", "1"}, {"a", "2"}})), base::Error);
    }

    TEST_CASE("real bytes are counted while unpacking") {
        const std::string bomb = write_zip({{"a", std::string(1'000'000, '0')}});
        CHECK(bomb.size() < 10'000);
        CHECK_THROWS_AS(read_zip(bomb, {10, 999'999}), base::Error);
        CHECK_NOTHROW(read_zip(bomb, {10, 1'000'000}));
        CHECK_THROWS_AS(read_zip(write_zip({{"a", ""}, {"b", ""}}), {1, 100}), base::Error);
    }
}
