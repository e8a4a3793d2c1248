// SPDX-License-Identifier: EUPL-1.2
#include "release/record_json.hpp"

namespace rapporteur::release {

void RecordWriter::write(const Texts& texts) {
    m_json.object();
    for (const domain::LocalText& text : texts) {
        m_json.member(text.language, text.text);
    }
    m_json.close();
}

void RecordReader::read(const base::JsonValue& json, Texts& texts) {
    texts.clear();
    for (const base::JsonMember& member : json.members()) {
        texts.push_back({std::string(member.key), member.value.text()});
    }
}

base::JsonValue parse_record(std::string_view json, const std::string& object) {
    base::Problems problems;
    const auto value = base::JsonValue::parse(json, object, problems);
    if (!value) {
        throw base::Error(base::ErrorKind::store_failed, "a public record can not be read")
            .at(object)
            .because(problems.empty() ? "" : describe(problems.front()));
    }
    return *value;
}

}  // namespace rapporteur::release
