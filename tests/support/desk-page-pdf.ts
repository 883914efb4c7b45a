import { execFileSync } from 'node:child_process';

/** The words of a PDF, read by a program that is not ours. */
export function wordsOfPdf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** The same with every run of spaces and line ends as one space, for looking up a sentence. */
export function flatWordsOfPdf(file: string): string {
  return wordsOfPdf(file).replace(/\s+/g, ' ');
}
