import { Tabs } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../src-main/cases/contract.ts';
import { useText } from '../app/text.ts';
import styles from './case-tabs.module.css';
import { EvidenceTab } from './tabs/evidence-tab.tsx';
import { FactsTab } from './tabs/facts-tab.tsx';
import { ItemsTab } from './tabs/items-tab.tsx';
import { LettersTab } from './tabs/letters-tab.tsx';
import { Timeline } from './tabs/timeline.tsx';

const tabs = {
  timeline: Timeline,
  facts: FactsTab,
  items: ItemsTab,
  letters: LettersTab,
  evidence: EvidenceTab,
} as const;
type Tab = keyof typeof tabs;

function countOf(tab: Tab, { items, letters, attachments }: CaseView): string {
  if (tab === 'items' && items.length > 0) return `${items.filter(({ action }) => action !== null).length}/${items.length}`;
  if (tab === 'letters' && letters.length > 0) return String(letters.length);
  return tab === 'evidence' && attachments.length > 0 ? String(attachments.length) : '';
}

/** The rest of a case, by sort. */
export function CaseTabs({ view }: { view: CaseView }) {
  const { t } = useText();
  const [shown, setShown] = useState<Tab>('timeline');
  return (
    <Tabs
      value={shown}
      onChange={(tab) => setShown((tab ?? 'timeline') as Tab)}
      keepMounted={false}
      classNames={{ tab: styles['tab'] ?? '' }}
    >
      <Tabs.List aria-label={t('case.tabs.label')}>
        {(Object.keys(tabs) as Tab[]).map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`case.tabs.${tab}`)} <span className={styles['count']}>{countOf(tab, view)}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {(Object.entries(tabs) as [Tab, (typeof tabs)[Tab]][]).map(([tab, Panel]) => (
        <Tabs.Panel key={tab} value={tab} className={styles['panel'] ?? ''}>
          <Panel view={view} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
