// SPDX-License-Identifier: EUPL-1.2
// Puts the page to work: what was typed goes into the state at once, findings follow a moment later, and whoever leaves with
// something unsaved is asked.

const PAUSE = 250;
const TICK = 20000;

function say(page, text) {
    byId("said").textContent = text;
}

// ---- dialogs

function openDialog(id, focus) {
    const dialog = byId(id);
    dialog.showModal();
    byId(focus).focus();
}

// true or false, once the person has decided; closing the dialog is no.
function ask(page, text) {
    byId("ask-text").textContent = text;
    byId("ask-dialog").returnValue = "no";
    openDialog("ask-dialog", "ask-text");
    byId("ask-dialog").querySelector("[data-act=ask-yes]").focus();
    return new Promise((resolve) => {
        byId("ask-dialog").addEventListener("close", () => resolve(byId("ask-dialog").returnValue === "yes"), {once: true});
    });
}

// ---- after a change

function refresh(page) {
    const all = readAll(page.form, page.state);
    const findings = showFindings(page, findAll(page.form, page.state, all));
    showProgress(page, all, findings);
    showSums(page, all);
    showCellChoices(page);
    showCellRemarks(page, all);
    showWords(page);
    showSaved(page);
    return findings;
}

// Says what was found anew in the question that is worked on, or that nothing is left there: not all of it at every key.
function announce(page, findings) {
    const question = page.form.byId.get(page.current);
    if (question === undefined) {
        return;
    }
    const before = page.announced.get(question.id) || [];
    const now = findings.filter((finding) => finding.question === question.id).map((finding) => finding.text);
    const fresh = now.filter((text) => !before.includes(text));
    page.announced.set(question.id, now);
    if (fresh.length > 0) {
        say(page, question.label + ": " + fresh.join(" "));
    } else if (now.length < before.length) {
        say(page, now.length === 0 ? question.label + ": " + page.form.words.no_findings : "");
    }
}

function changed(page) {
    page.changes += 1;
    showSaved(page);
    clearTimeout(page.timer);
    page.timer = setTimeout(() => announce(page, refresh(page)), PAUSE);
}

function showAll(page) {
    showEntries(page);
    showRows(page);
    showFields(document, page.state);
    showExhibits(page);
    for (const control of document.querySelectorAll("[data-reply]")) {
        const value = page.state.reply[control.dataset.reply];
        if (control.type === "checkbox") {
            control.checked = value.includes(control.value);
        } else {
            control.value = value;
        }
    }
    refresh(page);
}

// ---- what a person does

function readReply(page, control) {
    if (control.type === "checkbox") {
        const chosen = [...document.querySelectorAll("[data-reply=from]")].filter((each) => each.checked);
        page.state.reply.from = chosen.map((each) => each.value);
    } else {
        page.state.reply[control.dataset.reply] = control.value;
    }
    changed(page);
}

function onInput(page, control) {
    if (control.dataset.field !== undefined) {
        readControl(control, page.state);
        page.current = placeOf(control).id;
        if (control.tagName === "TEXTAREA") {
            grow(control);
        }
        changed(page);
    } else if (control.dataset.detail !== undefined) {
        page.current = placeOf(control).id;
        readCellDetail(page, control);
    } else if (control.dataset.reply !== undefined) {
        readReply(page, control);
    } else if (control.dataset.exhibit !== undefined && control.dataset.exhibit !== "choose") {
        readExhibit(page, control);
    } else if (control.name === "keep") {
        showPassphrase();
    }
}

function addEntry(page, record) {
    page.state.entries[record] = Math.max(1, page.state.entries[record] || 1) + 1;
    showEntries(page);
    const entry = document.querySelector("[data-record=\"" + record + "\"].entries").lastElementChild;
    showFields(entry, page.state);
    changed(page);
    entry.querySelector("input, textarea, select").focus();
}

async function removeEntry(page, record) {
    const last = Math.max(1, page.state.entries[record] || 1) - 1;
    const parts = page.form.questions.filter((question) => question.record === record);
    const used = parts.some((part) => {
        const entry = (page.state.answers[part.id] || [])[last];
        return entry !== undefined && !isEmpty(entry);
    });
    if (last === 0 || (used && !(await ask(page, page.form.words.ask_remove_entry)))) {
        return;
    }
    for (const part of parts) {
        (page.state.answers[part.id] || []).splice(last);
    }
    page.state.entries[record] = last;
    showEntries(page);
    changed(page);
}

const ACTS = {
    "save": (page) => save(page),
    "save-as": (page) => openSaveDialog(page),
    "save-now": (page) => saveFromDialog(page),
    "open": () => byId("file-to-open").click(),
    "unlock-now": (page) => unlock(page),
    "write": (page) => openWriteDialog(page),
    "write-now": (page) => writeReply(page),
    "close": (page, button) => button.closest("dialog").close(),
    "ask-yes": (page, button) => button.closest("dialog").close("yes"),
    "add-row": (page, button) => addRow(page, button),
    "remove-row": (page, button) => removeRow(page, button),
    "add-entry": (page, button) => addEntry(page, button.dataset.record),
    "remove-entry": (page, button) => removeEntry(page, button.dataset.record),
    "add-exhibit": (page) => addExhibit(page),
    "remove-exhibit": (page, button) => removeExhibit(page, Number(button.dataset.index)),
};

async function act(page, button) {
    try {
        await ACTS[button.dataset.act](page, button);
    } catch (fault) {
        say(page, fill(page.form.words.failed, [fault instanceof Error ? fault.message : String(fault)]));
        throw fault;
    }
}

// Enter in a field of a dialog does what its first button does, and adds a row beside a table.
function onKey(page, event) {
    moveInTable(event);
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || event.isComposing) {
        return;
    }
    const dialog = event.target.closest("dialog");
    const button = dialog !== null ? dialog.querySelector("button.main")
        : event.target.dataset.newRow !== undefined ? event.target.parentElement.querySelector("button") : null;
    if (button !== null) {
        event.preventDefault();
        button.click();
    }
}

// On paper a field has the height of its text.
function showPrinted() {
    for (const area of document.querySelectorAll("textarea")) {
        const there = area.nextElementSibling;
        const copy = there !== null && there.className === "printed" ? there : make("div", {class: "printed", "aria-hidden": "true"});
        copy.textContent = area.value;
        area.after(copy);
    }
}

function listen(page) {
    document.addEventListener("input", (event) => onInput(page, event.target));
    document.addEventListener("change", (event) => {
        if (event.target.dataset.exhibit === "choose") {
            readExhibit(page, event.target);
        } else if (event.target.dataset.exhibit === "number") {
            showExhibits(page);
        }
    });
    document.addEventListener("focusin", (event) => {
        if (event.target.dataset.field === "cell") {
            followCell(page, event.target);
        }
    });
    document.addEventListener("click", (event) => {
        const button = event.target.closest("button[data-act]");
        if (button !== null) {
            act(page, button);
        }
    });
    document.addEventListener("keydown", (event) => onKey(page, event));
    byId("file-to-open").addEventListener("change", async (event) => {
        const chosen = event.target.files[0];
        if (chosen !== undefined) {
            await openFile(page, chosen);
            event.target.value = "";
        }
    });
    window.addEventListener("beforeunload", (event) => {
        if (page.changes !== page.savedChange) {
            event.preventDefault();
            event.returnValue = "";
        }
    });
    window.addEventListener("beforeprint", showPrinted);
    setInterval(() => showSaved(page), TICK);
}

function start() {
    const form = prepareForm(JSON.parse(byId("form-data").textContent));
    const page = {
        form, state: newState(form), changes: 0, savedChange: 0, savedAt: 0, keep: "", passphrase: "", showMissing: false,
        current: "", announced: new Map(), findingsShown: "", timer: 0, version: String(form.version), firstEntries: new Map(),
    };
    for (const record of document.querySelectorAll("[data-record].entries")) {
        page.firstEntries.set(record.dataset.record, record.firstElementChild.cloneNode(true));
    }
    document.documentElement.classList.add("running");
    listen(page);
    showAll(page);
}
