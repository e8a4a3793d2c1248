// SPDX-License-Identifier: EUPL-1.2
// Saving, opening and writing files. Nothing is kept anywhere else: no storage of the browser is used, so that a computer that is
// taken away holds no more than the files that a person saved. A passphrase stays in memory until the page is closed.

const FORM_FILE = 1;

function download(name, text, type) {
    const link = make("a", {href: URL.createObjectURL(new Blob([text], {type})), download: name});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function isEmpty(entry) {
    return JSON.stringify(entry) === JSON.stringify(newEntry());
}

// Only what was written, in the order of the questions.
function savedState(page) {
    const {form, state} = page;
    const answers = {};
    for (const question of form.questions.filter((each) => state.answers[each.id] !== undefined)) {
        const entries = state.answers[question.id];
        if (!entries.every(isEmpty)) {
            answers[question.id] = entries;
        }
    }
    return {
        rapporteurForm: FORM_FILE, issue: form.issue, questionnaire: form.questionnaire, language: form.language,
        reply: state.reply, entries: state.entries, answers, exhibits: state.exhibits, foreign: state.foreign,
    };
}

// ---- saving

function openSaveDialog(page) {
    byId("save-fault").textContent = "";
    const locked = page.keep === "" ? !page.form.principal : page.keep === "locked";
    byId(locked ? "keep-locked" : "keep-open").checked = true;
    showPassphrase();
    openDialog("save-dialog", locked ? "passphrase" : "keep-open");
}

function showPassphrase() {
    byId("save-passphrase").hidden = !byId("keep-locked").checked;
}

async function saveFromDialog(page) {
    const fault = (name, field) => {
        byId("save-fault").textContent = page.form.words[name];
        byId(field).focus();
    };
    if (byId("keep-locked").checked) {
        const passphrase = byId("passphrase").value;
        if (!canLock()) {
            fault("lock_missing", "keep-locked");
            return;
        }
        if ([...passphrase].length < 12) {
            fault("passphrase_short", "passphrase");
            return;
        }
        if (passphrase !== byId("passphrase-again").value) {
            fault("passphrase_differs", "passphrase-again");
            return;
        }
        page.passphrase = passphrase;
        page.keep = "locked";
    } else {
        page.passphrase = "";
        page.keep = "open";
    }
    byId("passphrase").value = "";
    byId("passphrase-again").value = "";
    byId("save-dialog").close();
    await saveNow(page);
}

async function saveNow(page) {
    const change = page.changes;
    const text = JSON.stringify(savedState(page), null, 1) + "\n";
    const name = page.form.stem + ".rapporteur.json";
    const locked = page.keep === "locked";
    download(name, locked ? await lockText(text, page.passphrase) : text, "application/json");
    page.savedChange = change;
    page.savedAt = Date.now();
    showSaved(page);
    say(page, fill(page.form.words[locked ? "saved_locked" : "saved_as"], [name]));
}

async function save(page) {
    if (page.keep === "" || (page.keep === "locked" && page.passphrase === "")) {
        openSaveDialog(page);
    } else {
        await saveNow(page);
    }
}

function showSaved(page) {
    const words = page.form.words;
    const minutes = Math.floor((Date.now() - page.savedAt) / 60000);
    const isSaved = page.changes === page.savedChange;
    byId("saved").textContent = page.savedAt === 0 ? (page.changes === 0 ? words.never_saved : words.unsaved)
        : isSaved ? (minutes === 0 ? words.saved_now : fill(words.saved_minutes, [minutes]))
            : fill(words.changed_minutes, [minutes]);
}

// ---- opening

function parseFile(text) {
    try {
        const file = JSON.parse(text);
        return file !== null && typeof file === "object" && Number.isInteger(file.rapporteurForm) ? file : null;
    } catch {
        return null;
    }
}

const isText = (value) => typeof value === "string";

function textsOf(value) {
    return Object.fromEntries(Object.entries(value !== null && typeof value === "object" ? value : {}).filter((pair) => isText(pair[1])));
}

// An entry as it should be, whatever the file holds: a file may have been written by other hands.
function entryFrom(given) {
    const entry = newEntry();
    for (const name of ["text", "reason", "consent", "author", "exhibits"]) {
        entry[name] = isText(given[name]) ? given[name] : entry[name];
    }
    entry.values = Array.isArray(given.values) ? given.values.filter(isText) : [];
    entry.rows = textsOf(given.rows);
    for (const [at, cell] of Object.entries(given.cells || {})) {
        entry.cells[at] = {...textsOf(cell), ...(cell.revised === true ? {revised: true} : {})};
    }
    for (const [dimension, codes] of Object.entries(given.added || {})) {
        entry.added[dimension] = codes.filter(isText);
    }
    return entry;
}

function stateFrom(form, file) {
    const state = newState(form);
    for (const [id, entries] of Object.entries({...file.foreign, ...file.answers})) {
        const all = entries.map(entryFrom);
        (form.byId.has(id) ? state.answers : state.foreign)[id] = all;
    }
    for (const [id, count] of Object.entries(file.entries || {})) {
        state.entries[id] = Number.isInteger(count) && count > 0 && count <= 200 ? count : 1;
    }
    for (const each of file.exhibits || []) {
        state.exhibits.push({number: "", title: "", file: "", mediaType: "application/octet-stream", language: "", sha256: "", ...textsOf(each)});
    }
    const reply = file.reply || {};
    Object.assign(state.reply, textsOf(reply));
    state.reply.from = form.to !== "" ? [form.to] : (reply.from || []).filter((id) => form.bodies.some((body) => body.id === id));
    return state;
}

function takeOver(page, file, name) {
    let state;
    try {
        state = stateFrom(page.form, file);
    } catch {
        say(page, fill(page.form.words.open_no_form, [name]));
        return;
    }
    page.state = state;
    page.savedAt = Date.now();
    page.changes += 1;
    page.savedChange = page.changes;
    showAll(page);
    const foreign = Object.keys(state.foreign).length;
    say(page, fill(page.form.words.opened, [name, Object.keys(state.answers).length]) +
        (foreign === 0 ? "" : " " + fill(page.form.words.opened_foreign, [foreign])));
}

async function openForm(page, file, name) {
    const {form} = page;
    if (file.rapporteurForm > FORM_FILE) {
        say(page, fill(form.words.open_newer, [name]));
        return;
    }
    const other = file.issue !== form.issue || file.questionnaire !== form.questionnaire;
    if (other && !(await ask(page, fill(form.words.open_other, [file.issue, file.questionnaire, form.issue, form.questionnaire])))) {
        return;
    }
    takeOver(page, file, name);
}

async function openFile(page, chosen) {
    const file = parseFile(await chosen.text());
    if (file === null) {
        say(page, fill(page.form.words.open_no_form, [chosen.name]));
        return;
    }
    if (page.changes !== page.savedChange && !(await ask(page, fill(page.form.words.open_replace, [chosen.name])))) {
        return;
    }
    if (file.locked === undefined) {
        await openForm(page, file, chosen.name);
        return;
    }
    if (!canLock()) {
        say(page, page.form.words.lock_missing);
        return;
    }
    page.toUnlock = {file, name: chosen.name};
    byId("unlock-fault").textContent = "";
    openDialog("unlock-dialog", "unlock-passphrase");
}

async function unlock(page) {
    const passphrase = byId("unlock-passphrase").value;
    const text = await unlockText(page.toUnlock.file, passphrase);
    const file = text === null ? null : parseFile(text);
    if (file === null) {
        byId("unlock-fault").textContent = page.form.words.open_wrong;
        byId("unlock-passphrase").focus();
        byId("unlock-passphrase").select();
        return;
    }
    byId("unlock-passphrase").value = "";
    byId("unlock-dialog").close();
    page.passphrase = passphrase;
    page.keep = "locked";
    await openForm(page, file, page.toUnlock.name);
}

// ---- the reply

function openWriteDialog(page) {
    byId("write-fault").textContent = "";
    byId("reply-version").value = page.version;
    if (byId("reply-date").value === "") {
        const now = new Date();
        byId("reply-date").value = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    }
    page.showMissing = true;
    refresh(page);
    openDialog("write-dialog", "status-draft");
}

function writeReply(page) {
    const {form, state} = page;
    const version = trimmed(byId("reply-version").value);
    const submitted = byId("status-submitted").checked;
    const all = readAll(form, state);
    const errors = findAll(form, state, all).filter((each) => each.level === "error" && (submitted || each.kind !== "missing"));
    if (!/^[1-9][0-9]{0,3}$/.test(version)) {
        byId("write-fault").textContent = form.words.version_wrong;
        byId("reply-version").focus();
        return;
    }
    page.version = version;
    if (errors.length > 0) {
        byId("write-dialog").close();
        say(page, fill(form.words.write_errors, [errors.length]));
        byId("findings").focus();
        return;
    }
    const status = !submitted ? "draft" : version === "1" ? "submitted" : "amended";
    const name = form.stem + ".xml";
    download(name, replyXml(form, state, all, {status, version, submitted: byId("reply-date").value}), "application/xml");
    byId("write-dialog").close();
    const files = state.exhibits.map((exhibit) => exhibit.file).join(", ");
    say(page, fill(form.words.written, [name]) + (files === "" ? "" : " " + fill(form.words.written_exhibits, [files])));
}
