import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useText } from '../../app/text.ts';
import { failureOf, issuesByField } from '../../ui/faults.ts';
import { focusFirstProblem } from '../../ui/focus.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failed } from '../../ui/states.tsx';
import styles from './act-form.module.css';

export interface ActFormProps {
  view: CaseView;
  onClose(): void;
}

/** Problems of a call by field; `rest` is the failure when no field of the form carries it. */
export function problemsOf(error: unknown, fields: string[]): { byField: Record<string, string>; rest: unknown } {
  if (!error) return { byField: {}, rest: null };
  const byField = issuesByField(failureOf(error));
  return { byField, rest: fields.some((field) => byField[field]) ? null : error };
}

interface FrameProps {
  children: ReactNode;
  submit: string;
  hint?: string | undefined;
  error?: unknown;
  isWorking: boolean;
  isDangerous?: boolean;
  isDisabled?: boolean;
  restoredAt?: string | null;
  onDiscard?: () => void;
  onSubmit(): void;
  onClose(): void;
}

/** Says that what is shown was typed earlier, and offers to begin anew. */
export function Restored({ at, onDiscard }: { at: string; onDiscard: () => void }) {
  const { t } = useText();
  return (
    <Notice tone="note" role="status">
      {t('common.draftRestored', { at: formatInstant(at) })}{' '}
      <Button size="compact-xs" variant="subtle" onClick={onDiscard}>
        {t('common.draftDiscard')}
      </Button>
    </Notice>
  );
}

/** What every form of an act has: its fields, one button that does it, Ctrl+Enter, and a way out. */
export function ActForm(props: FrameProps) {
  const { t } = useText();
  const { restoredAt, onDiscard } = props;
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
        focusFirstProblem(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        props.onSubmit();
        focusFirstProblem(event.currentTarget);
      }}
    >
      {restoredAt && onDiscard ? <Restored at={restoredAt} onDiscard={onDiscard} /> : null}
      {props.hint ? <p className={styles['hint']}>{props.hint}</p> : null}
      {props.children}
      {props.error ? <Failed error={props.error} compact /> : null}
      <div className={styles['buttons']}>
        <Button
          type="submit"
          loading={props.isWorking}
          disabled={props.isDisabled ?? false}
          {...(props.isDangerous ? { color: 'late' } : {})}
          rightSection={<Keycap keys="Ctrl Enter" onAccent />}
        >
          {props.submit}
        </Button>
        <Button variant="subtle" color="quiet" onClick={props.onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
