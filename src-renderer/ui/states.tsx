import { Button, Skeleton } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallFault } from '../client/index.ts';
import { failureOf } from './faults.ts';
import { instantsInIst } from './ist.ts';
import styles from './states.module.css';

interface EmptyProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** What stands where a list would stand: why there is nothing, and what to do. */
export function Empty({ icon, title, children, actions }: EmptyProps) {
  return (
    <div className={styles['empty']}>
      {icon ? <div className={styles['sign']}>{icon}</div> : null}
      <p className={styles['title']}>{title}</p>
      {children ? <div className={styles['body']}>{children}</div> : null}
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </div>
  );
}

/** What the application says of a failure in place of the desk's sentence, such as what to do next; null where it has no words of its own. */
export const FailureWords = createContext<(failure: CallFault) => ReactNode>(() => null);

/** What failed, in the application's words or else the desk's own sentence, and a way to ask again. */
export function Failed({ error, onRetry, compact = false }: { error: unknown; onRetry?: () => void; compact?: boolean }) {
  const { t, i18n } = useTranslation();
  const failure = failureOf(error);
  const { code, message } = failure;
  const own = useContext(FailureWords)(failure);
  const key = `fault.${code}.title`;
  return (
    <div className={styles['failed']} data-compact={compact || undefined} role="alert">
      <IconAlertCircle size={20} aria-hidden />
      <div>
        <p className={styles['title']}>{i18n.exists(key) ? (t(key as never) as string) : t('fault.unexpected.title')}</p>
        {own}
        {own === null && message ? (
          <p className={styles['body']} lang="en">
            {instantsInIst(message)}
          </p>
        ) : null}
        {onRetry ? (
          <Button mt={8} size="xs" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Grey lines where text will stand. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation();
  const widths = ['62%', '88%', '74%', '94%', '55%', '80%', '68%', '90%'];
  return (
    <div className={styles['waiting']} role="status" aria-label={t('common.loading')}>
      {widths.slice(0, lines).map((width) => (
        <Skeleton key={width} height={14} width={width} radius={4} />
      ))}
    </div>
  );
}
