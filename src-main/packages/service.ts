import { stringify } from 'csv-stringify/sync';
import { refuseMaterial } from '../cases/index.ts';
import { currentProfile, currentRulebook, profileHash } from '../desk/adopted.ts';
import { keepKeys, loadAttachment, storeAttachment } from '../desk/attachments.ts';
import { type Desk, nowOf, post, write } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { appVersion } from '../desk/resources.ts';
import { type OfferedEvidence, readForKeeping } from '../identity/index.ts';
import { maskDeep } from '../identity/rules.ts';
import { sha256Hex } from '../journal/index.ts';
import type { Answer, BuiltPackage, Manifest, ManifestFile, PackageFileUse, PackageObstacle, PackageView } from './contract.ts';
import { answerFor, basisOf, type Known, knownFor } from './known.ts';
import { givenFor, packageObstacles, readmeOf, releaseObstacles, tablesOf } from './rules.ts';
import { type KeptPackage, packagesOf } from './store.ts';
import type { ZipEntry } from './zip.ts';

/** Everything about the package of a case. Faults: not-found, bad-input. */
export function packageView(desk: Desk, refText: string): PackageView {
  const known = knownFor(desk, refText);
  const { ref, file, attachments, work, files } = known;
  const packages = packagesOf(desk.db, ref).map((one, n) => ({ ...one, isStale: n > 0 || !isOfToday(desk, known, one) }));
  const copies = attachments.filter(({ purpose }) => purpose === 'redacted').map(({ id, name, quarantine }) => ({ id, name, quarantine }));
  const obstacles = packageObstacles(file, attachments, work.entries);
  return { ref, files, copies, obstacles, packages, releaseObstacles: releaseObstacles(file, packages[0]?.isStale ?? false) };
}

/** Whether the work on the case still gives what the package was made of. */
export function isOfToday(desk: Desk, known: Known, { language, basis }: { language: 'en' | 'hi'; basis: string }): boolean {
  return basisOf(answerFor(desk, known, language, '')) === basis;
}

/** The package that answers the request as the case stands today, or undefined where there is none. */
export function currentPackage(desk: Desk, ref: string): KeptPackage | undefined {
  const [newest] = packagesOf(desk.db, ref);
  return newest && isOfToday(desk, knownFor(desk, ref), newest) ? newest : undefined;
}

/**
 * Keeps a file for the answer of a case: one that it may give away, or the copy of such a one with parts taken out. What a program
 * can read is masked at once; a picture waits until somebody has looked. Faults: not-found, bad-input, refused for a closed case.
 */
export async function addPackageFile(desk: Desk, refText: string, as: PackageFileUse, file: OfferedEvidence): Promise<PackageView> {
  const { bytes, aadhaarMasked, isWaiting } = await readForKeeping(desk, file);
  const { ref, file: subject } = knownFor(desk, refText);
  if (subject.state === 'closed') throw new Fault('refused', `${ref} is closed. Reopen it first.`);
  refuseMaterial(desk.db, ref);
  const { value: name } = maskDeep(file.name.slice(0, 200));
  const stored = storeAttachment(desk, bytes, { purpose: as, name, mediaType: file.mediaType, quarantine: isWaiting ? 'waiting' : null });
  write(desk, [`case:${ref}`], () => {
    keepKeys(desk, [stored]);
    post(desk, { kind: 'package.file-added', subject: `case:${ref}`, body: { file: stored.fact, aadhaarMasked } });
  });
  return packageView(desk, ref);
}

const sayObstacle: Record<PackageObstacle['what'], (file: string) => string> = {
  'wrong-kind': () => 'Only a request for access, portability or recipients is answered with a package.',
  closed: () => 'The case is closed. Reopen it first.',
  undecided: (file) => `Decide first what becomes of ${file}: release it, release a copy with parts taken out, or hold it back.`,
  waiting: (file) => `${file} waits: look at it and say first whether it shows an Aadhaar number.`,
  gone: (file) => `The bytes of ${file} are gone. Hold it back, or bring another file.`,
  'no-copy': (file) => `Bring the copy of ${file} with the parts taken out, and name it in the decision.`,
  'not-attached': (file) => `${file} was only named. Bring the file, or hold it back.`,
  nothing: () => 'Nothing is there yet to answer with: mark data categories, record searches, or bring files.',
  'too-large': () => 'The files are larger together than a package may be. Hold one back and hand it out another way.',
};

function refuseObstacles(obstacles: readonly PackageObstacle[]): void {
  if (obstacles.length === 0) return;
  const texts = obstacles.map(({ what, file }) => sayObstacle[what](file ?? ''));
  throw new Fault('refused', texts[0] ?? '', { issues: texts.map((message) => ({ field: 'package', message })) });
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => utf8(`${JSON.stringify(value, null, 2)}\n`);

/** Tables as spreadsheets take them. A cell that a spreadsheet would run as a formula begins with an apostrophe instead. */
const csv = (rows: unknown[][]) => utf8(stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows' }));

/** The files of a case as they go into the archive. Fault: corrupt where one is not what was stored. */
function givenEntries(desk: Desk, answer: Answer, files: Known['files']): ZipEntry[] {
  return files.flatMap((file, n) => {
    const path = answer.files[n]?.path;
    const given = givenFor(file);
    return path && given ? [{ path, bytes: loadAttachment(desk, given).bytes }] : [];
  });
}

function contentsOf(desk: Desk, answer: Answer, known: Known): ZipEntry[] {
  const tables = tablesOf(answer).map(({ path, rows }) => ({ path, bytes: csv(rows) }));
  const rest = [{ path: 'data.json', bytes: json(answer) }, ...tables, ...givenEntries(desk, answer, known.files)];
  const readme = readmeOf(
    answer,
    rest.map(({ path }) => path),
  );
  return [{ path: 'README.txt', bytes: utf8(`\uFEFF${readme}`) }, ...rest];
}

function fileLines(entries: readonly ZipEntry[]): ManifestFile[] {
  return entries.map(({ path, bytes }) => ({ path, sizeBytes: bytes.byteLength, sha256: sha256Hex(bytes) }));
}

function manifestOf(desk: Desk, answer: Answer, platform: string, entries: readonly ZipEntry[]): Manifest {
  const { name, version, hash } = currentRulebook(desk.db);
  const { seq, hash: head } = desk.journal.head();
  return {
    format: 'nivaran-package/1',
    ticket: answer.ticket,
    preparedAt: answer.preparedAt,
    app: { name: 'Nivaran', version: appVersion },
    rulebook: { name, version, hash },
    profile: { platform, version: currentProfile(desk.db, platform).version, hash: profileHash(desk.db, platform) },
    record: { entries: seq, head },
    files: fileLines(entries),
  };
}

const passwordSigns = 20;
/** Small letters and digits that nobody mistakes for one another, when read or when heard. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
/** Bytes from here on would favour the first signs. */
const unevenFrom = 256 - (256 % alphabet.length);

/** Five groups of four signs: 99 bits. */
function makePassword(desk: Desk): string {
  let signs = '';
  while (signs.length < passwordSigns) {
    const [byte = unevenFrom] = desk.ids.bytes(1);
    if (byte < unevenFrom) signs += alphabet[byte % alphabet.length];
  }
  return (signs.match(/.{4}/g) ?? []).join('-');
}

export interface BuildOrder {
  ref: string;
  /** Left out, the desk makes one. */
  password?: string | undefined;
  /** Left out, that of the person. */
  language?: 'en' | 'hi' | undefined;
}

/**
 * Builds the package of a case: the answer as JSON, tables and files under AES-256, kept as a file of the case. Its password is
 * answered here once and kept nowhere. Faults: refused with all that stands in the way, not-found, corrupt.
 */
export async function buildPackage(desk: Desk, order: BuildOrder): Promise<BuiltPackage> {
  const known = knownFor(desk, order.ref);
  const { ref, file, attachments, work } = known;
  refuseObstacles(packageObstacles(file, attachments, work.entries));
  const at = nowOf(desk);
  const language = order.language ?? file.complainant.language ?? 'en';
  const answer = answerFor(desk, known, language, at);
  const entries = contentsOf(desk, answer, known);
  const manifest = manifestOf(desk, answer, file.platform, entries);
  const password = order.password ?? makePassword(desk);
  const zip = await desk.pool.run('zip', { entries: [...entries, { path: 'manifest.json', bytes: json(manifest) }], password, at });
  if (!desk.db.open) throw new Fault('locked', 'The workspace was locked before the package was stored; nothing was kept.');
  if (!isOfToday(desk, knownFor(desk, ref), { language, basis: basisOf(answer) }))
    throw new Fault('refused', 'The work on the case changed while the package was built. Build it again.');
  const stored = storeAttachment(desk, zip, { purpose: 'package', name: `${ref}-answer.zip`, mediaType: 'application/zip' });
  write(desk, [`case:${ref}`], () => {
    keepKeys(desk, [stored]);
    const body = { package: stored.fact, language, basis: basisOf(answer), manifest };
    post(desk, { kind: 'package.built', subject: `case:${ref}`, body });
  });
  return { view: packageView(desk, ref), password };
}
