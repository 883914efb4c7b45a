/** One measured figure; `reference` is null where the goal is absolute. */
export interface Figure {
  name: string;
  ours: number;
  reference: number | null;
  ratio: number | null;
  goal: string;
  unit: string;
  [detail: string]: unknown;
}

export function figure(
  name: string,
  unit: string,
  ours: number,
  reference: number | null,
  goal: string,
  detail: Record<string, unknown> = {},
): Figure {
  const round = (value: number) => Number(value.toPrecision(4));
  return {
    name,
    unit,
    ours: round(ours),
    reference: reference === null ? null : round(reference),
    ratio: reference === null ? null : round(ours / reference),
    goal,
    ...detail,
  };
}

export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: number[]) => quantile(values, 0.5);

/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
