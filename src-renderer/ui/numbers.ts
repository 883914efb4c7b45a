const whole = new Intl.NumberFormat('en-IN');
const oneDecimal = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 1 });

/** A number with Indian grouping: 70,00,911. */
export function formatNumber(n: number): string {
  return whole.format(n);
}

/** A size in the largest unit that keeps it at one or above. */
export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < 1_000) return `${whole.format(sizeBytes)} B`;
  if (sizeBytes < 1_000_000) return `${oneDecimal.format(sizeBytes / 1_000)} kB`;
  return `${oneDecimal.format(sizeBytes / 1_000_000)} MB`;
}
