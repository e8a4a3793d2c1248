// SPDX-License-Identifier: EUPL-1.2
#include "base/jail_parts.hpp"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

namespace rapporteur::base {

namespace {

namespace fs = std::filesystem;

// The kernel's interface, written out: Debian 12's <linux/landlock.h> ends with version 2, and newer kernels do more.
// Source: Linux, include/uapi/linux/landlock.h and Documentation/userspace-api/landlock.rst.
namespace landlock {

struct Ruleset {
    std::uint64_t files;
    std::uint64_t network;  // from version 4
    std::uint64_t scoped;   // from version 6
};
struct __attribute__((packed)) PathRule {
    std::uint64_t allowed;
    std::int32_t parent;
};
constexpr unsigned k_ask_version = 1;
constexpr int k_path_beneath = 1;

constexpr std::uint64_t k_execute = 1U << 0;
constexpr std::uint64_t k_write_file = 1U << 1;
constexpr std::uint64_t k_read_file = 1U << 2;
constexpr std::uint64_t k_read_directory = 1U << 3;
constexpr std::uint64_t k_remove_directory = 1U << 4;
constexpr std::uint64_t k_remove_file = 1U << 5;
constexpr std::uint64_t k_make_directory = 1U << 7;
constexpr std::uint64_t k_make_regular = 1U << 8;
constexpr std::uint64_t k_make_link = 1U << 12;
constexpr std::uint64_t k_up_to_link = (1U << 13) - 1;  // version 1
constexpr std::uint64_t k_refer = 1U << 13;             // version 2
constexpr std::uint64_t k_truncate = 1U << 14;          // version 3
constexpr std::uint64_t k_device_ioctl = 1U << 15;      // version 5
constexpr std::uint64_t k_tcp = 3;                      // bind, connect; version 4
constexpr std::uint64_t k_scopes = 3;                   // abstract sockets, signals; version 6

constexpr std::uint64_t k_read = k_read_file | k_read_directory;
constexpr std::uint64_t k_write = k_write_file | k_remove_directory | k_remove_file | k_make_directory |
                                  k_make_regular | k_make_link | k_refer | k_truncate;
constexpr std::uint64_t k_of_a_file = k_execute | k_write_file | k_read_file | k_truncate | k_device_ioctl;

std::uint64_t handled_files(int version) {
    return k_up_to_link | (version >= 2 ? k_refer : 0) | (version >= 3 ? k_truncate : 0) |
           (version >= 5 ? k_device_ioctl : 0);
}

}  // namespace landlock

[[noreturn]] void fail(const std::string& what, const fs::path& path) {
    throw Error(ErrorKind::tool_failed, "cannot set up the jail")
        .at(path.string())
        .because(what + ": " + errno_text(errno));
}

class Ruleset {
public:
    explicit Ruleset(int version) : m_files(landlock::handled_files(version)) {
        const landlock::Ruleset attributes{m_files, version >= 4 ? landlock::k_tcp : 0,
                                           version >= 6 ? landlock::k_scopes : 0};
        const std::size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
        m_descriptor =
            Descriptor(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size, 0)));
        if (!m_descriptor) {
            fail("Landlock", "");
        }
    }

    void allow(const fs::path& path, std::uint64_t rights) {
        const Descriptor opened(::open(path.c_str(), O_PATH | O_CLOEXEC));
        struct stat status {};
        if (!opened || ::fstat(opened.number(), &status) != 0) {
            fail("cannot be opened", path);
        }
        std::uint64_t fitting = rights & m_files;
        if (!S_ISDIR(status.st_mode)) {
            fitting &= landlock::k_of_a_file;
        }
        const landlock::PathRule rule{fitting, opened.number()};
        if (::syscall(SYS_landlock_add_rule, m_descriptor.number(), landlock::k_path_beneath, &rule, 0) !=
            0) {
            fail("Landlock", path);
        }
    }
    void allow_if_there(const fs::path& path, std::uint64_t rights) {
        if (::access(path.c_str(), F_OK) == 0) {
            allow(path, rights);
        }
    }

    int descriptor() const { return m_descriptor.number(); }

private:
    std::uint64_t m_files;
    Descriptor m_descriptor;
};

struct Confinement {
    int ruleset;
    sock_fprog filter;
};

// In the child; see ChildSetup::apply.
int confine(const void* data) {
    const auto& confinement = *static_cast<const Confinement*>(data);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::syscall(SYS_landlock_restrict_self, confinement.ruleset, 0) != 0 ||
        ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &confinement.filter, 0, 0) != 0) {
        return errno;
    }
    return 0;
}

Ruleset rules_for(const PreparedRun& run, int version) {
    Ruleset rules(version);
    for (const char* const name : {"/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32", "/libx32"}) {
        rules.allow_if_there(name, landlock::k_read | landlock::k_execute);
    }
    for (const char* const name : jail_settings()) {
        rules.allow_if_there(name, landlock::k_read);
    }
    rules.allow_if_there("/dev/null", landlock::k_read_file | landlock::k_write_file | landlock::k_truncate);
    for (const char* const name : {"/dev/zero", "/dev/urandom", "/dev/random"}) {
        rules.allow_if_there(name, landlock::k_read_file);
    }
    rules.allow(run.command.program, landlock::k_read_file | landlock::k_execute);
    for (const fs::path& path : run.readable) {
        rules.allow(path, landlock::k_read);
    }
    for (const fs::path& path : run.writable) {
        rules.allow(path, landlock::k_read | landlock::k_write);
    }
    return rules;
}

}  // namespace

int landlock_version() {
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, landlock::k_ask_version);
    return version > 0 ? static_cast<int>(version) : 0;
}

Outcome run_with_landlock(const PreparedRun& run) {
    const int version = landlock_version();
    if (version == 0) {
        throw Error(ErrorKind::tool_failed, "the kernel has no Landlock");
    }
    const Ruleset rules = rules_for(run, version);
    const std::string bytes = system_call_filter(run.children, LocalSockets::refused,
                                                 version >= 6 ? Signals::scoped : Signals::filtered);
    std::vector<sock_filter> filter(bytes.size() / sizeof(sock_filter));
    std::memcpy(filter.data(), bytes.data(), filter.size() * sizeof(sock_filter));
    const Confinement confinement{rules.descriptor(),
                                  {static_cast<unsigned short>(filter.size()), filter.data()}};
    ChildSetup setup;
    setup.apply = confine;
    setup.data = &confinement;
    return spawn_and_wait(run.command, setup);
}

}  // namespace rapporteur::base
