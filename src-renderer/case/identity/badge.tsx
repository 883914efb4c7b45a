import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../ui/desk-clock.ts';
import { spanTo } from '../../ui/spans.ts';
import { clockToDecide, isUnsettled } from './attempt.ts';

/** The state of the identity check; while it is unsettled, with the time that is left to decide. */
export function useIdentityWords(view: CaseView): string {
  const { t, word, span } = useText();
  const state = word('identity', view.identity);
  const due = isUnsettled(view) ? clockToDecide(view)?.due : undefined;
  return useNow((now) => {
    if (!due) return state;
    const value = spanTo(Date.parse(due), now);
    return value.isPast
      ? t('identity.pendingLate', { state, late: span(value) })
      : t('identity.pendingSince', { state, left: span(value) });
  });
}
