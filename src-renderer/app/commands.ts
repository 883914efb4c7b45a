import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '../../src-main/cases/contract.ts';
import { doingsOf } from '../case/doings.ts';
import { useDo } from '../case/use-do.ts';
import { useDesk } from './desk.tsx';
import { useGo, useQueueSearch } from './navigation.ts';
import { useOverlays } from './overlays.tsx';
import { usePreferences } from './preferences.tsx';
import { caseQuery } from './queries.ts';
import { useText } from './text.ts';
import { useLock } from './use-lock.ts';

export interface Command {
  id: string;
  group: 'case' | 'go' | 'do';
  label: string;
  keys?: string | undefined;
  run(): void;
}

function useCaseCommands(): Command[] {
  const { t } = useText();
  const client = useDesk();
  const { case: ref } = useQueueSearch();
  const overlays = useOverlays();
  const begin = useDo(ref ?? '');
  const { data } = useQuery({ ...caseQuery(client, ref ?? ''), enabled: ref !== undefined });
  const view: CaseView | undefined = ref === undefined ? undefined : data;
  if (!view) return [];
  const acts = doingsOf(view).map(
    ({ doing, key }): Command => ({
      id: `case-${doing}`,
      group: 'case',
      label: t(`act.${doing}.name`),
      keys: key,
      run: () => begin(doing),
    }),
  );
  return [...acts, { id: 'dossier', group: 'case', label: t('report.open'), run: () => overlays.show('report') }];
}

function useRoomCommands(): Command[] {
  const { t } = useText();
  const go = useGo();
  return [
    { id: 'today', group: 'go', label: t('app.rooms.today'), run: go.today },
    { id: 'queue', group: 'go', label: t('app.rooms.queue'), run: () => go.queue({}) },
    { id: 'overdue', group: 'go', label: t('app.commands.overdue'), run: () => go.queue({ due: 'overdue' }) },
    { id: 'unsorted', group: 'go', label: t('app.commands.unsorted'), run: () => go.queue({ group: 'unsorted' }) },
    { id: 'confirm', group: 'go', label: t('app.commands.confirmReceipt'), run: () => go.queue({ confirmReceipt: true }) },
    { id: 'identity', group: 'go', label: t('identity.showPending'), run: () => go.queue({ identity: 'pending' }) },
    { id: 'alarms', group: 'go', label: t('alarms.title'), keys: 'B', run: go.alarms },
    { id: 'duties', group: 'go', label: t('duties.title'), run: go.duties },
    { id: 'law', group: 'go', label: t('app.rooms.law'), run: () => go.law() },
    { id: 'calculator', group: 'go', label: t('app.commands.calculator'), keys: 'Ctrl D', run: go.calculator },
    { id: 'platforms', group: 'go', label: t('platforms.title'), run: go.platforms },
    { id: 'retention', group: 'go', label: t('retention.title'), run: go.retention },
    { id: 'requests', group: 'go', label: t('statistics.title'), run: go.requests },
    { id: 'preservations', group: 'go', label: t('orders.preservations'), run: go.preservations },
    { id: 'disclosures', group: 'go', label: t('disclosures.title'), run: go.disclosures },
    { id: 'restricted', group: 'go', label: t('restricted.title'), run: go.restricted },
    { id: 'audit', group: 'go', label: t('app.rooms.audit'), run: go.audit },
    { id: 'settings', group: 'go', label: t('app.rooms.settings'), run: go.settings },
  ];
}

function useDeskCommands(): Command[] {
  const { t } = useText();
  const overlays = useOverlays();
  const { language, theme, change } = usePreferences();
  const lock = useLock();
  return [
    { id: 'new', group: 'do', label: t('app.newCase'), keys: 'Ctrl N', run: () => overlays.show('intake') },
    { id: 'order', group: 'do', label: t('government.newOrder'), keys: 'O', run: () => overlays.show('order') },
    { id: 'import', group: 'do', label: t('intake.import.title'), run: () => overlays.show('import') },
    { id: 'language', group: 'do', label: t('app.commands.language'), run: () => change({ language: language === 'en' ? 'hi' : 'en' }) },
    {
      id: 'theme',
      group: 'do',
      label: t(theme === 'dark' ? 'app.commands.light' : 'app.commands.dark'),
      run: () => change({ theme: theme === 'dark' ? 'light' : 'dark' }),
    },
    { id: 'keys', group: 'do', label: t('app.keysTitle'), keys: '?', run: () => overlays.show('keys') },
    { id: 'lock', group: 'do', label: t('app.lockNow'), run: () => lock.mutate() },
  ];
}

/** Everything that can be done from where one stands. */
export function useCommands(): Command[] {
  return [...useCaseCommands(), ...useDeskCommands(), ...useRoomCommands()];
}
