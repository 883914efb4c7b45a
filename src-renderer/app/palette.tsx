import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconBolt, IconFileText, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { QueueRow } from '../../src-main/cases/contract.ts';
import { Keycap } from '../ui/keycap.tsx';
import { type Command, useCommands } from './commands.ts';
import { useDesk } from './desk.tsx';
import { useGo } from './navigation.ts';
import { keys } from './queries.ts';
import { useText } from './text.ts';

const [store, palette] = createSpotlight();
const casesShown = 6;
const groups = ['case', 'do', 'go'] as const;

export function openPalette(): undefined {
  palette.open();
}

const icons: Record<Command['group'], ReactNode> = {
  case: <IconFileText size={17} aria-hidden />,
  do: <IconBolt size={17} aria-hidden />,
  go: <IconArrowRight size={17} aria-hidden />,
};

const matches = (label: string, query: string) => query.split(/\s+/).every((word) => label.toLowerCase().includes(word.toLowerCase()));

function useFoundCases(query: string) {
  const client = useDesk();
  const text = query.trim();
  const { data } = useQuery({
    queryKey: [...keys.queue, 'palette', text],
    queryFn: () => client.cases.queue({ filter: { text }, limit: casesShown }),
    enabled: text.length > 1,
    gcTime: 10_000,
  });
  return text.length > 1 ? (data?.rows ?? []) : [];
}

function FoundCases({ rows }: { rows: QueueRow[] }) {
  const { t, word } = useText();
  const go = useGo();
  if (rows.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('app.palettes.cases')}>
      {rows.map((row) => (
        <Spotlight.Action
          key={row.ref}
          label={row.subject}
          description={`${row.ref} · ${word('kind', row.kind)} · ${row.complainant ?? t('queue.noName')}`}
          leftSection={<IconSearch size={17} aria-hidden />}
          onClick={() => go.openCase(row.ref)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function CommandGroup({ group, commands }: { group: Command['group']; commands: Command[] }) {
  const { t } = useText();
  const mine = commands.filter((command) => command.group === group);
  if (mine.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t(`app.palettes.${group}`)}>
      {mine.map((command) => (
        <Spotlight.Action
          key={command.id}
          label={command.label}
          leftSection={icons[group]}
          rightSection={command.keys ? <Keycap keys={command.keys} /> : null}
          onClick={command.run}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** Ctrl+K: any act, any room, any case, by typing a part of its name. */
export function Palette() {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const found = useFoundCases(query);
  const commands = useCommands().filter(({ label }) => matches(label, query.trim()));
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={460}
      size={620}
      overlayProps={{ backgroundOpacity: 0.45, blur: 0 }}
      attributes={{ content: { 'aria-label': t('app.palette') } }}
    >
      <Spotlight.Search
        placeholder={t('app.palettes.hint')}
        aria-label={t('app.palettes.hint')}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map((group) => (
          <CommandGroup key={group} group={group} commands={commands} />
        ))}
        <FoundCases rows={found} />
        {commands.length + found.length === 0 ? <Spotlight.Empty>{t('app.palettes.nothing')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
