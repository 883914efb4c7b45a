import type { Email } from 'postal-mime';
import { cleanText, cutAtCharacter, hasDirectionOverride, mendWrongLabel } from './clean.ts';
import { textOfHtml } from './html.ts';
import { mailLimits } from './parsed.ts';

export interface MailBody {
  text: string;
  textTruncated: boolean;
  textLength: number;
  hasHtml: boolean;
}

/** The text of a message: its plain text, or where that is blank the words of its HTML. */
export function readBody(email: Email, warnings: string[]): MailBody {
  const hasHtml = email.html !== undefined;
  const plain = email.text ?? '';
  if (plain.trim() !== '' || email.html === undefined) return { ...showText(plain, warnings), hasHtml };
  const html = mendWrongLabel(email.html);
  if (html.mended > 0) warnings.push(wrongCharacterSet);
  const { text, warnings: found } = textOfHtml(html.text);
  warnings.push(...found);
  return { ...showText(text, warnings), hasHtml };
}

const wrongCharacterSet = 'The text was sent with the wrong character set; it is shown as it was meant.';
/** Some more than is shown, so that cleaning leaves enough and the cut can look past the limit. */
const readMargin = 20_000;

/** Makes raw text fit to show: mended, cleaned, cut at 200,000 characters. */
export function showText(raw: string, warnings: string[]): Omit<MailBody, 'hasHtml'> {
  const whole = raw.trim();
  const mended = mendWrongLabel(whole.slice(0, mailLimits.textLength + readMargin));
  const cleaned = cleanText(mended.text);
  const text = cutAtCharacter(cleaned.text.trim(), mailLimits.textLength);
  const textTruncated = text.length < cleaned.text.trim().length || whole.length > mailLimits.textLength + readMargin;
  const unreadable = text.split('\ufffd').length - 1;
  if (mended.mended > 0) warnings.push(wrongCharacterSet);
  if (cleaned.removed > 0) warnings.push('The text held control characters; they were removed.');
  if (unreadable > 0) warnings.push(`The text holds ${unreadable.toLocaleString('en-IN')} characters that could not be read.`);
  if (hasDirectionOverride(text)) warnings.push('The text holds marks that reverse the reading direction.');
  if (textTruncated) warnings.push('The text is very long; its beginning is shown, and the whole is in the original message.');
  return { text, textTruncated, textLength: textTruncated ? whole.length : text.length };
}
