import { useWorkspace } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import { ActForm, type ActFormProps } from './act-form.tsx';
import { Line } from './line.tsx';
import { useActForm } from './use-act-form.ts';

/** Who works on a case, and who takes it over when she is away. */
export function AssignForm(props: ActFormProps) {
  const { view } = props;
  const { t } = useText();
  const { people } = useWorkspace();
  const form = useActForm(props, 'assign', () => ({ to: view.assignee ?? '', backup: view.backup ?? '', reason: '' }));
  const { typed, field, needed } = form;
  const { to, backup, reason } = typed;
  const changesHands = view.assignee !== null && view.assignee !== to;
  const lacks = changesHands ? needed(reason) : null;
  const named = people.map(({ id, name }) => ({ value: id, label: name }));
  const input = { to: to || null, backup: to && backup !== to ? backup || null : null, ...(reason.trim() === '' ? {} : { reason }) };
  return (
    <ActForm {...form.frame} onSubmit={() => form.send(lacks ? null : input)}>
      <Choice label={t('act.assign.to')} empty={t('act.assign.nobody')} options={named} {...field('to')} />
      {to ? (
        <Choice
          label={t('act.assign.backup')}
          empty={t('act.assign.nobody')}
          options={named.filter(({ value }) => value !== to)}
          {...field('backup')}
        />
      ) : null}
      <Line
        label={t('act.reason')}
        isOptional={!changesHands}
        {...field('reason', lacks)}
        error={form.shown('reason', lacks) || undefined}
      />
    </ActForm>
  );
}
