/** What a line of a list names: an address or an account in one spelling, and the key by which two spellings are one. */
export interface Named {
  type: 'url' | 'account';
  value: string;
  key: string;
}

/** Why a line names nothing that can be acted on. */
export const lineFaults = ['no-address', 'bad-host', 'too-long'] as const;
export type LineFault = (typeof lineFaults)[number];

const longest = 2_000;
/** Signs without a width that mails and tables leave in an address. */
const invisible = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;
const wrapping = /^[\s<>()[\]{}"'“”‘’„*]+|[\s<>()[\]{}"'“”‘’„*.,;:!?]+$/gu;
/** What only tells where somebody clicked. */
const tracking = /^(?:utm_\w+|fbclid|gclid|igshid|mc_[ce]id|si)$/i;

/** Takes out what was put around an address, and mends one that was made safe to mail (hxxp, [.]). */
function cleaned(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[[({]\.[\])}]/gu, '.')
    .replace(wrapping, '')
    .replace(/^hxxp/iu, 'http')
    .replace(/^www\./iu, 'https://www.');
}

function keptQuery(query: string): string {
  const parts = query
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !tracking.test(part.split('=')[0] ?? ''));
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const hostShape =
  /^(?:[^\s@/]+@)?((?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,}|\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?$/u;

/** One spelling of a web address: host in small letters, no default port, no mark, no part that only tracks; or why it is none. */
export function normaliseUrl(text: string): Named | LineFault {
  const found = /^(https?):\/\/([^/?#\s]+)([^?#\s]*)(\?[^#\s]*)?(#\S*)?$/iu.exec(text);
  if (!found) return 'no-address';
  const [, scheme = '', place = '', path = '', query = '', mark = ''] = found;
  const host = hostShape.exec(place.toLowerCase());
  if (!host) return 'bad-host';
  const [, name = '', port] = host;
  const isPlainPort = port === undefined || port === (scheme.toLowerCase() === 'http' ? '80' : '443');
  const rest = `${name}${isPlainPort ? '' : `:${port}`}${path === '' ? '/' : path}${keptQuery(query)}${mark.startsWith('#!') ? mark : ''}`;
  const value = `${scheme.toLowerCase()}://${rest}`;
  if (value.length > longest) return 'too-long';
  return { type: 'url', value, key: rest.replace(/^www\./, '').replace(/\/(?=$|\?)/, '') };
}

/** What one piece of a list names. */
export function readNamed(piece: string): Named | LineFault {
  const text = cleaned(piece);
  if (text.length > longest) return 'too-long';
  if (/^@[\p{L}\p{M}\p{N}._-]{2,80}$/u.test(text)) return { type: 'account', value: text, key: text.toLowerCase() };
  return normaliseUrl(text);
}

/** Pieces of a running line that look like addresses or accounts. */
export function piecesOf(line: string): string[] {
  return line.match(/(?:h(?:tt|xx)ps?:\/\/|www\.)[^\s<>"“”]+|(?<![\p{L}\p{N}.])@[\p{L}\p{M}\p{N}._-]{2,80}/giu) ?? [];
}
