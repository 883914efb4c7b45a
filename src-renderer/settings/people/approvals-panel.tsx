import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApprovalView } from '../../../src-main/approvals/contract.ts';
import { useDesk, useWorkspace } from '../../app/desk.tsx';
import { approvalsQuery, keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { ReasonForm } from '../../case/acts/reason-form.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Choice } from '../../ui/fields.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import { PassphraseField } from '../../unlock/passphrase-field.tsx';
import { PassphraseProblem } from '../../unlock/passphrase-problem.tsx';
import styles from './people.module.css';

function Head({ one }: { one: ApprovalView }) {
  const { t } = useText();
  return (
    <div>
      <p>
        <b>{t(`approvals.act.${one.act}`)}</b> · {one.ref}{' '}
        <Chip tone={one.state === 'waits' ? 'soon' : 'calm'}>{t(`approvals.state.${one.state}`)}</Chip>
      </p>
      <p className={styles['small']}>{t('approvals.asked', { name: one.proposedByName, at: formatInstant(one.proposedAt) })}</p>
      <p>{one.reason}</p>
      {one.decidedAt ? (
        <p className={styles['small']}>
          {t('approvals.decided', { name: one.decidedByName ?? '', at: formatInstant(one.decidedAt) })}
          {one.decidedReason ? `: ${one.decidedReason}` : ''}
        </p>
      ) : null}
    </div>
  );
}

function useAnswer({ seq }: ApprovalView, person: string, passphrase: string, reason: string) {
  const client = useDesk();
  const queries = useQueryClient();
  const onSuccess = (list: ApprovalView[]) => queries.setQueryData(keys.approvals, list);
  const agree = useMutation({
    mutationFn: () => client.approvals.approve({ approval: seq, person, passphrase, ...(reason.trim() === '' ? {} : { reason }) }),
    onSuccess,
  });
  const decline = useMutation({ mutationFn: () => client.approvals.decline({ approval: seq, reason }), onSuccess });
  return { agree, decline };
}

/** Somebody else agrees: the person at the desk where she did not ask, or another one beside her. */
function Open({ one }: { one: ApprovalView }) {
  const { t } = useText();
  const { people, person: me } = useWorkspace();
  const others = people.filter(({ id }) => id !== one.proposedBy);
  const [person, setPerson] = useState(() => others.find(({ id }) => id === me.id)?.id ?? others[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [reason, setReason] = useState('');
  const { agree, decline } = useAnswer(one, person, passphrase, reason);
  return (
    <li className={styles['card']}>
      <Head one={one} />
      {one.isMine ? <p className={styles['small']}>{t('approvals.mine')}</p> : null}
      <TakeBack one={one} />
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') agree.mutate();
        }}
      >
        <Choice
          label={t('approvals.agrees')}
          value={person}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPerson}
        />
        <PassphraseField label={t('approvals.passphrase')} value={passphrase} onChange={setPassphrase} />
        <TextInput label={t('approvals.reason')} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
        <PassphraseProblem error={agree.error} />
        {decline.error ? <Failed error={decline.error} compact /> : null}
        <div className={styles['buttons']}>
          <Button type="submit" loading={agree.isPending} disabled={passphrase === '' || person === ''}>
            {t('approvals.agree')}
          </Button>
          <Button variant="default" loading={decline.isPending} disabled={reason.trim() === ''} onClick={() => decline.mutate()}>
            {t('approvals.decline')}
          </Button>
        </div>
      </form>
    </li>
  );
}

/** Who asked takes her request back, also once somebody agreed. */
function TakeBack({ one }: { one: ApprovalView }) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const work = useMutation({
    mutationFn: (reason: string) => client.approvals.withdraw({ approval: one.seq, reason }),
    onSuccess: (list) => queries.setQueryData(keys.approvals, list),
  });
  if (!one.isMine || !['waits', 'approved', 'over'].includes(one.state)) return null;
  if (isOpen) return <ReasonForm submit={t('approvals.withdraw')} work={work} onClose={() => setIsOpen(false)} />;
  return (
    <div>
      <Button size="xs" variant="default" onClick={() => setIsOpen(true)}>
        {t('approvals.withdraw')}
      </Button>
    </div>
  );
}

/** What somebody wants to do and another person has to agree to; below it what was answered. */
export function ApprovalsPanel() {
  const { t } = useText();
  const { data, error, refetch } = useQuery(approvalsQuery(useDesk()));
  const waiting = (data ?? []).filter(({ state }) => state === 'waits');
  const answered = (data ?? []).filter(({ state }) => state !== 'waits');
  return (
    <Panel title={t('approvals.title')} hint={t('approvals.hint')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={2} /> : null}
      {data && waiting.length === 0 ? <p className={styles['small']}>{t('approvals.none')}</p> : null}
      <ul className={styles['list']}>
        {waiting.map((one) => (
          <Open key={one.seq} one={one} />
        ))}
      </ul>
      {answered.length > 0 ? (
        <details className={styles['details']}>
          <summary>{t('approvals.answered')}</summary>
          <ul className={styles['list']}>
            {answered.map((one) => (
              <li key={one.seq} className={styles['card']}>
                <Head one={one} />
                <TakeBack one={one} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}
