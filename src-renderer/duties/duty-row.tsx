import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { DutyView } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import { DueChip } from '../queue/due-chip.tsx';
import { Chip } from '../ui/chip.tsx';
import { formatInstant } from '../ui/ist.ts';
import styles from './duties.module.css';
import { canBeMissed, standingOf } from './duties.ts';
import { DutyForm } from './duty-form.tsx';

/** When a duty falls due, or plainly that it has no date. */
export function DutyState({ duty }: { duty: DutyView }) {
  const { t } = useText();
  const standing = standingOf(duty);
  if (standing !== 'dated' || duty.due === null)
    return <Chip tone="calm">{t(`duties.${standing === 'undated' ? 'undated' : 'unrecorded'}`)}</Chip>;
  if (canBeMissed(duty)) return <DueChip due={duty.due} rule={duty.dueRule ?? duty.rule} />;
  return <Chip tone="calm">{t('duties.keepUntil', { at: formatInstant(duty.due) })}</Chip>;
}

function Facts({ duty }: { duty: DutyView }) {
  const { t, number, look } = useText();
  const { due, start, n, unit, startsWith } = duty;
  const parts = [
    due && canBeMissed(duty) ? t('duties.due', { at: formatInstant(due) }) : null,
    start ? t('duties.last', { at: formatInstant(start) }) : null,
    standingOf(duty) === 'unrecorded' && n !== null && unit !== null
      ? t('duties.unrecordedHint', {
          period: t(`duties.period.${unit}`, { n: number(n) }),
          event: look(`case.event.${startsWith}`, startsWith),
        })
      : null,
    duty.isDoubtful ? t('duties.doubtful') : null,
  ].filter((part) => part !== null);
  return <p className={styles['under']}>{[duty.cite, ...parts].join(' · ')}</p>;
}

/** One duty of one platform: how it stands, what the law says, and the form that records that it was done. */
export function DutyRow({ duty }: { duty: DutyView }) {
  const { t, language } = useText();
  const [isRecording, setIsRecording] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const title = duty.title[language];
  const close = () => {
    setIsRecording(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <li className={styles['duty']}>
      <div className={styles['row']}>
        <div className={styles['what']}>
          <b>{title}</b>
          <Facts duty={duty} />
        </div>
        <DutyState duty={duty} />
        <Button
          ref={button}
          size="xs"
          variant="default"
          aria-label={t('duties.recordNamed', { title })}
          aria-expanded={isRecording}
          onClick={() => setIsRecording(!isRecording)}
        >
          {t('duties.record')}
        </Button>
      </div>
      <button type="button" className={styles['more']} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        {t('duties.more')}
      </button>
      <div id={id}>
        {isOpen ? (
          <div className={styles['law']} lang="en">
            <p>{duty.text}</p>
            {duty.notes.map((note) => (
              <p key={note} className={styles['under']}>
                {note}
              </p>
            ))}
          </div>
        ) : null}
      </div>
      {isRecording ? (
        <div className={styles['form']}>
          <DutyForm duty={duty} title={title} onClose={close} />
        </div>
      ) : null}
    </li>
  );
}
