import { Textarea } from '@mantine/core';
import { type UploaderChoice, uploaderChoices } from '../../../src-main/cases/contract/words.ts';
import { useText } from '../../app/text.ts';
import { Radios } from '../../ui/fields.tsx';
import { ActForm, type ActFormProps } from '../acts/act-form.tsx';
import { useActForm } from '../acts/use-act-form.ts';
import { noPerson, PersonFields, personOf } from './person-fields.tsx';

/** What is done about telling the user whose content was removed. */
export function UploaderForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'uploader-notice', () => ({ ...noPerson, choice: 'send', ground: '' }), ['choice', 'person', 'ground']);
  const { typed, field, needed, shown, change } = form;
  const isSent = typed.choice === 'send';
  const person = personOf(typed);
  const nobody = isSent && Object.keys(person).length === 0 ? t('act.request-review.nobody') : null;
  const input = { choice: typed.choice as UploaderChoice, ground: typed.ground, ...(isSent ? { person } : {}) };
  return (
    <ActForm {...form.frame} hint={t('act.uploader-notice.hint')} onSubmit={() => form.send(nobody || needed(typed.ground) ? null : input)}>
      <Radios
        label={t('act.uploader-notice.choice')}
        options={uploaderChoices.map((id) => ({
          value: id,
          label: t(`act.uploader-notice.${id}`),
          hint: t(`act.uploader-notice.${id}Hint`),
        }))}
        {...field('choice')}
        error={shown('choice') || undefined}
        autoFocus
      />
      {isSent ? (
        <PersonFields legend={t('act.uploader-notice.person')} typed={typed} change={change} error={shown('person', nobody) || undefined} />
      ) : null}
      <Textarea
        label={t(isSent ? 'act.uploader-notice.groundSent' : 'act.uploader-notice.ground')}
        autosize
        minRows={2}
        maxRows={12}
        value={typed.ground}
        error={shown('ground', needed(typed.ground))}
        onChange={({ currentTarget }) => change({ ground: currentTarget.value })}
      />
    </ActForm>
  );
}
