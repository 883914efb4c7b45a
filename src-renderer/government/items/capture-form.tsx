import { Checkbox } from '@mantine/core';
import { useText } from '../../app/text.ts';
import { ActForm, type ActFormProps } from '../../case/acts/act-form.tsx';
import { Line } from '../../case/acts/line.tsx';
import { useActForm } from '../../case/acts/use-act-form.ts';
import { Choice } from '../../ui/fields.tsx';

/** Keeps what an item was before it goes. */
export function CaptureForm(props: ActFormProps) {
  const { t } = useText();
  const { items, attachments } = props.view;
  const begin = () => ({ value: items[0]?.value ?? '', file: attachments[0]?.id ?? '', sha256: '', changed: false, note: '' });
  const form = useActForm(props, 'capture-item', begin);
  const { typed, field, needed, change } = form;
  const isElsewhere = typed.file === '';
  const input = {
    value: typed.value,
    changed: typed.changed,
    ...(isElsewhere ? { sha256: typed.sha256.trim().toLowerCase() } : { file: typed.file }),
    ...(typed.note.trim() === '' ? {} : { note: typed.note }),
  };
  return (
    <ActForm
      {...form.frame}
      hint={t('act.capture-item.hint')}
      onSubmit={() => form.send(isElsewhere && needed(typed.sha256) ? null : input)}
    >
      <Choice
        label={t('act.capture-item.item')}
        options={items.map(({ value }) => ({ value, label: value.slice(0, 120) }))}
        {...field('value')}
      />
      <Choice
        label={t('act.capture-item.file')}
        empty={t('act.capture-item.noFile')}
        options={attachments.map(({ id, name }) => ({ value: id, label: name }))}
        {...field('file')}
      />
      {isElsewhere ? <Line label={t('act.capture-item.sha256')} {...field('sha256', needed(typed.sha256))} /> : null}
      <Checkbox
        label={t('act.capture-item.changed')}
        checked={typed.changed}
        onChange={({ currentTarget }) => change({ changed: currentTarget.checked })}
      />
      <Line label={t('act.capture-item.note')} isOptional {...field('note')} />
    </ActForm>
  );
}
