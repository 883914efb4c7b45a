import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { approvalsId } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { Page } from '../ui/panel.tsx';
import { AboutPanel } from './about-panel.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { CalendarsPanel } from './calendars/calendars-panel.tsx';
import { OfficersPanel } from './officers/officers-panel.tsx';
import { OrganisationPanel } from './organisation-panel.tsx';
import { ApprovalsPanel } from './people/approvals-panel.tsx';
import { PeoplePanel } from './people/people-panel.tsx';
import { RotaPanel } from './rota/rota-panel.tsx';
import styles from './settings.module.css';
import { WindowPanel } from './window-panel.tsx';

/** The parts of the page in order; the list above them jumps to each. */
const parts = [
  { id: 'window', title: 'settings.window', Shown: WindowPanel },
  { id: 'backup', title: 'settings.backup.title', Shown: BackupPanel },
  { id: 'on-call', title: 'rota.title', Shown: RotaPanel, isWide: true },
  { id: 'calendars', title: 'calendars.title', Shown: CalendarsPanel, isWide: true },
  { id: 'people', title: 'staff.title', Shown: PeoplePanel, isWide: true },
  { id: 'officers', title: 'officers.title', Shown: OfficersPanel, isWide: true },
  { id: approvalsId, title: 'approvals.title', Shown: ApprovalsPanel, isWide: true },
  { id: 'organisation', title: 'settings.organisation', Shown: OrganisationPanel },
  { id: 'about', title: 'settings.about', Shown: AboutPanel },
] as const satisfies { id: string; title: string; Shown: ComponentType; isWide?: boolean }[];

/** How this desk is set up, and what it can and cannot promise. */
export function SettingsPage() {
  const { t } = useText();
  return (
    <Page title={t('app.rooms.settings')}>
      <nav className={styles['jumps']} aria-label={t('settings.jumps')}>
        {parts.map(({ id, title }) => (
          <Link key={id} to="/settings" hash={id} className={styles['jump'] ?? ''} activeProps={{}}>
            {t(title)}
          </Link>
        ))}
      </nav>
      <div className={styles['grid']}>
        {parts.map((part) => (
          <div key={part.id} id={part.id} className={styles['isWide' in part ? 'wide' : 'part']}>
            <part.Shown />
          </div>
        ))}
      </div>
    </Page>
  );
}
