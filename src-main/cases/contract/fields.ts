import { z } from 'zod';

/** The longest text a form may carry; a longer mail is kept whole as an attachment instead. */
export const longestFormText = 200_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const controlInLine = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const controlInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;

/** The first character of `text` that a form may not hold, as U+XXXX, or null. Tabs and line ends are allowed when `multiline`. */
export function forbiddenCharacter(text: string, multiline: boolean): string | null {
  const found = (multiline ? controlInText : controlInLine).exec(text);
  if (!found) return null;
  return `U+${found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}

function clean(multiline: boolean) {
  return (text: string, context: z.RefinementCtx) => {
    const code = forbiddenCharacter(text, multiline);
    if (code) context.addIssue({ code: 'custom', message: `contains the control character ${code}` });
    if (!text.isWellFormed()) context.addIssue({ code: 'custom', message: 'contains half of a surrogate pair' });
  };
}

/** One line of text: trimmed, no control characters. */
export const line = (longest: number) => z.string().trim().max(longest, `is longer than ${longest} characters`).superRefine(clean(false));
/** Running text: line ends become \n, tabs stay, no other control characters. */
export const prose = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .pipe(
      z
        .string()
        .max(longest, `is longer than ${longest.toLocaleString('en-IN')} characters`)
        .superRefine(clean(true)),
    );
/** An instant with an offset (RFC 3339); answers the instant in UTC with milliseconds. */
export const instant = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
    'needs a date, a time and an offset, as in 2026-11-21T14:32:00+05:30',
  )
  .transform((text, context) => {
    const ms = Date.parse(text);
    if (Number.isNaN(ms) || !dayExists(text)) {
      context.addIssue({ code: 'custom', message: 'is not a date that exists' });
      return z.NEVER;
    }
    return new Date(ms).toISOString();
  });

function dayExists(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
/** A ticket such as COC-2026-000123-5. */
export const ticket = z.string().regex(/^[A-Z]{3}-\d{4}-\d{6,}-\d$/, 'is not a ticket such as COC-2026-000123-5');
