import { IconBellOff, IconBellRinging } from '@tabler/icons-react';
import { useStatus } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { formatInstant } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './alarms.module.css';
import { subjectOf } from './subject.ts';

/** Whether clocks are watched, plainly, and what would end it. For the open desk. */
export function WatchLine({ isQuiet }: { isQuiet: boolean }) {
  const { t } = useText();
  const { data: status } = useStatus();
  if (!status) return null;
  const isOn = status.clocks.state === 'watching';
  return (
    <Notice
      tone={isOn ? 'good' : 'bad'}
      icon={isOn ? <IconBellRinging size={18} aria-hidden /> : <IconBellOff size={18} aria-hidden />}
      title={t(isOn ? 'alarms.watch.on' : 'alarms.watch.off')}
    >
      <ul className={styles['watch']}>
        {isQuiet ? <li>{t('alarms.watch.quiet')}</li> : null}
        <li>{t('alarms.watch.onHint')}</li>
        <li>{t(status.hasTray ? 'alarms.watch.tray' : 'alarms.watch.noTray')}</li>
        <li>{t('alarms.watch.restart')}</li>
      </ul>
    </Notice>
  );
}

/** The same on the locked desk: whether alarms go on, and of what sounded since the ticket, rule and time alone. */
export function LockedWatch() {
  const { t, number, word, ruleName } = useText();
  const { data: status } = useStatus();
  if (!status) return null;
  const { state, until, unacknowledged, sounded } = status.clocks;
  const nameOf = (ref: string) => {
    const subject = subjectOf(ref);
    return subject.sort === 'case' ? subject.ticket : t('alarms.duty', { platform: word('platform', subject.platform) });
  };
  return (
    <div className={styles['locked']} role="status">
      <p className={styles['lockedLine']} data-off={state === 'off' || undefined}>
        {state === 'off' ? <IconBellOff size={17} aria-hidden /> : <IconBellRinging size={17} aria-hidden />}
        <span>{state === 'off' ? t('alarms.watch.off') : t('alarms.watch.locked', { at: until ? formatInstant(until) : '' })}</span>
      </p>
      {unacknowledged > 0 ? <p>{t('alarms.watch.waiting', { count: unacknowledged, n: number(unacknowledged) })}</p> : null}
      {sounded.length > 0 ? (
        <>
          <h2 className={styles['lockedTitle']}>{t('alarms.watch.soundedTitle')}</h2>
          <ul className={styles['sounded']}>
            {sounded.map(({ ref, rule, step, due }) => (
              <li key={`${ref} ${rule} ${step} ${due}`}>
                <b>{nameOf(ref)}</b> {ruleName(rule)}
                {rule === 'restricted' ? null : <>, {t('alarms.dueAt', { at: formatInstant(due) })}</>}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
