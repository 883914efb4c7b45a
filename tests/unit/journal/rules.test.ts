import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordInput } from '../../../src-main/journal/contract.ts';
import {
  checkpointText,
  entryFault,
  entryText,
  headCode,
  isEntryText,
  isRealInstant,
  istDay,
  noteText,
  originOf,
  purgedSeqs,
  readCheckpoint,
  readEpoch,
  readOrigin,
  tidyNote,
} from '../../../src-main/journal/rules.ts';

const entry = {
  seq: 7,
  desk: 'k3v9x1',
  at: '2026-11-21T04:00:00.000Z',
  actor: 'user:a1',
  kind: 'case.received',
  subject: 'case:COC-2026-000123-5',
  commitment: 'ab'.repeat(32),
  prev: 'cd'.repeat(32),
};

describe('entry bytes', () => {
  it('are the nine lines of version 1', () => {
    expect(entryText(entry)).toBe(
      `JRN1\nk3v9x1\n7\n2026-11-21T04:00:00.000Z\nuser:a1\ncase.received\ncase:COC-2026-000123-5\n${'ab'.repeat(32)}\n${'cd'.repeat(32)}\n`,
    );
    expect(isEntryText(entryText(entry))).toBe(true);
  });

  it.each([
    ['desk', 'K3'],
    ['desk', ''],
    ['at', '2026-11-21 04:00:00'],
    ['at', '2026-11-21T04:00:00Z'],
    ['actor', 'user:a1\nuser:a2'],
    ['actor', 'user:'],
    ['kind', 'Case received'],
    ['subject', 'case:a b'],
    ['subject', 'case:\ufffd'],
    ['commitment', 'AB'.repeat(32)],
    ['prev', 'ab'],
  ])('have no shape when %s is %j', (field, value) => {
    expect(isEntryText(entryText({ ...entry, [field]: value }))).toBe(false);
  });

  it('have no shape with a number below one', () => {
    expect(isEntryText(entryText({ ...entry, seq: 0 }))).toBe(false);
    expect(isEntryText(entryText({ ...entry, seq: -1 }))).toBe(false);
  });
});

describe('an entry before it is recorded', () => {
  const fit: RecordInput = { actor: 'user:a1', kind: 'case.noted', subject: 'case:COC-2026-000123-5', body: { v: 1 } };

  it.each(['system', 'user:a1', 'case:COC-2026-000123-5', 'letter:17', 'epoch:3', 'slot:a.b_c-d', 'workspace:x', 'rule:IT-FAST-36H'])(
    'may be about %s',
    (subject) => expect(entryFault({ ...fit, subject })).toBeNull(),
  );

  it.each(['A. Example', 'a@example.test', 'name:A', 'case:', 'case:x\ny', 'case:x y', '', 'user:नाम', 'System'])(
    'may not be about %j',
    (subject) => {
      expect(entryFault({ ...fit, subject })?.field).toBe('subject');
      expect(entryFault({ ...fit, actor: subject })?.field).toBe('actor');
    },
  );

  it.each(['', 'Case', 'case received', 'case.received\n', '.x', '9a'])('may not be of the kind %j', (kind) => {
    expect(entryFault({ ...fit, kind })?.field).toBe('kind');
  });

  it.each([{}, { v: 0 }, { v: '1' }, { v: 1.5 }])('needs a version in its body: %j is refused', (body) => {
    expect(entryFault({ ...fit, body })?.field).toBe('body');
  });

  it('takes an instant in UTC with milliseconds and no other', () => {
    expect(entryFault({ ...fit, at: '2026-11-21T04:00:00.123Z' })).toBeNull();
    expect(entryFault({ ...fit, at: '2026-11-21T09:30:00.000+05:30' })?.field).toBe('at');
  });

  it('is refused without its value being quoted', () => {
    expect(JSON.stringify(entryFault({ ...fit, subject: 'A. Example' }))).not.toContain('Example');
  });
});

describe('a checkpoint', () => {
  const parts = { origin: originOf('w1', 'd1'), size: 42, root: `${'A'.repeat(43)}=`, head: 'ef'.repeat(32) };
  const blob = Buffer.alloc(68, 5).toString('base64');
  const note = noteText(checkpointText(parts), [{ name: parts.origin, blob }]);

  it('is a C2SP checkpoint with one extension line and signature lines', () => {
    expect(note).toBe(`nivaran/w1/d1\n42\n${parts.root}\nchain 42 ${parts.head}\n\n— nivaran/w1/d1 ${blob}\n`);
  });

  it('comes back from its text', () => {
    expect(readCheckpoint(note)).toEqual({ ...parts, text: checkpointText(parts), signatures: [{ name: parts.origin, blob }] });
  });

  it('may carry the signatures of witnesses', () => {
    const witnessed = `${note}— witness.example/key ${blob}\n`;
    expect(readCheckpoint(witnessed)?.signatures).toHaveLength(2);
  });

  it('survives Windows line ends and a lost last newline once tidied', () => {
    expect(tidyNote(note.replaceAll('\n', '\r\n'))).toBe(note);
    expect(tidyNote(note.slice(0, -1))).toBe(note);
  });

  it.each([
    ['an empty text', ''],
    ['no signature', checkpointText(parts)],
    ['an empty signature part', `${checkpointText(parts)}\n`],
    ['a size of zero', note.replaceAll('42', '0')],
    ['a size with a leading zero', note.replaceAll('42', '042')],
    ['two different sizes', note.replace('chain 42', 'chain 41')],
    ['a foreign origin', note.replaceAll('nivaran/w1/d1', 'example.test/log')],
    ['a short root', note.replace(parts.root, 'AAAA')],
    ['a head in capitals', note.replace(parts.head, parts.head.toUpperCase())],
    ['a line too many', note.replace('\n\n', '\nmore\n\n')],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['a signature that is no base64', note.replace(blob, '!!!!')],
    ['no newline at the end', note.slice(0, -1)],
  ])('is not read from %s', (_what, text) => {
    expect(readCheckpoint(text)).toBeNull();
  });

  it('is read without a throw from any text', () => {
    fc.assert(fc.property(fc.string(), (text) => readCheckpoint(text) === null));
  });
});

describe('an origin', () => {
  it('names workspace and desk', () => {
    expect(readOrigin('nivaran/w1/d1')).toEqual({ workspace: 'w1', desk: 'd1' });
    for (const text of ['nivaran/w1', 'nivaran/W1/d1', 'nivaran/w1/d1/x', 'other/w1/d1', 'nivaran//d1'])
      expect(readOrigin(text)).toBeNull();
  });
});

describe('an epoch body', () => {
  const body = { v: 1, number: 2, origin: 'nivaran/w1/d1', key: `${'A'.repeat(43)}=`, cause: 'day', signature: `${'A'.repeat(86)}==` };

  it('is read with and without a signature', () => {
    const { v: _v, cause: _cause, ...parts } = body;
    expect(readEpoch(body)).toEqual(parts);
    expect(readEpoch({ ...body, signature: null })).toEqual({ ...parts, signature: null });
  });

  it.each([{ number: '2' }, { origin: 'x' }, { key: 'AAAA' }, { signature: 'AAAA' }, { signature: undefined }])(
    'is not read with %j',
    (change) => {
      expect(readEpoch({ ...body, ...change })).toBeNull();
    },
  );

  it.each([null, undefined, 3, 'x', []])('is not read from %j', (value) => expect(readEpoch(value)).toBeNull());
});

describe('purged numbers', () => {
  it('are the whole numbers of seqs', () => {
    expect(purgedSeqs({ seqs: [1, 2.5, '3', 4, null] })).toEqual([1, 4]);
    for (const body of [null, undefined, {}, { seqs: 'x' }, []]) expect(purgedSeqs(body)).toEqual([]);
  });
});

describe('the code a letter prints', () => {
  it('is 160 bits of the head in base32', () => {
    expect(headCode('00'.repeat(32))).toBe('A'.repeat(32));
    expect(headCode('ff'.repeat(32))).toBe('7'.repeat(32));
    // RFC 4648 section 10: "foobar" is MZXW6YTBOI; 20 bytes fill 32 characters without padding.
    expect(headCode(Buffer.from('foobar'.repeat(6)).subarray(0, 32).toString('hex')).slice(0, 9)).toBe('MZXW6YTBO');
  });

  it('is what a sum of powers gives', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const hex = Buffer.from(bytes).toString('hex');
        let number = BigInt(`0x${hex.slice(0, 40)}`);
        let code = '';
        for (let i = 0; i < 32; i++) {
          code = alphabet[Number(number % 32n)] + code;
          number /= 32n;
        }
        expect(headCode(hex)).toBe(code);
      }),
    );
  });
});

describe('the IST day', () => {
  it('turns at 18:30 UTC', () => {
    expect(istDay(Date.parse('2026-11-21T18:29:59.999Z'))).toBe('2026-11-21');
    expect(istDay(Date.parse('2026-11-21T18:30:00.000Z'))).toBe('2026-11-22');
    expect(istDay(Date.parse('2026-12-31T18:30:00.000Z'))).toBe('2027-01-01');
  });
});

describe('an instant', () => {
  it.each(['2026-11-21T04:00:00.000Z', '2024-02-29T23:59:59.999Z', '0001-01-01T00:00:00.000Z'])('is real: %s', (at) => {
    expect(isRealInstant(at)).toBe(true);
    expect(entryFault({ actor: 'system', kind: 'case.noted', subject: 'case:x', body: { v: 1 }, at })).toBeNull();
  });

  it.each(['2026-02-29T00:00:00.000Z', '2026-00-10T00:00:00.000Z', '2026-11-21T24:00:00.000Z', '2026-11-21T23:59:60.000Z'])(
    'never was: %s',
    (at) => {
      expect(isRealInstant(at)).toBe(false);
      expect(entryFault({ actor: 'system', kind: 'case.noted', subject: 'case:x', body: { v: 1 }, at })?.field).toBe('at');
    },
  );
});

describe('tidying a note', () => {
  const note = 'nivaran/a/b\n1\n\n— nivaran/a/b AAAA\n';

  it('leaves a good one as it is', () => {
    expect(tidyNote(note)).toBe(note);
  });

  it('puts right marks, line ends and blank lines around it, and nothing inside', () => {
    expect(tidyNote(`\ufeff\r\n${note.replaceAll('\n', '\r\n')}\r\n`)).toBe(note);
    expect(tidyNote(note.trimEnd())).toBe(note);
    expect(tidyNote(` ${note}`)).toBe(` ${note}`);
  });

  it('reads UTF-16 that came as UTF-8, in both orders of bytes', () => {
    const bytes = Buffer.from(`\ufeff${note}\r\n`, 'utf16le');
    expect(tidyNote(bytes.toString('utf8'))).toBe(note);
    expect(tidyNote(bytes.swap16().toString('utf8'))).toBe(note);
  });
});
