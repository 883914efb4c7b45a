import { Button } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseClock, CaseView } from '../../src-main/cases/contract.ts';
import type { Rule, Target } from '../../src-main/law/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { Sheet } from '../app/sheet.tsx';
import { useText } from '../app/text.ts';
import { inOrder, isOverdue } from '../queue/due.ts';
import { formatDate, formatSecond } from '../ui/ist.ts';
import { Failed, Waiting } from '../ui/states.tsx';
import { Doubt } from './doubt.tsx';
import { inForceWords, isRule } from './in-words.ts';
import styles from './law.module.css';
import { rulesOfCaseQuery } from './queries.ts';
import { Confidence } from './rule-facts.tsx';
import { TableFrame } from './table-frame.tsx';

interface RowProps {
  clock: CaseClock;
  source: Rule | Target | undefined;
}

function Due({ clock }: { clock: CaseClock }) {
  const { t, look } = useText();
  return (
    <>
      <span className={styles['nowrap']}>{clock.due ? formatSecond(clock.due) : null}</span>
      <span className={styles['small']}>
        {clock.waitsFor
          ? t('case.clock.waits', { event: look(`case.event.${clock.waitsFor}`, clock.waitsFor) })
          : t(`law.status.${isOverdue(clock) ? 'overdue' : clock.status}`)}
      </span>
    </>
  );
}

function Dispute({ clock }: { clock: CaseClock }) {
  const { t } = useText();
  if (!clock.disputed) return <span className={styles['small']}>{t('law.clocks.noDispute')}</span>;
  return (
    <>
      <Doubt>{t('case.clock.disputed')}</Doubt>
      {clock.alternatives.map(({ reading, due }) => (
        <p key={reading} className={styles['reading']}>
          <span lang="en">{reading}</span> {due ? t('law.clocks.otherwise', { at: formatSecond(due) }) : null}
        </p>
      ))}
    </>
  );
}

function ClockRow({ clock, source }: RowProps) {
  const { t, ruleName } = useText();
  const rule = source && isRule(source) ? source : null;
  return (
    <tr>
      <th scope="row">
        {ruleName(clock.rule)}
        <span className={styles['small']}>
          {clock.rule}
          {clock.sense === 'max' ? '' : ` · ${t(`law.sense.${clock.sense}`)}`}
        </span>
      </th>
      <td>
        {rule ? (
          <span lang="en">
            {rule.instrument}, {rule.cite}
            <span className={styles['small']}>{rule.gazette}</span>
          </span>
        ) : (
          t('law.clocks.notLaw')
        )}
        {rule?.gazette === null ? <span className={styles['small']}>{t('law.fields.noGazette')}</span> : null}
      </td>
      <td className={styles['nowrap']}>{source ? inForceWords(source, t) : null}</td>
      <td className={styles['nowrap']}>{clock.start ? formatSecond(clock.start) : null}</td>
      <td>
        <Due clock={clock} />
      </td>
      <td>{source ? <Confidence source={source} /> : null}</td>
      <td>
        <Dispute clock={clock} />
      </td>
    </tr>
  );
}

function Group({ title, clocks, sources }: { title: string; clocks: CaseClock[]; sources: Map<string, Rule | Target> }) {
  if (clocks.length === 0) return null;
  return (
    <tbody>
      <tr className={styles['groupRow']}>
        <th colSpan={7} scope="colgroup">
          {title}
        </th>
      </tr>
      {inOrder(clocks).map((clock) => (
        <ClockRow key={clock.rule} clock={clock} source={sources.get(clock.rule)} />
      ))}
    </tbody>
  );
}

function Table({ view }: { view: CaseView }) {
  const { t } = useText();
  const { data, error, refetch } = useQuery(rulesOfCaseQuery(useDesk(), view.ref));
  if (error) return <Failed error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <Waiting lines={6} />;
  const sources = new Map(data.rules.map((rule) => [rule.id, rule]));
  const heads = [
    t('law.clocks.clock'),
    t('law.clocks.law'),
    t('law.fields.inForce'),
    t('law.clocks.start'),
    t('law.clocks.due'),
    t('law.fields.confidence'),
    t('law.fields.disputed'),
  ];
  return (
    <>
      <TableFrame label={t('law.clocks.compare')}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <Group title={t('law.clocks.legal')} clocks={view.clocks} sources={sources} />
          <Group title={t('law.clocks.internal')} clocks={view.targets} sources={sources} />
        </table>
      </TableFrame>
      <p className={styles['small']}>
        {t('law.explain.byRulebook', { version: data.rulebook.version, asOf: formatDate(data.rulebook.asOf) })}
      </p>
    </>
  );
}

/** Every clock of a case in one table, legal and internal, each with its rule, Gazette number, dates, confidence and dispute. */
export function AllClocks({ view }: { view: CaseView }) {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="compact-xs" variant="subtle" leftSection={<IconColumns3 size={15} aria-hidden />} onClick={() => setIsOpen(true)}>
        {t('law.clocks.compare')}
      </Button>
      <Sheet title={t('law.clocks.title', { ref: view.ref })} size={1240} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <p className={styles['small']}>{t('law.clocks.hint')}</p>
        <Table view={view} />
      </Sheet>
    </>
  );
}
