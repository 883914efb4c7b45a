import { cutAtCharacter } from './clean.ts';

const longestName = 120;
const longestEnding = 16;

/** Endings of files that run when they are opened, on the systems an officer may have. */
const runnable = new Set(
  'apk app appimage bat cmd com cpl deb dll dmg exe hta inf iso jar js jse lnk msc msi msp ps1 psm1 reg scr sh url vbe vbs wsf wsh'.split(
    ' ',
  ),
);
const documents = new Set('doc docx gif jpeg jpg mp3 mp4 odt pdf png ppt pptx rtf txt xls xlsx zip'.split(' '));

/** Names that Windows keeps for devices, whatever their ending. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

export interface SafeName {
  name: string;
  /** Sentences about what was wrong with the name that the message gave. */
  problems: string[];
}

/**
 * A file name that is safe to show and to write on any disk: no path, no control, direction or reserved characters,
 * no device name, no dot or space at the ends, at most 120 UTF-16 units with its ending kept.
 */
export function safeFileName(given: string | null, fallback: string): SafeName {
  const raw = given ?? '';
  const last = raw.split(/[/\\]/).at(-1) ?? '';
  const shown = last.toWellFormed().replace(/[\p{Cc}\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '');
  const allowed = shown
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const name = shorten(allowed.replace(deviceName, '_$&')) || fallback;
  return { name, problems: problemsOf(raw, name) };
}

function problemsOf(raw: string, name: string): string[] {
  const problems: string[] = [];
  if (/[/\\]/.test(raw)) problems.push(`The name of the attachment "${name}" held a folder path; it was removed.`);
  if (/[\u202a-\u202e\u2066-\u2069]/.test(raw)) {
    problems.push(`The name of the attachment "${name}" was disguised with marks that reverse the reading direction; they were removed.`);
  }
  const endings = name.toLowerCase().split('.').slice(1);
  if (!runnable.has(endings.at(-1) ?? '')) return problems;
  const isDisguised = endings.slice(0, -1).some((ending) => documents.has(ending.trim()));
  problems.push(
    isDisguised
      ? `The attachment "${name}" is a program disguised as a document; do not open it.`
      : `The attachment "${name}" is a program or script; do not open it.`,
  );
  return problems;
}

function shorten(name: string): string {
  if (name.length <= longestName) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= longestEnding ? name.slice(dot) : '';
  return cutAtCharacter(name.slice(0, name.length - ending.length), longestName - ending.length).trimEnd() + ending;
}

/** Gives a second file of the same name (letters of either case are the same on many disks) a number: "scan (2).png". */
export function uniqueName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let unique = name;
  for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${stem} (${number})${ending}`;
  taken.add(unique.toLowerCase());
  return unique;
}
