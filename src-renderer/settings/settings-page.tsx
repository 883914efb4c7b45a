import { approvalsId } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { Page } from '../ui/panel.tsx';
import { AboutPanel } from './about-panel.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { CalendarsPanel } from './calendars/calendars-panel.tsx';
import { OrganisationPanel } from './organisation-panel.tsx';
import { ApprovalsPanel } from './people/approvals-panel.tsx';
import { PeoplePanel } from './people/people-panel.tsx';
import { RotaPanel } from './rota/rota-panel.tsx';
import styles from './settings.module.css';
import { WindowPanel } from './window-panel.tsx';

/** How this desk is set up, and what it can and cannot promise. */
export function SettingsPage() {
  const { t } = useText();
  return (
    <Page title={t('app.rooms.settings')}>
      <div className={styles['grid']}>
        <WindowPanel />
        <BackupPanel />
        <div className={styles['wide']}>
          <RotaPanel />
        </div>
        <div className={styles['wide']}>
          <CalendarsPanel />
        </div>
        <div className={styles['wide']}>
          <PeoplePanel />
        </div>
        <div className={styles['wide']} id={approvalsId}>
          <ApprovalsPanel />
        </div>
        <OrganisationPanel />
        <AboutPanel />
      </div>
    </Page>
  );
}
