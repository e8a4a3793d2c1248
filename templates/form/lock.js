// SPDX-License-Identifier: EUPL-1.2
// Locking a saved form with a passphrase: PBKDF2 with SHA-256 makes a key of it, AES-GCM encrypts and seals. Everything that is
// needed to open the file but the passphrase stands in it; what stands there in clear names no issue and no body, and is
// sealed too, so that nobody can weaken it unseen. Where the browser has no such means, locking is refused.

const LOCK_ITERATIONS = 600000;
const MOST_ITERATIONS = 10000000;

function canLock() {
    return typeof crypto !== "undefined" && crypto.subtle !== undefined;
}

function base64Of(bytes) {
    let text = "";
    for (const byte of new Uint8Array(bytes)) {
        text += String.fromCharCode(byte);
    }
    return btoa(text);
}

function bytesOf(base64) {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

// A passphrase typed on another keyboard may come as other code points for the same letters.
async function lockKey(passphrase, salt, iterations) {
    const typed = new TextEncoder().encode(passphrase.normalize("NFC"));
    const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
    return crypto.subtle.deriveKey({name: "PBKDF2", hash: "SHA-256", salt, iterations}, material,
        {name: "AES-GCM", length: 256}, false, ["encrypt", "decrypt"]);
}

function lockHeader(salt, iv, iterations) {
    return {
        rapporteurForm: 1,
        locked: {kdf: "PBKDF2", hash: "SHA-256", iterations, salt, cipher: "AES-256-GCM", iv},
    };
}

async function lockText(text, passphrase) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const header = lockHeader(base64Of(salt), base64Of(iv), LOCK_ITERATIONS);
    const key = await lockKey(passphrase, salt, LOCK_ITERATIONS);
    const additionalData = new TextEncoder().encode(JSON.stringify(header));
    const sealed = await crypto.subtle.encrypt({name: "AES-GCM", iv, additionalData}, key, new TextEncoder().encode(text));
    return JSON.stringify({...header, sealed: base64Of(sealed)}) + "\n";
}

// The text, or null where the passphrase is another or the file was changed.
async function unlockText(file, passphrase) {
    try {
        const {iterations, salt, iv} = file.locked;
        if (!Number.isInteger(iterations) || iterations < 1 || iterations > MOST_ITERATIONS) {
            return null;
        }
        const key = await lockKey(passphrase, bytesOf(salt), iterations);
        const additionalData = new TextEncoder().encode(JSON.stringify(lockHeader(salt, iv, iterations)));
        const text = await crypto.subtle.decrypt({name: "AES-GCM", iv: bytesOf(iv), additionalData}, key, bytesOf(file.sealed));
        return new TextDecoder("utf-8", {fatal: true}).decode(text);
    } catch {
        return null;
    }
}
