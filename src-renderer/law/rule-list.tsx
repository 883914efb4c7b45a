import type { KeyboardEvent } from 'react';
import { useText } from '../app/text.ts';
import { Chip } from '../ui/chip.tsx';
import { formatDate } from '../ui/ist.ts';
import styles from './book.module.css';
import { type Duty, isDisputed, type Source, standingOf } from './book.ts';
import { Doubt } from './doubt.tsx';
import { citeOf, isRule, periodWords } from './in-words.ts';

interface ListProps {
  duties: Duty[];
  chosen: string | null;
  today: string;
  onChoose(rule: string): void;
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Up and down move among the rules, as in any list. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = steps[event.key];
  if (!step) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const next = rows[step(rows.indexOf(document.activeElement as HTMLElement), rows.length - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Whether a version counts today, in words and tone. */
export function StandingChip({ source, today }: { source: Source; today: string }) {
  const { t } = useText();
  const standing = standingOf(source, today);
  if (standing === 'now') return <Chip tone="ok">{t('lawRoom.book.standingNow')}</Chip>;
  if (standing === 'coming') return <Chip tone="calm">{t('lawRoom.book.standingComing', { date: formatDate(source.from ?? '') })}</Chip>;
  return <Chip tone="calm">{t('lawRoom.book.standingEnded', { date: formatDate(source.until ?? '') })}</Chip>;
}

function Row({ duty, isChosen, today, onChoose }: { duty: Duty; isChosen: boolean; today: string; onChoose(rule: string): void }) {
  const { t, language } = useText();
  const { lead, versions } = duty;
  return (
    <li>
      <button type="button" className={styles['row']} aria-current={isChosen ? 'true' : undefined} onClick={() => onChoose(lead.id)}>
        <span className={styles['rowHead']}>
          <b>{lead.title[language]}</b>
          <span className={styles['period']}>{periodWords(lead, t)}</span>
        </span>
        <span className={styles['rowFoot']}>
          <span lang={isRule(lead) ? 'en' : undefined}>{citeOf(lead) ?? t('lawRoom.book.targets')}</span>
          <span>{lead.id}</span>
        </span>
        <span className={styles['chips']}>
          <StandingChip source={lead} today={today} />
          {isRule(lead) && lead.confidence === 'M' ? <Doubt>{t('law.confidenceShort.M')}</Doubt> : null}
          {versions.some(isDisputed) ? <Doubt>{t('law.fields.disputed')}</Doubt> : null}
          {versions.length > 1 ? <span>{t('lawRoom.book.versions', { count: versions.length })}</span> : null}
        </span>
      </button>
    </li>
  );
}

/** The duties of the rulebook, one a row. */
export function RuleList({ duties, chosen, today, onChoose }: ListProps) {
  const { t } = useText();
  return (
    <ul className={styles['list']} aria-label={t('lawRoom.book.list')} onKeyDown={moveFocus}>
      {duties.map((duty) => (
        <Row key={duty.family} duty={duty} isChosen={duty.family === chosen} today={today} onChoose={onChoose} />
      ))}
    </ul>
  );
}
