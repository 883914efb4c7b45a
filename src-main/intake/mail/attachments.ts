import { createHash } from 'node:crypto';
import type { Attachment } from 'postal-mime';
import { cleanLine } from './clean.ts';
import { safeFileName, uniqueName } from './names.ts';
import { type MailAttachment, mailLimits } from './parsed.ts';
import { sniff } from './recognise.ts';

/** Makes attachments safe to keep: names, types by their bytes, hashes; says what is odd about them. */
export async function readAttachments(found: Attachment[], warnings: string[]): Promise<MailAttachment[]> {
  if (found.length > mailLimits.parts) {
    warnings.push(
      `The message has ${found.length.toLocaleString('en-IN')} attachments; only the first ${mailLimits.parts.toLocaleString('en-IN')} are kept apart.`,
    );
  }
  const taken = new Set<string>();
  const kept: MailAttachment[] = [];
  for (const [index, attachment] of found.slice(0, mailLimits.parts).entries()) {
    kept.push(await readAttachment(attachment, index + 1, taken, warnings));
  }
  return kept;
}

async function readAttachment(found: Attachment, number: number, taken: Set<string>, warnings: string[]): Promise<MailAttachment> {
  const bytes = bytesOf(found.content);
  const mediaType = cleanLine(found.mimeType, 120).text.toLowerCase() || 'application/octet-stream';
  const sniffedType = await sniff(bytes);
  const safe = safeFileName(found.filename, defaultName(mediaType, sniffedType, number));
  const name = uniqueName(safe.name, taken);
  warnings.push(...safe.problems, ...oddities({ name, mediaType, sniffedType, sizeBytes: bytes.length }));
  return {
    name,
    mediaType,
    sniffedType,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    disposition: found.disposition === null ? null : cleanLine(found.disposition, 40).text,
    contentId: found.contentId ? cleanLine(found.contentId.replace(/^<|>$/g, ''), 300).text : null,
    related: found.related === true,
  };
}

function bytesOf(content: Attachment['content']): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** Names for parts that carry none; keys are media types. */
const namesByType: Record<string, string> = {
  'message/rfc822': 'forwarded message.eml',
  'message/delivery-status': 'delivery report.txt',
  'message/feedback-report': 'feedback report.txt',
  'text/rfc822-headers': 'returned headers.txt',
  'text/calendar': 'invitation.ics',
  'application/ms-tnef': 'winmail.dat',
};
const endingsByType: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/csv': 'csv',
};

function defaultName(mediaType: string, sniffedType: string | null, number: number): string {
  return namesByType[mediaType] ?? `attachment ${number}.${endingsByType[sniffedType ?? mediaType] ?? 'bin'}`;
}

interface AttachmentFacts {
  name: string;
  mediaType: string;
  sniffedType: string | null;
  sizeBytes: number;
}

const programTypes = new Set(['application/x-msdownload', 'application/x-elf', 'application/x-mach-binary', 'application/java-vm']);

function oddities({ name, mediaType, sniffedType, sizeBytes }: AttachmentFacts): string[] {
  if (sizeBytes === 0) return [`The attachment "${name}" is empty.`];
  if (mediaType === 'application/ms-tnef' || name.toLowerCase() === 'winmail.dat') {
    return [`The attachment "${name}" is Outlook's own package; it is kept as it is, and files inside it are not shown.`];
  }
  if (sniffedType !== null && programTypes.has(sniffedType)) return [`The attachment "${name}" holds a program; do not open it.`];
  if (isOtherKind(mediaType, sniffedType)) return [`The attachment "${name}" is sent as ${mediaType}, but its bytes are ${sniffedType}.`];
  return [];
}

const mediaFamilies: Record<string, string> = { image: 'image', text: 'text', video: 'film or sound', audio: 'film or sound' };
/** Formats that are themselves text, and so are rightly sent under several names. */
const textFormats = /xml|rtf|json|postscript/;

/** Only a clear lie counts: a picture that is a document, say, not one office format for another. */
function isOtherKind(mediaType: string, sniffedType: string | null): boolean {
  if (sniffedType === null || mediaType === sniffedType || textFormats.test(sniffedType)) return false;
  if (mediaType === 'application/pdf') return true;
  const declared = familyOf(mediaType);
  return declared !== undefined && declared !== familyOf(sniffedType);
}

function familyOf(mediaType: string): string | undefined {
  return mediaFamilies[mediaType.split('/')[0] ?? ''];
}
