import { useText } from '../app/text.ts';
import { Chip, type Tone } from '../ui/chip.tsx';
import { useNow } from '../ui/desk-clock.ts';
import { formatInstant } from '../ui/ist.ts';
import { spanTo } from '../ui/spans.ts';
import { toneOf } from './due.ts';

interface DueChipProps {
  due: string;
  rule: string;
  isInternal?: boolean;
}

/** How long is left, counted by the desk's clock; says its rule and its date under the pointer. */
export function DueChip({ due, rule, isInternal = false }: DueChipProps) {
  const { t, span, ruleName, ruleCite } = useText();
  const dueMs = Date.parse(due);
  const left = useNow((now) => {
    const value = spanTo(dueMs, now);
    return t(value.isPast ? 'queue.overdueBy' : 'queue.left', { span: span(value) });
  });
  const tone = useNow<Tone>((now) => toneOf(dueMs, now, isInternal));
  const title = t('queue.dueTitle', { rule: ruleName(rule), cite: ruleCite(rule), due: formatInstant(due) });
  return (
    <Chip tone={tone} title={title}>
      {left}
    </Chip>
  );
}
