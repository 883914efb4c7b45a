import { Checkbox, Textarea } from '@mantine/core';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import styles from './act-form.module.css';
import { ActForm, type ActFormProps } from './act-form.tsx';
import { Line } from './line.tsx';
import { useActForm } from './use-act-form.ts';

/** A translation beside what was written, or beside a file. */
export function TranslateForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'translate', () => ({ file: '', from: '', to: '', by: '', text: '' }));
  const { typed, field, needed, shown } = form;
  const { file, from, to, by, text } = typed;
  const isWhole = ![from, to, by, text].some(needed);
  const files = props.view.attachments.filter(({ purpose }) => purpose !== 'letter');
  return (
    <ActForm
      {...form.frame}
      hint={t('act.translate.hint')}
      onSubmit={() => form.send(isWhole ? { from, to, by, text, ...(file ? { file } : {}) } : null)}
    >
      {files.length > 0 ? (
        <Choice
          label={t('act.translate.of')}
          empty={t('act.translate.ofText')}
          options={files.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('file')}
        />
      ) : null}
      <div className={styles['row']}>
        <Line label={t('act.translate.from')} {...field('from', needed(from))} error={shown('from', needed(from)) || undefined} />
        <Line label={t('act.translate.to')} {...field('to', needed(to))} error={shown('to', needed(to)) || undefined} />
      </div>
      <Line label={t('act.translate.by')} {...field('by', needed(by))} error={shown('by', needed(by)) || undefined} />
      <Textarea
        label={t('act.translate.text')}
        autosize
        minRows={4}
        maxRows={18}
        value={text}
        error={shown('text', needed(text))}
        onChange={({ currentTarget }) => form.change({ text: currentTarget.value })}
      />
    </ActForm>
  );
}

/** A complaint made by mouth: what was said, and that it was read back and agreed. */
export function OralForm(props: ActFormProps) {
  const { t } = useText();
  const begin = () => ({ saidAt: nowAsTyped(), language: '', takenBy: '', text: '', readBackAt: '', isAgreed: false, remarks: '' });
  const form = useActForm(props, 'record-oral', begin);
  const { typed, field, needed, shown, change } = form;
  const { language, takenBy, text, isAgreed, remarks } = typed;
  const saidProblem = instantProblem(typed.saidAt, t);
  const readProblem = typed.readBackAt.trim() === '' ? (isAgreed ? t('common.required') : null) : instantProblem(typed.readBackAt, t);
  const isWhole = !saidProblem && !readProblem && ![language, takenBy, text].some(needed);
  const { receivedAt } = props.view;
  const input = {
    saidAt: sentInstant(typed.saidAt, receivedAt),
    language,
    takenBy,
    text,
    isAgreed,
    ...(typed.readBackAt.trim() === '' ? {} : { readBackAt: sentInstant(typed.readBackAt, receivedAt) }),
    ...(remarks.trim() === '' ? {} : { remarks }),
  };
  return (
    <ActForm {...form.frame} hint={t('act.record-oral.hint')} onSubmit={() => form.send(isWhole ? input : null)}>
      <InstantField
        label={t('act.record-oral.saidAt')}
        {...field('saidAt', saidProblem)}
        error={shown('saidAt', saidProblem) || undefined}
      />
      <div className={styles['row']}>
        <Line
          label={t('act.record-oral.language')}
          {...field('language', needed(language))}
          error={shown('language', needed(language)) || undefined}
        />
        <Line
          label={t('act.record-oral.takenBy')}
          {...field('takenBy', needed(takenBy))}
          error={shown('takenBy', needed(takenBy)) || undefined}
        />
      </div>
      <Textarea
        label={t('act.record-oral.text')}
        autosize
        minRows={4}
        maxRows={18}
        value={text}
        error={shown('text', needed(text))}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
      />
      <InstantField
        label={t('act.record-oral.readBackAt')}
        {...field('readBackAt', readProblem)}
        error={shown('readBackAt', readProblem) || undefined}
      />
      <Checkbox
        label={t('act.record-oral.isAgreed')}
        checked={isAgreed}
        onChange={({ currentTarget }) => change({ isAgreed: currentTarget.checked })}
      />
      <Line label={t('act.record-oral.remarks')} isOptional {...field('remarks')} error={shown('remarks') || undefined} />
    </ActForm>
  );
}
