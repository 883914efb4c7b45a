import { Button, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useRef, useState } from 'react';
import type { RotaView } from '../../../src-main/law/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useDraft } from '../../app/drafts.ts';
import { keys, rotaQuery } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone } from '../../app/toast.ts';
import { problemsOf as callProblems } from '../../case/acts/act-form.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import { problemsOf, type RotaDraft, type RotaProblem, toDraft, toRota } from './draft.ts';
import { GapList } from './gap-list.tsx';
import styles from './rota.module.css';
import { ContactRows, LeaveRows, ShiftRows, Times } from './rota-rows.tsx';

const words = {
  time: 'rota.badTime',
  date: 'rota.badDate',
  required: 'common.required',
  days: 'common.required',
} as const satisfies Record<RotaProblem, string>;

function Quiet({
  draft,
  problem,
  onChange,
}: {
  draft: RotaDraft;
  problem(path: string): string | undefined;
  onChange(draft: RotaDraft): void;
}) {
  const { t } = useText();
  const { quiet } = draft;
  return (
    <fieldset className={styles['part']}>
      <legend className={styles['legend']}>{t('rota.quiet')}</legend>
      <Switch
        label={t('rota.quiet')}
        description={t('rota.quietHint')}
        checked={quiet !== null}
        onChange={({ currentTarget }) => onChange({ ...draft, quiet: currentTarget.checked ? { from: '22:00', until: '07:00' } : null })}
      />
      {quiet ? (
        <div className={styles['quiet']}>
          <Times {...quiet} path="quiet" problem={problem} onChange={(part) => onChange({ ...draft, quiet: { ...quiet, ...part } })} />
        </div>
      ) : null}
    </fieldset>
  );
}

function Now({ now }: Pick<RotaView, 'now'>) {
  const { t } = useText();
  const names = now.map(({ name, phone }) => `${name} ${phone}`).join(', ');
  return (
    <p>
      <b>{t('rota.now')}:</b> {names === '' ? t('rota.nobodyNow') : names}
    </p>
  );
}

function useRotaForm(view: RotaView, form: RefObject<HTMLFormElement | null>) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const first = toDraft(view.rota);
  const kept = useDraft<RotaDraft>('rota', first);
  const [isTried, setIsTried] = useState(false);
  const draft = kept.values;
  const own = problemsOf(draft);
  const save = useMutation({
    mutationFn: () => client.law.setRota(toRota(draft)),
    onSuccess(saved) {
      queries.setQueryData(keys.law('rota'), saved);
      void queries.invalidateQueries({ queryKey: keys.alarms });
      void kept.drop(toDraft(saved.rota));
      setIsTried(false);
      tellDone(t('rota.saved'));
    },
  });
  const told = callProblems(save.error, Object.keys(own)).byField;
  return {
    draft,
    isReady: kept.isReady,
    isChanged: JSON.stringify(draft) !== JSON.stringify(first),
    restoredAt: kept.restoredAt,
    save,
    change: kept.change,
    discard() {
      void kept.drop(first);
      setIsTried(false);
      save.reset();
    },
    problem(path: string): string | undefined {
      const mine = own[path];
      return isTried && mine ? t(words[mine]) : told[path];
    },
    submit() {
      setIsTried(true);
      if (Object.keys(own).length === 0) save.mutate();
      focusFirstProblem(form.current);
    },
  };
}

function Editor({ view }: { view: RotaView }) {
  const { t } = useText();
  const frame = useRef<HTMLFormElement>(null);
  const form = useRotaForm(view, frame);
  const { draft, problem, change, save } = form;
  const rows = { draft, problem, onChange: change };
  if (!form.isReady) return <Waiting lines={4} />;
  const hasProblem = Object.keys(problemsOf(draft)).length > 0;
  return (
    <form
      ref={frame}
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Now now={view.now} />
      {form.restoredAt && form.isChanged ? (
        <Notice tone="note" role="status" title={t('common.draftRestored', { at: formatInstant(form.restoredAt) })} />
      ) : null}
      {draft.contacts.length === 0 ? <p className={styles['hint']}>{t('rota.empty')}</p> : null}
      <ContactRows {...rows} />
      <ShiftRows {...rows} />
      <LeaveRows {...rows} />
      <Quiet {...rows} />
      {hasProblem ? null : <GapList rota={toRota(draft)} />}
      {save.error ? <Failed error={save.error} compact /> : null}
      <div className={styles['buttons']}>
        <Button type="submit" loading={save.isPending} disabled={!form.isChanged}>
          {t('rota.save')}
        </Button>
        {form.isChanged ? (
          <Button variant="subtle" color="quiet" onClick={form.discard}>
            {t('rota.discard')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** Who is on call when, with their numbers, leave and cover; what is missing is said while it is edited. */
export function RotaPanel() {
  const { t } = useText();
  const { data, error, refetch } = useQuery(rotaQuery(useDesk()));
  return (
    <Panel title={t('rota.title')} hint={t('rota.hint')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={4} /> : null}
      {data ? <Editor view={data} /> : null}
    </Panel>
  );
}
