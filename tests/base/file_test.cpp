// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/file.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace rapporteur::base;
using rapporteur::support::ScratchDir;
namespace fs = std::filesystem;

namespace {

template <class Call>
ErrorKind kind_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        CHECK_FALSE(error.where().empty());
        return error.kind();
    }
    FAIL("nothing was thrown");
    return ErrorKind::internal;
}

}  // namespace

TEST_SUITE("base.file") {
    TEST_CASE("what was written is read under the limit") {
        const ScratchDir scratch;
        const auto path = scratch.write("a", "12345");
        CHECK(read_file(path, ByteLimit{5}) == "12345");
        CHECK(kind_of([&] { read_file(path, ByteLimit{4}); }) == ErrorKind::invalid_input);
        CHECK(read_file(scratch.write("empty", ""), ByteLimit{0}).empty());
    }

    TEST_CASE("only regular files are read and nothing hangs") {
        const ScratchDir scratch;
        CHECK(kind_of([&] { read_file(scratch / "missing", ByteLimit{9}); }) == ErrorKind::not_found);
        CHECK(kind_of([&] { read_file(scratch.path(), ByteLimit{9}); }) == ErrorKind::refused);
        CHECK(kind_of([&] { read_file("/dev/zero", ByteLimit{9}); }) == ErrorKind::refused);
        REQUIRE(::mkfifo((scratch / "pipe").c_str(), 0600) == 0);
        CHECK(kind_of([&] { read_file(scratch / "pipe", ByteLimit{9}); }) == ErrorKind::refused);
    }

    TEST_CASE("a file of the kernel that tells no size still meets the limit") {
        CHECK(kind_of([] { read_file("/proc/self/maps", ByteLimit{100}); }) == ErrorKind::invalid_input);
        CHECK_FALSE(read_file("/proc/self/maps", ByteLimit{10U << 20}).empty());
    }

    TEST_CASE("symbolic links are followed or refused as asked") {
        const ScratchDir scratch;
        fs::create_symlink(scratch.write("target", "t"), scratch / "link");
        CHECK(read_file(scratch / "link", ByteLimit{9}) == "t");
        CHECK(kind_of([&] { read_file(scratch / "link", ByteLimit{9}, Symlinks::refuse); }) ==
              ErrorKind::refused);
    }

    TEST_CASE("an atomic file appears whole or not at all") {
        const ScratchDir scratch;
        scratch.write("a", "old");
        {
            AtomicFile file(scratch / "a");
            file.write("new");
            CHECK(scratch.read("a") == "old");
        }
        CHECK(scratch.read("a") == "old");
        CHECK(list_directory(scratch.path()) == std::vector<std::string>{"a"});
        {
            AtomicFile file(scratch / "a");
            file.write("n");
            file.write("ew");
            file.commit();
            CHECK_THROWS_AS(file.commit(), Error);
            CHECK_THROWS_AS(file.write("x"), Error);
        }
        CHECK(scratch.read("a") == "new");
        CHECK(list_directory(scratch.path()).size() == 1);
        CHECK(kind_of([&] { write_atomically(scratch / "no/such", "x"); }) == ErrorKind::not_found);
    }

    TEST_CASE("a new file has the mode of the user's mask") {
        const ScratchDir scratch;
        const mode_t old = ::umask(027);
        write_atomically(scratch / "a", "x");
        ::umask(old);
        CHECK(fs::status(scratch / "a").permissions() == static_cast<fs::perms>(0640));
    }

    TEST_CASE("directories are made and listed in order") {
        const ScratchDir scratch;
        make_directories(scratch / "x/y");
        make_directories(scratch / "x/y");
        scratch.write("x/b", "");
        scratch.write("x/a", "");
        scratch.write("x/y/c", "");
        fs::create_symlink("/etc", scratch / "x/z");
        CHECK(list_directory(scratch / "x") == std::vector<std::string>{"a", "b", "y", "z"});
        CHECK(list_files(scratch.path()) == std::vector<std::string>{"x/a", "x/b", "x/y/c"});
        CHECK(kind_of([&] { list_directory(scratch / "none"); }) == ErrorKind::not_found);
        CHECK(kind_of([&] { make_directories(scratch / "x/a/deeper"); }) == ErrorKind::not_found);
    }

    TEST_CASE("a scratch directory is private and goes away") {
        fs::path path;
        {
            const ScratchDirectory scratch;
            path = scratch.path();
            write_atomically(path / "a", "x");
            CHECK(fs::status(path).permissions() == fs::perms::owner_all);
        }
        CHECK_FALSE(fs::exists(path));
        {
            ScratchDirectory scratch;
            path = scratch.path();
            scratch.keep();
        }
        CHECK(fs::remove(path));
    }
}
