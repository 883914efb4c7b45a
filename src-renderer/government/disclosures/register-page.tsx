import { Button, TextInput } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Disclosure } from '../../../src-main/government/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import tableStyles from '../../case/tabs/tabs.module.css';
import { formatInstant } from '../../ui/ist.ts';
import { Page } from '../../ui/panel.tsx';
import { Empty, Failed, Waiting } from '../../ui/states.tsx';
import styles from '../government.module.css';
import { registerQuery } from '../queries.ts';
import { useDisclosureWords } from './lines.tsx';

function Row({ one }: { one: Disclosure }) {
  const say = useDisclosureWords();
  const go = useGo();
  return (
    <tr>
      <td>
        {formatInstant(one.at)}
        <div>
          <Button size="compact-xs" variant="subtle" onClick={() => go.openCase(one.ref)}>
            {one.ref}
          </Button>
        </div>
      </td>
      <td>{say.what(one)}</td>
      <td>{say.whom(one)}</td>
      <td>
        {one.file}
        <div className={styles['muted']}>{one.sha256}</div>
      </td>
      <td>
        {one.byName}
        <div className={styles['muted']}>{say.approval(one)}</div>
      </td>
      <td>{say.told(one)}</td>
    </tr>
  );
}

const columns = ['when', 'what', 'whom', 'file', 'people', 'told'] as const;

function Register({ rows }: { rows: Disclosure[] }) {
  const { t } = useText();
  return (
    <table className={tableStyles['table']}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(`disclosures.${name}`)}
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

/** What was ever handed to an authority; with an account, everything about it. */
export function RegisterPage() {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [account, setAccount] = useState('');
  const { data, error, refetch } = useQuery(registerQuery(useDesk(), account));
  return (
    <Page title={t('disclosures.title')} hint={t('disclosures.hint')}>
      <div className={styles['stack']}>
        <form
          className={styles['stepHead']}
          onSubmit={(event) => {
            event.preventDefault();
            setAccount(typed.trim());
          }}
        >
          <TextInput
            className={styles['grow']}
            label={t('disclosures.account')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" variant="default" mt={22}>
            {t('disclosures.find')}
          </Button>
        </form>
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
        {data ? null : <Waiting lines={4} />}
        {data && data.length > 0 ? <Register rows={data} /> : null}
        {data?.length === 0 ? (
          <Empty icon={<IconFileExport size={26} aria-hidden />} title={t(account === '' ? 'disclosures.none' : 'disclosures.noneAbout')}>
            {account === '' ? t('disclosures.noneHint') : account}
          </Empty>
        ) : null}
      </div>
    </Page>
  );
}
