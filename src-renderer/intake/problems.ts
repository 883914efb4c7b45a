import { instantProblem } from '../app/instant-field.tsx';
import { useText } from '../app/text.ts';
import { deskNow } from '../ui/desk-clock.ts';
import { isLate, type Typed } from './new-case.ts';

/** What the sheet itself can tell is wrong, by field; the desk checks everything again. */
export function useProblems(typed: Typed): Record<string, string> {
  const { t } = useText();
  const found: Record<string, string> = {};
  const receipt = instantProblem(typed.receivedAt, t);
  if (receipt) found['receivedAt'] = receipt;
  if (!receipt && isLate(typed.receivedAt, deskNow()) && typed.lateReason.trim() === '') found['lateReason'] = t('intake.lateNeeded');
  if (typed.subject.trim() === '') found['subject'] = t('common.required');
  if (typed.email.trim() !== '' && !/^\S+@\S+$/u.test(typed.email.trim())) found['email'] = t('intake.badEmail');
  return found;
}
