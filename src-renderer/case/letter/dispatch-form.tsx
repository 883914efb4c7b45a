import { Button, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { isDecisionLetter } from '../../../src-main/cases/contract/words.ts';
import type { CaseView, DispatchMode } from '../../../src-main/cases/contract.ts';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import type { Template } from '../../queue/queue-search.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { failureOf, issuesByField } from '../../ui/faults.ts';
import { Choice } from '../../ui/fields.tsx';
import { focusFirstProblem, focusNext } from '../../ui/focus.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Failed } from '../../ui/states.tsx';
import { useAct } from '../use-act.ts';
import styles from './letter.module.css';
import { SaveLetter } from './sealed-pdf.tsx';

/** Every way of the contract; the test of the window's lists compares them. */
export const modes = [
  'email',
  'post',
  'hand',
  'portal',
  'in-app',
  'phone',
  'form',
  'sahyog',
  'walk-in',
  'noAddress',
] as const satisfies readonly DispatchMode[];

interface DispatchProps {
  view: CaseView;
  template: Template;
  /** The sealed letter that leaves; null where it is recorded without one. */
  letter: string | null;
  onBack: (() => void) | undefined;
  onDone(): void;
}

interface Typed {
  mode: DispatchMode;
  sentAt: string;
  proof: string;
  reason: string;
}

/** By the way the complaint came, its answer most often goes. */
function likelyMode({ channel, complainant }: CaseView): DispatchMode {
  const same = modes.find((mode) => mode === channel);
  if (same && same !== 'email') return same;
  return !complainant.email && complainant.address ? 'post' : 'email';
}

function inputOf({ mode, sentAt, proof, reason }: Typed, notBefore: string) {
  return {
    mode,
    sentAt: sentInstant(sentAt, notBefore),
    ...(proof.trim() === '' ? {} : { proof: proof.trim() }),
    ...(mode === 'noAddress' ? { noAddress: { reason } } : {}),
  };
}

function Reach({ view, letter }: { view: CaseView; letter: string | null }) {
  const { t } = useText();
  const { email, address } = view.complainant;
  return (
    <div className={styles['address']}>
      {letter ? <SaveLetter id={letter} /> : null}
      {email ? <CopyButton text={email} what={t('case.letter.copyEmail')} labelled /> : null}
      {address ? <CopyButton text={address} what={t('case.letter.copyAddress')} labelled /> : null}
    </div>
  );
}

/** Says how and when a letter left: only that stops the clock. */
export function DispatchForm({ view, template, letter, onBack, onDone }: DispatchProps) {
  const { t, word } = useText();
  const [typed, setTyped] = useState<Typed>(() => ({ mode: likelyMode(view), sentAt: nowAsTyped(), proof: '', reason: '' }));
  const [isTried, setIsTried] = useState(false);
  const hint = useRef<HTMLParagraphElement>(null);
  // The button that led here is gone: work goes on, and reading aloud too, with what this form asks.
  useEffect(() => focusNext(hint.current), []);
  const acknowledge = useAct(view.ref, 'acknowledge', onDone);
  const dispatch = useAct(view.ref, 'dispatch', onDone);
  const doing = template === 'acknowledgement' ? acknowledge : dispatch;
  const issues = doing.error ? issuesByField(failureOf(doing.error)) : {};
  const sentAtProblem = instantProblem(typed.sentAt, t);
  const notBefore = isDecisionLetter(template) ? (view.decision?.decidedAt ?? view.receivedAt) : view.receivedAt;
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });

  const submit = () => {
    setIsTried(true);
    if (sentAtProblem || (typed.mode === 'noAddress' && typed.reason.trim() === '')) return;
    if (template === 'acknowledgement') acknowledge.mutate(inputOf(typed, notBefore));
    else dispatch.mutate({ letter: letter ?? template, ...inputOf(typed, notBefore) });
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
        focusFirstProblem(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        submit();
        focusFirstProblem(event.currentTarget);
      }}
    >
      <p ref={hint} tabIndex={-1} className={styles['told']}>
        {t(letter ? 'case.letter.sendHint' : 'case.letter.noLetterHint')}
      </p>
      <Reach view={view} letter={letter} />
      <div className={styles['row']}>
        <Choice
          label={t('case.letter.mode')}
          value={typed.mode}
          options={modes.map((id) => ({ value: id, label: word('mode', id) }))}
          onChange={(mode) => change({ mode: mode as DispatchMode })}
        />
        <InstantField
          label={t('case.letter.sentAt')}
          value={typed.sentAt}
          error={(isTried && sentAtProblem) || issues['sentAt']}
          onChange={(sentAt) => change({ sentAt })}
        />
      </div>
      {typed.mode === 'noAddress' ? (
        <Textarea
          label={t('case.letter.noAddressReason')}
          autosize
          minRows={2}
          value={typed.reason}
          error={(isTried && typed.reason.trim() === '' && t('common.required')) || issues['noAddress']}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
      ) : (
        <TextInput
          label={t('case.letter.proof')}
          description={t('case.letter.proofHint')}
          value={typed.proof}
          error={issues['proof']}
          onChange={({ currentTarget }) => change({ proof: currentTarget.value })}
        />
      )}
      {doing.error && Object.keys(issues).length === 0 ? <Failed error={doing.error} compact /> : null}
      <div className={styles['bar']}>
        <Button type="submit" loading={doing.isPending} rightSection={<Keycap keys="Ctrl Enter" onAccent />}>
          {t('case.letter.recordSent')}
        </Button>
        {onBack ? (
          <Button variant="subtle" color="quiet" onClick={onBack}>
            {t('common.back')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
