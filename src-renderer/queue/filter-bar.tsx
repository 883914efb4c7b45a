import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import {
  caseStates,
  complaintKinds,
  governmentKinds,
  identityStates,
  ownDutyKinds,
  rightsKinds,
} from '../../src-main/cases/contract/words.ts';
import type { QueueCounts, QueueFilter } from '../../src-main/cases/contract.ts';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { countsQuery } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { Choice } from '../ui/fields.tsx';
import styles from './filter-bar.module.css';
import { dueBands, narrowings } from './queue-search.ts';

const countOf: Record<(typeof dueBands)[number], (counts: QueueCounts) => number> = {
  overdue: ({ overdue }) => overdue,
  'under-2h': ({ under2h }) => under2h,
  'under-24h': ({ under24h }) => under24h,
  'under-3d': ({ under3d }) => under3d,
  later: ({ later }) => later,
};

function Bands({ filter, onChange }: BarProps) {
  const { t, number } = useText();
  const { data: counts } = useQuery(countsQuery(useDesk()));
  return (
    <fieldset className={styles['bands']} aria-label={t('queue.bands.label')}>
      {dueBands.map((band) => {
        const count = counts ? countOf[band](counts) : undefined;
        const isOn = filter.due === band;
        return (
          <button
            key={band}
            type="button"
            className={styles['band']}
            data-band={band}
            data-empty={count === 0 || undefined}
            aria-pressed={isOn}
            onClick={() => onChange({ due: isOn ? undefined : band })}
          >
            <b>{count === undefined ? '–' : number(count)}</b> {t(`queue.bands.${band}`)}
          </button>
        );
      })}
      <Unassigned filter={filter} count={counts?.unassigned ?? 0} onChange={onChange} />
    </fieldset>
  );
}

/** Where several work at the desk, how many cases nobody has taken. */
function Unassigned({ filter, count, onChange }: { filter: QueueFilter; count: number; onChange(part: Partial<QueueFilter>): void }) {
  const { t, number } = useText();
  const { people } = useWorkspace();
  const isOn = filter.unassigned === true;
  if (!isOn && (count === 0 || people.length < 2)) return null;
  return (
    <button
      type="button"
      className={styles['band']}
      data-band="overdue"
      aria-pressed={isOn}
      onClick={() => onChange({ unassigned: isOn ? undefined : true })}
    >
      <b>{number(count)}</b> {t('queue.unassigned')}
    </button>
  );
}

interface BarProps {
  filter: QueueFilter;
  onChange(part: Partial<QueueFilter>): void;
}

function useKindOptions() {
  const { t, word } = useText();
  const items = (kinds: readonly string[]) => kinds.map((kind) => ({ value: kind, label: word('kind', kind) }));
  return [
    { value: 'unsorted', label: word('kind', 'unsorted') },
    { group: t('words.group.complaints'), items: items(complaintKinds) },
    { group: t('words.group.rights'), items: items(rightsKinds) },
    { group: t('words.group.government'), items: items(governmentKinds) },
    { group: t('words.group.own-duties'), items: items(ownDutyKinds) },
  ];
}

function Selects({ filter, onChange }: BarProps) {
  const { t, word } = useText();
  const { platforms } = useWorkspace();
  const kinds = useKindOptions();
  return (
    <>
      {platforms.length > 1 ? (
        <Choice
          size="xs"
          w={126}
          aria-label={t('queue.platform')}
          value={filter.platform ?? ''}
          empty={t('queue.allPlatforms')}
          options={platforms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(platform) => onChange({ platform: (platform || undefined) as QueueFilter['platform'] })}
        />
      ) : null}
      <Choice
        size="xs"
        w={126}
        aria-label={t('queue.kind')}
        value={filter.kind ?? ''}
        empty={t('queue.allKinds')}
        options={kinds}
        onChange={(kind) => onChange({ kind: (kind || undefined) as QueueFilter['kind'] })}
      />
      <Choice
        size="xs"
        w={126}
        aria-label={t('queue.state')}
        value={filter.state ?? ''}
        empty={t('queue.allStates')}
        options={caseStates.filter((state) => state !== 'closed').map((state) => ({ value: state, label: word('state', state) }))}
        onChange={(state) => onChange({ state: (state || undefined) as QueueFilter['state'] })}
      />
      <Choice
        size="xs"
        w={126}
        aria-label={t('identity.filter')}
        value={filter.identity ?? ''}
        empty={t('identity.allStates')}
        options={identityStates.map((state) => ({ value: state, label: word('identity', state) }))}
        onChange={(identity) => onChange({ identity: (identity || undefined) as QueueFilter['identity'] })}
      />
    </>
  );
}

/** What narrows the queue: how near the limit is, and the usual questions. */
export function FilterBar({ filter, total }: { filter: QueueFilter; total: number | undefined }) {
  const { t, number } = useText();
  const go = useGo();
  const change = (part: Partial<QueueFilter>) => go.queue({ ...filter, ...part });
  const isNarrowed = narrowings(filter) > 0;
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('queue.filters')}>
      <Bands filter={filter} onChange={change} />
      <Selects filter={filter} onChange={change} />
      <span className={styles['total']} aria-live="polite">
        {total === undefined ? '' : t(filter.closed ? 'queue.totalClosed' : 'queue.total', { count: total, n: number(total) })}
      </span>
      {isNarrowed ? (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={({ currentTarget }) => {
            // The button goes with what it clears; the keyboard stays at the filters.
            currentTarget.closest('[role="toolbar"]')?.querySelector('button')?.focus();
            go.queue({});
          }}
        >
          {t('queue.clear')}
        </Button>
      ) : null}
    </div>
  );
}
