// SPDX-License-Identifier: EUPL-1.2
#include "questionnaire/reply_file.hpp"

#include "base/error.hpp"
#include "questionnaire/reply_form.hpp"

namespace rapporteur::questionnaire {

namespace {

template <class Record>
Record read(std::string_view name, std::string_view bytes, const std::string& file,
            std::string_view evaluation, base::Problems& problems) {
    Record record;
    base::read_form(bytes, file, name, evaluation, record, problems);
    return record;
}

template <class Record>
std::string write(std::string_view name, const Record& record) {
    const auto evaluation = domain::evaluation_of(record.id.text());
    if (!evaluation) {
        throw base::Error(base::ErrorKind::internal, "\"" + record.id.text() + "\" belongs to no evaluation");
    }
    return base::write_form(name, evaluation->text(), record);
}

}  // namespace

domain::Issue read_issue(std::string_view bytes, const std::string& file, std::string_view evaluation,
                         base::Problems& problems) {
    return read<domain::Issue>("issue", bytes, file, evaluation, problems);
}

domain::Reply read_reply(std::string_view bytes, const std::string& file, std::string_view evaluation,
                         base::Problems& problems) {
    return read<domain::Reply>("reply", bytes, file, evaluation, problems);
}

domain::Request read_request(std::string_view bytes, const std::string& file, std::string_view evaluation,
                             base::Problems& problems) {
    return read<domain::Request>("request", bytes, file, evaluation, problems);
}

std::string write_issue(const domain::Issue& issue) {
    return write("issue", issue);
}

std::string write_reply(const domain::Reply& reply) {
    return write("reply", reply);
}

std::string write_request(const domain::Request& request) {
    return write("request", request);
}

base::XmlPlaces reply_places(std::string_view bytes, const std::string& file) {
    return base::XmlPlaces(bytes, file, {"question", "number", "id"});
}

}  // namespace rapporteur::questionnaire
