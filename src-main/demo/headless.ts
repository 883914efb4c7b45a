import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { copyDesk, saveCheckpoint, verifyDesk } from '../audit/index.ts';
import type { CaseKind, Facts, Platform } from '../cases/contract.ts';
import { actOnCase, caseView, queueWindow } from '../cases/index.ts';
import { type Desk, nowOf } from '../desk/desk.ts';
import { systemIds } from '../desk/ports.ts';
import { resourcePath } from '../desk/resources.ts';
import { importMail, sourcesOf } from '../intake/index.ts';
import { sealLetter } from '../letters/index.ts';
import { closeDesk, createDesk } from '../workspace/index.ts';

/** What the headless run did, as its account tells it. */
export interface DemoAccount {
  lines: string[];
  letters: string[];
  isRecordSound: boolean;
}

interface MailHint {
  file: string;
  platform: Platform;
  kind: CaseKind;
  facts?: Facts;
  what: string;
}

/** The messages that ship with the product: each synthetic, with what it is. */
function readHints(): MailHint[] {
  return JSON.parse(readFileSync(resourcePath('demo', 'mail', 'index.json'), 'utf8')) as MailHint[];
}

const lettersWritten = 6;
const inWords = (at: string) => new Date(Date.parse(at) + 330 * 60_000).toISOString().slice(0, 16).replace('T', ' ');

/** Imports each message under its platform; hostile ones are noted, never fatal. Answers ticket by file. */
async function takeMailIn(desk: Desk, hints: MailHint[], lines: string[]): Promise<Map<string, string>> {
  const tickets = new Map<string, string>();
  for (const hint of hints) {
    const answer = await importMail(desk, sourcesOf(resourcePath('demo', 'mail', hint.file)), { platform: hint.platform });
    const [ref] = answer.refs;
    if (ref) tickets.set(hint.file, ref);
    const outcome =
      ref ?? (answer.linked ? 'linked to its thread' : answer.skipped ? 'known already' : `refused: ${answer.failed[0]?.reason ?? ''}`);
    lines.push(`  ${hint.file.padEnd(40)} ${outcome}`);
  }
  return tickets;
}

function triage(desk: Desk, hint: MailHint, ref: string): void {
  if (hint.kind === 'unsorted') return;
  actOnCase(desk, ref, 'triage', { kind: hint.kind, facts: hint.facts ?? {} });
}

/** Acknowledges a case, decides it, and seals both letters; answers the files written. */
async function answerCase(desk: Desk, ref: string, out: string): Promise<string[]> {
  const language = caseView(desk.db, ref, nowOf(desk)).complainant.language ?? 'en';
  const files: string[] = [];
  const write = async (template: string): Promise<void> => {
    const { pdf } = await sealLetter(desk, { ref, template, language });
    const file = join(out, `${ref} ${template}.pdf`);
    writeFileSync(file, pdf);
    files.push(file);
  };
  await write('acknowledgement');
  actOnCase(desk, ref, 'acknowledge', { sentAt: nowOf(desk), mode: 'email', proof: 'synthetic sample' });
  actOnCase(desk, ref, 'start-review', {});
  const reasons =
    language === 'hi'
      ? 'शिकायत की जाँच की गई। सामग्री मंच के नियमों का उल्लंघन करती है, इसलिए यह निर्णय लिया गया।'
      : 'We examined the matter. What was reported goes against the rules of the platform, so we have acted on it.';
  actOnCase(desk, ref, 'decide', { outcome: 'upheld', ground: 'Rule 3(1)(b)', reasons });
  await write('decision');
  return files;
}

function queueLines(desk: Desk): string[] {
  const { rows, total } = queueWindow(desk.db, { filter: {}, offset: 0, limit: 12 }, nowOf(desk));
  return [
    `The queue: ${total} open, next clock first`,
    ...rows.map(
      (row) =>
        `  ${row.ref}  ${row.next ? `${inWords(row.next.due)} IST  ${row.next.rule.padEnd(14)}` : ''.padEnd(35)} ${row.kind.padEnd(20)} ${row.subject.slice(0, 50)}`,
    ),
  ];
}

/**
 * Does the desk's main job without a window: synthetic mail in; cases with clocks, letters, a verified record out.
 * Everything lies in `out`, which is emptied first; the workspace made there is left for a look (its passphrase beside it).
 */
export async function runHeadless(out: string): Promise<DemoAccount> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'letters'), { recursive: true });
  const hints = readHints();
  const passphrase = `sample ${systemIds.id(16)}`;
  writeFileSync(join(out, 'passphrase.txt'), `${passphrase}\n`);
  const { desk } = await createDesk(join(out, 'workspace'), {
    organisation: 'Sample Organisation (synthetic)',
    officer: 'O. Sample',
    designation: 'Grievance Officer',
    platforms: [...new Set(hints.map((hint) => hint.platform))],
    passphrase,
    synthetic: true,
  });
  try {
    return await work(desk, hints, out);
  } finally {
    await closeDesk(desk);
  }
}

async function work(desk: Desk, hints: MailHint[], out: string): Promise<DemoAccount> {
  const lines = ['Mail in (synthetic, some of it hostile)'];
  const tickets = await takeMailIn(desk, hints, lines);
  const letters: string[] = [];
  for (const hint of hints) {
    const ref = tickets.get(hint.file);
    if (!ref) continue;
    triage(desk, hint, ref);
    const isComplaint = ['content', 'account', 'erasure', 'access'].includes(hint.kind);
    if (isComplaint && letters.length < lettersWritten * 2) letters.push(...(await answerCase(desk, ref, join(out, 'letters'))));
  }
  lines.push('', ...queueLines(desk), '', `Letters sealed: ${letters.length}`, ...letters.map((file) => `  ${basename(file)}`));
  const verdict = verifyDesk(desk, { deep: true });
  saveCheckpoint(desk, join(out, 'checkpoint.txt'));
  copyDesk(desk, { out: join(out, 'audit-copy.db'), bodies: 'none' });
  lines.push('', `The record ${verdict.ok ? 'holds' : 'DOES NOT HOLD'}: ${verdict.entries} entries, every table rebuilt and compared.`);
  return { lines, letters, isRecordSound: verdict.ok };
}
