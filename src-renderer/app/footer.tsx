import {
  IconBell,
  IconBellOff,
  IconCircleCheck,
  IconDatabaseExport,
  IconKeyboard,
  IconLock,
  IconShieldExclamation,
} from '@tabler/icons-react';
import { useNow } from '../ui/desk-clock.ts';
import { formatInstant, formatTime, istDayNumber } from '../ui/ist.ts';
import { useActiveAt, useActivity } from './activity.ts';
import { useStatus, useWorkspace, type Workspace } from './desk.tsx';
import styles from './footer.module.css';
import { useGo } from './navigation.ts';
import { useOverlays } from './overlays.tsx';
import { useText } from './text.ts';
import { useLock } from './use-lock.ts';

function LockState({ minutes }: { minutes: number }) {
  const { t } = useText();
  useActivity();
  const activeAt = useActiveAt();
  const left = useNow(() => Math.ceil((activeAt + minutes * 60_000 - performance.now()) / 60_000));
  const lock = useLock();
  return (
    <button type="button" className={styles['item']} onClick={() => lock.mutate()} title={t('app.lockNow')}>
      <IconLock size={14} aria-hidden />
      <span>{left > 0 ? t('app.locksIn', { count: Math.min(left, minutes) }) : t('app.locksSoon')}</span>
      <span className={styles['act']}>{t('app.lockNow')}</span>
    </button>
  );
}

function sayWhen(at: string, nowMs: number): string {
  return istDayNumber(at) === istDayNumber(nowMs) ? formatTime(at) : formatInstant(at);
}

function BackupState({ backup }: { backup: Workspace['lastBackup'] }) {
  const { t } = useText();
  const go = useGo();
  const when = useNow((now) => (backup ? sayWhen(backup.at, now) : ''));
  const isOld = useNow((now) => !backup || now - Date.parse(backup.at) > 7 * 86_400_000);
  return (
    <button type="button" className={styles['item']} data-warns={isOld || undefined} onClick={go.settings}>
      <IconDatabaseExport size={14} aria-hidden />
      <span>{backup ? t('app.lastBackup', { when }) : t('app.noBackup')}</span>
    </button>
  );
}

function RecordState({ head, lastVerified }: Pick<Workspace, 'head' | 'lastVerified'>) {
  const { t, number } = useText();
  const go = useGo();
  const isBroken = lastVerified?.ok === false;
  const isVerified = lastVerified?.ok === true && lastVerified.entries >= head.seq;
  const key = isBroken ? 'app.recordBroken' : isVerified ? 'app.recordVerified' : 'app.record';
  return (
    <button type="button" className={styles['item']} data-fails={isBroken || undefined} onClick={go.audit}>
      {isBroken ? <IconShieldExclamation size={14} aria-hidden /> : <IconCircleCheck size={14} aria-hidden />}
      <span>{t(key, { n: number(head.seq) })}</span>
    </button>
  );
}

function WatchState() {
  const { t } = useText();
  const go = useGo();
  const { data: status } = useStatus();
  const isOn = status?.clocks.state === 'watching';
  return (
    <button type="button" className={styles['item']} data-fails={!isOn || undefined} onClick={go.alarms}>
      {isOn ? <IconBell size={14} aria-hidden /> : <IconBellOff size={14} aria-hidden />}
      <span>{t(isOn ? 'alarms.watch.on' : 'alarms.watch.off')}</span>
    </button>
  );
}

/** What one must be able to trust at a glance: the lock, the watch over the clocks, the backup, the record. */
export function Footer() {
  const { t } = useText();
  const { show } = useOverlays();
  const workspace = useWorkspace();
  return (
    <footer className={styles['footer']}>
      <LockState minutes={workspace.autoLockMinutes} />
      <WatchState />
      <BackupState backup={workspace.lastBackup} />
      <RecordState head={workspace.head} lastVerified={workspace.lastVerified} />
      <span className={styles['grow']}>{workspace.person.name}</span>
      <button type="button" className={styles['item']} onClick={() => show('keys')} aria-keyshortcuts="?">
        <IconKeyboard size={15} aria-hidden />
        <span>{t('app.keys')}</span>
      </button>
    </footer>
  );
}
