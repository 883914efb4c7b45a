import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { AuthorityView } from '../../../src-main/identity/contract.ts';
import { DayField } from '../../app/day-field.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/today.ts';
import { Choice } from '../../ui/fields.tsx';
import { focusNext } from '../../ui/focus.ts';
import { formatDate, parseDay } from '../../ui/ist.ts';
import { Failed, Waiting } from '../../ui/states.tsx';
import { ActForm, type ActFormProps } from '../acts/act-form.tsx';
import { ReasonField } from '../acts/reason-field.tsx';
import { useActForm } from '../acts/use-act-form.ts';
import { identityQuery } from './queries.ts';

function Form({ open, ...props }: ActFormProps & { open: AuthorityView[] }) {
  const { t } = useText();
  const today = useToday();
  const frame = useRef<HTMLDivElement>(null);
  const only = open.length === 1 ? (open[0]?.id ?? '') : '';
  const form = useActForm(props, 'end-authority', () => ({ authority: only, on: formatDate(today), reason: '' }));
  const { typed, field, needed, isTried } = form;
  useEffect(() => focusNext(frame.current?.querySelector<HTMLElement>('select')), []);
  // A draft may name an authority that has ended since.
  const authority = open.find(({ id }) => id === typed.authority)?.id ?? only;
  const day = parseDay(typed.on);
  const dayProblem = day === null ? t('identity.problem.not-day') : null;
  return (
    <ActForm
      {...form.frame}
      hint={t('act.end-authority.hint')}
      onSubmit={() =>
        form.send(needed(authority) || day === null || needed(typed.reason) ? null : { authority, on: day, reason: typed.reason })
      }
    >
      <div ref={frame}>
        <Choice
          label={t('identity.authority.which')}
          empty={t('identity.form.choose')}
          options={open.map((one) => ({
            value: one.id,
            label: `${t(`identity.authorityType.${one.type}`)}: ${one.instrument} (${one.representativeName ?? t('queue.noName')})`,
          }))}
          {...field('authority', needed(authority))}
          value={authority}
        />
      </div>
      <DayField label={t('identity.authority.endsOn')} {...field('on', dayProblem)} error={form.shown('on', dayProblem) || undefined} />
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}

/** An authority ends from a day on; the record of it stays. */
export function EndAuthorityForm(props: ActFormProps) {
  const { data, error, refetch } = useQuery(identityQuery(useDesk(), props.view.ref));
  if (data) return <Form {...props} open={data.authorities.filter(({ endedOn }) => endedOn === null)} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} compact /> : <Waiting lines={3} />;
}
