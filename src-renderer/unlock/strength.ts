/** The shortest passphrase the desk takes, in characters. */
export const shortest = 8;
export const strengths = ['none', 'short', 'weak', 'good', 'strong'] as const;
export type Strength = (typeof strengths)[number];

/**
 * A rough guess for the eye: length above all, then how many different signs there are. The desk's own rule (length, and a list
 * of passphrases that everybody uses) decides; no kinds of characters are asked for.
 */
export function strengthOf(passphrase: string): Strength {
  const length = [...passphrase].length;
  if (length === 0) return 'none';
  const different = new Set(passphrase.toLowerCase()).size;
  if (length < shortest || different < 4) return 'short';
  const worth = Math.min(length, different * 2);
  if (worth < 12) return 'weak';
  return worth < 18 ? 'good' : 'strong';
}

/** The last group of a code printed in groups, for typing it back. */
export function lastGroup(code: string): string {
  return (
    code
      .trim()
      .split(/[\s-]+/)
      .at(-1) ?? ''
  );
}

/** True when what was typed is the group, as people type it: any case, O for zero, I and L for one. */
export function isSameGroup(group: string, typed: string): boolean {
  const plain = (text: string) => text.replace(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain(typed) !== '' && plain(typed) === plain(group);
}
