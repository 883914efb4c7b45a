import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { readTicket } from '../cases/rules.ts';
import { currentProfile, currentRulebook, profileHash } from '../desk/adopted.ts';
import { loadAttachment } from '../desk/attachments.ts';
import { type Desk, isNobody, post, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { writeFileSafely } from '../desk/files.ts';
import { appVersion, resourcePath } from '../desk/resources.ts';
import { headCode, sha256Hex } from '../journal/index.ts';
import { letterPdf, readLabels } from '../letters/index.ts';
import { keepCheckpoint, readOrganisation } from '../workspace/index.ts';
import {
  type DossierManifest,
  type DossierOrder,
  dossierSections,
  type RecordExtract,
  type ReportFiles,
  type ReportSection,
  type Withheld,
} from './contract.ts';
import { gatherFacts, hideFor, placesFor } from './gather.ts';
import { reportModelOf, sectionsOf, type Writing } from './rules.ts';

export interface MakeOptions {
  progress?: (done: number, total: number | null) => void;
  signal?: AbortSignal;
}

interface Entry {
  path: string;
  bytes: Uint8Array;
}

/** A report that is made and not yet saved. */
export interface MadeDossier {
  order: DossierOrder;
  pdf: Uint8Array;
  zip: Uint8Array;
  pages: number;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => utf8(`${JSON.stringify(value, null, 2)}\n`);

/** Letters and files of the case, as they lie in the archive. Faults: corrupt, cancelled. */
function* bytesOf(desk: Desk, { inArchive, facts }: Writing): Generator<Entry> {
  const letters = new Set(facts.view.letters.map(({ id }) => id));
  for (const [id, place] of inArchive) {
    if (!('path' in place)) continue;
    yield { path: place.path, bytes: letters.has(id) ? letterPdf(desk, id).pdf : loadAttachment(desk, id).bytes };
  }
}

/** What the report leaves out of the case's letters and files, and why; what nobody asked for is no matter. */
function withheldOf({ inArchive, facts, hide }: Writing): Withheld[] {
  const names = new Map([
    ...facts.view.letters.map(({ id, template }): [string, string] => [id, template]),
    ...facts.view.attachments.map(({ id, name }): [string, string] => [id, hide(name)]),
  ]);
  return [...inArchive].flatMap(([id, place]) =>
    'path' in place || place.why === 'not-asked' ? [] : [{ what: names.get(id) ?? id, why: place.why }],
  );
}

function manifestOf(desk: Desk, writing: Writing, entries: readonly Entry[]): DossierManifest {
  const { facts, sections, redaction, language } = writing;
  const { name, version, hash } = currentRulebook(desk.db);
  const { platform, ref } = facts.view;
  return {
    format: 'nivaran-dossier/1',
    ticket: ref,
    preparedAt: facts.preparedAt,
    sections: [...sections],
    redaction,
    language,
    app: { name: 'Nivaran', version: appVersion },
    rulebook: { name, version, hash },
    profile: { platform, version: currentProfile(desk.db, platform).version, hash: profileHash(desk.db, platform) },
    record: { entries: facts.head.entries, head: facts.head.hash },
    files: entries.map(({ path, bytes }) => ({ path, sizeBytes: bytes.byteLength, sha256: sha256Hex(bytes) })),
    withheld: withheldOf(writing),
  };
}

function dataOf({ facts, sections, redaction, language }: Writing, written: readonly ReportSection[]): unknown {
  return {
    format: 'nivaran-report/1',
    ticket: facts.view.ref,
    preparedAt: facts.preparedAt,
    sections,
    redaction,
    language,
    content: written,
  };
}

interface Checkpoint {
  note: string;
  entries: number;
  head: string;
}

function signHead(desk: Desk): Checkpoint {
  const { note } = keepCheckpoint(desk);
  const { seq, hash } = desk.journal.head();
  return { note, entries: seq, head: hash };
}

async function writingFor(desk: Desk, order: DossierOrder, { entries, head }: Checkpoint): Promise<Writing> {
  const facts = gatherFacts(desk, order.ref, { entries, hash: head });
  const { redaction, language } = order;
  const labels = await readLabels(resourcePath('letters'));
  const sections = dossierSections.filter((section) => order.sections.includes(section));
  return { facts, sections, redaction, language, labels, hide: hideFor(desk, facts, order), inArchive: placesFor(desk, facts, order) };
}

function extract(desk: Desk, { facts }: Writing, { note }: Checkpoint): RecordExtract {
  const { view, entries } = facts;
  return {
    format: 'nivaran-record-extract/1',
    ticket: view.ref,
    workspace: desk.workspace,
    checkpoint: note,
    entries: [...entries],
  };
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Fault('cancelled', 'The report was stopped; nothing was saved.');
}

/** Legal advice leaves only by a person who is known, with why. Faults: bad-input, not-allowed. */
function refuseUnsaid({ person }: Desk, { sections, reason }: DossierOrder): void {
  if (!sections.includes('privileged-notes')) return;
  if (!reason?.trim()) throw badInput('reason', 'is empty: notes marked privileged go into a report only with a reason');
  if (isNobody(person))
    throw new Fault(
      'not-allowed',
      'Notes marked privileged go into a report only by a named person of the desk, not by the recovery code.',
    );
}

/**
 * Makes the report of a case: one PDF under a signed checkpoint of the record, and one ZIP with the same as data, the sealed
 * letters and the files that were asked for. Nothing is written down or saved yet. Faults: not-found, bad-input, corrupt, cancelled.
 */
export async function makeDossier(desk: Desk, asked: DossierOrder, { progress, signal }: MakeOptions = {}): Promise<MadeDossier> {
  const order = { ...asked, ref: readTicket(asked.ref) };
  refuseUnsaid(desk, order);
  const signed = signHead(desk);
  const writing = await writingFor(desk, order, signed);
  const sections = sectionsOf(writing);
  const paths = [...writing.inArchive.values()].filter((place) => 'path' in place).length;
  const total = paths + 2;
  progress?.(0, total);
  const record = { draft: false as const, line: `Record ${signed.entries} · ${headCode(signed.head)}`, qr: signed.note };
  const model = reportModelOf(writing, sections, record, readOrganisation(desk.db).synthetic);
  const { pdf, pages } = await desk.pool.run('report', model, signal ? { signal } : {});
  const entries: Entry[] = [
    { path: 'report.pdf', bytes: pdf },
    { path: 'report.json', bytes: json(dataOf(writing, sections)) },
  ];
  if (order.sections.includes('record')) entries.push({ path: 'record.json', bytes: json(extract(desk, writing, signed)) });
  for (const entry of bytesOf(desk, writing)) {
    stopIfAsked(signal);
    entries.push(entry);
    progress?.(entries.length - 1, total);
  }
  entries.push({ path: 'manifest.json', bytes: json(manifestOf(desk, writing, entries)) });
  const zip = await desk.pool.run('zip', { entries, password: null, at: writing.facts.preparedAt }, signal ? { signal } : {});
  stopIfAsked(signal);
  progress?.(total, total);
  return { order, pdf, zip, pages };
}

/** The two files of a report under one name. */
export function dossierPaths(base: string): { pdf: string; zip: string } {
  return { pdf: `${base}.pdf`, zip: `${base}.zip` };
}

/** Nothing is written over. Fault: already-exists. */
export function refuseExisting(...paths: string[]): void {
  const found = paths.find((path) => existsSync(path));
  if (found) throw new Fault('already-exists', `${basename(found)} is already there and was left as it is. Name another place.`);
}

/**
 * Saves a report as `BASE.pdf` and `BASE.zip`, and records before that who took which sections out. Faults: already-exists,
 * bad-input, disk-full, read-only for the files; clock-moved; locked where the desk closed meanwhile.
 */
export function saveDossier(desk: Desk, { order, pdf, zip, pages }: MadeDossier, base: string): ReportFiles {
  if (!desk.db.open) throw new Fault('locked', 'The workspace was locked before the report was saved. Make it again.');
  const paths = dossierPaths(base);
  refuseExisting(paths.pdf, paths.zip);
  const { ref, sections, redaction, language, reason } = order;
  const files = [
    { path: paths.pdf, bytes: pdf },
    { path: paths.zip, bytes: zip },
  ].map(({ path, bytes }) => ({ path, bytes, sha256: sha256Hex(bytes) }));
  const told = files.map(({ path, sha256 }) => ({ name: basename(path), sha256 }));
  const body = { report: 'dossier', sections, redaction, language, pages, files: told, reason: reason ?? null };
  write(desk, [`case:${ref}`, 'journal'], () => post(desk, { kind: 'report.exported', subject: `case:${ref}`, body }));
  for (const { path, bytes } of files) writeFileSafely(path, bytes);
  return { files: files.map(({ path, sha256 }) => ({ path, sha256 })) };
}
