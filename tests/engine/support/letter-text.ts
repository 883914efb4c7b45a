import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealLetter } from '../../../src-main/letters/index.ts';
import type { TestDesk } from '../../support/desk.ts';

/** What another program reads in the sealed letter of this template, spaces made one. */
export async function letterTextOf(
  { desk, dir }: TestDesk,
  { ref, template, language }: { ref: string; template: string; language: 'en' | 'hi' },
): Promise<string> {
  const { pdf } = await sealLetter(desk, { ref, template, language });
  const file = join(dir, `${template}.pdf`);
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
}
