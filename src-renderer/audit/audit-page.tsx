import { useText } from '../app/text.ts';
import { Page } from '../ui/panel.tsx';
import styles from './audit.module.css';
import { CopyPanel } from './copy-panel.tsx';
import { Journal } from './journal.tsx';
import { VerifyPanel } from './verify-panel.tsx';

/** The record, and the ways to prove it to somebody who does not trust this program. */
export function AuditPage() {
  const { t } = useText();
  return (
    <Page title={t('audit.title')} hint={t('audit.hint')}>
      <div className={styles['grid']}>
        <VerifyPanel />
        <CopyPanel />
        <div className={styles['wide']}>
          <Journal />
        </div>
      </div>
    </Page>
  );
}
