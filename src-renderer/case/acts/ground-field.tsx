import { Autocomplete } from '@mantine/core';
import type { CaseView, Outcome } from '../../../src-main/cases/contract.ts';
import type { GroundView } from '../../../src-main/rights/contract.ts';
import { useText } from '../../app/text.ts';
import { useLocal } from '../work/local.ts';

/** The coded grounds that carry an outcome, by the words that the field shows for each. */
export function useGrounds(view: CaseView, outcome: Outcome | ''): Map<string, GroundView> {
  const local = useLocal();
  const fitting = view.work.grounds.filter(({ outcomes }) => outcome !== '' && outcomes.includes(outcome));
  return new Map(fitting.map((ground) => [`${local(ground.text)} (${ground.clause})`, ground]));
}

interface GroundProps {
  grounds: Map<string, GroundView>;
  value: string;
  error: string | false | undefined;
  onChange(value: string): void;
}

/** The ground of a decision: a coded one with its clause, or the officer's own words. */
export function GroundField({ grounds, value, error, onChange }: GroundProps) {
  const { t } = useText();
  return (
    <Autocomplete
      label={t('act.decide.ground')}
      description={grounds.get(value)?.clauseText ?? t('act.decide.groundHint')}
      data={[...grounds.keys()]}
      limit={12}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
