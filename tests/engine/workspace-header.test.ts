import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src-main/desk/faults.ts';
import {
  changeHeader,
  formatHeader,
  type Header,
  headerFile,
  parseHeader,
  readHeader,
  writeHeader,
} from '../../src-main/workspace/header.ts';
import { codeOf, faultOf, flipBit, temporaryFolder } from './support/drills.ts';
import { makeHeader } from './support/small-workspace.ts';

const folder = temporaryFolder();
const path = () => join(folder.path, headerFile);

/** A header file that was changed by hand but whose checksum was left as it was. */
function altered(change: (content: Record<string, unknown>) => void): Buffer {
  const content = JSON.parse(formatHeader(makeHeader().header).toString()) as Record<string, unknown>;
  change(content);
  return Buffer.from(JSON.stringify(content));
}

const slotsOf = (content: Record<string, unknown>) => content.slots as Record<string, unknown>[];

describe('a header', () => {
  it('reads back as it was written, and only the owner may read the file', () => {
    const { header } = makeHeader();
    writeHeader(folder.path, header);
    expect(readHeader(folder.path)).toEqual(header);
    expect(statSync(path()).mode & 0o077).toBe(0);
    expect(readdirSync(folder.path)).toEqual([headerFile]);
  });

  it('changes in one step', () => {
    const { header } = makeHeader();
    writeHeader(folder.path, header);
    const changed = changeHeader(folder.path, (old) => ({ ...old, desk: 'abcdefghijkl' }));
    expect(changed).toEqual({ ...header, desk: 'abcdefghijkl' });
    expect(readHeader(folder.path)).toEqual(changed);
  });

  it('stays as it was when the change throws', () => {
    const { header } = makeHeader();
    writeHeader(folder.path, header);
    const fail = () => {
      throw new Fault('refused', 'No.');
    };
    expect(codeOf(() => changeHeader(folder.path, fail))).toBe('refused');
    expect(readHeader(folder.path)).toEqual(header);
  });

  it('holds no secret', () => {
    const { header, dataKey, personKeys } = makeHeader();
    const text = formatHeader(header).toString();
    for (const secret of [dataKey, personKeys.exchangePrivate, personKeys.signingPrivate]) {
      expect(text).not.toContain(secret.toString('base64'));
      expect(text).not.toContain(secret.toString('hex'));
    }
  });

  it('is never written in a form that could not be read', () => {
    const { header } = makeHeader();
    expect(() => writeHeader(folder.path, { ...header, slots: [] })).toThrow();
    expect(() => writeHeader(folder.path, { ...header, database: '../elsewhere.db' })).toThrow();
    expect(readdirSync(folder.path)).toEqual([]);
  });
});

describe('a header that is refused', () => {
  it('is missing', () => {
    expect(codeOf(() => readHeader(folder.path))).toBe('not-a-workspace');
    expect(codeOf(() => readHeader(join(folder.path, 'none')))).toBe('not-a-workspace');
  });

  it.each<[string, (content: Record<string, unknown>) => void, string]>([
    ['of another format', (content) => (content.format = 'something-else'), 'not-a-workspace'],
    ['of a newer version', (content) => (content.version = 2), 'from-future'],
    ['of a newer version with members unknown here', (content) => Object.assign(content, { version: 7, extra: {} }), 'from-future'],
    ['of version 0', (content) => (content.version = 0), 'corrupt'],
    ['without slots', (content) => (content.slots = []), 'corrupt'],
    ['with an unknown member', (content) => (content.extra = 1), 'corrupt'],
    ['with a path as database', (content) => (content.database = '../desk-x.db'), 'corrupt'],
    ['without a checksum', (content) => delete content.check, 'corrupt'],
    ['changed in a label', (content) => (slotsOf(content)[0]!.label = 'B. Example'), 'corrupt'],
    ['changed in a person', (content) => (slotsOf(content)[0]!.person = 'user:other'), 'corrupt'],
    ['with a shorter salt', (content) => (slotsOf(content)[0]!.salt = 'AAAA'), 'corrupt'],
  ])('is %s', (_what, change, code) => {
    const bytes = altered(change);
    expect(codeOf(() => parseHeader(bytes))).toBe(code);
  });

  it.each([
    ['memoryKiB', 131_071],
    ['memoryKiB', 8],
    ['passes', 2],
    ['lanes', 4],
    ['name', 'argon2d'],
    ['memoryKiB', 4_194_304],
    ['passes', 10_000],
  ])('asks for a derivation with %s %s', (name, value) => {
    const bytes = altered((content) => Object.assign(slotsOf(content)[0]!.kdf as object, { [name]: value }));
    const fault = faultOf(() => parseHeader(bytes));
    expect(fault.code).toBe('corrupt');
    expect(fault.message).toContain(`slots.0.kdf.${name}`);
  });

  it('is weaker than the floor even with a checksum that fits', () => {
    const { header } = makeHeader();
    const weak = structuredClone(header) as Header;
    weak.slots[0]!.kdf.passes = 1;
    expect(() => formatHeader(weak)).toThrow('weaker than the floor');
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('not JSON')],
    ['a list', Buffer.from('[]')],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['larger than any header', Buffer.alloc(1024 * 1024 + 1, 0x20)],
  ])('is %s', (_what, bytes) => {
    expect(codeOf(() => parseHeader(bytes))).toBe('corrupt');
  });

  it('has any one bit flipped', () => {
    const bytes = formatHeader(makeHeader().header);
    const original = parseHeader(bytes);
    for (let bit = 0; bit < bytes.length * 8; bit += 11) {
      try {
        // White space is the only part of the file that means nothing.
        expect(parseHeader(flipBit(bytes, bit))).toEqual(original);
        expect(String.fromCharCode(bytes[bit >> 3] ?? 0)).toMatch(/\s/);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        expect(['corrupt', 'not-a-workspace', 'from-future']).toContain(error.code);
      }
    }
  });

  it('leaves the file as it found it', () => {
    writeFileSync(path(), 'damaged');
    expect(codeOf(() => readHeader(folder.path))).toBe('corrupt');
    expect(readFileSync(path(), 'utf8')).toBe('damaged');
  });

  it('cannot be put into a folder that is not there', () => {
    expect(codeOf(() => writeHeader(join(folder.path, 'none'), makeHeader().header))).toBe('not-found');
  });
});
