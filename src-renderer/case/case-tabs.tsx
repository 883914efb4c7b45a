import { Tabs } from '@mantine/core';
import { governmentKinds } from '../../src-main/cases/contract/words.ts';
import type { CaseView } from '../../src-main/cases/contract.ts';
import { useText } from '../app/text.ts';
import { OrderTab } from '../government/order-tab.tsx';
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
  order: OrderTab,
  facts: FactsTab,
  identity: IdentityTab,
  work: WorkTab,
  items: ItemsTab,
  letters: LettersTab,
  evidence: EvidenceTab,
} as const;
export type Tab = keyof typeof tabs;

/** An order stands behind government work alone. */
const isShown = (tab: Tab, { kind, order }: CaseView) =>
  tab !== 'order' || order !== null || (governmentKinds as readonly string[]).includes(kind);

function countOf(tab: Tab, { items, letters, attachments, identity, work, order }: CaseView): string {
  if (tab === 'order' && order)
    return order.steps.length > 0 ? `${order.steps.filter(({ last }) => last !== null).length}/${order.steps.length}` : '';
  if (tab === 'identity') return identity === 'verified' ? '✓' : '';
  if (tab === 'work') return `${work.steps.filter(({ isDone }) => isDone).length}/${work.steps.length}`;
  if (tab === 'items' && items.length > 0) return `${items.filter(({ action }) => action !== null).length}/${items.length}`;
  if (tab === 'letters' && letters.length > 0) return String(letters.length);
  return tab === 'evidence' && attachments.length > 0 ? String(attachments.length) : '';
}

/** The rest of a case, by sort. */
export function CaseTabs({ view, shown, onShow }: { view: CaseView; shown: Tab; onShow(tab: Tab): void }) {
  const { t } = useText();
  const all = (Object.keys(tabs) as Tab[]).filter((tab) => isShown(tab, view));
  return (
    <Tabs
      value={shown}
      onChange={(tab) => onShow((tab ?? 'timeline') as Tab)}
      keepMounted={false}
      classNames={{ tab: styles['tab'] ?? '', list: styles['list'] ?? '' }}
    >
      <Tabs.List aria-label={t('case.tabs.label')}>
        {all.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`case.tabs.${tab}`)} <span className={styles['count']}>{countOf(tab, view)}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {all.map((tab) => {
        const Panel = tabs[tab];
        return (
          <Tabs.Panel key={tab} value={tab} className={styles['panel'] ?? ''}>
            <Panel view={view} />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
