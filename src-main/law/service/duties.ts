import { currentProfile, currentRulebook, servedPlatforms } from '../../desk/adopted.ts';
import { type Desk, nowOf, post, write } from '../../desk/desk.ts';
import { badInput } from '../../desk/faults.ts';
import { classesOf } from '../../platforms/rules.ts';
import type { DutyView } from '../contract.ts';
import { dutiesOf, dutyRuleAt } from '../rules.ts';
import { readDuties } from '../store.ts';

/** The duties that no case owns, platform by platform; those with a date first, earliest first. */
export function listDuties(desk: Desk): DutyView[] {
  const { rulebook } = currentRulebook(desk.db);
  const rows = readDuties(desk.db);
  const now = nowOf(desk);
  return servedPlatforms(desk.db)
    .flatMap((platform) => {
      const starts = rows.filter((row) => row.platform === platform);
      return dutiesOf(rulebook, platform, classesOf(currentProfile(desk.db, platform)), starts, now);
    })
    .sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}

/**
 * Records what starts a duty anew: a notice that went out, a log that was written, an erasure that is planned. `at` is UTC.
 * A planned erasure lies ahead; everything else has happened.
 * Faults: bad-input for a family without such a duty, a platform not served, an instant in the future.
 */
export function recordDuty(desk: Desk, duty: { family: string; platform: string; at: string; note?: string | undefined }): DutyView[] {
  const { family, platform, at, note } = duty;
  currentProfile(desk.db, platform);
  const rule = dutyRuleAt(currentRulebook(desk.db).rulebook, family, at);
  if (!rule) throw badInput('family', `there is no duty ${family} in force at that instant`);
  if (rule.sense !== 'back' && at > nowOf(desk)) throw badInput('at', 'lies in the future');
  write(desk, ['law'], () =>
    post(desk, {
      kind: 'duty.done',
      subject: `workspace:${desk.workspace}`,
      body: { family, platform, rule: rule.id, at, note: note || null },
    }),
  );
  return listDuties(desk);
}
