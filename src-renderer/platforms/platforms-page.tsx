import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Platform } from '../../src-main/cases/contract/words.ts';
import type { PlatformView } from '../../src-main/platforms/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { formatInstant } from '../ui/ist.ts';
import { Page, Panel } from '../ui/panel.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import { countBySeverity } from './checklist.ts';
import { EditTab } from './edit-tab.tsx';
import type { Jump } from './editor-sections.tsx';
import { GapsTab, signs } from './gaps-tab.tsx';
import styles from './platforms.module.css';
import { FactsTab } from './shown.tsx';
import { VersionsTab } from './versions-tab.tsx';

const tabs = ['gaps', 'facts', 'versions', 'edit'] as const;
type Tab = (typeof tabs)[number];

function Counts({ platform }: { platform: PlatformView }) {
  const { t, number } = useText();
  const counts = countBySeverity(platform.gaps);
  return (
    <span className={styles['counts']}>
      {(['error', 'warning', 'notice', 'passed'] as const)
        .filter((severity) => counts[severity] > 0)
        .map((severity) => (
          <span key={severity} className={styles['severity']} data-severity={severity}>
            {signs[severity]} {t(`platforms.counts.${severity}`, { n: number(counts[severity]) })}
          </span>
        ))}
    </span>
  );
}

function PlatformList({ list, chosen, onChoose }: { list: PlatformView[]; chosen: string; onChoose(id: string): void }) {
  const { t, number } = useText();
  return (
    <nav aria-label={t('platforms.list')}>
      <ul className={styles['platforms']}>
        {list.map((platform) => {
          const { error, warning } = countBySeverity(platform.gaps);
          return (
            <li key={platform.id}>
              <button
                type="button"
                className={styles['platform']}
                aria-current={platform.id === chosen ? 'true' : undefined}
                onClick={() => onChoose(platform.id)}
              >
                <b>{platform.name}</b>
                <span className={styles['muted']}>
                  {t('platforms.counts.error', { n: number(error) })} · {t('platforms.counts.warning', { n: number(warning) })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function PlatformPanel({ platform }: { platform: PlatformView }) {
  const { t } = useText();
  const [tab, setTab] = useState<Tab>('gaps');
  const [jump, setJump] = useState<Jump | null>(null);
  const goTo = (field: string) => {
    setJump({ field });
    setTab('edit');
  };
  return (
    <Panel
      title={platform.name}
      hint={t('platforms.version', { version: platform.version, at: formatInstant(platform.adoptedAt) })}
      side={<Counts platform={platform} />}
    >
      <Tabs value={tab} onChange={(next) => setTab((next ?? 'gaps') as Tab)} keepMounted={false}>
        <Tabs.List aria-label={t('platforms.tabs.label')}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`platforms.tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="gaps" pt={12}>
          <GapsTab gaps={platform.gaps} onJump={goTo} />
        </Tabs.Panel>
        <Tabs.Panel value="facts" pt={12}>
          <FactsTab profile={platform.profile} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" pt={12}>
          <VersionsTab id={platform.id as Platform} />
        </Tabs.Panel>
        <Tabs.Panel value="edit" pt={12}>
          <EditTab platform={platform} jump={jump} />
        </Tabs.Panel>
      </Tabs>
    </Panel>
  );
}

/** The platforms served: what their policies say, where they fall short of the law, their versions, and the editor. */
export function PlatformsPage() {
  const { t } = useText();
  const client = useDesk();
  const { data, error, refetch } = useQuery({ queryKey: keys.law('profiles'), queryFn: () => client.platforms.list() });
  const [wanted, setWanted] = useState('');
  const chosen = data?.find(({ id }) => id === wanted) ?? data?.[0];
  return (
    <Page title={t('platforms.title')} hint={t('platforms.hint')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting lines={8} /> : null}
      {data && chosen ? (
        <div className={styles['grid']}>
          <PlatformList list={data} chosen={chosen.id} onChoose={setWanted} />
          <PlatformPanel key={chosen.id} platform={chosen} />
        </div>
      ) : null}
    </Page>
  );
}
