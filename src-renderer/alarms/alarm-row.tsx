import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { AlarmList } from '../../src-main/law/contract.ts';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { DueChip } from '../queue/due-chip.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Keycap } from '../ui/keycap.tsx';
import styles from './alarms.module.css';
import { isDeskRule, subjectOf } from './subject.ts';

export type ListedAlarm = AlarmList['alarms'][number];

/** The name of what an alarm is about, and the way to it. */
export function useAlarmSubject() {
  const { t, word } = useText();
  const go = useGo();
  return {
    nameOf(ref: string): string {
      const subject = subjectOf(ref);
      return subject.sort === 'case' ? subject.ticket : t('alarms.duty', { platform: word('platform', subject.platform) });
    },
    open(ref: string): void {
      const subject = subjectOf(ref);
      if (subject.sort === 'case') go.openCase(subject.ticket);
      else go.duties();
    },
  };
}

function Call({ contacts }: { contacts: ListedAlarm['call'] }) {
  const { t } = useText();
  const go = useGo();
  return (
    <div className={styles['call']}>
      <span className={styles['under']}>{t('alarms.call')}</span>
      {contacts.length === 0 ? (
        <span>
          {t('alarms.nobody')}{' '}
          <button type="button" className={styles['link']} onClick={go.settings}>
            {t('alarms.setRota')}
          </button>
        </span>
      ) : (
        <ol>
          {contacts.map(({ id, name, phone, role }) => (
            <li key={id} className={styles['contact']}>
              <IconPhone size={14} aria-hidden />
              <span>
                <bdi>{name}</bdi>, {role} <span className={styles['phone']}>{phone}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

interface RowProps {
  alarm: ListedAlarm;
  isChosen: boolean;
  isWorking: boolean;
  onChoose(): void;
  onAcknowledge(): void;
}

/** One alarm: what it is about, how much time is left, whom to call, and the two things to do. */
export function AlarmRow({ alarm, isChosen, isWorking, onChoose, onAcknowledge }: RowProps) {
  const { t, ruleName, ruleCite } = useText();
  const { nameOf, open } = useAlarmSubject();
  const { ref, rule, step, due, shownAt, how } = alarm;
  const names = { subject: nameOf(ref), rule: ruleName(rule) };
  return (
    <li className={styles['alarm']} data-chosen={isChosen || undefined} onFocus={onChoose}>
      <div className={styles['left']}>
        <DueChip due={due} rule={rule} isInternal={isDeskRule(rule)} />
        <span className={styles['under']}>{t(`alarms.steps.${step}`)}</span>
      </div>
      <div className={styles['what']}>
        <span>
          <b>{names.subject}</b> · {names.rule}
        </span>
        <span className={styles['under']}>
          {ruleCite(rule)} · {t('alarms.dueAt', { at: formatInstant(due) })} · {t('alarms.shownAt', { at: formatInstant(shownAt) })},{' '}
          {t(`alarms.ways.${how}`)}
        </span>
      </div>
      <Call contacts={alarm.call} />
      <div className={styles['doings']}>
        <Button
          size="xs"
          data-acknowledge
          aria-label={t('alarms.acknowledgeNamed', names)}
          loading={isWorking}
          rightSection={isChosen ? <Keycap keys="A" onAccent /> : null}
          onClick={onAcknowledge}
        >
          {t('alarms.acknowledge')}
        </Button>
        <Button size="xs" variant="default" aria-label={t('alarms.openNamed', names)} onClick={() => open(ref)}>
          {t('alarms.open')}
        </Button>
      </div>
    </li>
  );
}
