import { emailKey, phoneKey } from '../../identity/rules.ts';
import type { IdentifierKind, Likeness } from '../contract.ts';
import { nameKey, nameSound } from './names.ts';

/** An identifier as it is compared and as it was written. */
export interface Key {
  kind: IdentifierKind;
  value: string;
  shown: string;
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** The form in which two identifiers of a kind are compared, or null where the text is none of that kind. */
export function keyOf(kind: IdentifierKind, text: string): string | null {
  if (kind === 'email') return emailKey(text);
  if (kind === 'phone') return phoneKey(text);
  if (kind === 'name') return nameSound(text) || null;
  if (kind === 'handle') return plain(text).replace(/^@/, '') || null;
  return plain(text).replace(/\s/g, '') || null;
}

/** The identifiers that a case brings of who asks; a phone of zeros or a broken address is none. */
export function keysOf(person: { name?: string | undefined; email?: string | undefined; phone?: string | undefined }): Key[] {
  return (['name', 'email', 'phone'] as const).flatMap((kind) => {
    const shown = person[kind]?.trim() ?? '';
    const value = shown === '' ? null : keyOf(kind, shown);
    return value === null ? [] : [{ kind, value, shown }];
  });
}

/**
 * Whether a case with the same mail address or phone is of the same person without asking: only where the names agree, or
 * one of them is not known. Families share a phone.
 */
export function isKnownAgain(name: string | null | undefined, known: string | null): boolean {
  const [a, b] = [nameKey(name ?? ''), nameKey(known ?? '')];
  return a === '' || b === '' || a === b;
}

/** Why two records may be one, by the kind of identifier they share. */
export const likenessOf: Record<Exclude<IdentifierKind, 'name'>, Likeness> = {
  email: 'same-email',
  phone: 'same-phone',
  handle: 'same-handle',
  device: 'same-device',
  'masked-id': 'same-id',
};
