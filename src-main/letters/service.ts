import { readCaseFile, readLetter } from '../cases/index.ts';
import { readTicket } from '../cases/rules.ts';
import { keepKeys, loadAttachment, storeAttachment } from '../desk/attachments.ts';
import { type Desk, isNobody, nowOf, post, signEntry, write } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { resourcePath } from '../desk/resources.ts';
import { headCode, writeCheckpoint } from '../journal/index.ts';
import { certificateLetter } from './certificate-letter.ts';
import { letterFieldsOf } from './compose.ts';
import type { LetterLanguage, LetterModel, MissingField } from './contract.ts';
import { readTemplate } from './resources.ts';
import { mergeLetter, withRecord } from './rules/merge.ts';
import { letterText } from './rules/text.ts';

export interface LetterRequest {
  ref: string;
  template: string;
  /** Absent: the complainant's language, else English. */
  language?: LetterLanguage | undefined;
}

/** The start of the IST day: a draft made twice on one day is the same file. */
function startOfDay(now: string): string {
  const shift = 330 * 60_000;
  return new Date(Math.floor((Date.parse(now) + shift) / 86_400_000) * 86_400_000 - shift).toISOString();
}

function languageFor(desk: Desk, request: LetterRequest): LetterLanguage {
  return request.language ?? readCaseFile(desk.db, request.ref)?.complainant.language ?? 'en';
}

async function merge(desk: Desk, request: LetterRequest, createdAt: string): Promise<{ model: LetterModel } | { missing: MissingField[] }> {
  const language = languageFor(desk, request);
  if (request.template === 'evidence-certificate') return { model: certificateLetter(desk, request.ref, language, createdAt) };
  const template = await readTemplate(resourcePath('letters'), request.template, language);
  return mergeLetter(template, await letterFieldsOf(desk, { ref: request.ref, language, template: request.template }, createdAt));
}

function mustMerge(merged: { model: LetterModel } | { missing: MissingField[] }): LetterModel {
  if ('model' in merged) return merged.model;
  const names = merged.missing.map((one) => one.label).join(', ');
  throw new Fault('refused', `The letter still needs ${names}.`, {
    issues: merged.missing.map((one) => ({ field: one.field, message: `${one.label} is missing` })),
  });
}

export interface LetterPreview {
  pdf: Uint8Array;
  pages: number;
  text: string;
  missing: MissingField[];
}

/** The draft as it would look, marked DRAFT, and what it still lacks. Writes nothing. Faults: not-found, bad-input. */
export async function previewLetter(desk: Desk, request: LetterRequest): Promise<LetterPreview> {
  const ref = readTicket(request.ref);
  const merged = await merge(desk, { ...request, ref }, startOfDay(nowOf(desk)));
  if (!('model' in merged)) return { pdf: new Uint8Array(), pages: 0, text: '', missing: merged.missing };
  const model = withRecord(merged.model, { draft: true });
  const { pdf, pages } = await desk.pool.run('letter', model);
  return { pdf, pages, text: letterText(model), missing: [] };
}

export interface SealedLetter {
  id: string;
  ref: string;
  pdf: Uint8Array;
  sha256: string;
  pages: number;
  record: number;
}

/**
 * Seals a letter: prepared (entry n), checkpoint of size n, PDF with record line and checkpoint, sealed by hash, signed by
 * the officer (design: a sealed letter). Faults: refused when something is missing, not-found, bad-input.
 */
export async function sealLetter(desk: Desk, request: LetterRequest): Promise<SealedLetter> {
  const ref = readTicket(request.ref);
  const createdAt = nowOf(desk);
  const draft = mustMerge(await merge(desk, { ...request, ref }, createdAt));
  const prepared = write(desk, [`case:${ref}`], () => prepare(desk, ref, draft));
  const model = withRecord(draft, { draft: false, line: `Record ${prepared.seq} · ${headCode(prepared.hash)}`, qr: prepared.note });
  const { pdf, pages } = await desk.pool.run('letter', model);
  const stored = storeAttachment(desk, pdf, {
    purpose: 'letter',
    name: `${ref} ${draft.template.id} ${draft.language}.pdf`,
    mediaType: 'application/pdf',
  });
  const id = `letter:${prepared.seq}`;
  write(desk, [`case:${ref}`, 'queue'], () => {
    keepKeys(desk, [stored]);
    const body = {
      letter: id,
      template: draft.template.id,
      record: prepared.seq,
      sha256: stored.fact.sha256,
      pages,
      attachment: stored.fact,
    };
    signEntry(desk, post(desk, { kind: 'letter.sealed', subject: `case:${ref}`, body }));
  });
  return { id, ref, pdf, sha256: stored.fact.sha256, pages, record: prepared.seq };
}

function prepare(desk: Desk, ref: string, draft: LetterModel): { seq: number; hash: string; note: string } {
  const { id, version } = draft.template;
  const entry = post(desk, {
    kind: 'letter.prepared',
    subject: `case:${ref}`,
    // The letter bears the officer's name; the record says that it was not she who wrote it.
    body: { template: id, version, language: draft.language, model: draft, ...(isNobody(desk.person) ? { by: 'recovery-code' } : {}) },
  });
  const { note } = writeCheckpoint(desk.db, desk.journal, desk.signer());
  return { seq: entry.seq, hash: entry.hash, note };
}

/** A sealed letter's PDF as it was sealed. Faults: not-found, refused for a letter never sealed, corrupt. */
export function letterPdf(desk: Desk, id: string): { pdf: Buffer; name: string; ref: string } {
  const letter = readLetter(desk.db, id);
  if (!letter) throw new Fault('not-found', 'There is no such letter.');
  if (!letter.attachment) throw new Fault('refused', 'This letter was never sealed.');
  const { bytes, name } = loadAttachment(desk, letter.attachment);
  return { pdf: bytes, name, ref: letter.ref };
}

/** Notes in the record that a letter left as a file. */
export function recordExport(desk: Desk, ref: string, id: string, sha256: string): void {
  write(desk, [`case:${ref}`], () => post(desk, { kind: 'letter.exported', subject: `case:${ref}`, body: { letter: id, sha256 } }));
}
