import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RestrictedList } from '../../src-main/walls/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { ListPages } from '../app/list-pages.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/panel.tsx';
import { Empty, Failed, Waiting } from '../ui/states.tsx';
import { DestroyPart } from './closed-part.tsx';
import { pageRows, restrictedQuery } from './queries.ts';
import styles from './restricted.module.css';
import { RestrictedTable } from './restricted-table.tsx';

/** People whose role lets them see every restricted case, and who wait for keys that this person holds. */
function WaitingKeys({ rows }: RestrictedList) {
  const { t, number } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: () => client.walls.giveWaiting({}),
    onSuccess: () => void queries.invalidateQueries({ queryKey: keys.restricted() }),
  });
  const waiting = rows.flatMap((one) => one.waiting);
  if (waiting.length === 0) return null;
  const names = [...new Set(waiting.map(({ name }) => name))].join(', ');
  return (
    <Notice tone="warn">
      <p>{t('restricted.waiting', { count: waiting.length, n: number(waiting.length), names })}</p>
      {give.error ? <Failed error={give.error} compact /> : null}
      <Button size="xs" variant="default" loading={give.isPending} onClick={() => give.mutate()}>
        {t('restricted.giveWaiting')}
      </Button>
    </Notice>
  );
}

interface ToolsProps {
  text: string;
  isClosed: boolean;
  onText(text: string): void;
  onClosed(isClosed: boolean): void;
}

function Tools({ text, isClosed, onText, onClosed }: ToolsProps) {
  const { t } = useText();
  return (
    <div className={styles['tools']}>
      <SegmentedControl
        size="xs"
        aria-label={t('restricted.parts')}
        value={isClosed ? 'closed' : 'open'}
        onChange={(value) => onClosed(value === 'closed')}
        data={[
          { value: 'open', label: t('restricted.open') },
          { value: 'closed', label: t('restricted.closed') },
        ]}
      />
      <TextInput
        size="xs"
        aria-label={t('restricted.search')}
        placeholder={t('restricted.search')}
        value={text}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      />
    </div>
  );
}

/** The restricted cases that the person at the desk can open, apart from all others. */
export function RestrictedPage() {
  const { t, number } = useText();
  const [text, setText] = useState('');
  const [isClosed, setIsClosed] = useState(false);
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery(restrictedQuery(useDesk(), text.trim(), isClosed, offset));
  const hidden = data ? data.walls - data.mine : 0;
  return (
    <Page title={t('restricted.title')} hint={t('restricted.hint')}>
      <div className={styles['page']}>
        <Tools
          text={text}
          isClosed={isClosed}
          onText={(next) => {
            setText(next);
            setOffset(0);
          }}
          onClosed={(next) => {
            setIsClosed(next);
            setOffset(0);
          }}
        />
        {hidden > 0 ? <p className={styles['small']}>{t('restricted.others', { count: hidden, n: number(hidden) })}</p> : null}
        {data ? <WaitingKeys {...data} /> : null}
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting lines={8} /> : null}
        {data && data.rows.length === 0 ? (
          <Empty icon={<IconLock size={28} aria-hidden />} title={t(text.trim() === '' ? 'restricted.empty' : 'restricted.notFound')}>
            <p>{t('restricted.emptyHint')}</p>
          </Empty>
        ) : null}
        {data && data.rows.length > 0 ? <RestrictedTable list={data} /> : null}
        {data ? <ListPages offset={offset} rows={data.rows.length} pageRows={pageRows} total={data.total} onOffset={setOffset} /> : null}
        {data && isClosed && data.rows.length > 0 ? <DestroyPart rows={data.rows} /> : null}
      </div>
    </Page>
  );
}
