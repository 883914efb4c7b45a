import type { ClockView } from '../law/contract.ts';

const istShiftMs = 330 * 60_000;

/** An instant as the command line writes it: IST with its offset, whole seconds. */
export function inIndia(utc: string): string {
  return `${new Date(Date.parse(utc) + istShiftMs).toISOString().slice(0, 19)}+05:30`;
}

/** dd-MM-yyyy HH:mm IST, for people. */
export function forPeople(utc: string): string {
  const text = new Date(Date.parse(utc) + istShiftMs).toISOString();
  return `${text.slice(8, 10)}-${text.slice(5, 7)}-${text.slice(0, 4)} ${text.slice(11, 16)} IST`;
}

/** Columns padded to their widest cell. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => (row[n] ?? '').length)));
  const line = (cells: string[]) =>
    cells
      .map((cell, n) => cell.padEnd(widths[n] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)].join('\n');
}

export function clocksTable(clocks: ClockView[], notes: string[] = []): string {
  const rows = clocks.map((clock) => [
    clock.rule,
    clock.status,
    clock.due ? forPeople(clock.due) : '–',
    clock.cite,
    clock.disputed ? 'disputed' : clock.confidence,
  ]);
  return [table(['rule', 'status', 'due', 'source', 'confidence'], rows), ...notes.map((note) => `note: ${note}`)].join('\n');
}
