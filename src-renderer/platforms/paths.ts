/** The value at a path such as `holds.0.text`, or undefined. */
export function valueAt(value: unknown, path: string): unknown {
  return path === ''
    ? value
    : path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], value);
}

/** The same with another value at that path; `undefined` takes the field away. What does not change stays the same object. */
export function withValueAt<T>(value: T, path: string, next: unknown): T {
  const [key, ...rest] = path.split('.');
  if (key === undefined || path === '') return next as T;
  const inner = rest.length === 0 ? next : withValueAt((value as Record<string, unknown>)[key], rest.join('.'), next);
  if (Array.isArray(value)) return value.map((one, n) => (String(n) === key ? inner : one)) as T;
  const { [key]: _old, ...others } = value as Record<string, unknown>;
  if (inner === undefined) return others as T;
  return { ...(value as Record<string, unknown>), [key]: inner } as T;
}

/** The section a path lies in. */
export function sectionOf(path: string): string {
  return path.split('.')[0] ?? path;
}

/** A path and those above it, the nearest first: `holds.0.text`, `holds.0`, `holds`. */
export function pathsUp(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_, n) => parts.slice(0, parts.length - n).join('.'));
}

/** One place where two profiles differ; null where a side has nothing there. */
export interface Difference {
  path: string;
  before: string | null;
  after: string | null;
}

function leaves(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) leaves(one, path === '' ? key : `${path}.${key}`, into);
  else if (value !== null && value !== undefined && value !== '') into.set(path, String(value));
  return into;
}

/** What changed from one version to the next, in the order of the newer one; what is only in the older comes last. */
export function differencesOf(before: object, after: object): Difference[] {
  const old = leaves(before, '', new Map());
  const now = leaves(after, '', new Map());
  const changed = [...now].filter(([path, value]) => old.get(path) !== value);
  const gone = [...old].filter(([path]) => !now.has(path));
  return [
    ...changed.map(([path, value]) => ({ path, before: old.get(path) ?? null, after: value })),
    ...gone.map(([path, value]) => ({ path, before: value, after: null })),
  ].filter(({ path }) => path !== 'version');
}
