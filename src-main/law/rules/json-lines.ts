/** Where things stand in a JSON text, so that a fault in a rulebook or a profile can name the line. */

type Path = readonly PropertyKey[];

/** The line (from 1) on which the value at `path` begins, or that of its nearest parent; null if the text is not JSON. */
export function lineOf(text: string, path: Path): number | null {
  try {
    const offset = findValue({ text, at: 0 }, path);
    return lineAt(text, offset);
  } catch {
    return null;
  }
}

/** The line that a JSON.parse error speaks of, or null. */
export function lineOfSyntaxError(text: string, error: unknown): number | null {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return lineAt(text, Number(position));
  return /end of JSON input/.test(message) ? lineAt(text, text.length) : null;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let n = text.indexOf('\n'); n !== -1 && n < offset; n = text.indexOf('\n', n + 1)) line += 1;
  return line;
}

interface Cursor {
  text: string;
  at: number;
}

/** The offset of the value at `path`; where the path leads nowhere, of the last value it reached. */
function findValue(cursor: Cursor, path: Path): number {
  skipSpace(cursor);
  const start = cursor.at;
  const [step, ...rest] = path;
  if (step === undefined) return start;
  const child = enter(cursor, step);
  return child ? findValue(cursor, rest) : start;
}

/** Moves to the member `step` of the object or array at the cursor; false if there is none. */
function enter(cursor: Cursor, step: PropertyKey): boolean {
  const opening = cursor.text[cursor.at];
  if (opening !== '{' && opening !== '[') return false;
  cursor.at += 1;
  for (let index = 0; ; index += 1) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === '}' || cursor.text[cursor.at] === ']') return false;
    const key = opening === '{' ? readKey(cursor) : index;
    if (key === (opening === '{' ? String(step) : step)) return true;
    skipValue(cursor);
    skipSpace(cursor);
    if (cursor.text[cursor.at] === ',') cursor.at += 1;
  }
}

function readKey(cursor: Cursor): string {
  const start = cursor.at;
  skipString(cursor);
  const key = JSON.parse(cursor.text.slice(start, cursor.at)) as string;
  skipSpace(cursor);
  cursor.at += 1;
  skipSpace(cursor);
  return key;
}

function skipSpace(cursor: Cursor): void {
  while (/\s/.test(cursor.text[cursor.at] ?? '')) cursor.at += 1;
}

function skipString(cursor: Cursor): void {
  cursor.at += 1;
  while (peek(cursor) !== '"') cursor.at += peek(cursor) === '\\' ? 2 : 1;
  cursor.at += 1;
}

function skipValue(cursor: Cursor): void {
  const first = peek(cursor);
  if (first === '"') skipString(cursor);
  else if (first === '{' || first === '[') skipNested(cursor);
  else while (!/[\s,}\]]/.test(peek(cursor))) cursor.at += 1;
}

function skipNested(cursor: Cursor): void {
  let depth = 0;
  do {
    const character = peek(cursor);
    if (character === '"') {
      skipString(cursor);
      continue;
    }
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    cursor.at += 1;
  } while (depth > 0);
}

function peek({ text, at }: Cursor): string {
  const character = text[at];
  if (character === undefined) throw new RangeError('The text ends inside a value.');
  return character;
}
