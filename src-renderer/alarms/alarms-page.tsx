import { notifications } from '@mantine/notifications';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useDesk } from '../app/desk.tsx';
import { usePreferences } from '../app/preferences.tsx';
import { alarmsQuery, keys, rotaQuery } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { tellDone, tellFailure } from '../app/toast.ts';
import { type KeyMap, useKeys } from '../ui/keys.ts';
import { Page, Panel } from '../ui/panel.tsx';
import { Empty, Failed, Waiting } from '../ui/states.tsx';
import { AlarmRow, type ListedAlarm, useAlarmSubject } from './alarm-row.tsx';
import styles from './alarms.module.css';
import { alarmName, type Choice, keptChoice, nextChosen } from './subject.ts';
import { WatchLine } from './watch-line.tsx';

function useAcknowledge() {
  const { t, ruleName } = useText();
  const { nameOf } = useAlarmSubject();
  const client = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ ref, rule, step }: ListedAlarm) => client.law.acknowledgeAlarm({ ref, rule, step }),
    onSuccess(list, { ref, rule }) {
      queries.setQueryData(keys.alarms, list);
      // The notice of this alarm, should it still stand, has been seen too.
      notifications.hide(`${ref}:${rule}`);
      void queries.invalidateQueries({ queryKey: keys.status });
      tellDone(t('alarms.acknowledged', { subject: nameOf(ref), rule: ruleName(rule) }));
    },
    onError(error) {
      // A later step has sounded meanwhile, or the clock has stopped: the list is looked at anew.
      void queries.invalidateQueries({ queryKey: keys.alarms });
      tellFailure(error);
    },
  });
}

const isControl = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('button, a, input') !== null;

/** The chosen alarm of the list, and how to choose another by its place. */
function useChosen(alarms: ListedAlarm[]) {
  const [choice, setChoice] = useState<Choice>({ name: '', at: 0 });
  const names = alarms.map(alarmName);
  const kept = keptChoice(choice, names);
  // Remembered at once: an alarm that took the place of another stays chosen when the list next changes.
  if (kept !== choice) setChoice(kept);
  return { at: kept.at, choose: (at: number) => setChoice({ name: names[at] ?? '', at }) };
}

function List({ alarms, more }: { alarms: ListedAlarm[]; more: number }) {
  const { t, number } = useText();
  const { singleKeys } = usePreferences();
  const { open } = useAlarmSubject();
  const acknowledge = useAcknowledge();
  const { at, choose } = useChosen(alarms);
  const list = useRef<HTMLUListElement>(null);
  const chosen = alarms[at];
  const move = (key: 'down' | 'up') => {
    const next = nextChosen(at, key, alarms.length);
    choose(next);
    list.current?.querySelectorAll<HTMLElement>('[data-acknowledge]')[next]?.focus();
  };
  // A key that is held down acknowledges one alarm, not the list.
  const press = ({ repeat }: KeyboardEvent) => {
    if (chosen && !repeat && !acknowledge.isPending) acknowledge.mutate(chosen);
  };
  const keyMap: KeyMap = { j: () => move('down'), k: () => move('up'), a: press };
  keyMap['ArrowDown'] = () => move('down');
  keyMap['ArrowUp'] = () => move('up');
  keyMap['Enter'] = ({ target }) => (isControl(target) || !chosen ? false : open(chosen.ref));
  useKeys(keyMap, { singleKeys });
  return (
    <>
      <ul ref={list} className={styles['list']} aria-label={t('alarms.label')}>
        {alarms.map((alarm, n) => (
          <AlarmRow
            key={alarmName(alarm)}
            alarm={alarm}
            isChosen={n === at}
            isWorking={acknowledge.isPending && acknowledge.variables === alarm}
            onChoose={() => choose(n)}
            onAcknowledge={() => acknowledge.mutate(alarm)}
          />
        ))}
      </ul>
      {more > 0 ? <p className={styles['under']}>{t('alarms.more', { count: more, n: number(more) })}</p> : null}
      {singleKeys ? <p className={styles['under']}>{t('alarms.key')}</p> : null}
    </>
  );
}

/** The alarms that nobody has acknowledged, whom to call, and whether clocks are watched at all. */
export function AlarmsPage() {
  const { t } = useText();
  const client = useDesk();
  const { data, error, refetch } = useQuery(alarmsQuery(client));
  const { data: rota } = useQuery(rotaQuery(client));
  return (
    <Page title={t('alarms.title')} hint={t('alarms.hint')}>
      <div className={styles['page']}>
        <Panel title={t('alarms.label')}>
          {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
          {!data && !error ? <Waiting lines={5} /> : null}
          {data && data.alarms.length > 0 ? <List alarms={data.alarms} more={data.total - data.alarms.length} /> : null}
          {data?.alarms.length === 0 ? (
            <Empty icon={<IconBell size={24} aria-hidden />} title={t('alarms.none')}>
              {t('alarms.noneHint')}
            </Empty>
          ) : null}
        </Panel>
        <WatchLine isQuiet={rota?.isQuiet ?? false} />
      </div>
    </Page>
  );
}
