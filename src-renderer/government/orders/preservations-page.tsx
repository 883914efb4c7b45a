import { Button } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Preservation } from '../../../src-main/government/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import tableStyles from '../../case/tabs/tabs.module.css';
import { formatInstant } from '../../ui/ist.ts';
import { Page } from '../../ui/panel.tsx';
import { Empty, Failed, Waiting } from '../../ui/states.tsx';
import styles from '../government.module.css';
import { preservationsQuery } from '../queries.ts';
import { usePreservationWords } from './preserved-part.tsx';

function Row({ one }: { one: Preservation }) {
  const say = usePreservationWords();
  const go = useGo();
  return (
    <tr>
      <td>{say.until(one)}</td>
      <td>
        <Button size="compact-xs" variant="subtle" onClick={() => go.openCase(one.ref)}>
          {one.ref}
        </Button>
      </td>
      <td>{say.what(one)}</td>
      <td>
        {one.paper}
        <div className={styles['muted']}>{formatInstant(one.from)}</div>
      </td>
      <td>{say.frozen(one)}</td>
    </tr>
  );
}

const columns = ['end', 'ticket', 'what', 'paper', 'frozen'] as const;

function Table({ rows }: { rows: Preservation[] }) {
  const { t } = useText();
  return (
    <table className={tableStyles['table']} aria-label={t('orders.preservations')}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(`orders.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <Row key={one.seq} one={one} />
        ))}
      </tbody>
    </table>
  );
}

/** Everything that is preserved for an authority, with its end: what ends first on top. */
export function PreservationsPage() {
  const { t } = useText();
  const { data, error, refetch } = useQuery(preservationsQuery(useDesk()));
  return (
    <Page title={t('orders.preservations')} hint={t('orders.preservationsHint')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Waiting lines={4} />}
      {data && data.length > 0 ? <Table rows={data} /> : null}
      {data?.length === 0 ? (
        <Empty icon={<IconSnowflake size={26} aria-hidden />} title={t('orders.none')}>
          {t('orders.noneHint')}
        </Empty>
      ) : null}
    </Page>
  );
}
