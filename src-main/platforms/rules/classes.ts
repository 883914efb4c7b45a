import type { Classes } from '../../law/contract.ts';
import type { Profile } from '../contract.ts';

// Asked with every clock of every case; the answer never changes for one profile.
const known = new WeakMap<Profile, Classes>();

/** What the platform is in law, by class: yes, no or disputed. */
export function classesOf(profile: Profile): Classes {
  const found = known.get(profile);
  if (found) return found;
  const classes: Classes = {};
  for (const [name, { standing }] of Object.entries(profile.classes)) classes[name as keyof Classes] = standing;
  known.set(profile, classes);
  return classes;
}
