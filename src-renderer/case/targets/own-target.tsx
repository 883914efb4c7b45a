import { Button } from '@mantine/core';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { OwnTarget as Target } from '../../../src-main/law/contract/target.ts';
import { useText } from '../../app/text.ts';
import { DueChip } from '../../queue/due-chip.tsx';
import { Chip } from '../../ui/chip.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { useDo } from '../use-do.ts';
import { TargetBars } from './target-bars.tsx';
import styles from './targets.module.css';

const acts = ['resume-target', 'pause-target', 'extend-target', 'remove-target'] as const;

function Facts({ target }: { target: Target }) {
  const { t, number } = useText();
  const why = (code: keyof typeof codes, text: string | null) => (text ? `${t(codes[code])}, ${text}` : t(codes[code]));
  const { setAt, reason, working, pauses, paused, extensions = [] } = target;
  const first = [
    t('case.clock.due', { at: formatInstant(target.due) }),
    t('case.target.setAt', { at: formatInstant(setAt) }),
    working ? t('case.target.working', { n: number(working.days), calendar: working.calendar, version: working.version }) : null,
    reason,
  ];
  return (
    <div className={styles['facts']}>
      <p>{first.filter(Boolean).join(' · ')}</p>
      {extensions.map(({ at, was, reason: basis }) => (
        <p key={at}>{t('case.target.extended', { at: formatInstant(at), was: formatInstant(was), reason: basis })}</p>
      ))}
      {pauses.map(({ at, until, code, text, endedBy }) => (
        <p key={at}>
          {t('case.target.pausedFor', { from: formatInstant(at), until: formatInstant(until), why: why(code, text) })}
          {endedBy === 'mail' ? ` (${t('case.target.endedByMail')})` : null}
        </p>
      ))}
      {paused ? <p>{t('case.target.pausedSince', { at: formatInstant(paused.at), why: why(paused.code, paused.text) })}</p> : null}
    </div>
  );
}

const codes = {
  'awaiting-complainant': 'act.pause-target.codes.awaiting-complainant',
  'legal-opinion': 'act.pause-target.codes.legal-opinion',
  'legal-hold': 'act.pause-target.codes.legal-hold',
  other: 'act.pause-target.codes.other',
} as const;

/** The date the desk set for this case, drawn beside the clock of law, and everything that can be done to it. */
export function OwnTarget({ view }: { view: CaseView }) {
  const { t } = useText();
  const begin = useDo(view.ref);
  const { target, allowed } = view;
  if (target === null) {
    return allowed.includes('set-target') ? (
      <p className={styles['none']}>
        {t('case.target.none')}{' '}
        <button type="button" className={styles['link']} onClick={() => begin('set-target')}>
          {t('case.target.acts.set-target')}
        </button>
      </p>
    ) : null;
  }
  const isRunning = allowed.includes('remove-target');
  return (
    <section aria-labelledby="own-target" className={styles['target']}>
      <div className={styles['head']}>
        <h3 id="own-target" className={styles['heading']}>
          {t('case.target.title')}
        </h3>
        {target.paused ? <Chip tone="calm">❚❚ {t('case.target.paused')}</Chip> : null}
        {isRunning && !target.paused ? <DueChip due={target.due} rule="DESK-OWN" isInternal /> : null}
        {isRunning ? null : <Chip tone="ok">✓ {t('case.clock.met')}</Chip>}
      </div>
      {isRunning ? <TargetBars view={view} /> : null}
      <Facts target={target} />
      {isRunning ? (
        <>
          <p className={styles['note']}>{t(target.paused ? 'case.target.runsOn' : 'case.target.beside')}</p>
          <div className={styles['buttons']}>
            {acts
              .filter((act) => allowed.includes(act))
              .map((act) => (
                <Button key={act} size="compact-sm" variant="default" onClick={() => begin(act)}>
                  {t(`case.target.acts.${act}`)}
                </Button>
              ))}
          </div>
        </>
      ) : null}
    </section>
  );
}
