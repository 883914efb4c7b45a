import { useText } from '../../app/text.ts';
import { Notice } from '../../ui/notice.tsx';
import { openLinks } from '../doings.ts';
import { ActForm, type ActFormProps } from './act-form.tsx';
import { ReasonField } from './reason-field.tsx';
import { useActForm } from './use-act-form.ts';

/** Closes a case while one that hangs on it is open: said first, and why. */
export function CloseForm(props: ActFormProps) {
  const { t, word } = useText();
  const form = useActForm(props, 'close', () => ({ despite: '' }));
  const { typed, field, needed, isTried } = form;
  return (
    <ActForm {...form.frame} onSubmit={() => form.send(needed(typed.despite) ? null : typed)}>
      <Notice tone="warn" title={t('act.close.open')}>
        <ul>
          {openLinks(props.view).map(({ ref, as, kind, state }) => (
            <li key={ref + as}>
              {word('link', as)} {ref} · {word('kind', kind)} · {word('state', state)}
            </li>
          ))}
        </ul>
      </Notice>
      <ReasonField label={t('act.close.despite')} isTried={isTried} {...field('despite')} />
    </ActForm>
  );
}
