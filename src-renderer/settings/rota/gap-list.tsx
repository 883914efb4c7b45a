import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Rota } from '../../../src-main/law/contract.ts';
import { useText } from '../../app/text.ts';
import { formatDate } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import { gapsOf, type RotaGap, type WeekSpan } from './gaps.ts';
import styles from './rota.module.css';

const spansShown = 4;

function useGapWords() {
  const { t, number, weekday } = useText();
  const dayOf = (day: number) => weekday((day + 1) % 7);
  const say = ({ day, from, untilDay, until }: WeekSpan) =>
    t('rota.span', { day: dayOf(day), from, until: day === untilDay ? until : `${dayOf(untilDay)} ${until}` });
  const sayAll = (spans: WeekSpan[]) => {
    const rest = spans.length - spansShown;
    const shown = spans.slice(0, spansShown).map(say).join('; ');
    return rest > 0 ? `${shown}; ${t('rota.moreSpans', { n: number(rest) })}` : shown;
  };
  return (one: RotaGap): string => {
    if ('spans' in one) return t(`rota.gap.${one.gap}`, { spans: sayAll(one.spans) });
    if (one.gap === 'bad-phone') return t('rota.gap.bad-phone', one);
    if (one.gap === 'cover-away')
      return t('rota.gap.cover-away', { name: one.name, from: formatDate(one.from), until: formatDate(one.until) });
    return one.gap === 'no-contacts' ? t('rota.gap.no-contacts') : t(`rota.gap.${one.gap}`, { name: one.name });
  };
}

/** What is missing in the rota, while it is edited. */
export function GapList({ rota }: { rota: Rota }) {
  const { t } = useText();
  const say = useGapWords();
  const gaps = gapsOf(rota);
  if (gaps.length === 0) return <Notice tone="good" icon={<IconCircleCheck size={18} aria-hidden />} title={t('rota.noGaps')} />;
  return (
    <Notice tone="warn" icon={<IconAlertTriangle size={18} aria-hidden />} title={t('rota.gaps')}>
      <ul className={styles['gaps']}>
        {gaps.map((gap) => (
          <li key={JSON.stringify(gap)}>{say(gap)}</li>
        ))}
      </ul>
    </Notice>
  );
}
