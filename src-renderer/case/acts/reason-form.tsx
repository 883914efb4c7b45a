import { Button } from '@mantine/core';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../../app/text.ts';
import { ConfirmTyped, isConfirmed } from '../../ui/confirm-typed.tsx';
import { keepFocus } from '../../ui/focus.ts';
import { Failed } from '../../ui/states.tsx';
import styles from './act-form.module.css';
import { problemsOf } from './act-form.tsx';
import { ReasonField } from './reason-field.tsx';

interface ReasonFormProps {
  label?: string;
  submit: string;
  /** What has to be typed again by hand, where the act is weighty. */
  confirm?: string;
  isDangerous?: boolean;
  work: { mutate(reason: string): void; isPending: boolean; error: unknown };
  children?: ReactNode;
  onClose(): void;
}

/** The form takes the focus with it when it goes: the sheet or tab around it gets it back, or Escape would close more than the sheet. */
function useFocusBack(form: RefObject<HTMLFormElement | null>): void {
  useLayoutEffect(() => {
    const layer = form.current?.closest<HTMLElement>('[role="dialog"], [role="tabpanel"]');
    return () => void requestAnimationFrame(() => keepFocus(layer));
  }, [form]);
}

/** What is done within a list for one reason: the reason, the confirmation where there is one, and the way out. */
export function ReasonForm({ label, submit, confirm, isDangerous = false, work, children, onClose }: ReasonFormProps) {
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  useFocusBack(form);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { byField, rest } = problemsOf(work.error, ['reason']);
  const mayDo = confirm === undefined || isConfirmed(confirm, typed);
  return (
    <form
      ref={form}
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (reason.trim() !== '' && mayDo) work.mutate(reason);
      }}
    >
      {children}
      <ReasonField {...(label ? { label } : {})} value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
      {confirm === undefined ? null : <ConfirmTyped text={confirm} value={typed} onChange={setTyped} />}
      {rest ? <Failed error={rest} compact /> : null}
      <div className={styles['buttons']}>
        <Button type="submit" size="xs" disabled={!mayDo} loading={work.isPending} {...(isDangerous ? { color: 'late' } : {})}>
          {submit}
        </Button>
        <Button size="xs" variant="subtle" color="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
