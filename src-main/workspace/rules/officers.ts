import type { Appointment, OfficeFinding } from '../contract/appointments.ts';
import type { Office } from '../contract/words.ts';

const covers = ({ from, until }: Pick<Appointment, 'from' | 'until'>, day: string) => from <= day && (until === null || day <= until);

/** Those who hold an office on a platform: appointed for it, or else for the whole organisation. */
function holdersOf(all: readonly Appointment[], office: Office, platform: string): Appointment[] {
  const mine = all.filter((one) => one.office === office);
  const own = mine.filter((one) => one.platform === platform);
  return own.length > 0 ? own : mine.filter((one) => one.platform === null);
}

/** The officer of record of a platform on a day in India (YYYY-MM-DD): of several, the one appointed last. Null where there is none. */
export function officerOn(all: readonly Appointment[], office: Office, platform: string, day: string): Appointment | null {
  const own = all.filter((one) => one.office === office && one.platform === platform && covers(one, day));
  const any = all.filter((one) => one.office === office && one.platform === null && covers(one, day));
  return (own.length > 0 ? own : any).toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1) ?? null;
}

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** Days between the appointments of one office on which nobody holds it, and those on which several do. */
function findingsOf(held: Appointment[], about: Pick<OfficeFinding, 'office' | 'platform'>): OfficeFinding[] {
  const sorted = held.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const found: OfficeFinding[] = [];
  let last: Appointment | null = null;
  for (const one of sorted) {
    if (last && (last.until === null || one.from <= last.until)) {
      const ends = [last.until, one.until].filter((day) => day !== null).toSorted();
      found.push({ sort: 'overlap', ...about, from: one.from, until: ends[0] ?? null, names: [last.name, one.name] });
    } else if (last?.until && nextDay(last.until) < one.from)
      found.push({ sort: 'gap', ...about, from: nextDay(last.until), until: dayBefore(one.from), names: [] });
    if (!last || (last.until !== null && (one.until === null || one.until > last.until))) last = one;
  }
  if (last?.until) found.push({ sort: 'gap', ...about, from: nextDay(last.until), until: null, names: [] });
  return found;
}

/**
 * What is wrong with the officers of record. A grievance officer is wanted on every platform (rule 3(2)(a)); a nodal contact and a
 * chief compliance officer on significant ones (rule 4(1)), and looked at elsewhere only where somebody was appointed.
 */
export function lintOfficers(
  all: readonly Appointment[],
  served: readonly { platform: string; isSignificant: boolean }[],
): OfficeFinding[] {
  return served.flatMap(({ platform, isSignificant }) =>
    (['grievance-officer', 'nodal-contact', 'compliance-chief'] as const).flatMap((office): OfficeFinding[] => {
      const held = holdersOf(all, office, platform);
      if (held.length > 0) return findingsOf(held, { office, platform });
      const isWanted = office === 'grievance-officer' || isSignificant;
      return isWanted ? [{ sort: 'nobody', office, platform, from: null, until: null, names: [] }] : [];
    }),
  );
}
