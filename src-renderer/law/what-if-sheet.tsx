import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseKind, CaseView } from '../../src-main/cases/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { Sheet } from '../app/sheet.tsx';
import { useText } from '../app/text.ts';
import { FactsFields } from '../case/facts-fields.tsx';
import { factsOfKind } from '../case/facts-of-kind.ts';
import { Choice, Radios } from '../ui/fields.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import styles from './law.module.css';
import { historyQuery, rulebookQuery, whatIfQuery } from './queries.ts';
import { SecondField } from './second-field.tsx';
import { type Asked, asItIs, askOf, familiesOf, readDay, type Supposed, turningDays } from './what-if.ts';
import { WhatIfTable } from './what-if-table.tsx';

const askAfterMs = 200;

interface FormProps {
  view: CaseView;
  typed: Supposed;
  onChange(part: Partial<Supposed>): void;
}

/** Which law is supposed: as at receipt, as it stood on a day (the turns of these rules are one click away), or another rulebook. */
function LawFields({ view, typed, onChange }: FormProps) {
  const { t } = useText();
  const client = useDesk();
  const { data: book } = useQuery(rulebookQuery(client));
  const { data: history } = useQuery(historyQuery(client));
  const others = (history ?? []).filter(({ isCurrent }) => !isCurrent);
  const turns = book
    ? turningDays(
        book.rulebook,
        view.clocks.map(({ rule }) => rule),
      )
    : [];
  const laws = (['receipt', 'day', 'rulebook'] as const).filter((law) => law !== 'rulebook' || others.length > 0);
  return (
    <>
      <Radios
        label={t('law.whatIf.byLaw')}
        value={typed.law}
        options={laws.map((law) => ({ value: law, label: t(`law.whatIf.laws.${law}`) }))}
        onChange={(law) => onChange({ law: law as Supposed['law'] })}
      />
      <div className={styles['buttons']}>
        {turns.slice(0, 2).flatMap(({ older, newer }) => [
          <Button key={older} size="xs" variant="default" onClick={() => onChange({ law: 'day', day: older })}>
            {t('law.whatIf.older', { date: older })}
          </Button>,
          <Button key={newer} size="xs" variant="default" onClick={() => onChange({ law: 'day', day: newer })}>
            {t('law.whatIf.newer', { date: newer })}
          </Button>,
        ])}
      </div>
      {typed.law === 'day' ? (
        <TextInput
          label={t('law.whatIf.day')}
          placeholder="dd-MM-yyyy"
          value={typed.day}
          error={typed.day !== '' && readDay(typed.day) === null ? t('lawRoom.edit.notDay') : null}
          onChange={({ currentTarget }) => onChange({ day: currentTarget.value })}
        />
      ) : null}
      {typed.law === 'rulebook' ? (
        <Choice
          label={t('law.whatIf.rulebook')}
          value={typed.rulebook}
          empty={t('common.none')}
          options={others.map(({ hash, version }) => ({ value: hash, label: version }))}
          onChange={(rulebook) => onChange({ rulebook })}
        />
      ) : null}
    </>
  );
}

function SupposeForm(props: FormProps) {
  const { t } = useText();
  const { view, typed, onChange } = props;
  const kind = view.kind as CaseKind;
  return (
    <div className={styles['suppose']}>
      <h3 className={styles['sub']}>{t('law.whatIf.suppose')}</h3>
      <SecondField label={t('law.whatIf.receivedAt')} value={typed.receivedAt} onChange={(receivedAt) => onChange({ receivedAt })} />
      <LawFields {...props} />
      <fieldset className={styles['facts']} aria-label={t('law.whatIf.facts')}>
        <p className={styles['small']}>{t(factsOfKind(kind).length > 0 ? 'law.whatIf.facts' : 'law.whatIf.noFacts')}</p>
        <FactsFields kind={kind} facts={typed.facts} onChange={(facts) => onChange({ facts })} />
      </fieldset>
      <div>
        <Button size="xs" variant="subtle" onClick={() => onChange(asItIs(view))}>
          {t('law.whatIf.reset')}
        </Button>
      </div>
    </div>
  );
}

function Results({ asked }: { asked: Asked }) {
  const client = useDesk();
  const { data, error, refetch } = useQuery(whatIfQuery(client, asked));
  const { data: book } = useQuery(rulebookQuery(client));
  if (error) return <Failed error={error} onRetry={() => void refetch()} compact />;
  return data && book ? <WhatIfTable answer={data} familyOf={familiesOf(book.rulebook)} /> : <Waiting lines={6} />;
}

function WhatIf({ view }: { view: CaseView }) {
  const { t } = useText();
  const [typed, setTyped] = useState(() => asItIs(view));
  // As text: a new object of the same content would be waited for anew, and drawn anew, without end.
  const [asked] = useDebouncedValue(JSON.stringify(askOf(view, typed)), askAfterMs);
  return (
    <>
      <p className={styles['small']}>{t('law.whatIf.hint')}</p>
      <div className={styles['whatIf']}>
        <SupposeForm view={view} typed={typed} onChange={(part) => setTyped((before) => ({ ...before, ...part }))} />
        <Results asked={JSON.parse(asked) as Asked} />
      </div>
    </>
  );
}

/** "What if…": another receipt, an older or newer rule, other facts; as it is and as if, side by side. */
export function WhatIfSheet({ view, isOpen, onClose }: { view: CaseView; isOpen: boolean; onClose(): void }) {
  const { t } = useText();
  return (
    <Sheet title={t('law.whatIf.title', { ref: view.ref })} isOpen={isOpen} onClose={onClose}>
      <WhatIf view={view} />
    </Sheet>
  );
}
