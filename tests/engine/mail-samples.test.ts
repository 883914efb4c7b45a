import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forbiddenCharacter } from '../../src-main/cases/contract.ts';
import { parseMail } from '../../src-main/intake/mail/parse.ts';

// Real messages that nobody on this project wrote; they lie beside the repository on some machines and are no part of it.
const folder = new URL('../../../shared/samples/mail/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];

describe('real messages, read only where their folder lies beside the repository', () => {
  it('are found exactly where the folder is there', () => {
    expect(files.length > 0).toBe(existsSync(folder));
  });

  it.each(files)('are read to the end: %s', async (file) => {
    const mail = await parseMail(readFileSync(new URL(file, folder)));
    expect(forbiddenCharacter(mail.text, true)).toBeNull();
    expect(forbiddenCharacter(mail.subject, false)).toBeNull();
    const says = mail.text !== '' || mail.attachments.length > 0 || mail.warnings.length > 0;
    expect(says).toBe(true);
  });
});
