import { SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { FactsFields } from '../case/facts-fields.tsx';
import { factsOfKind } from '../case/facts-of-kind.ts';
import { KindField } from '../intake/kind-field.tsx';
import { deskNow } from '../ui/desk-clock.ts';
import { Choice } from '../ui/fields.tsx';
import { formatSecond } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import { Empty, Failed } from '../ui/states.tsx';
import { type Calculation, type CalculatorAsk, calculatorAsk, ruleOptions } from './calculator.ts';
import { CalculatorResult } from './calculator-result.tsx';
import styles from './law.module.css';
import { rulebookQuery } from './queries.ts';
import { SecondField } from './second-field.tsx';

const askAfterMs = 200;

interface FieldsProps {
  typed: Calculation;
  onChange(part: Partial<Calculation>): void;
}

function ByRule({ typed, onChange }: FieldsProps) {
  const { t, language } = useText();
  const { data } = useQuery(rulebookQuery(useDesk()));
  return (
    <Select
      label={t('law.calculator.rule')}
      placeholder={t('law.calculator.ruleHint')}
      value={typed.rule === '' ? null : typed.rule}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      limit={100}
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage={t('law.calculator.noRule')}
      data={data ? ruleOptions(data.rulebook, language) : []}
      onChange={(rule) => onChange({ rule: rule ?? '' })}
    />
  );
}

function ByKind({ typed, onChange }: FieldsProps) {
  const { t } = useText();
  const { platforms } = useWorkspace();
  return (
    <>
      <KindField value={typed.kind} onChange={(kind) => onChange({ kind })} />
      {platforms.length > 1 ? (
        <Choice
          label={t('law.calculator.platform')}
          value={typed.platform}
          options={platforms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(platform) => onChange({ platform })}
        />
      ) : null}
    </>
  );
}

function Ask({ typed, onChange }: FieldsProps) {
  const { t } = useText();
  const isKind = typed.way === 'kind';
  return (
    <Panel title={t('law.calculator.title')} hint={t('law.calculator.hint')}>
      <div className={styles['suppose']}>
        <SegmentedControl
          aria-label={t('law.calculator.ways')}
          value={typed.way}
          onChange={(way) => onChange({ way: way as Calculation['way'] })}
          data={[
            { value: 'kind', label: t('law.calculator.byKind') },
            { value: 'rule', label: t('law.calculator.byRule') },
          ]}
        />
        {isKind ? <ByKind typed={typed} onChange={onChange} /> : <ByRule typed={typed} onChange={onChange} />}
        <SecondField
          label={t(isKind ? 'law.calculator.receivedAt' : 'law.calculator.start')}
          value={typed.at}
          onChange={(at) => onChange({ at })}
        />
        {isKind && factsOfKind(typed.kind).length > 0 ? (
          <fieldset className={styles['facts']} aria-label={t('law.whatIf.facts')}>
            <FactsFields kind={typed.kind} facts={typed.facts} onChange={(facts) => onChange({ facts })} />
          </fieldset>
        ) : null}
      </div>
    </Panel>
  );
}

function Answer({ asked }: { asked: CalculatorAsk | null }) {
  const { t } = useText();
  const client = useDesk();
  const { data, error, refetch } = useQuery({
    queryKey: keys.law('calculate', asked),
    queryFn: () => client.law.calculate(asked ?? { rule: '', start: '' }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const { data: book } = useQuery(rulebookQuery(client));
  if (asked === null) return <Empty title={t('law.calculator.ask')} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return data && book ? <CalculatorResult answer={data} asOf={book.rulebook} /> : null;
}

/** The deadline calculator: by kind, platform, receipt and facts, or one rule from one instant; needs no case. */
export function CalculatorPage() {
  const { platforms } = useWorkspace();
  const [typed, setTyped] = useState<Calculation>(() => ({
    way: 'kind',
    kind: 'content',
    platform: platforms[0]?.id ?? '',
    rule: '',
    at: formatSecond(deskNow()),
    facts: {},
  }));
  const [asked] = useDebouncedValue(JSON.stringify(calculatorAsk(typed)), askAfterMs);
  return (
    <div className={styles['calculator']}>
      <Ask typed={typed} onChange={(part) => setTyped((before) => ({ ...before, ...part }))} />
      <div aria-live="polite">
        <Answer asked={JSON.parse(asked) as CalculatorAsk | null} />
      </div>
    </div>
  );
}
