import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../../src-main/desk/faults.ts';
import { checkPassphrase, loadCommonPassphrases, normalisePassphrase, readPassphraseFile } from '../../../src-main/workspace/passphrase.ts';

const common = loadCommonPassphrases(fileURLToPath(new URL('../../../resources', import.meta.url)));

describe('a new passphrase', () => {
  it.each(['blue kettle walks home', 'xk9vqmzt', 'ज़रा धीरे चलो', 'a'.repeat(7).concat('b', 'kqz'), 'tab-less 😀 emoji', '        spaced'])(
    'may be “%s”',
    (text) => {
      expect(() => checkPassphrase(text, common)).not.toThrow();
    },
  );

  it.each([
    ['seven characters', 'abcdefg', 'has 7 characters'],
    ['seven characters beyond the BMP', '😀'.repeat(7), 'has 7 characters'],
    ['1,025 characters', 'x'.repeat(1025), 'at most 1024'],
    ['a line break', 'first line\nsecond', 'line break'],
    ['a tab', 'first\tsecond', 'control character'],
    ['a common word', 'password123', 'most common'],
    ['a common word in capitals', 'PassWord123', 'most common'],
    ['a keyboard walk', 'qwertyuiop', 'most common'],
    ['a common word in full-width letters', 'ｐａｓｓｗｏｒｄ', 'most common'],
  ])('of %s is refused with the reason', (_what, text, reason) => {
    expect(() => checkPassphrase(text, common)).toThrow(reason);
  });

  it('may have exactly 8 and exactly 1,024 characters', () => {
    expect(() => checkPassphrase('kqzvxjwy', common)).not.toThrow();
    expect(() => checkPassphrase('kqzv'.repeat(256), common)).not.toThrow();
  });

  it('is the same however its accents are composed', () => {
    expect(normalisePassphrase('cafe\u0301')).toBe(normalisePassphrase('café'));
  });
});

describe('the list of common passphrases', () => {
  it('has more than 3,000, all lower case and long enough to be tried', () => {
    expect(common.size).toBeGreaterThan(3000);
    expect([...common].filter((text) => text !== text.toLowerCase() || text.length < 8)).toEqual([]);
  });
});

describe('a passphrase file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nivaran-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function read(content: string | Buffer): string {
    const file = join(folder, 'secret.txt');
    writeFileSync(file, content);
    return readPassphraseFile(file);
  }

  it.each([
    ['nothing after it', 'blue kettle', 'blue kettle'],
    ['one line end', 'blue kettle\n', 'blue kettle'],
    ['one Windows line end', 'blue kettle\r\n', 'blue kettle'],
    ['spaces around it', '  blue kettle ', '  blue kettle '],
    ['Hindi', 'नीली केतली\n', 'नीली केतली'],
  ])('is read whole, with %s', (_what, content, passphrase) => {
    expect(read(content)).toBe(passphrase);
  });

  it.each([
    ['empty', '', 'is empty'],
    ['a line end only', '\n', 'is empty'],
    ['two lines', 'blue\nkettle', 'more than one line'],
    ['two line ends', 'blue kettle\n\n', 'more than one line'],
    ['a carriage return inside', 'blue\rkettle', 'more than one line'],
    ['a NUL', 'blue\0kettle', 'control character'],
    ['a tab', 'blue\tkettle', 'control character'],
    ['4,097 bytes', 'x'.repeat(4097), 'longer than 4096 bytes'],
    ['no UTF-8', Buffer.from([0x62, 0xff, 0xfe]), 'not UTF-8'],
  ])('that is or has %s is refused, naming file and reason', (_what, content, reason) => {
    expect(() => read(content)).toThrow(reason);
    expect(() => read(content)).toThrow(join(folder, 'secret.txt'));
    expect(() => read(content)).toThrow(Fault);
  });

  it('is refused when it is missing or a folder', () => {
    expect(() => readPassphraseFile(join(folder, 'none.txt'))).toThrow('is not there');
    mkdirSync(join(folder, 'sub'));
    expect(() => readPassphraseFile(join(folder, 'sub'))).toThrow('is not a file');
  });

  it('is not quoted in the fault', () => {
    expect(() => read('blue\nkettle')).toThrow(expect.not.objectContaining({ message: expect.stringContaining('kettle') }));
  });
});
