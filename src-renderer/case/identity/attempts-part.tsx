import { IconId } from '@tabler/icons-react';
import type { AttemptView, IdentityView } from '../../../src-main/identity/contract.ts';
import { useText } from '../../app/text.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { Empty } from '../../ui/states.tsx';
import styles from './identity.module.css';

const tones: Record<AttemptView['result'], Tone> = {
  verified: 'ok',
  'not-needed': 'calm',
  insufficient: 'soon',
  mismatch: 'overdue',
  'suspected-fraud': 'overdue',
};

/** How it was checked, and by what. */
function useWay() {
  const { t, look } = useText();
  return ({ method, document, documentNamed }: AttemptView) => {
    const way = look(`identity.method.${method}`, method);
    const paper = documentNamed ?? t(`identity.document.${document}`);
    return method === document || method === documentNamed ? way : `${way}: ${paper}`;
  };
}

function Attempt({ attempt, files }: { attempt: AttemptView; files: IdentityView['files'] }) {
  const { t, number } = useText();
  const way = useWay();
  const { result, masked, isRight, reasonOfCheck, reason, lacking, whose, evidence } = attempt;
  const file = files.find(({ id }) => id === evidence);
  const sign = isRight === null ? '' : isRight ? '✓ ' : '✗ ';
  return (
    <li className={styles['row']}>
      <div className={styles['rowHead']}>
        <span className={styles['grow']}>
          {way(attempt)} {masked ? <bdi className={styles['masked']}>· {masked}</bdi> : null}
        </span>
        <Chip tone={tones[result]}>{t(`identity.result.${result}`)}</Chip>
      </div>
      {reasonOfCheck ? (
        <p className={styles['state']}>
          {sign}
          <span lang="en">{reasonOfCheck}</span>
        </p>
      ) : null}
      {reason ? (
        <p dir="auto" className={styles['reason']}>
          {reason}
        </p>
      ) : null}
      {lacking.length > 0 ? (
        <p className={styles['state']}>
          {t('identity.attempts.lacking', { items: lacking.map((id) => t(`identity.item.${id}`)).join(', ') })}
        </p>
      ) : null}
      <p className={styles['state']}>
        {t(`identity.whose.${whose}`)} · {formatInstant(attempt.at)} · <bdi>{attempt.byName}</bdi> ·{' '}
        {t('case.record', { n: number(attempt.seq) })}
        {file ? ` · ${t('identity.attempts.evidence', { name: file.name })}` : null}
      </p>
    </li>
  );
}

/** Every check as it was made, the newest first. */
export function AttemptsPart({ identity }: { identity: IdentityView }) {
  const { t } = useText();
  if (identity.attempts.length === 0)
    return (
      <Empty icon={<IconId size={24} aria-hidden />} title={t('identity.attempts.none')}>
        {t('identity.attempts.noneHint')}
      </Empty>
    );
  return (
    <ul className={styles['items']} aria-label={t('identity.attempts.title')}>
      {[...identity.attempts].reverse().map((attempt) => (
        <Attempt key={attempt.seq} attempt={attempt} files={identity.files} />
      ))}
    </ul>
  );
}
