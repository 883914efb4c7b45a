import { Button, SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Channel, Platform } from '../../src-main/cases/contract.ts';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { useDraft } from '../app/drafts.ts';
import { type Language, languages } from '../app/i18n/index.ts';
import { nowAsTyped } from '../app/instant-field.tsx';
import { useGo } from '../app/navigation.ts';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { toastDone } from '../app/undo.tsx';
import { mayBeMinor } from '../case/facts-of-kind.ts';
import { deskNow } from '../ui/desk-clock.ts';
import { failureOf, issuesByField } from '../ui/faults.ts';
import { YesNo } from '../ui/fields.tsx';
import { focusFirstProblem } from '../ui/focus.ts';
import { formatInstant, parseInstant } from '../ui/ist.ts';
import { Keycap } from '../ui/keycap.tsx';
import { Notice } from '../ui/notice.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import { ClockPreview } from './clock-preview.tsx';
import { lettersIn, newCaseOf, type Typed } from './new-case.ts';
import { NewCaseFields } from './new-case-fields.tsx';
import styles from './new-case-form.module.css';
import { useProblems } from './problems.ts';
import { Suggestions } from './suggestions.tsx';
import { factsOfUrgency, urgencyOf } from './urgency.ts';

const draftId = 'new-case';

function firstOf(platform: Platform, channel: Channel): Typed {
  return {
    urgency: '',
    platform,
    kind: 'unsorted',
    receivedAt: nowAsTyped(),
    lateReason: '',
    channel,
    name: '',
    email: '',
    phone: '',
    language: '',
    subject: '',
    text: '',
    items: '',
  };
}

function Side({ typed, onChange }: { typed: Typed; onChange(part: Partial<Typed>): void }) {
  const { t, word } = useText();
  return (
    <aside className={styles['side']} aria-label={t('intake.side')}>
      {typed.urgency === '' ? <Notice tone="warn">{t('intake.mayBe2h')}</Notice> : null}
      {typed.kind === 'unsorted' ? (
        <Suggestions
          subject={typed.subject}
          text={typed.text}
          onTake={(kind, facts) => onChange({ kind, suggested: facts, ...urgencyOf(facts) })}
        />
      ) : null}
      <ClockPreview
        platform={typed.platform}
        kind={typed.kind}
        receivedAt={parseInstant(typed.receivedAt)}
        facts={factsOfUrgency(typed.urgency)}
      />
      {mayBeMinor(typed.kind) ? (
        <YesNo label={t('facts.minor.label')} hint={t('facts.minor.hint')} value={typed.minor} onChange={(minor) => onChange({ minor })} />
      ) : null}
      <div className={styles['language']}>
        <span id="letters-in">{t('intake.lettersIn')}</span>
        <SegmentedControl
          size="xs"
          aria-labelledby="letters-in"
          value={lettersIn(typed)}
          onChange={(language) => onChange({ language: language as Language })}
          data={languages.map((id) => ({ value: id, label: word('language', id) }))}
        />
      </div>
    </aside>
  );
}

function useAdd(onAdded: (ref: string) => void) {
  const client = useDesk();
  const queries = useQueryClient();
  const { t } = useText();
  return useMutation({
    mutationFn: (typed: Typed) => client.cases.add(newCaseOf(typed, deskNow())),
    onSuccess({ ref }) {
      for (const queryKey of [keys.queue, keys.counts, keys.status]) void queries.invalidateQueries({ queryKey });
      toastDone({}, { done: t('intake.added', { ref }), undo: '' }, () => undefined);
      onAdded(ref);
    },
  });
}

/** The quick sheet: twelve stops of the Tab key from the first question to the button that saves. */
export function NewCaseForm({ onDone }: { onDone(): void }) {
  const { t } = useText();
  const go = useGo();
  const { platforms } = useWorkspace();
  const [first] = useState(() => firstOf((platforms[0]?.id ?? 'cocial') as Platform, 'email'));
  const draft = useDraft<Typed>(draftId, first);
  const [isTried, setIsTried] = useState(false);
  const add = useAdd((ref) => {
    void draft.drop(first);
    onDone();
    go.openCase(ref);
  });
  const typed = draft.values;
  const own = useProblems(typed);
  const told = useMemo(() => (add.error ? issuesByField(failureOf(add.error)) : {}), [add.error]);
  const problems = isTried ? { ...told, ...own } : told;
  const count = Object.keys(isTried ? own : {}).length;

  const save = () => {
    setIsTried(true);
    if (Object.keys(own).length === 0 && !add.isPending) add.mutate(typed);
  };
  if (!draft.isReady) return <Waiting lines={8} />;
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
        focusFirstProblem(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
        focusFirstProblem(event.currentTarget);
      }}
    >
      <div className={styles['fields']}>
        <NewCaseFields typed={typed} problems={problems} onChange={draft.change} />
        {add.error && Object.keys(told).length === 0 ? <Failed error={add.error} compact /> : null}
        <div className={styles['buttons']}>
          <Button type="submit" loading={add.isPending} rightSection={<Keycap keys="Ctrl Enter" onAccent />}>
            {t('intake.save')}
          </Button>
          {count > 0 ? (
            <span role="alert" className={styles['alert']}>
              {t('common.fieldErrors', { count })}
            </span>
          ) : null}
        </div>
      </div>
      <div className={styles['side']}>
        {draft.restoredAt ? (
          <Notice tone="note" role="status">
            {t('common.draftRestored', { at: formatInstant(draft.restoredAt) })}{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => void draft.drop(firstOf((platforms[0]?.id ?? 'cocial') as Platform, 'email'))}
            >
              {t('common.draftDiscard')}
            </Button>
          </Notice>
        ) : null}
        <Side typed={typed} onChange={draft.change} />
      </div>
    </form>
  );
}
