import { channels } from '../../../src-main/cases/contract/words.ts';
import { InstantField, instantProblem, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import styles from '../acts/act-form.module.css';
import { Line } from '../acts/line.tsx';
import { needsLateReason } from './late-receipt.ts';

/** When and how something reached the desk, as it is typed. */
export interface TypedReceipt {
  receivedAt: string;
  channel: string;
  lateReason: string;
}

/** What is wrong with a typed receipt, or null. */
export function useReceiptProblem() {
  const { t } = useText();
  return ({ receivedAt, lateReason }: TypedReceipt): string | null =>
    instantProblem(receivedAt, t) ?? (needsLateReason(receivedAt) && lateReason.trim() === '' ? t('common.required') : null);
}

/** A typed receipt as it is sent; `notBefore` is when its case began. */
export function sentReceipt({ receivedAt, channel, lateReason }: TypedReceipt, notBefore: string) {
  return {
    receivedAt: sentInstant(receivedAt, notBefore),
    channel: channel as (typeof channels)[number],
    ...(needsLateReason(receivedAt) ? { lateReason } : {}),
  };
}

interface ReceiptProps {
  typed: TypedReceipt;
  shown(name: string, problem?: string | null | false): string | undefined | false;
  change(part: Partial<TypedReceipt>): void;
}

/** When something was received, by which way, and why it is entered late where it is. */
export function ReceiptFields({ typed, shown, change }: ReceiptProps) {
  const { t, word } = useText();
  const problem = instantProblem(typed.receivedAt, t);
  const isLate = !problem && needsLateReason(typed.receivedAt);
  const lacks = typed.lateReason.trim() === '' ? t('common.required') : null;
  return (
    <>
      <div className={styles['row']}>
        <InstantField
          label={t('intake.receivedAt')}
          value={typed.receivedAt}
          error={shown('receivedAt', problem) || undefined}
          onChange={(receivedAt) => change({ receivedAt })}
        />
        <Choice
          label={t('intake.channel')}
          value={typed.channel}
          options={channels.map((id) => ({ value: id, label: word('channel', id) }))}
          error={shown('channel') || undefined}
          onChange={(channel) => change({ channel })}
        />
      </div>
      {isLate ? (
        <Line
          label={t('intake.lateReason')}
          value={typed.lateReason}
          error={shown('lateReason', lacks) || undefined}
          onChange={(lateReason) => change({ lateReason })}
        />
      ) : null}
    </>
  );
}
