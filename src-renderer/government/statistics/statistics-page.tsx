import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type StatisticsColumn,
  type StatisticsDimension,
  statisticsColumns,
  statisticsDimensions,
} from '../../../src-main/government/contract/words.ts';
import type { InstrumentBook, Statistics, StatisticsAsk } from '../../../src-main/government/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import tableStyles from '../../case/tabs/tabs.module.css';
import { Choice } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/panel.tsx';
import { Empty, Failed, Waiting } from '../../ui/states.tsx';
import { instrumentsQuery, statisticsQuery } from '../queries.ts';
import styles from './statistics.module.css';

/** 11-2026 as it is typed, 2026-11 as the desk reads it; null where it is no month. */
function readMonth(text: string): string | null {
  const found = /^(0[1-9]|1[0-2])-(\d{4})$/.exec(text.trim());
  return found ? `${found[2]}-${found[1]}` : null;
}

function useKeyWords({ by }: Statistics, book: InstrumentBook | undefined) {
  const { t, word, language } = useText();
  return (key: string): string => {
    if (key === '') return t('statistics.notRecorded');
    if (by === 'month') return key.split('-').reverse().join('-');
    if (by === 'kind' || by === 'platform') return word(by, key);
    return by === 'instrument' ? (book?.instruments.find(({ id }) => id === key)?.title[language] ?? key) : key;
  };
}

type Cells = Statistics['total'];

function Numbers({ cells }: { cells: Cells }) {
  const { t, number } = useText();
  return statisticsColumns.map((column) => {
    const value = cells[column];
    return (
      <td key={column} className={styles['number']}>
        {value === null ? <abbr title={t('statistics.heldBack')}>–</abbr> : number(value)}
      </td>
    );
  });
}

/** How many requests, and of these how many gave data, as a bar beside the numbers. */
function Bar({ cells, most }: { cells: Cells; most: number }) {
  const share = (n: number | null) => `${n === null || most === 0 ? 0 : (100 * n) / most}%`;
  const given = cells.full === null || cells.partly === null ? null : cells.full + cells.partly;
  return (
    <div className={styles['track']} aria-hidden>
      <span className={styles['all']} style={{ width: share(cells.requests) }} />
      <span className={styles['given']} style={{ width: share(given) }} />
    </div>
  );
}

function Table({ found, book }: { found: Statistics; book: InstrumentBook | undefined }) {
  const { t } = useText();
  const say = useKeyWords(found, book);
  const most = Math.max(0, ...found.rows.map(({ cells }) => cells.requests ?? 0));
  const head = (column: StatisticsColumn) => (
    <th key={column} scope="col" className={styles['number']}>
      {t(`statistics.column.${column}`)}
    </th>
  );
  return (
    <div className={styles['scroll']}>
      <table className={tableStyles['table']} aria-label={t('statistics.title')}>
        <thead>
          <tr>
            <th scope="col">{t(`statistics.by.${found.by}`)}</th>
            <th scope="col">
              <span className={styles['legend']}>{t('statistics.bar')}</span>
            </th>
            {statisticsColumns.map(head)}
          </tr>
        </thead>
        <tbody>
          {found.rows.map(({ key, cells }) => (
            <tr key={key}>
              <th scope="row">{say(key)}</th>
              <td>
                <Bar cells={cells} most={most} />
              </td>
              <Numbers cells={cells} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('statistics.total')}</th>
            <td />
            <Numbers cells={found.total} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The three numbers that a compliance report prints of authorities. */
function Summary({ total }: { total: Cells }) {
  const { t, number } = useText();
  const given = total.full === null || total.partly === null ? null : total.full + total.partly;
  const shown = [
    ['received', total.requests],
    ['given', given],
    ['takedown', total.takedowns],
  ] as const;
  return (
    <dl className={styles['summary']}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`statistics.summary.${name}`)}</dt>
          <dd>{value === null ? '–' : number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Counted({ ask }: { ask: StatisticsAsk }) {
  const { t } = useText();
  const client = useDesk();
  const { data, error, refetch } = useQuery(statisticsQuery(client, ask));
  const { data: book } = useQuery(instrumentsQuery(client));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting lines={5} />;
  if (data.rows.length === 0)
    return (
      <Empty icon={<IconChartBar size={26} aria-hidden />} title={t('statistics.none')}>
        {t('statistics.noneHint')}
      </Empty>
    );
  return (
    <>
      {data.isPublic ? <Notice tone="note">{<p>{t('statistics.preview', { n: String(data.smallest ?? '') })}</p>}</Notice> : null}
      <Summary total={data.total} />
      <Table found={data} book={book} />
    </>
  );
}

function useAsk() {
  const [by, setBy] = useState<StatisticsDimension>('instrument');
  const [month, setMonth] = useState('');
  const [isPublic, setIsPublic] = useState(false);
  const [smallest, setSmallest] = useState(5);
  const read = readMonth(month);
  const ask: StatisticsAsk = { by, ...(read ? { month: read } : {}), ...(isPublic ? { isPublic, smallest } : {}) };
  return {
    by,
    setBy,
    month,
    setMonth,
    isPublic,
    setIsPublic,
    smallest,
    setSmallest,
    ask,
    isMonthWrong: month.trim() !== '' && read === null,
  };
}

/** Requests of authorities, counted by what one likes; and the copy for the public as it would be published. */
export function StatisticsPage() {
  const { t } = useText();
  const client = useDesk();
  const form = useAsk();
  const { ask, isPublic } = form;
  const save = useMutation({ mutationFn: () => client.government.saveStatistics(ask) });
  const shown = statisticsDimensions.filter((id) => !isPublic || id !== 'agency');
  const publish = (isNow: boolean) => {
    form.setIsPublic(isNow);
    if (isNow && form.by === 'agency') form.setBy('instrument');
  };
  return (
    <Page title={t('statistics.title')} hint={t('statistics.hint')}>
      <div className={styles['stack']}>
        <div className={styles['tools']}>
          <Choice
            label={t('statistics.countedBy')}
            value={form.by}
            options={shown.map((id) => ({ value: id, label: t(`statistics.by.${id}`) }))}
            onChange={(id) => form.setBy(id as StatisticsDimension)}
          />
          <TextInput
            label={t('statistics.month')}
            placeholder="MM-yyyy"
            value={form.month}
            error={form.isMonthWrong && t('statistics.monthWrong')}
            onChange={({ currentTarget }) => form.setMonth(currentTarget.value)}
          />
          <Checkbox label={t('statistics.public')} checked={isPublic} onChange={({ currentTarget }) => publish(currentTarget.checked)} />
          {isPublic ? (
            <NumberInput
              label={t('statistics.smallest')}
              min={3}
              max={100}
              value={form.smallest}
              onChange={(value) => form.setSmallest(Math.min(100, Math.max(3, Number(value) || 5)))}
            />
          ) : null}
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            {t('statistics.save')}
          </Button>
        </div>
        {save.error ? <Failed error={save.error} compact /> : null}
        {save.data ? <p role="status">{t('statistics.saved', { path: save.data.path })}</p> : null}
        <Counted ask={ask} />
      </div>
    </Page>
  );
}
