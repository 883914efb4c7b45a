import { refuseMaterial } from '../cases/index.ts';
import { keepKeys, loadAttachment, storeAttachment } from '../desk/attachments.ts';
import { type Desk, nowOf, post, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { maskDeep } from '../identity/rules.ts';
import { sha256Hex } from '../journal/index.ts';
import type { FileToRedact, RedactPages, RedactText } from './contract/redaction.ts';
import type { PackageFileView, RedactedFile } from './contract.ts';
import { knownFor } from './known.ts';
import { copyName, redactionWay, takeOutText } from './rules.ts';
import { packageView } from './service.ts';

/** The largest file that is shown for redaction. */
const largestShownBytes = 40 * 1024 * 1024;

interface Source {
  ref: string;
  file: PackageFileView;
  way: FileToRedact['content']['way'];
  bytes: Buffer;
}

/** The file whose parts are taken out, with its bytes. */
function sourceOf(desk: Desk, refText: string, id: string): Source {
  const { ref, file: subject, files } = knownFor(desk, refText);
  refuseMaterial(desk.db, ref);
  if (subject.state === 'closed') throw new Fault('refused', `${ref} is closed. Reopen it first.`);
  const file = files.find((one) => one.id === id);
  if (!file) throw new Fault('not-found', `There is no such file for the answer of ${ref}.`);
  if (file.quarantine === 'waiting')
    throw new Fault('refused', `${file.name} waits: look at it and say first whether it shows an Aadhaar number.`);
  if (file.quarantine === 'withheld') throw new Fault('refused', `The bytes of ${file.name} are gone: nothing can be taken out of it.`);
  const way = redactionWay(file.mediaType);
  if (way === null)
    throw new Fault('refused', `${file.name} is of a type that cannot be shown here. Take the parts out elsewhere and add the copy.`);
  if (file.sizeBytes > largestShownBytes) throw new Fault('refused', `${file.name} is too large to be shown in the window.`);
  return { ref, file, way, bytes: loadAttachment(desk, id).bytes };
}

function textOf(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault('refused', `${name} is not text in UTF-8. Take the parts out elsewhere and add the copy.`);
  }
}

/** A file of the answer, to be shown to whoever takes parts out of it. Faults: not-found, refused, corrupt. */
export function fileToRedact(desk: Desk, refText: string, id: string): FileToRedact {
  const { file, way, bytes } = sourceOf(desk, refText, id);
  const { name, mediaType } = file;
  const content = way === 'text' ? { way, text: textOf(bytes, name) } : { way, base64: bytes.toString('base64') };
  return { name, mediaType, sha256: sha256Hex(bytes), content };
}

function checkSeen({ bytes, file }: Source, sha256: string): void {
  if (sha256Hex(bytes) !== sha256) throw new Fault('refused', `${file.name} is not the file that was shown. Open it again.`);
}

function keepCopy(desk: Desk, source: Source, bytes: Uint8Array, taken: Record<string, unknown>): RedactedFile {
  const { ref, file, way } = source;
  const mediaType = way === 'picture' ? 'image/png' : file.mediaType;
  const { value: name } = maskDeep(copyName(file.name, way));
  // What was judged of the file holds for a copy that shows less of it.
  const stored = storeAttachment(desk, bytes, { purpose: 'redacted', name, mediaType, quarantine: file.quarantine });
  write(desk, [`case:${ref}`], () => {
    keepKeys(desk, [stored]);
    post(desk, { kind: 'package.file-redacted', subject: `case:${ref}`, body: { source: file.id, file: stored.fact, way, ...taken } });
  });
  return { view: packageView(desk, ref), copy: stored.fact.id };
}

/** Parts of a text that were taken out, as a copy. Faults: not-found, refused, bad-input for a part that lies outside. */
export function redactText(desk: Desk, { ref, file, sha256, ranges }: RedactText): RedactedFile {
  const source = sourceOf(desk, ref, file);
  if (source.way !== 'text') throw badInput('file', 'is not a text');
  checkSeen(source, sha256);
  const rest = takeOutText(textOf(source.bytes, source.file.name), ranges);
  if (!rest) throw badInput('ranges', 'names a part that lies outside of the text, or ends before it begins');
  return keepCopy(desk, source, new TextEncoder().encode(rest.text), { parts: rest.parts });
}

/** Four digits after the point: a thousandth of a page is less than a hair. */
const short = (value: number) => Math.round(value * 10_000) / 10_000;

/**
 * Parts of pages that were painted over, as a copy made of pictures alone: of a PDF a PDF, of a picture a PNG. `pictures` are the
 * pages of the order, one each. Faults: not-found, refused, bad-input naming the page.
 */
export async function redactPages(desk: Desk, order: RedactPages, pictures: Uint8Array[]): Promise<RedactedFile> {
  const before = sourceOf(desk, order.ref, order.file);
  if (before.way === 'text') throw badInput('file', 'is a text: name the parts of it');
  const regions = order.pages.flatMap((page, n) =>
    page.regions.map(({ x, y, width, height }) => ({ page: n + 1, x: short(x), y: short(y), width: short(width), height: short(height) })),
  );
  if (regions.length === 0) throw badInput('pages', 'mark at least one part that goes');
  const pages = order.pages.map((page, n) => ({ ...page, png: pictures[n] ?? new Uint8Array() }));
  const title = copyName(before.file.name, before.way);
  const bytes = await desk.pool.run('burn', { form: before.way, title, at: nowOf(desk), pages });
  if (!desk.db.open) throw new Fault('locked', 'The workspace was locked before the copy was stored; nothing was kept.');
  const source = sourceOf(desk, order.ref, order.file);
  checkSeen(source, order.sha256);
  return keepCopy(desk, source, bytes, { parts: regions.length, regions });
}
