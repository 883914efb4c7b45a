import { Autocomplete } from '@mantine/core';
import type { Outcome } from '../../../src-main/cases/contract.ts';
import type { GroundView } from '../../../src-main/rights/contract.ts';
import { useText } from '../../app/text.ts';
import { groundByWords, groundLabel, offeredGrounds, type ReadGround } from './grounds.ts';

interface GroundProps {
  all: readonly GroundView[];
  outcome: Outcome | '';
  read: ReadGround;
  /** As typed: own words, or those of a coded ground in the language of the window at the time. */
  value: string;
  error: string | false | undefined;
  onChange(value: string, coded: GroundView | undefined): void;
}

/** The ground of a decision: a coded one with its clause, or the officer's own words. */
export function GroundField({ all, outcome, read, value, error, onChange }: GroundProps) {
  const { t, word, language } = useText();
  const problems = { unfit: t('act.decide.groundUnfit', { outcome: word('outcome', outcome) }), gone: t('act.decide.groundGone') };
  return (
    <Autocomplete
      label={t('act.decide.ground')}
      description={read.coded?.clauseText ?? t('act.decide.groundHint')}
      data={[...offeredGrounds(all, outcome, language).keys()]}
      limit={12}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
      value={read.coded ? groundLabel(read.coded, language) : value}
      error={read.problem ? problems[read.problem] : error}
      onChange={(words) => onChange(words, groundByWords(all, outcome, words))}
    />
  );
}
