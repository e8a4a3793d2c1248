// SPDX-License-Identifier: EUPL-1.2
// A bar on the terminal for work that takes longer than a second; nothing in a pipe, nothing for quick work, and no
// trace of it when the work is done. It counts steps and knows nothing of what they are.
#pragma once

#include "cli/context.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace rapporteur::cli {

class Progress {
public:
    // label: "loading"; total: how many steps there will be.
    Progress(const Context& context, std::string label, std::size_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void step();

private:
    void draw();

    std::ostream& m_err;
    bool m_draws;
    std::string m_label;
    std::size_t m_total;
    std::size_t m_done = 0;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_next;
};

// "loading [#####     ] 5/10"
std::string progress_line(const std::string& label, std::size_t done, std::size_t total);

}  // namespace rapporteur::cli
