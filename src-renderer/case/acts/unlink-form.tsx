import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import { ActForm, type ActFormProps } from './act-form.tsx';
import { ReasonField } from './reason-field.tsx';
import { useActForm } from './use-act-form.ts';

/** Takes a tie to another case apart, on both sides. */
export function UnlinkForm(props: ActFormProps) {
  const { t, word } = useText();
  const loose = props.view.links.filter(({ own }) => !own);
  const form = useActForm(props, 'unlink', () => ({ to: loose[0]?.ref ?? '', reason: '' }));
  const { typed, field, needed, isTried } = form;
  return (
    <ActForm {...form.frame} onSubmit={() => form.send(needed(typed.reason) || needed(typed.to) ? null : typed)}>
      <Choice
        label={t('act.unlink.to')}
        options={loose.map(({ ref, as }) => ({ value: ref, label: `${word('link', as)} ${ref}` }))}
        {...field('to', needed(typed.to))}
      />
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}
