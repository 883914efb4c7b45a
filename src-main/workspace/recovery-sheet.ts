import { type Desk, nowOf, post, write } from '../desk/desk.ts';
import { createPool, type Pool } from '../desk/pool.ts';
import { firstEpochKey } from '../journal/index.ts';
import type { LetterModel } from '../letters/contract.ts';
import { formatDateIst } from '../letters/rules/format.ts';
import { readRecoveryCode } from './recovery.ts';
import { readOrganisation } from './store.ts';

/** What the sheet says, as a letter of the desk to itself. */
function sheetModel(desk: Desk, recoveryCode: string, firstKey: string): LetterModel {
  const now = nowOf(desk);
  const organisation = readOrganisation(desk.db);
  return {
    v: 1,
    template: { id: 'recovery-sheet', version: 1 },
    language: 'en',
    title: 'Recovery sheet',
    createdAt: now,
    ticket: desk.workspace,
    letterhead: { name: organisation.name, lines: ['Nivaran: recovery sheet of the grievance desk'] },
    references: [
      { label: 'Workspace', value: desk.workspace },
      { label: 'Desk', value: desk.desk },
    ],
    date: formatDateIst(now),
    addressee: ['The keeper of this sheet'],
    subject: 'How to open the desk when the passphrase is lost',
    salutation: '',
    body: [
      {
        kind: 'paragraph',
        text: 'This code opens the workspace without a passphrase. Whoever has it and the computer can read everything: keep it in a safe, away from the computer.',
      },
      {
        kind: 'facts',
        rows: [
          { label: 'Recovery code', value: recoveryCode },
          { label: 'First signing key', value: firstKey },
        ],
      },
      {
        kind: 'paragraph',
        text: 'The signing key (Ed25519, base64) is the first of the record. An auditor follows every later key back to it.',
      },
      { kind: 'paragraph', text: 'There is no other way in. The makers of Nivaran cannot open a workspace.' },
    ],
    closing: '',
    signature: { name: desk.person.name, designation: desk.person.designation ?? 'Grievance Officer', lines: [] },
    record: { draft: false, line: `Workspace ${desk.workspace}`, qr: `nivaran ${desk.workspace} ${firstKey}` },
    synthetic: organisation.synthetic,
  };
}

/**
 * The printed sheet: recovery code, workspace and the first epoch key, against which any checkpoint can be followed. The
 * record says that one was made, and nothing of what is on it. `startPool` starts the process that draws it.
 * Fault: bad-input when this is no recovery code.
 */
export async function recoverySheet(desk: Desk, recoveryCode: string, startPool: () => Pool = createPool): Promise<Uint8Array> {
  const code = readRecoveryCode(recoveryCode);
  const firstKey = firstEpochKey(desk.db);
  // A process of its own: the code must not stay in the memory of one that later reads a hostile mail.
  const pool = startPool();
  try {
    const { pdf } = await pool.run('letter', sheetModel(desk, code, firstKey));
    write(desk, ['status'], () => post(desk, { kind: 'recovery.exported', subject: `workspace:${desk.workspace}`, body: {} }));
    return pdf;
  } finally {
    await pool.close();
  }
}
