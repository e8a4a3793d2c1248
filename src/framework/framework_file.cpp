// SPDX-License-Identifier: EUPL-1.2
#include "framework/framework_file.hpp"

#include "framework/framework_check.hpp"
#include "framework/framework_form.hpp"

namespace rapporteur::framework {

domain::Framework read_framework(std::string_view bytes, const std::string& file, base::Problems& problems) {
    domain::Framework framework;
    base::Problems faults;
    base::read_form(bytes, file, "framework", "", framework, faults);
    // Whoever mends a file wants to know all of it; of a file of which nothing could be read there is nothing to say.
    if (!(framework == domain::Framework())) {
        check_framework(framework, faults, base::XmlPlaces(bytes, file, {"id", "code", "language"}),
                        base::has_errors(faults) ? Read::in_part : Read::whole);
    }
    problems.insert(problems.end(), faults.begin(), faults.end());
    return framework;
}

std::string write_framework(const domain::Framework& framework) {
    return base::write_form("framework", "", framework);
}

}  // namespace rapporteur::framework
