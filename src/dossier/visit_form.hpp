// SPDX-License-Identifier: EUPL-1.2
//
// The forms of visit/visit.xml (programme, sites, meetings) and visit/notes.xml. The notes' file exists in clear only where a
// dossier was dumped with an unlocked key, or where everything in it is invented.
#pragma once

#include "base/xml_form.hpp"
#include "domain/visit.hpp"

namespace rapporteur::domain {

struct NoteFile {
    std::vector<Note> notes;
};

template <class Form>
void describe(Form& form, Site& site) {
    form.local("number", site.id, "site/");
    form.required("kind", site.kind);
    form.required("region", site.region);
    form.text_child("exact-place", site.exact_place);
}

template <class Form>
void describe(Form& form, Meeting& meeting) {
    form.local("number", meeting.id, "meeting/");
    form.required("date", meeting.date);
    form.required("region", meeting.region);
    form.optional("bodies", meeting.bodies);
    form.optional_local("site", meeting.site, "site/");
    form.content(meeting.subject);
}

template <class Form>
void describe(Form& form, Visit& visit) {
    form.required("from", visit.from);
    form.required("until", visit.until);
    form.optional("delegation", visit.delegation);
    form.texts("summary", visit.summary);
    form.list("sites", "site", visit.sites);
    form.list("meetings", "meeting", visit.meetings);
    form.must(visit.from <= visit.until, "the visit ends before it begins", "exchange from and until");
}

template <class Form>
void describe(Form& form, NoteFact& fact) {
    form.required("id", fact.id);
    form.required("consent", fact.consent);
    form.content(fact.text);
}

template <class Form>
void describe(Form& form, Note& note) {
    form.local("number", note.id, "note/");
    form.optional_local("meeting", note.meeting, "meeting/");
    form.required("interlocutor", note.interlocutor);
    form.required("written", note.written);
    form.required("retain-until", note.retain_until);
    form.optional("author", note.author);
    form.children("fact", note.facts);
    form.text_child("text", note.text);
    form.must(is_interlocutor_code(note.interlocutor),
              "\"" + note.interlocutor + "\" is not an interlocutor's code",
              "use a code such as V2-M03-A; a name may not stand here");
}

template <class Form>
void describe(Form& form, NoteFile& file) {
    form.children("note", file.notes);
}

}  // namespace rapporteur::domain
