import { type CheckStep, checkResults } from '../../src-main/government/contract/words.ts';
import { useText } from '../app/text.ts';
import { ActForm, type ActFormProps } from '../case/acts/act-form.tsx';
import { Line } from '../case/acts/line.tsx';
import { useActForm } from '../case/acts/use-act-form.ts';
import { Choice, Radios } from '../ui/fields.tsx';
import styles from './government.module.css';

interface Typed {
  step: string;
  result: string;
  detail: string;
  number: string;
  foundIn: string;
  evidence: string;
}

const filled = (typed: Record<string, string>) => Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''));

/** One step of the check of authority: what was done, with whom, and what came of it. */
export function CheckAuthorityForm(props: ActFormProps) {
  const { t, language } = useText();
  const { order, attachments } = props.view;
  const steps = order?.steps ?? [];
  const begin = (): Typed => ({
    step: (steps.find(({ last }) => last === null) ?? steps[0])?.id ?? 'agency',
    result: 'confirmed',
    detail: '',
    number: '',
    foundIn: '',
    evidence: '',
  });
  const form = useActForm(props, 'check-authority', begin);
  const { typed, field, needed } = form;
  const isCall = typed.step === 'call-back' && typed.result === 'confirmed';
  const step = steps.find(({ id }) => id === typed.step);
  const { number, foundIn, evidence, ...plain } = typed;
  const isMissing = needed(typed.detail) ?? (isCall ? (needed(number) ?? needed(foundIn)) : null);
  return (
    <ActForm
      {...form.frame}
      onSubmit={() =>
        form.send(
          isMissing
            ? null
            : ({ ...plain, step: typed.step as CheckStep, ...filled({ evidence, ...(isCall ? { number, foundIn } : {}) }) } as never),
        )
      }
    >
      <Choice
        label={t('act.check-authority.step')}
        options={steps.map(({ id, title }) => ({ value: id, label: title[language] }))}
        data-autofocus
        {...field('step')}
      />
      {step ? <p className={styles['muted']}>{step.how[language]}</p> : null}
      <Radios
        label={t('act.check-authority.result')}
        options={checkResults.map((id) => ({ value: id, label: t(`government.checkState.${id}`) }))}
        {...field('result')}
      />
      {isCall ? (
        <div className={styles['row']}>
          <Line label={t('act.check-authority.number')} {...field('number', needed(number))} />
          <Line
            label={t('act.check-authority.foundIn')}
            hint={t('act.check-authority.foundInHint')}
            {...field('foundIn', needed(foundIn))}
          />
        </div>
      ) : null}
      <Line label={t('act.check-authority.detail')} {...field('detail', needed(typed.detail))} />
      {attachments.length > 0 ? (
        <Choice
          label={t('act.check-authority.evidence')}
          empty={t('act.check-authority.noFile')}
          options={attachments.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('evidence')}
        />
      ) : null}
    </ActForm>
  );
}
