import { useQuery } from '@tanstack/react-query';
import type { Block, KeepStep } from '../../src-main/retention/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { ConsentLines } from '../case/keep/consent-part.tsx';
import { Chip } from '../ui/chip.tsx';
import { formatDate, formatDay } from '../ui/ist.ts';
import { Failed, Waiting } from '../ui/states.tsx';
import { keptQuery } from './queries.ts';
import styles from './retention.module.css';

/** What stands in the way, in the language of the window. */
export function useBlockText(): (block: Block) => string {
  const { t } = useText();
  return ({ code, ref = '', instrument = '', until, at }) => {
    if (code === 'hold')
      return until
        ? t('retention.block.hold', { instrument, ref, until: formatDay(until) })
        : t('retention.block.holdOpen', { instrument, ref });
    return t(`retention.block.${code}`, { ref, at: at ? formatDay(at) : '' });
  };
}

function Step({ step }: { step: KeepStep }) {
  const { t, number, look } = useText();
  const { id, sort, cite, why, n, unit, startName, start, until, leads } = step;
  const period = t(`retention.period.${unit}`, { count: n, n: number(n) });
  return (
    <li>
      <p>
        <b>{look(`retention.rule.${id}`, id)}</b> · {cite ?? t('retention.choice')}{' '}
        {leads ? <Chip tone="calm">{t('retention.leads')}</Chip> : null}
      </p>
      <p className={styles['small']}>
        {t(`retention.sort.${sort}`)}:{' '}
        {t('retention.counted', { period, start: t(`retention.start.${startName}`), day: formatDate(start), until: formatDate(until) })}
      </p>
      <p className={styles['small']} lang="en">
        {why}
      </p>
    </li>
  );
}

/** Why one case is kept until when, rule by rule, and what stands in the way of its purge. */
export function KeptLines({ ticket }: { ticket: string }) {
  const blockText = useBlockText();
  const { data, error, refetch } = useQuery(keptQuery(useDesk(), ticket));
  if (error) return <Failed error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <Waiting lines={3} />;
  return (
    <div className={styles['lines']}>
      {data.blocks.map((block) => (
        <p key={block.text} className={styles['block']}>
          {blockText(block)}
        </p>
      ))}
      <ul className={styles['steps']}>
        {(data.kept?.steps ?? []).map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ul>
      {data.consent === null ? null : <ConsentLines consent={data.consent} />}
    </div>
  );
}
