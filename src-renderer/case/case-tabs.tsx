import { Tabs } from '@mantine/core';
import type { CaseView } from '../../src-main/cases/contract.ts';
import { useText } from '../app/text.ts';
import styles from './case-tabs.module.css';
import { EvidenceTab } from './tabs/evidence-tab.tsx';
import { FactsTab } from './tabs/facts-tab.tsx';
import { IdentityTab } from './tabs/identity-tab.tsx';
import { ItemsTab } from './tabs/items-tab.tsx';
import { LettersTab } from './tabs/letters-tab.tsx';
import { Timeline } from './tabs/timeline.tsx';
import { WorkTab } from './work/work-tab.tsx';

const tabs = {
  timeline: Timeline,
  facts: FactsTab,
  identity: IdentityTab,
  work: WorkTab,
  items: ItemsTab,
  letters: LettersTab,
  evidence: EvidenceTab,
} as const;
export type Tab = keyof typeof tabs;

function countOf(tab: Tab, { items, letters, attachments, identity, work }: CaseView): string {
  if (tab === 'identity') return identity === 'verified' ? '✓' : '';
  if (tab === 'work') return `${work.steps.filter(({ isDone }) => isDone).length}/${work.steps.length}`;
  if (tab === 'items' && items.length > 0) return `${items.filter(({ action }) => action !== null).length}/${items.length}`;
  if (tab === 'letters' && letters.length > 0) return String(letters.length);
  return tab === 'evidence' && attachments.length > 0 ? String(attachments.length) : '';
}

/** The rest of a case, by sort. */
export function CaseTabs({ view, shown, onShow }: { view: CaseView; shown: Tab; onShow(tab: Tab): void }) {
  const { t } = useText();
  return (
    <Tabs
      value={shown}
      onChange={(tab) => onShow((tab ?? 'timeline') as Tab)}
      keepMounted={false}
      classNames={{ tab: styles['tab'] ?? '', list: styles['list'] ?? '' }}
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
