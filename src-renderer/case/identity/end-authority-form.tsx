import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AuthorityView } from '../../../src-main/identity/contract.ts';
import { DayField } from '../../app/day-field.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/today.ts';
import { Choice } from '../../ui/fields.tsx';
import { focusNext } from '../../ui/focus.ts';
import { formatDate, parseDay } from '../../ui/ist.ts';
import { Failed, Waiting } from '../../ui/states.tsx';
import { ActForm, type ActFormProps, problemsOf } from '../acts/act-form.tsx';
import { ReasonField } from '../acts/reason-field.tsx';
import { useAct } from '../use-act.ts';
import { identityQuery } from './queries.ts';

function Form({ view, onClose, open }: ActFormProps & { open: AuthorityView[] }) {
  const { t } = useText();
  const today = useToday();
  const frame = useRef<HTMLDivElement>(null);
  const [authority, setAuthority] = useState(open.length === 1 ? (open[0]?.id ?? '') : '');
  const [on, setOn] = useState(() => formatDate(today));
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'end-authority', onClose);
  const { byField, rest } = problemsOf(act.error, ['authority', 'on', 'reason']);
  useEffect(() => focusNext(frame.current?.querySelector<HTMLElement>('select')), []);
  const day = parseDay(on);
  return (
    <ActForm
      submit={t('act.end-authority.submit')}
      hint={t('act.end-authority.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (authority !== '' && day !== null && reason.trim() !== '') act.mutate({ authority, on: day, reason });
      }}
      onClose={onClose}
    >
      <div ref={frame}>
        <Choice
          label={t('identity.authority.which')}
          value={authority}
          empty={t('identity.form.choose')}
          options={open.map((one) => ({
            value: one.id,
            label: `${t(`identity.authorityType.${one.type}`)}: ${one.instrument} (${one.representativeName ?? t('queue.noName')})`,
          }))}
          error={(isTried && authority === '' && t('common.required')) || byField['authority']}
          onChange={setAuthority}
        />
      </div>
      <DayField
        label={t('identity.authority.endsOn')}
        value={on}
        error={(isTried && day === null && t('identity.problem.not-day')) || byField['on']}
        onChange={setOn}
      />
      <ReasonField value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
    </ActForm>
  );
}

/** An authority ends from a day on; the record of it stays. */
export function EndAuthorityForm(props: ActFormProps) {
  const { data, error, refetch } = useQuery(identityQuery(useDesk(), props.view.ref));
  if (data) return <Form {...props} open={data.authorities.filter(({ endedOn }) => endedOn === null)} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} compact /> : <Waiting lines={3} />;
}
