// SPDX-License-Identifier: EUPL-1.2
#include "base/jail_parts.hpp"

#include <sched.h>
#include <seccomp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace rapporteur::base {

namespace {

// Refused to every jailed program. Landlock before version 3 does not see truncate, and no version sees changes of
// mode, owner, times and attributes; io_uring would go round the filter.
constexpr const char* k_refused[] = {"ptrace",
                                     "process_vm_readv",
                                     "process_vm_writev",
                                     "pidfd_open",
                                     "pidfd_getfd",
                                     "pidfd_send_signal",
                                     "kcmp",
                                     "mount",
                                     "umount",
                                     "umount2",
                                     "move_mount",
                                     "open_tree",
                                     "fsopen",
                                     "fsconfig",
                                     "fsmount",
                                     "fspick",
                                     "mount_setattr",
                                     "pivot_root",
                                     "chroot",
                                     "unshare",
                                     "setns",
                                     "bpf",
                                     "perf_event_open",
                                     "userfaultfd",
                                     "add_key",
                                     "request_key",
                                     "keyctl",
                                     "io_uring_setup",
                                     "io_uring_enter",
                                     "io_uring_register",
                                     "kexec_load",
                                     "kexec_file_load",
                                     "init_module",
                                     "finit_module",
                                     "delete_module",
                                     "reboot",
                                     "swapon",
                                     "swapoff",
                                     "acct",
                                     "quotactl",
                                     "quotactl_fd",
                                     "settimeofday",
                                     "stime",
                                     "clock_settime",
                                     "clock_adjtime",
                                     "adjtimex",
                                     "sethostname",
                                     "setdomainname",
                                     "iopl",
                                     "ioperm",
                                     "syslog",
                                     "name_to_handle_at",
                                     "open_by_handle_at",
                                     "personality",
                                     "vhangup",
                                     "nfsservctl",
                                     "lookup_dcookie",
                                     "shmget",
                                     "shmat",
                                     "shmctl",
                                     "msgget",
                                     "msgsnd",
                                     "msgrcv",
                                     "msgctl",
                                     "semget",
                                     "semop",
                                     "semtimedop",
                                     "semctl",
                                     "mq_open",
                                     "mq_unlink",
                                     "mknod",
                                     "mknodat",
                                     "setsid",
                                     "setpgid",
                                     "truncate",
                                     "truncate64",
                                     "chmod",
                                     "fchmod",
                                     "fchmodat",
                                     "chown",
                                     "chown32",
                                     "lchown",
                                     "lchown32",
                                     "fchown",
                                     "fchown32",
                                     "fchownat",
                                     "utimensat",
                                     "utimensat_time64",
                                     "utime",
                                     "utimes",
                                     "futimesat",
                                     "setxattr",
                                     "lsetxattr",
                                     "fsetxattr",
                                     "fremovexattr",
                                     "removexattr",
                                     "lremovexattr",
                                     "setpriority",
                                     "ioprio_set",
                                     "sched_setaffinity",
                                     "migrate_pages",
                                     "move_pages"};

// Of no use without a socket, and so harmless where only local ones can be made.
constexpr const char* k_of_sockets[] = {"connect", "bind", "listen", "accept", "accept4"};

// The same under the newest names, which libseccomp 2.5 does not know: fchmodat2, setxattrat, removexattrat,
// open_tree_attr, file_setattr. Numbers from 424 on are the same on all architectures of Debian but MIPS.
constexpr int k_refused_numbers[] = {452, 463, 466, 467, 469};

struct ContextDeleter {
    void operator()(void* context) const { seccomp_release(context); }
};
using Context = std::unique_ptr<void, ContextDeleter>;

[[noreturn]] void fail(int fault) {
    throw Error(ErrorKind::internal, "cannot make the filter of system calls").because(errno_text(-fault));
}

template <class... Conditions>
void refuse(const Context& context, int call, int number, Conditions... conditions) {
    const int fault = seccomp_rule_add(context.get(), SCMP_ACT_ERRNO(static_cast<std::uint16_t>(number)),
                                       call, static_cast<unsigned>(sizeof...(conditions)), conditions...);
    if (fault != 0 && fault != -EDOM) {
        fail(fault);
    }
}

// Unknown names (another architecture's) are passed over: they are not there to be called.
template <class... Conditions>
void refuse(const Context& context, const char* name, int number, Conditions... conditions) {
    const int call = seccomp_syscall_resolve_name(name);
    if (call != __NR_SCMP_ERROR) {
        refuse(context, call, number, conditions...);
    }
}

scmp_arg_cmp masked(unsigned argument, std::uint64_t mask, std::uint64_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

void refuse_children(const Context& context) {
    refuse(context, "fork", EPERM);
    refuse(context, "vfork", EPERM);
    refuse(context, "clone", EPERM, masked(0, CLONE_THREAD, 0));
}

void refuse_namespaces(const Context& context) {
    for (const int flag : {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS,
                           CLONE_NEWCGROUP}) {
        const auto bit = static_cast<std::uint64_t>(flag);
        refuse(context, "clone", EPERM, masked(0, bit, bit));
    }
}

void refuse_sockets(const Context& context, LocalSockets sockets) {
    if (sockets == LocalSockets::allowed) {
        refuse(context, "socket", EPERM, scmp_arg_cmp{0, SCMP_CMP_NE, AF_UNIX, 0});
        return;
    }
    refuse(context, "socket", EPERM);
    for (const char* const name : k_of_sockets) {
        refuse(context, name, EPERM);
    }
}

}  // namespace

std::string system_call_filter(ChildProcesses children, LocalSockets sockets, Signals signals) {
    const Context context(seccomp_init(SCMP_ACT_ALLOW));
    if (!context) {
        fail(-ENOMEM);
    }
    for (const char* const name : k_refused) {
        refuse(context, name, EPERM);
    }
    refuse_sockets(context, sockets);
#ifndef __mips__
    for (const int call : k_refused_numbers) {
        refuse(context, call, EPERM);
    }
#endif
    // Its flags are in memory, where a filter cannot look; the C library then falls back on clone.
    refuse(context, "clone3", ENOSYS);
    refuse_namespaces(context);
    if (children == ChildProcesses::refused) {
        refuse_children(context);
    }
    if (signals == Signals::filtered) {
        for (const char* const name : {"kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"}) {
            refuse(context, name, EPERM);
        }
    }
    // Limits of another process.
    refuse(context, "prlimit64", EPERM, scmp_arg_cmp{0, SCMP_CMP_NE, 0, 0});

    const Descriptor file = memory_file("");
    if (const int fault = seccomp_export_bpf(context.get(), file.number()); fault != 0) {
        fail(fault);
    }
    std::string program(static_cast<std::size_t>(::lseek(file.number(), 0, SEEK_END)), '\0');
    if (::pread(file.number(), program.data(), program.size(), 0) != static_cast<ssize_t>(program.size())) {
        fail(-EIO);
    }
    return program;
}

}  // namespace rapporteur::base
