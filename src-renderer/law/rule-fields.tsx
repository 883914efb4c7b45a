import { Checkbox, type InputWrapperProps, Textarea, TextInput } from '@mantine/core';
import { addressees, confidences, events, lawUnits, senses } from '../../src-main/law/contract/words.ts';
import type { Rulebook } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import { Choice } from '../ui/fields.tsx';
import { instrumentsOf } from './book.ts';
import { Checks } from './checks.tsx';
import styles from './edit.module.css';
import { type RuleDraft, ruleFlags } from './rule-draft.ts';

export interface RuleFieldsProps {
  draft: RuleDraft;
  rulebook: Rulebook;
  problems: Partial<Record<keyof RuleDraft, string>>;
  onChange(part: Partial<RuleDraft>): void;
}

type TextField = { [K in keyof RuleDraft]: RuleDraft[K] extends string ? K : never }[keyof RuleDraft];

/** One line or several, for the field of that name. */
export function Field(props: RuleFieldsProps & { name: TextField; label: string; hint?: string; rows?: number; lang?: string }) {
  const { draft, problems, name, label, hint, rows, lang } = props;
  const inputWrapperOrder: InputWrapperProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error'];
  const shared = { label, description: hint, value: draft[name], error: problems[name], lang, inputWrapperOrder };
  const change = (value: string) => props.onChange({ [name]: value });
  if (rows === undefined) return <TextInput {...shared} autoComplete="off" onChange={({ currentTarget }) => change(currentTarget.value)} />;
  return <Textarea {...shared} autosize minRows={rows} maxRows={14} onChange={({ currentTarget }) => change(currentTarget.value)} />;
}

function Words(props: RuleFieldsProps) {
  const { t } = useText();
  return (
    <>
      <div className={styles['two']}>
        <Field {...props} name="titleEn" label={t('lawRoom.edit.titleEn')} lang="en" />
        <Field {...props} name="titleHi" label={t('lawRoom.edit.titleHi')} lang="hi" />
      </div>
      <Field {...props} name="text" label={t('law.fields.text')} rows={2} lang="en" />
      <div className={styles['three']}>
        <TextInput
          label={t('lawRoom.edit.instrument')}
          list="instruments"
          value={props.draft.instrument}
          error={props.problems.instrument}
          onChange={({ currentTarget }) => props.onChange({ instrument: currentTarget.value })}
        />
        <datalist id="instruments">
          {instrumentsOf(props.rulebook).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field {...props} name="cite" label={t('law.fields.cite')} />
        <Field {...props} name="gazette" label={t('law.fields.gazette')} hint={t('lawRoom.edit.gazetteHint')} />
      </div>
    </>
  );
}

function Period(props: RuleFieldsProps) {
  const { t } = useText();
  const { draft, problems, onChange } = props;
  return (
    <div className={styles['three']}>
      <Choice
        label={t('lawRoom.edit.sense')}
        value={draft.sense}
        error={problems.sense}
        options={senses.map((id) => ({ value: id, label: t(`law.sense.${id}`) }))}
        onChange={(sense) => onChange({ sense })}
      />
      <Field {...props} name="n" label={t('lawRoom.edit.n')} hint={t('lawRoom.edit.nHint')} />
      <Choice
        label={t('lawRoom.edit.unit')}
        value={draft.unit}
        error={problems.unit}
        empty={t('lawRoom.unit.none')}
        options={lawUnits.map((id) => ({ value: id, label: t(`lawRoom.unit.${id}`) }))}
        onChange={(unit) => onChange({ unit })}
      />
    </div>
  );
}

function Certainty(props: RuleFieldsProps) {
  const { t } = useText();
  const { draft, problems, rulebook, onChange } = props;
  return (
    <>
      <div className={styles['two']}>
        <Choice
          label={t('law.fields.confidence')}
          value={draft.confidence}
          error={problems.confidence}
          options={confidences.map((id) => ({ value: id, label: t(`law.confidence.${id}`) }))}
          onChange={(confidence) => onChange({ confidence })}
        />
        <Checkbox
          className={styles['check'] ?? ''}
          label={t('lawRoom.edit.disputed')}
          checked={draft.isDisputed}
          onChange={({ currentTarget }) => onChange({ isDisputed: currentTarget.checked })}
        />
      </div>
      <Checks
        label={t('law.fields.sources')}
        hint={t('lawRoom.edit.sourcesHint')}
        chosen={draft.sources}
        error={problems.sources}
        options={Object.entries(rulebook.sources).map(([id, title]) => ({ value: id, label: `${id}: ${title}` }))}
        onChange={(sources) => onChange({ sources })}
      />
    </>
  );
}

function Reach(props: RuleFieldsProps) {
  const { t, look } = useText();
  const { draft, problems, onChange } = props;
  const named = events.map((id) => ({ value: id, label: look(`case.event.${id}`, id) }));
  return (
    <>
      <Checks
        label={t('law.fields.who')}
        chosen={draft.who}
        error={problems.who}
        options={addressees.map((id) => ({ value: id, label: t(`lawRoom.who.${id}`) }))}
        onChange={(who) => onChange({ who })}
      />
      <Checks
        label={t('law.fields.starts')}
        chosen={draft.starts}
        error={problems.starts}
        options={named}
        onChange={(starts) => onChange({ starts })}
      />
      <Checks
        label={t('law.fields.stops')}
        chosen={draft.stops}
        error={problems.stops}
        options={named}
        onChange={(stops) => onChange({ stops })}
      />
      <div className={styles['flags']}>
        {ruleFlags.map((flag) => (
          <Checkbox
            key={flag}
            label={t(`lawRoom.condition.flags.${flag}`)}
            checked={draft.flags.includes(flag)}
            onChange={({ currentTarget }) =>
              onChange({ flags: currentTarget.checked ? [...draft.flags, flag] : draft.flags.filter((one) => one !== flag) })
            }
          />
        ))}
      </div>
      <Field {...props} name="appliesTo" label={t('lawRoom.edit.appliesTo')} hint={t('lawRoom.edit.dataHint')} rows={4} lang="en" />
      <Field {...props} name="alternatives" label={t('lawRoom.edit.alternatives')} hint={t('lawRoom.edit.dataHint')} rows={2} lang="en" />
      <Field {...props} name="notes" label={t('lawRoom.edit.notes')} rows={2} lang="en" />
    </>
  );
}

/** Everything a rule says, field by field. */
export function RuleFields(props: RuleFieldsProps) {
  return (
    <>
      <Period {...props} />
      <Words {...props} />
      <Certainty {...props} />
      <Reach {...props} />
    </>
  );
}
