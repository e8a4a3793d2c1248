// SPDX-License-Identifier: EUPL-1.2
// While one of these lives, new files are for their owner alone (0600), from their first byte on. The mask is the
// process's: used by commands, which have one thread, round the making of a file that holds what is confidential.
#pragma once

#include <sys/stat.h>

namespace rapporteur::base {

class PrivateFiles {
public:
    PrivateFiles() : m_before(::umask(077)) {}
    ~PrivateFiles() { ::umask(m_before); }
    PrivateFiles(const PrivateFiles&) = delete;
    PrivateFiles& operator=(const PrivateFiles&) = delete;

private:
    mode_t m_before;
};

}  // namespace rapporteur::base
