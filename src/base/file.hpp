// SPDX-License-Identifier: EUPL-1.2
// Files read whole under a limit and written whole or not at all. Paths are taken as given: whether a person
// may read a path is decided elsewhere. Refusals are Error (not_found, refused, invalid_input) with the path
// as where.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

struct ByteLimit {
    std::size_t bytes;
};

// Of a file that a person writes: XML, Markdown, CSV, an exhibit. The XML gate has the same limit (xml.hpp).
inline constexpr ByteLimit k_text_file_limit{20U << 20};

enum class Symlinks { follow, refuse };  // refuse: of the last component of the path

// The bytes of a regular file. Refused before reading: what is not a regular file (a pipe, a device), what is
// larger than the limit; and what grows past it while being read.
std::string read_file(const std::filesystem::path& path, ByteLimit limit,
                      Symlinks symlinks = Symlinks::follow);

// A file that appears under its name only when complete: bytes go to a file beside it, commit() makes them
// durable (fsync), renames, and makes the name durable (fsync of the directory). Not committed: nothing has
// happened.
class AtomicFile {
public:
    explicit AtomicFile(std::filesystem::path path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::string_view bytes);
    void commit();

private:
    std::filesystem::path m_path;
    std::filesystem::path m_temporary;
    int m_descriptor = -1;
};

void write_atomically(const std::filesystem::path& path, std::string_view bytes);

// With all parents; durable parents are not promised. Fine when it is there already.
void make_directories(const std::filesystem::path& path);

// Names of the entries (not paths, without . and ..), sorted bytewise so that runs agree.
std::vector<std::string> list_directory(const std::filesystem::path& path);

enum class EntryKind { file, directory, symbolic_link, other };
struct Entry {
    std::string path;  // relative, '/' between parts
    EntryKind kind = EntryKind::file;
};
// Everything below, sorted by path; symbolic links are listed and not followed. What `passed_over` says yes to
// (it is given the relative path) is left out with all that is in it.
std::vector<Entry> list_entries(const std::filesystem::path& path,
                                const std::function<bool(const std::string&)>& passed_over = {});
// Paths of all regular files below, relative to it, sorted, '/' between parts; symbolic links are not
// followed and not listed.
std::vector<std::string> list_files(const std::filesystem::path& path);

// A new directory of our own (0700) under TMPDIR or /tmp, removed with all in it at the end.
class ScratchDirectory {
public:
    ScratchDirectory();
    // Beside something else, on its file system: a directory within `parent`.
    explicit ScratchDirectory(const std::filesystem::path& parent);
    ~ScratchDirectory();
    ScratchDirectory(const ScratchDirectory&) = delete;
    ScratchDirectory& operator=(const ScratchDirectory&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    void keep() { m_keep = true; }  // leave it for a person to look at

private:
    std::filesystem::path m_path;
    bool m_keep = false;
};

// `fresh` takes the place of `place`, at once: who reads sees the one or the other. What stood there stands under the name of
// `fresh` afterwards; nothing where there was nothing. Both on one file system.
void put_in_place(const std::filesystem::path& fresh, const std::filesystem::path& place);

}  // namespace rapporteur::base
