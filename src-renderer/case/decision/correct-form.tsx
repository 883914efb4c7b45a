import { Button, Textarea } from '@mantine/core';
import { correctedParts } from '../../../src-main/cases/contract/words.ts';
import type { Corrigendum } from '../../../src-main/cases/contract.ts';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import styles from '../acts/act-form.module.css';
import { ActForm, type ActFormProps } from '../acts/act-form.tsx';
import { ReasonField } from '../acts/reason-field.tsx';
import { useActForm } from '../acts/use-act-form.ts';

type Line = Corrigendum['lines'][number];

const firstLine: Line = { part: 'reasons', stood: '', reads: '' };
const mostLines = 20;

interface LineProps {
  n: number;
  line: Line;
  problem(field: 'stood' | 'reads'): string | undefined;
  onChange(line: Line): void;
  onRemove: (() => void) | null;
}

function LineFields({ n, line, problem, onChange, onRemove }: LineProps) {
  const { t, number } = useText();
  return (
    <fieldset className={styles['facts']}>
      <legend className={styles['legend']}>{t('act.correct-decision.what', { n: number(n + 1) })}</legend>
      <Choice
        label={t('act.correct-decision.part')}
        value={line.part}
        options={correctedParts.map((id) => ({ value: id, label: t(`decisions.part.${id}`) }))}
        onChange={(part) => onChange({ ...line, part: part as Line['part'] })}
      />
      <Textarea
        label={t('act.correct-decision.stood')}
        description={t('act.correct-decision.stoodHint')}
        autosize
        minRows={1}
        value={line.stood}
        error={problem('stood')}
        onChange={({ currentTarget }) => onChange({ ...line, stood: currentTarget.value })}
      />
      <Textarea
        label={t('act.correct-decision.reads')}
        autosize
        minRows={1}
        value={line.reads}
        error={problem('reads')}
        onChange={({ currentTarget }) => onChange({ ...line, reads: currentTarget.value })}
      />
      {onRemove ? (
        <div>
          <Button size="compact-sm" variant="subtle" color="quiet" onClick={onRemove}>
            {t('act.correct-decision.fewer')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

/** What was wrong in a decision that was sent, and how it should read; the decision itself stays as it is. */
export function CorrectForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'correct-decision', () => ({ lines: [firstLine], reason: '' }), [
    'corrections',
    'reason',
    ...Array.from({ length: mostLines }, (_, n) => [`corrections.${n}.stood`, `corrections.${n}.reads`]).flat(),
  ]);
  const { typed, change, needed, isTried, byField, shown } = form;
  const { lines, reason } = typed;
  const put = (at: number, line: Line) => change({ lines: lines.map((one, n) => (n === at ? line : one)) });
  const isWhole = lines.every(({ stood, reads }) => !needed(stood) && !needed(reads)) && !needed(reason);
  return (
    <ActForm
      {...form.frame}
      hint={t('act.correct-decision.hint')}
      onSubmit={() => form.send(isWhole ? { corrections: lines, reason } : null)}
    >
      {lines.map((line, n) => (
        <LineFields
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other name, and only the last is ever taken out
          key={n}
          n={n}
          line={line}
          problem={(field) => shown(`corrections.${n}.${field}`, needed(line[field])) || undefined}
          onChange={(next) => put(n, next)}
          onRemove={n > 0 && n === lines.length - 1 ? () => change({ lines: lines.slice(0, -1) }) : null}
        />
      ))}
      {lines.length < mostLines ? (
        <div>
          <Button size="xs" variant="default" onClick={() => change({ lines: [...lines, firstLine] })}>
            {t('act.correct-decision.more')}
          </Button>
        </div>
      ) : null}
      <ReasonField value={reason} isTried={isTried} error={byField['reason']} onChange={(value) => change({ reason: value })} />
    </ActForm>
  );
}
