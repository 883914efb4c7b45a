import { maskAadhaarIn } from '../../identity/rules.ts';
import { textOfHtml } from './html.ts';

/** What a part is: its media type in small letters and the character set it names, if any. */
export interface PartType {
  mediaType: string;
  charset: string | null;
}

export interface MaskedBytes {
  bytes: Buffer;
  count: number;
}

const textTypes = /^(?:text\/|message\/|application\/(?:json|xml|csv|ecmascript|javascript|x-ndjson|x-yaml|[\w.+-]*\+(?:json|xml)))/;
/** Text to a machine, but its marks may stand between any two digits of a number. */
const markedUp = /^(?:application|text)\/(?:rtf|postscript|pdf)|^image\/svg/;
const sampleBytes = 8_192;

/** Whether bytes are text that can be searched: by what they are said to be, or because they hold no sign of being anything else. */
export function isReadableText(bytes: Uint8Array, mediaType: string): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  if (utf16Of(bytes) !== null) return true;
  if (sample.includes(0) || markedUp.test(mediaType)) return false;
  if (textTypes.test(mediaType)) return true;
  if (/^(?:image|audio|video|font)\/|^application\/pdf/.test(mediaType)) return false;
  const odd = sample.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length;
  return odd === 0 && !hasBadUtf8(sample);
}

function hasBadUtf8(sample: Uint8Array): boolean {
  // The sample may end in the middle of a character.
  const text = new TextDecoder('utf-8').decode(sample);
  return text.slice(0, -3).includes('\ufffd');
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** The character set that decodes these bytes without loss; windows-1252 takes any byte. */
function decoded(bytes: Uint8Array, charset: string | null): { text: string; isUtf8: boolean } {
  const marked = utf16Of(bytes);
  for (const label of [marked, 'utf-8', charset]) {
    if (label === null) continue;
    try {
      return { text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: label === 'utf-8' };
    } catch {
      // The next one then: an unknown label, or bytes that are not of it.
    }
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), isUtf8: false };
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Tags or entities may stand between the digits of a number: then the words alone are kept. */
function maskHtml(html: string): { text: string; count: number } {
  const source = maskAadhaarIn(html);
  const words = maskAadhaarIn(textOfHtml(source.text).text);
  if (words.count === 0) return source;
  const text = `<pre>${words.text.replace(/[&<>]/g, (sign) => escapes[sign] as string)}</pre>`;
  return { text, count: source.count + words.count };
}

/** The bytes of a text with every Aadhaar number masked, in UTF-8; null where there is none. */
export function maskTextBytes(bytes: Uint8Array, { mediaType, charset }: PartType): MaskedBytes | null {
  const { text } = decoded(bytes, charset);
  const masked =
    mediaType === 'text/html' || /^\s*(?:<!doctype html|<html)/i.test(text.slice(0, 200)) ? maskHtml(text) : maskAadhaarIn(text);
  return masked.count === 0 ? null : { bytes: Buffer.from(masked.text, 'utf8'), count: masked.count };
}
