import { useEffect, useState } from 'react';
import type { PlatformView, Profile, ProfileCheck } from '../../src-main/platforms/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useDraft } from '../app/drafts.ts';
import { differencesOf, withValueAt } from './paths.ts';

interface Typed {
  /** The version it was made of: what was typed against an older one is not put over a newer one. */
  base: string;
  profile: Profile;
  reason: string;
}

const checkAfterMs = 250;

/**
 * What the desk last said of a profile while it is edited; null until it has answered at all. `isCurrent`: it was said of this
 * profile, not of one before the latest key.
 */
function useChecked(profile: Profile): { check: ProfileCheck | null; isCurrent: boolean } {
  const client = useDesk();
  const [answer, setAnswer] = useState<{ of: Profile; check: ProfileCheck } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const ask = async () => {
      const check = await client.platforms.check({ profile }).catch(() => null);
      if (isWanted && check) setAnswer({ of: profile, check });
    };
    const timer = setTimeout(() => void ask(), checkAfterMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, profile]);
  return { check: answer?.check ?? null, isCurrent: answer?.of === profile };
}

/** An edited profile: kept as it is typed, checked by the desk, and compared with the version in force. */
export function useProfileDraft({ id, hash, profile: inForce }: PlatformView) {
  const first: Typed = { base: hash, profile: inForce, reason: '' };
  const draft = useDraft<Typed>(`profile:${id}`, first);
  const isOld = draft.values.base !== hash;
  const { profile, reason } = isOld ? first : draft.values;
  const { check, isCurrent } = useChecked(profile);
  const problems = new Map((check?.problems ?? []).map(({ field, message }) => [field, message]));
  return {
    profile,
    reason,
    check,
    isCurrent,
    problems,
    differences: differencesOf(inForce, profile).length,
    restoredAt: isOld ? null : draft.restoredAt,
    isReady: draft.isReady,
    change: (path: string, value: unknown) => draft.change({ base: hash, profile: withValueAt(profile, path, value), reason }),
    replace: (next: Profile) => draft.change({ base: hash, profile: next, reason }),
    explain: (text: string) => draft.change({ base: hash, profile, reason: text }),
    discard: () => void draft.drop(first),
    drop: (saved: PlatformView) => draft.drop({ base: saved.hash, profile: saved.profile, reason: '' }),
  };
}
