import { Fault } from '../../desk/faults.ts';
import { mailLimits } from './parsed.ts';

/**
 * Splits an mbox file (RFC 4155; quoting of mboxrd and mboxo) into its messages, one at a time; given in chunks, a file
 * of any size fits in memory. Each message comes without its From_ line and with quoted From_ lines restored; one that is
 * too large comes one byte over the limit, so that `parseMail` says so. A From_ line counts only at the start or after a
 * blank line and when it holds a time of day: sentences that begin with "From" are not separators.
 * Faults: bad-input when the file is empty or does not begin with a From_ line.
 */
export function* splitMbox(source: Uint8Array | Iterable<Uint8Array>): Generator<Uint8Array> {
  let open: MessageUnderway | null = null;
  let afterBlank = true;
  for (const line of linesOf(source)) {
    if (afterBlank && isSeparator(line)) {
      if (open) yield open.finish();
      open = new MessageUnderway();
    } else if (open) open.add(restored(line));
    else if (!isBlank(line)) throw notMbox('does not begin with a line that starts with "From "');
    afterBlank = isBlank(line);
  }
  if (!open) throw notMbox('is empty');
  yield open.finish();
}

function notMbox(what: string): Fault {
  return new Fault('bad-input', `The mailbox file ${what}.`, { issues: [{ field: 'mbox', message: what }] });
}

class MessageUnderway {
  #lines: Uint8Array[] = [];
  #sizeBytes = 0;

  add(line: Uint8Array): void {
    // One byte more than a message may have is enough to tell that it is too large.
    const room = mailLimits.messageBytes + 1 - this.#sizeBytes;
    if (room <= 0) return;
    const kept = line.subarray(0, room);
    this.#lines.push(kept);
    this.#sizeBytes += kept.length;
  }

  /** The blank line before the next separator belongs to the mbox, not to the message. */
  finish(): Uint8Array {
    const last = this.#lines.at(-1);
    if (last && isBlank(last)) this.#lines.pop();
    return new Uint8Array(Buffer.concat(this.#lines));
  }
}

const lineFeed = 0x0a;
/** A longer line is passed on in pieces, so that a file without line ends cannot fill the memory. */
const longestLineBytes = 1024 * 1024;

function* linesOf(source: Uint8Array | Iterable<Uint8Array>): Generator<Uint8Array> {
  const chunks = source instanceof Uint8Array ? [source] : source;
  let rest: Uint8Array = new Uint8Array(0);
  for (const chunk of chunks) {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = data.indexOf(lineFeed); end >= 0; end = data.indexOf(lineFeed, start)) {
      yield data.subarray(start, end + 1);
      start = end + 1;
    }
    rest = data.subarray(start);
    if (rest.length > longestLineBytes) {
      yield rest;
      rest = new Uint8Array(0);
    }
  }
  if (rest.length > 0) yield rest;
}

function isBlank(line: Uint8Array): boolean {
  return line.length <= 2 && (line[0] === lineFeed || (line[0] === 0x0d && line[1] === lineFeed));
}

function startOf(line: Uint8Array, length: number): string {
  return Buffer.from(line.subarray(0, length)).toString('latin1');
}

function isSeparator(line: Uint8Array): boolean {
  return line[0] === 0x46 && /^From \S.* \d{1,2}:\d{2}\b/.test(startOf(line, 200));
}

/** ">From " stands for "From ", ">>From " for ">From " (mboxrd). */
function restored(line: Uint8Array): Uint8Array {
  return line[0] === 0x3e && /^>+From /.test(startOf(line, 200)) ? line.subarray(1) : line;
}
