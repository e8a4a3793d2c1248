// SPDX-License-Identifier: EUPL-1.2
#include "cli/progress.hpp"

#include <algorithm>

namespace rapporteur::cli {

namespace {
constexpr std::size_t k_bar = 30;
constexpr std::chrono::milliseconds k_patience{1000};
constexpr std::chrono::milliseconds k_between{100};
constexpr const char* k_clear_line = "\r\033[K";
}  // namespace

std::string progress_line(const std::string& label, std::size_t done, std::size_t total) {
    const std::size_t filled = total == 0 ? k_bar : std::min(k_bar, done * k_bar / total);
    return label + " [" + std::string(filled, '#') + std::string(k_bar - filled, ' ') + "] " +
           std::to_string(done) + "/" + std::to_string(total);
}

Progress::Progress(const Context& context, std::string label, std::size_t total)
    : m_err(context.err()), m_draws(context.draws_progress()), m_label(std::move(label)), m_total(total),
      m_next(std::chrono::steady_clock::now() + k_patience) {}

Progress::~Progress() {
    if (m_drawn) {
        m_err << k_clear_line << std::flush;
    }
}

void Progress::step() {
    ++m_done;
    if (m_draws && std::chrono::steady_clock::now() >= m_next) {
        draw();
    }
}

void Progress::draw() {
    m_err << k_clear_line << progress_line(m_label, m_done, m_total) << std::flush;
    m_drawn = true;
    m_next = std::chrono::steady_clock::now() + k_between;
}

}  // namespace rapporteur::cli
