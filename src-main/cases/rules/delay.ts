import { badInput, Fault } from '../../desk/faults.ts';
import type { Clock } from '../../law/contract.ts';
import { statusAt } from '../../law/rules.ts';
import type { ActInput } from '../contract/acts.ts';
import type { DelayReason } from '../contract/delay.ts';
import type { CaseFile } from './file.ts';

/** The clocks of law that are late at `now` (UTC), or were met late. Imported history is not asked about. */
export function lateClocks({ clocks, historical }: Pick<CaseFile, 'clocks' | 'historical'>, now: string): Clock[] {
  return historical ? [] : clocks.now.filter((clock) => !clock.internal && statusAt(clock, now) === 'missed');
}

/** The event that says why. Faults: refused where nothing is late, bad-input for a clock that is not. */
export function planDelay({ file, now }: { file: CaseFile; now: string }, { rules, code, text }: ActInput<'explain-delay'>) {
  const late = lateClocks(file, now);
  if (late.length === 0) throw new Fault('refused', 'No clock of law is late on this case.');
  const clocks = rules.map((rule, n) => {
    const clock = late.find((one) => one.rule === rule);
    if (!clock) throw badInput(`rules.${n}`, `${rule} is not a late clock of this case`);
    return { rule, due: clock.due };
  });
  return [{ kind: 'case.delay-explained', body: { clocks, code, text: text?.trim() || null } }];
}

/** What is known of the delays once more was said: a later word about the same clock takes the place of the first. */
export function withDelays(known: readonly DelayReason[], told: readonly DelayReason[]): DelayReason[] {
  const isRetold = (one: DelayReason) => told.some(({ rule, due }) => rule === one.rule && due === one.due);
  return [...known.filter((one) => !isRetold(one)), ...told];
}
