// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"

#include "base/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace rapporteur::base {

namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

[[noreturn]] void fail(const std::string& message, const std::filesystem::path& path, int number) {
    const ErrorKind kind = number == ENOENT || number == ENOTDIR ? ErrorKind::not_found
                           : number == ELOOP                     ? ErrorKind::refused
                           : number == EACCES || number == EPERM ? ErrorKind::forbidden
                                                                 : ErrorKind::store_failed;
    throw Error(kind, message).at(path.string()).because(errno_text(number));
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0) {
            if (errno == EINTR) {
                continue;
            }
            fail("cannot write the file", path, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void sync_directory(const std::filesystem::path& directory) {
    const Descriptor opened(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.number() < 0 || (::fsync(opened.number()) != 0 && errno != EINVAL)) {
        fail("cannot make the directory durable", directory, errno);
    }
}

std::filesystem::path directory_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

[[noreturn]] void refuse_oversize(const std::filesystem::path& path, ByteLimit limit) {
    throw Error(ErrorKind::invalid_input, "the file is too large")
        .at(path.string())
        .because("more than " + std::to_string(limit.bytes) + " bytes");
}

}  // namespace

std::string read_file(const std::filesystem::path& path, ByteLimit limit, Symlinks symlinks) {
    // O_NONBLOCK: opening a named pipe must not wait for a writer.
    const int flags =
        O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (symlinks == Symlinks::refuse ? O_NOFOLLOW : 0);
    const Descriptor file(::open(path.c_str(), flags));
    if (file.number() < 0) {
        fail("cannot read the file", path, errno);
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) {
        fail("cannot read the file", path, errno);
    }
    if (!S_ISREG(status.st_mode)) {
        throw Error(ErrorKind::refused, "not a regular file").at(path.string());
    }
    if (static_cast<std::size_t>(status.st_size) > limit.bytes) {
        refuse_oversize(path, limit);
    }
    std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
    std::size_t length = 0;
    for (;;) {
        const ssize_t count = ::read(file.number(), bytes.data() + length, bytes.size() - length);
        if (count < 0) {
            if (errno == EINTR) {
                continue;
            }
            fail("cannot read the file", path, errno);
        }
        if (count == 0) {
            bytes.resize(length);
            return bytes;
        }
        length += static_cast<std::size_t>(count);
        if (length > limit.bytes) {
            refuse_oversize(path, limit);
        }
        if (length == bytes.size()) {
            bytes.resize(bytes.size() * 2);
        }
    }
}

AtomicFile::AtomicFile(std::filesystem::path path) : m_path(std::move(path)) {
    std::string pattern = (directory_of(m_path) / ("." + m_path.filename().string() + ".XXXXXX")).string();
    m_descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);
    if (m_descriptor < 0) {
        fail("cannot write in the directory", directory_of(m_path), errno);
    }
    m_temporary = pattern;
    // mkostemp makes 0600; the file shall have the mode that any new file of the user has.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(m_descriptor, 0666U & ~mask) != 0) {
        fail("cannot set the file's mode", m_temporary, errno);
    }
}

AtomicFile::~AtomicFile() {
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        ::unlink(m_temporary.c_str());
    }
}

void AtomicFile::write(std::string_view bytes) {
    if (m_descriptor < 0) {
        throw Error(ErrorKind::internal, "written to after commit").at(m_path.string());
    }
    write_all(m_descriptor, bytes, m_temporary);
}

void AtomicFile::commit() {
    if (m_descriptor < 0) {
        throw Error(ErrorKind::internal, "committed twice").at(m_path.string());
    }
    if (::fsync(m_descriptor) != 0) {
        fail("cannot make the file durable", m_temporary, errno);
    }
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0) {
        fail("cannot put the file in its place", m_path, errno);
    }
    ::close(m_descriptor);
    m_descriptor = -1;
    sync_directory(directory_of(m_path));
}

void write_atomically(const std::filesystem::path& path, std::string_view bytes) {
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

void make_directories(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) {
        fail("cannot make the directory", path, error.value());
    }
    if (!std::filesystem::is_directory(path, error)) {
        fail("cannot make the directory", path, ENOTDIR);
    }
}

std::vector<std::string> list_directory(const std::filesystem::path& path) {
    std::vector<std::string> names;
    std::error_code error;
    std::filesystem::directory_iterator entry(path, error);
    const std::filesystem::directory_iterator end;
    while (!error && entry != end) {
        names.push_back(entry->path().filename().string());
        entry.increment(error);
    }
    if (error) {
        fail("cannot list the directory", path, error.value());
    }
    std::sort(names.begin(), names.end());
    return names;
}

namespace {

EntryKind kind_of(const std::filesystem::file_status& status) {
    switch (status.type()) {
    case std::filesystem::file_type::regular:
        return EntryKind::file;
    case std::filesystem::file_type::directory:
        return EntryKind::directory;
    case std::filesystem::file_type::symlink:
        return EntryKind::symbolic_link;
    default:
        return EntryKind::other;
    }
}

}  // namespace

std::vector<Entry> list_entries(const std::filesystem::path& path,
                                const std::function<bool(const std::string&)>& passed_over) {
    std::vector<Entry> entries;
    std::error_code error;
    std::filesystem::recursive_directory_iterator entry(path, error);
    const std::filesystem::recursive_directory_iterator end;
    while (!error && entry != end) {
        std::string name = entry->path().lexically_relative(path).generic_string();
        if (passed_over && passed_over(name)) {
            entry.disable_recursion_pending();
        } else {
            entries.push_back({std::move(name), kind_of(entry->symlink_status())});
        }
        entry.increment(error);
    }
    if (error) {
        fail("cannot list the directory", path, error.value());
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& one, const Entry& other) { return one.path < other.path; });
    return entries;
}

std::vector<std::string> list_files(const std::filesystem::path& path) {
    std::vector<std::string> names;
    for (Entry& entry : list_entries(path)) {
        if (entry.kind == EntryKind::file) {
            names.push_back(std::move(entry.path));
        }
    }
    return names;
}

namespace {

std::filesystem::path temporary_directory() {
    const char* const parent = std::getenv("TMPDIR");
    return parent != nullptr && *parent == '/' ? parent : "/tmp";
}

}  // namespace

ScratchDirectory::ScratchDirectory() : ScratchDirectory(temporary_directory()) {}

ScratchDirectory::ScratchDirectory(const std::filesystem::path& parent) {
    std::string pattern = (parent / "rapporteur.XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        fail("cannot make a scratch directory", pattern, errno);
    }
    m_path = pattern;
}

ScratchDirectory::~ScratchDirectory() {
    if (!m_keep) {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
}

void put_in_place(const std::filesystem::path& fresh, const std::filesystem::path& place) {
    if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) {
        return;
    }
    const int why = errno;
    const std::filesystem::path old = fresh.string() + ".old";
    // A file system that can not exchange (EINVAL) needs two steps; an empty place (ENOENT) one.
    if (why != ENOENT && why != EINVAL && why != ENOSYS) {
        fail("cannot put in place", place, why);
    }
    if (why != ENOENT && ::rename(place.c_str(), old.c_str()) != 0 && errno != ENOENT) {
        fail("cannot move away", place, errno);
    }
    if (::rename(fresh.c_str(), place.c_str()) != 0) {
        fail("cannot put in place", place, errno);
    }
    if (std::filesystem::exists(old)) {
        std::filesystem::rename(old, fresh);
    }
}

}  // namespace rapporteur::base
