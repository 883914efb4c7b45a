import { useQuery } from '@tanstack/react-query';
import { Fragment, useId, useState } from 'react';
import type { RestrictedCase, RestrictedList } from '../../src-main/walls/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { instrumentsQuery } from '../government/queries.ts';
import { TableFrame } from '../law/table-frame.tsx';
import { DueChip } from '../queue/due-chip.tsx';
import { KeyHolders } from './key-holders.tsx';
import styles from './restricted.module.css';

const columns = ['ticket', 'instrument', 'subject', 'clock', 'state', 'holders'] as const;

function Clock({ next }: Pick<RestrictedCase, 'next'>) {
  const { t, ruleName } = useText();
  if (!next) return <span className={styles['small']}>{t('restricted.noClock')}</span>;
  return (
    <>
      <DueChip due={next.due} rule={next.rule} />
      <div className={styles['small']}>{ruleName(next.rule)}</div>
    </>
  );
}

function Row({ one, people }: { one: RestrictedCase; people: RestrictedList['people'] }) {
  const { t, word, language } = useText();
  const go = useGo();
  const { data: book } = useQuery(instrumentsQuery(useDesk()));
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { ref, instrument, kind, subject, next, state, holders } = one;
  const title = book?.instruments.find((known) => known.id === instrument)?.title[language];
  return (
    <Fragment>
      <tr>
        <td>
          <button type="button" className={styles['link']} onClick={() => go.openCase(ref)}>
            {ref}
          </button>
        </td>
        <td>{title ?? word('kind', kind)}</td>
        <td dir="auto" className={styles['subject']}>
          {subject}
        </td>
        <td>
          <Clock next={next} />
        </td>
        <td>{word('state', state)}</td>
        <td>
          {holders.map(({ name }) => name).join(', ')}{' '}
          <button
            type="button"
            className={styles['link']}
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t('restricted.holdersOf', { ref })}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('restricted.keys')}
          </button>
        </td>
      </tr>
      {isOpen ? (
        <tr id={id}>
          <td />
          <td colSpan={columns.length - 1}>
            <KeyHolders one={one} people={people} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

/** The restricted cases that the person at the desk can open. */
export function RestrictedTable({ list }: { list: RestrictedList }) {
  const { t } = useText();
  return (
    <TableFrame label={t('restricted.table')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`restricted.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.map((one) => (
            <Row key={one.ref} one={one} people={list.people} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
