#!/usr/bin/env python3
"""Verifies an audit copy of a Nivaran record with Python's standard library alone.

    python3 nivaran-verify.py COPY.db [--against CHECKPOINT.txt]

Prints one JSON document {"ok", "entries", "head", "problems"}, and a summary for people on standard error. Ends with 0 when
the record holds, 1 when it does not or the file is no audit copy, 2 when it was called wrongly. What each kind of problem
means, and what no record can show without a checkpoint kept outside, is in verify.md. Written from that text, independently of the application's verifier.
"""

import base64
import binascii
import hashlib
import hmac
import json
import pathlib
import re
import sqlite3
import sys
from datetime import datetime

MOST_PROBLEMS = 1000
LARGEST = 2**53 - 1  # numbers above are none that a desk ever wrote

sha256 = hashlib.sha256

# --- Ed25519 verification (RFC 8032, section 5.1.7), in extended coordinates -----------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)


def decode_point(data):
    """The point of 32 bytes as (X, Y, Z, T), or None when they are no point."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def double(p):
    a = p[0] * p[0] % P
    b = p[1] * p[1] % P
    c = 2 * p[2] * p[2] % P
    h = a + b
    e = h - (p[0] + p[1]) ** 2 % P
    g = a - b
    f = c + g
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiples(p):
    table = [NEUTRAL]
    for _ in range(15):
        table.append(add(table[-1], p))
    return table


def twofold(s, table_p, k, table_q):
    """s*P + k*Q, four bits of both numbers at a time."""
    result = NEUTRAL
    for shift in range(252, -4, -4):
        if result is not NEUTRAL:
            result = double(double(double(double(result))))
        digit = s >> shift & 15
        if digit:
            result = add(result, table_p[digit])
        digit = k >> shift & 15
        if digit:
            result = add(result, table_q[digit])
    return result


BASE_TABLE = multiples(decode_point(bytes.fromhex("58" + "66" * 31)))
KEY_TABLES = {}


def negative_table(key):
    """Multiples of the key's point turned round, kept for the many checkpoints of one key."""
    if key not in KEY_TABLES:
        point = decode_point(key)
        KEY_TABLES[key] = point and multiples((P - point[0], point[1], 1, P - point[3]))
    return KEY_TABLES[key]


def is_signed(message, signature, key):
    table = negative_table(key)
    s = int.from_bytes(signature[32:], "little")
    if table is None or len(signature) != 64 or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    x, y, z, _ = twofold(s, BASE_TABLE, k, table)
    inverse = pow(z, P - 2, P)
    x, y = x * inverse % P, y * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little") == signature[:32]


# --- the shapes of version 1 -----------------------------------------------------------------------------------------

ID = rb"(?:system|[a-z]+:[A-Za-z0-9._:-]{1,120})"
# The last two lines are hex that this script writes itself: only their length is in question.
ENTRY = re.compile(
    rb"JRN1\n[a-z0-9]{1,64}\n[1-9]\d*\n\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\n"
    + ID + rb"\n[a-z][a-z0-9.-]{0,79}\n" + ID + rb"\n.{64}\n.{64}\n"
).fullmatch
ORIGIN = re.compile(r"nivaran/([a-z0-9]{1,64})/([a-z0-9]{1,64})").fullmatch
NOTE_TEXT = re.compile(
    r"([^\n]+)\n([1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\nchain ([1-9][0-9]{0,14}) ([0-9a-f]{64})\n"
).fullmatch
NOTE_LINE = re.compile(
    r"\u2014 ([^\x00-\x20\x7f-\x9f+]+) "
    r"((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?)"
).fullmatch
KEY = re.compile(r"[A-Za-z0-9+/]{43}=").fullmatch
SIGNATURE = re.compile(r"[A-Za-z0-9+/]{86}==").fullmatch


def read_note(note):
    """A checkpoint as a dict, or None when the text is none."""
    gap = note.find("\n\n")
    if gap < 0 or not note.endswith("\n"):
        return None
    text = note[: gap + 1]
    match = NOTE_TEXT(text)
    if not match or match[2] != match[4] or not ORIGIN(match[1]):
        return None
    lines = [NOTE_LINE(line) for line in note[gap + 2 : -1].split("\n")]
    if not all(lines):
        return None
    signatures = [(line[1], base64.b64decode(line[2])) for line in lines]
    return {"origin": match[1], "size": int(match[2]), "root": match[3], "head": match[5], "text": text, "signatures": signatures}


def tidy(note):
    """Puts right what mail, editors and shells add: a byte order mark, UTF-16, line ends, blank lines around the note."""
    if note.startswith("\ufffd\ufffd"):
        # UTF-16 read as UTF-8: only its mark could not be read, for no other byte of a checkpoint lies outside ASCII.
        is_little_endian = note[3:4] == "\0"
        units = zip(note[2::2], note[3::2])
        pairs = (unit if is_little_endian else unit[::-1] for unit in units)
        note = "".join(chr((ord(high) & 255) << 8 | ord(low) & 255) for low, high in pairs)
    if note.startswith("\ufeff"):
        note = note[1:]
    return note.replace("\r\n", "\n").strip("\n") + "\n"


def key_id(name, key):
    return sha256(name.encode() + b"\n\x01" + key).digest()[:4]


def is_signed_by(note, key):
    """The C2SP rule: lines of other keys are ignored, every line that names this key must be good, one must be there."""
    wanted = key_id(note["origin"], key)
    claimed = [blob for name, blob in note["signatures"] if name == note["origin"] and len(blob) == 68 and blob[:4] == wanted]
    return bool(claimed) and all(is_signed(note["text"].encode(), blob[4:], key) for blob in claimed)


def read_json(data):
    try:
        return json.loads(data)
    except ValueError:
        return None


def is_real_instant(at):
    try:
        return datetime.fromisoformat(at[:-1]).isoformat(timespec="milliseconds") + "Z" == at
    except ValueError:
        return False


def is_whole(value):
    return type(value) is int and abs(value) <= LARGEST


# --- the RFC 9162 tree ------------------------------------------------------------------------------------------------


def root_of(roots, size):
    """The root, from the roots of full subtrees: one of height h for every bit h set in the size."""
    root = None
    for height, node in enumerate(roots):
        if size >> height & 1:
            root = node if root is None else sha256(b"\x01" + node + root).digest()
    return base64.b64encode(root).decode()


# The documented tables; the first column is the primary key.
TABLES = {
    "about": ["name", "value"],
    "journal": ["seq", "desk", "at", "actor", "kind", "subject", "commitment", "prev", "hash"],
    "journal_body": ["seq", "salt", "body"],
    "checkpoint": ["size", "note"],
    "keys": ["number", "desk", "origin", "public_key", "verifier_key", "opened_at", "opened_entry"],
    "withheld": ["seq", "why"],
}
WITH_FACTS = {b"workspace.created", b"person.added", b"signed"}


# --- what people are told, on standard error --------------------------------------------------------------------------


class Summary:
    """What was looked at; nothing of it is part of the answer."""

    def __init__(self):
        self.checkpoints = self.bodies = self.signatures = self.signatures_without_key = 0
        self.first_at = self.last_at = None
        self.desks = []
        self.opened = []

    def pass_entry(self, seq, desk, at, kind, has_body):
        self.bodies += has_body
        if self.first_at is None:
            self.first_at = at
        self.last_at = at
        if not self.desks or self.desks[-1] != desk:
            self.desks.append(desk)
        if kind == b"desk.opened" and seq > 1:
            self.opened.append((seq, at))


OUTSIDE = {"against-malformed", "against-origin", "against-signature", "history-went-back", "root-mismatch", "head-mismatch"}


def printable(cell):
    """A cell as one line that cannot move the cursor or colour the screen."""
    return "".join(sign if sign.isprintable() else "?" for sign in str(as_text(cell)))


def told(walk, answer, against):
    """The summary as lines. What a copy says of itself is marked as its own word where the record does not say it."""
    seen, kinds = walk.summary, {problem["kind"] for problem in answer["problems"]}
    yield "Organisation: %s%s" % (printable(walk.about.get("organisation") or "not told"), "" if walk.owner else " (not checked)")
    if walk.about.get("synthetic") == "yes" or isinstance(walk.owner, dict) and walk.owner.get("synthetic") is True:
        yield "SYNTHETIC: this is a sample. Its record says that everything in it is made up."
    yield "Entries: %d, from %s to %s" % (answer["entries"], printable(seen.first_at), printable(seen.last_at))
    yield "Desks: %s" % (", ".join(printable(desk) for desk in seen.desks) or "none")
    for seq, at in seen.opened:
        yield "Entry %d (%s) is desk.opened: ask the desk whether a backup was restored then, and from when." % (seq, printable(at))
    yield "First key, to compare with the recovery sheet: %s" % (walk.keys[0][0]["key"] if walk.keys else "none")
    yield "Checkpoints checked: %d; bodies checked: %d; signatures of persons checked: %d, without a key to check with: %d" % (
        seen.checkpoints,
        seen.bodies,
        seen.signatures,
        seen.signatures_without_key,
    )
    reasons = {}
    for why in walk.withheld.values():
        reasons[why] = reasons.get(why, 0) + 1
    listed = ", ".join("%s: %d" % (printable(why), number) for why, number in sorted(reasons.items()))
    yield "Bodies left out, in the words of the copy: %s" % (listed or "none")
    if against is None:
        outside = "none was given"
    else:
        outside = "NOT CONFIRMED" if kinds & (OUTSIDE | {"unreadable", "schema-differs"}) else "confirmed"
    yield "Checkpoint kept outside: %s" % outside
    if not answer["ok"]:
        yield "The record does not hold: %d problem(s), each explained in verify.md." % len(answer["problems"])
    elif against is None:
        yield "The record is consistent, no more: only a checkpoint kept outside shows that it was not written anew."
    else:
        yield "The record is consistent, and up to the outside checkpoint it is the one that checkpoint was made of."


# --- the walk --------------------------------------------------------------------------------------------------------


class Walk:
    def __init__(self, copy, against):
        self.copy = copy
        self.problems = []
        self.unlisted = 0
        self.entries = 0
        self.head = "0" * 64
        self.outside = against
        self.against = None
        self.notes = {}
        self.epoch = None  # None before the first, "unknown" after one that cannot be relied on
        self.keys = []
        self.blanked = set()
        self.open = []  # blanked bodies that nothing has accounted for yet
        self.named = set()
        self.last_unread_purge = 0
        self.withheld = {}
        self.asked = []
        self.signers = {}
        self.owner = None
        self.about = {}
        self.last = 0
        self.summary = Summary()

    def add(self, kind, detail, seq=None, table=None, key=None):
        if len(self.problems) == MOST_PROBLEMS:
            self.unlisted += 1
            return
        key = None if key is None else str(key)
        self.problems.append({"kind": kind, "seq": seq, "table": table, "key": key, "detail": detail})

    def result(self):
        problems = list(self.problems)
        if self.unlisted:
            detail = "%d more problems are not listed" % self.unlisted
            problems.append({"kind": "more-problems", "seq": None, "table": None, "key": None, "detail": detail})
        return {"ok": not problems, "entries": self.entries, "head": self.head, "problems": problems}

    # One long function on purpose: it runs once an entry, and every call in it costs as much as a hash.
    def entries_in_order(self):
        rows = self.copy.execute(
            "SELECT j.seq, j.desk, j.at, j.actor, j.kind, j.subject, j.commitment, j.prev, j.hash, b.seq, b.salt, CAST(b.body AS BLOB),"
            " typeof(j.desk) = 'text' AND typeof(j.at) = 'text' AND typeof(j.actor) = 'text' AND typeof(j.kind) = 'text'"
            " AND typeof(j.subject) = 'text' AND typeof(j.commitment) = 'blob' AND typeof(j.prev) = 'blob' AND typeof(j.hash) = 'blob'"
            " AND length(j.commitment) = 32 AND length(j.prev) = 32 AND length(j.hash) = 32"
            " FROM journal j LEFT JOIN journal_body b ON b.seq = j.seq WHERE j.seq >= ? AND j.seq <= ? ORDER BY j.seq",
            (-LARGEST, LARGEST),
        )
        hexed, blanked, notes = binascii.hexlify, self.blanked, self.notes
        roots, size, is_whole_so_far = [], 0, True
        prev, prev_hex, desk_before, expected, entries, head = bytes(32), b"0" * 64, None, 1, 0, bytes(32)
        wanted = self.against and self.against["size"]
        for seq, desk, at, actor, kind, subject, commitment, prev_here, found, body_seq, salt, body, is_typed in rows:
            entries += 1
            if seq != expected:
                if seq < expected:
                    self.add("entry-malformed", "a number is outside the range of the record", seq, "journal", seq)
                    continue
                self.missing(expected, seq)
                is_whole_so_far, prev = False, None
            if not is_typed:
                self.add("entry-malformed", "a cell does not have the type of version 1", seq, "journal", seq)
                is_whole_so_far, prev, expected = False, None, seq + 1
                continue
            if prev_here != prev:
                prev_hex = hexed(prev_here)
            data = b"JRN1\n%b\n%d\n%b\n%b\n%b\n%b\n%b\n%b\n" % (desk, seq, at, actor, kind, subject, hexed(commitment), prev_hex)
            if not ENTRY(data) or not is_real_instant(at.decode()):
                self.add("entry-malformed", "a field does not have the form of version 1", seq, "journal", seq)
            elif sha256(data).digest() != found:
                self.add("hash-differs", "hash is not that of the entry's bytes", seq, "journal", seq)
            if prev_here != prev and prev is not None:
                detail = "prev is not the hash of entry %d" % (seq - 1) if seq > 1 else "prev is not 32 zero bytes"
                self.add("prev-differs", detail, seq, "journal", seq)
            if desk != desk_before and desk_before is not None and kind != b"desk.opened":
                self.add("desk-differs", "the desk changes without an entry desk.opened", seq, "journal", seq)

            is_good = False
            if body is None and not salt and body_seq is not None:
                blanked.add(seq)
                if not is_fit(self.withheld.get(seq), kind, subject, self.asked):
                    self.open.append(seq)
            else:
                is_good = self.has_body(seq, body_seq, salt, body, commitment)
            if kind == b"epoch.opened":
                self.epoch = self.opened_epoch(seq, desk, at, prev_here, read_json(body) if is_good else None)
            elif kind[-7:] == b".purged":
                if is_good:
                    self.named.update(purged_seqs(read_json(body)))
                else:
                    self.last_unread_purge = seq
            elif is_good and kind in WITH_FACTS:
                self.take_facts(seq, actor, kind, subject, read_json(body))
            self.summary.pass_entry(seq, desk, at, kind, is_good)

            if is_whole_so_far:
                node, height = sha256(b"\x00" + found).digest(), 0
                while size >> height & 1:
                    node = sha256(b"\x01" + roots[height] + node).digest()
                    height += 1
                roots[height : height + 1] = [node]
                size += 1
            if seq == wanted or seq in notes:
                self.standing(seq, root_of(roots, size) if is_whole_so_far else None, found.hex())
            expected, prev, prev_hex, desk_before, head = seq + 1, found, hexed(found), desk, found
        self.entries, self.last, self.head = entries, expected - 1, head.hex()

    def has_body(self, seq, body_seq, salt, body, commitment):
        if body_seq is None:
            self.add("body-missing", "the row of the body is missing", seq, "journal_body", seq)
            return False
        salt = as_bytes(salt)
        if len(salt) == 32 and body is not None and hmac.digest(salt, body, "sha256") == commitment:
            return True
        self.add("body-differs", "the body or its salt does not match the commitment", seq, "journal_body", seq)
        return False

    def take_facts(self, seq, actor, kind, subject, body):
        if kind == b"workspace.created":
            self.owner = body
        elif kind == b"person.added":
            key = body.get("signingKey") if isinstance(body, dict) else None
            self.signers[subject] = base64.b64decode(key) if isinstance(key, str) and KEY(key) else None
        else:
            self.check_signed(seq, self.signers.get(actor), read_signed(body))

    def check_signed(self, seq, key, signed):
        """A person's signature over the 32 raw bytes of an earlier entry's hash, where the person's key can be read."""
        if signed is None:
            self.add("signature-differs", "the entry does not hold a signature", seq, "journal", seq)
            return
        if key is None:
            self.summary.signatures_without_key += 1
            return
        about, signature = signed
        found = self.copy.execute("SELECT hash FROM journal WHERE seq = ? AND seq < ? AND typeof(hash) = 'blob'", (about, seq)).fetchone()
        if found is None or not is_signed(found[0], signature, key):
            self.add("signature-differs", "the person's key did not sign the hash of entry %d" % about, seq, "journal", seq)
        self.summary.signatures += 1

    def missing(self, first, found):
        detail = "entry %d is missing" % first if found == first + 1 else "entries %d to %d are missing" % (first, found - 1)
        self.add("entry-missing", detail, first, "journal", first)

    def opened_epoch(self, seq, desk, at, prev, body):
        place = (seq, "journal", seq)
        epoch = read_epoch(body)
        if epoch is None:
            self.add("epoch-malformed", "the entry does not hold an epoch key", *place)
            return "unknown"
        self.keys.append((epoch, seq, desk.decode(errors="replace"), at.decode(errors="replace")))
        workspace, own_desk = ORIGIN(epoch["origin"]).groups()
        before = self.epoch if isinstance(self.epoch, dict) else None
        earlier = before and ORIGIN(before["origin"]).groups()
        if own_desk.encode() != desk or (earlier and earlier[0] != workspace):
            self.add("epoch-malformed", "the origin is not that of this desk and workspace", *place)
        if self.epoch == "unknown":
            return epoch
        if epoch["number"] != (before["number"] if before else 0) + 1:
            self.add("epoch-order", "the epoch does not follow the one before it", *place)
        if epoch["signature"] is None:
            if earlier and earlier[1].encode() == desk:
                self.add("epoch-unsigned", "the key before it did not announce this key", *place)
            return epoch
        statement = "nivaran epoch 1\n%s\n%d\n%s\n%d\n%s\n" % (epoch["origin"], epoch["number"], epoch["key"], seq, prev.hex())
        if not before or not is_signed(statement.encode(), base64.b64decode(epoch["signature"]), base64.b64decode(before["key"])):
            self.add("epoch-signature", "the signature is not that of the key before it", *place)
        return epoch

    def standing(self, size, root, head):
        note = self.notes.pop(size, None)
        if note is not None:
            self.summary.checkpoints += 1
            self.check_note(size, read_note(note.decode(errors="replace")), root, head)
        if self.against and self.against["size"] == size:
            self.check_against(self.against, root, head)
            self.against = None

    def in_force(self, note):
        """Whether the origin is another's, and whether the epoch in force signed the note."""
        if not isinstance(self.epoch, dict):
            return False, False
        return note["origin"] != self.epoch["origin"], is_signed_by(note, base64.b64decode(self.epoch["key"]))

    def check_note(self, size, note, root, head):
        place = (size, "checkpoint", size)
        if note is None or note["size"] != size:
            self.add("checkpoint-malformed", "the note is not a checkpoint of this size", *place)
            return
        is_of_other, is_good = self.in_force(note)
        if is_of_other:
            self.add("checkpoint-origin", "the origin is not that of the epoch in force", *place)
        if note["root"] != root:
            self.add("checkpoint-root", "the root is not that of the entries", *place)
        if note["head"] != head:
            self.add("checkpoint-head", "the head is not that of the last entry", *place)
        if not is_good:
            self.add("checkpoint-signature", "the epoch key in force did not sign it", *place)

    def check_against(self, note, root, head):
        place = (note["size"], None, note["size"])
        is_of_other, is_good = self.in_force(note)
        if is_of_other:
            self.add("against-origin", "the checkpoint is of another desk or workspace", *place)
        if note["root"] != root:
            self.add("root-mismatch", "the entries are not those that the checkpoint covers", *place)
        if note["head"] != head:
            self.add("head-mismatch", "the last entry is not the one that the checkpoint names", *place)
        if not is_good:
            self.add("against-signature", "no epoch key of this record signed the checkpoint", *place)

    def close(self):
        last = self.last
        extra = "SELECT seq FROM journal_body WHERE seq NOT IN (SELECT seq FROM journal) ORDER BY seq LIMIT 2000"
        for (seq,) in self.copy.execute(extra):
            self.add("body-extra", "there is no entry of this number", seq, "journal_body", seq)
        for seq in self.open:
            if seq not in self.named:
                self.account(seq)
        for seq in sorted(self.named):
            if seq >= 1 and seq not in self.blanked:
                self.add("body-kept", "a purge names the body, but it is still there", seq, "journal_body", seq)
        for seq in self.withheld:
            if seq not in self.blanked:
                self.add("withheld-differs", "no body of this number is left out", seq, "withheld", seq)
        for size in self.notes:
            if size > last:
                self.add("checkpoint-beyond", "the record ends at entry %d, before the checkpoint" % last, size, "checkpoint", size)
            else:
                self.add("checkpoint-root", "the root is not that of the entries", size, "checkpoint", size)
        if self.against:
            self.unreached(self.against, last)

    def count(self):
        """A record has a first entry, and no rows that the walk by numbers did not meet."""
        rows = self.copy.execute("SELECT count(*) FROM journal").fetchone()[0]
        if rows == 0:
            self.add("entry-missing", "the record has no entries", 1, "journal", 1)
        elif rows != self.entries and not self.is_stray:
            self.add("entry-malformed", "the table holds rows that no number leads to", None, "journal")

    def account(self, seq):
        why = self.withheld.get(seq)
        if why is None:
            self.add("body-blanked", "the body is gone and nothing names it", seq, "journal_body", seq)
        elif why != "purged" or seq >= self.last_unread_purge:
            self.add("withheld-differs", "the reason given for leaving the body out does not fit the entry", seq, "journal_body", seq)

    def unreached(self, note, last):
        """A checkpoint that the walk never came to: of another workspace it says nothing, and some key here must confirm it."""
        size = note["size"]
        origins = [epoch["origin"] for epoch, *_ in self.keys]
        if origins and ORIGIN(origins[-1])[1] != ORIGIN(note["origin"])[1]:
            self.add("against-origin", "the checkpoint is of another workspace", size, None, size)
            return
        if size <= last:
            self.add("root-mismatch", "the entries are not those that the checkpoint covers", size, None, size)
            return
        self.add("history-went-back", "the record ends at entry %d, before the checkpoint" % last, size, None, size)
        keys = [base64.b64decode(epoch["key"]) for epoch, *_ in self.keys if epoch["origin"] == note["origin"]]
        if not any(is_signed_by(note, key) for key in keys):
            detail = "the record ends before this checkpoint, and no key in it can confirm the checkpoint"
            self.add("against-signature", detail, size, None, size)

    def copy_itself(self):
        """What the copy says of itself, and its list of keys."""
        last = self.copy.execute("SELECT CASE WHEN typeof(desk) = 'text' THEN desk END FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        desk = as_text(last[0]) if last and last[0] is not None else ""
        workspace = ORIGIN(self.keys[-1][0]["origin"])[1] if self.keys else ""
        said = {"entries": str(self.entries), "head": self.head, "workspace": workspace, "desk": desk}
        if isinstance(self.owner, dict) and isinstance(self.owner.get("organisation"), str):
            said["organisation"] = self.owner["organisation"]
            said["synthetic"] = "yes" if self.owner.get("synthetic") is True else "no"
        for name, value in said.items():
            if self.about.get(name) != value:
                self.add("about-differs", "it is not what the record gives", None, "about", name)
        given = {epoch["number"]: key_row(epoch, seq, desk, at) for epoch, seq, desk, at in self.keys}
        listed = self.copy.execute("SELECT number, desk, origin, public_key, verifier_key, opened_at, opened_entry FROM keys ORDER BY number")
        for row in listed:
            row = tuple(as_text(cell) for cell in row)
            if given.pop(row[0], None) != row:
                self.add("keys-differ", "it is not the key that the record announces", None, "keys", row[0])
        for number in given:
            self.add("keys-differ", "it is not the key that the record announces", None, "keys", number)

    def tables(self):
        """Only a key declared so holds whole numbers, none NULL and none twice: no row can keep from a walk by numbers."""
        for name, columns in TABLES.items():
            found = [as_text(row[0]) for row in self.copy.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (name,))]
            (sql,) = self.copy.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)).fetchone()
            sql = as_text(sql)
            quoted = r"""["'\[`]?%s["'\]`]?"""
            key = r"CREATE TABLE %s *\(\s*%s INTEGER PRIMARY KEY," % (quoted % name, quoted % columns[0])
            is_numbered = re.match(key, sql, re.I) and not re.search("without", sql, re.I)
            if found != columns or (name != "about" and not is_numbered):
                self.add("schema-differs", "the table is not made as documented", None, name)

    def record(self):
        self.is_stray = self.copy.execute("SELECT EXISTS (SELECT 1 FROM journal WHERE seq > ? OR seq < ?)", (LARGEST, -LARGEST)).fetchone()[0]
        if self.is_stray:
            self.add("entry-malformed", "a number is outside the range of the record", None, "journal")
        if self.copy.execute("SELECT EXISTS (SELECT 1 FROM checkpoint WHERE size < 1 OR size > ?)", (LARGEST,)).fetchone()[0]:
            self.add("checkpoint-malformed", "a size is outside the range of the record", None, "checkpoint")
        notes = "SELECT size, coalesce(CAST(note AS BLOB), '') FROM checkpoint WHERE size >= 1 AND size <= ? ORDER BY size"
        self.notes = dict(self.copy.execute(notes, (LARGEST,)))
        self.asked = (self.about.get("bodies") or "").split(",")
        reasons = "SELECT seq, coalesce(CAST(why AS TEXT), '') FROM withheld WHERE seq BETWEEN ? AND ? ORDER BY seq"
        self.withheld = {seq: as_text(why) for seq, why in self.copy.execute(reasons, (-LARGEST, LARGEST))}
        if self.outside is not None:
            self.against = read_note(tidy(self.outside))
            if self.against is None:
                self.add("against-malformed", "the text is not a checkpoint of a Nivaran record")
        self.entries_in_order()
        self.count()
        self.close()

    def run(self):
        try:
            self.about = read_about(self.copy)
            self.tables()
            if not self.problems:
                self.record()
                self.copy_itself()
        except sqlite3.DatabaseError:
            self.add("unreadable", "the database cannot be read further")
        return self.result()


def as_bytes(cell):
    """A cell that should be a blob; what is none cannot equal a hash or a salt."""
    return cell if isinstance(cell, bytes) else b""


def as_text(cell):
    return cell.decode(errors="replace") if isinstance(cell, bytes) else cell


def read_epoch(body):
    if not isinstance(body, dict) or not is_whole(body.get("number")):
        return None
    origin, key, signature = body.get("origin"), body.get("key"), body.get("signature", "")
    if not isinstance(origin, str) or not ORIGIN(origin) or not isinstance(key, str) or not KEY(key):
        return None
    if signature is not None and not (isinstance(signature, str) and SIGNATURE(signature)):
        return None
    return {"number": body["number"], "origin": origin, "key": key, "signature": signature}


def read_signed(body):
    """The entry that was signed and the signature, or None."""
    seq, signature = (body.get("seq"), body.get("sig")) if isinstance(body, dict) else (None, None)
    if not is_whole(seq) or not isinstance(signature, str) or not SIGNATURE(signature):
        return None
    return seq, base64.b64decode(signature)


def is_fit(why, kind, subject, asked):
    """Whether a reason other than a purge fits the entry. What fits is still only the application's word."""
    if why == "walled":
        return kind == b"sealed"
    if why == "privileged":
        return kind == b"case.noted"
    is_case_asked = subject[:5] == b"case:" and subject[5:].decode(errors="replace") in asked
    return why == "not asked for" and not (kind == b"workspace.created" or asked[:1] == ["all"] or is_case_asked)


def purged_seqs(body):
    seqs = body.get("seqs") if isinstance(body, dict) else None
    return [seq for seq in seqs if is_whole(seq)] if isinstance(seqs, list) else []


def key_row(epoch, seq, desk, at):
    raw = base64.b64decode(epoch["key"])
    verifier = "%s+%s+%s" % (epoch["origin"], key_id(epoch["origin"], raw).hex(), base64.b64encode(b"\x01" + raw).decode())
    return (epoch["number"], desk, epoch["origin"], epoch["key"], verifier, at, seq)


# --- the command -----------------------------------------------------------------------------------------------------


class NoCopy(Exception):
    pass


def read_about(copy):
    rows = copy.execute("SELECT name, CAST(value AS TEXT) FROM about WHERE typeof(name) = 'text'")
    return {as_text(name): as_text(value) for name, value in rows}


def open_copy(path):
    try:
        with open(path, "rb"):
            pass
        copy = sqlite3.connect(pathlib.Path(path).resolve().as_uri() + "?mode=ro", uri=True)
        copy.text_factory = bytes
        tables = {name.decode() for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not set(TABLES) <= tables or read_about(copy).get("format") != "1":
            raise NoCopy("The file is not an audit copy of format 1.")
        return copy
    except OSError:
        raise NoCopy("The file cannot be read.") from None
    except sqlite3.DatabaseError:
        raise NoCopy("The file is not an audit copy of format 1.") from None


def check(path, against=None):
    """The answer for one copy, and the summary's lines; `against` is the text of a checkpoint kept outside."""
    copy = open_copy(path)
    try:
        walk = Walk(copy, against)
        answer = walk.run()
        return answer, list(told(walk, answer, against))
    finally:
        copy.close()


def verify(path, against=None):
    return check(path, against)[0]


def main(arguments):
    has_against = len(arguments) == 3 and arguments[1] == "--against"
    if len(arguments) != 1 and not has_against or arguments[0].startswith("-"):
        print("Usage: python3 nivaran-verify.py COPY.db [--against CHECKPOINT.txt]", file=sys.stderr)
        return 2
    try:
        against = None
        if has_against:
            with open(arguments[2], "rb") as file:
                against = file.read().decode(errors="replace")
        answer, lines = check(arguments[0], against)
    except (NoCopy, OSError) as error:
        message = str(error) if isinstance(error, NoCopy) else "The checkpoint cannot be read."
        print(json.dumps({"error": {"code": "bad-input", "message": message}}))
        return 1
    print(json.dumps(answer), flush=True)
    print("\n".join(lines), file=sys.stderr)
    return 0 if answer["ok"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
