import type { CaseView, Corrigendum } from '../../../src-main/cases/contract.ts';
import { useWorkspace } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Facts } from '../../ui/panel.tsx';
import styles from '../tabs/tabs.module.css';

/** How one correction is told: what stood, and how it reads. */
function useCorrectionLine() {
  const { t } = useText();
  return ({ part, stood, reads }: Corrigendum['lines'][number]) => t('decisions.line', { part: t(`decisions.part.${part}`), stood, reads });
}

function Correction({ told }: { told: Corrigendum }) {
  const { t } = useText();
  const line = useCorrectionLine();
  return (
    <div className={styles['correction']}>
      <h5 className={styles['heading']}>{t('decisions.corrected', { at: formatInstant(told.at) })}</h5>
      <ul>
        {told.lines.map((one) => (
          <li key={one.part + one.stood} dir="auto">
            {line(one)}
          </li>
        ))}
      </ul>
      <p className={styles['muted']}>
        {t('entry.lines.reason', { reason: told.reason })} ·{' '}
        {told.sentAt ? t('decisions.told', { at: formatInstant(told.sentAt) }) : t('decisions.untold')}
      </p>
      <p className={styles['muted']}>{t('decisions.correctedHint')}</p>
    </div>
  );
}

/** The decision as it was taken, and what was put right since. */
export function DecisionPart({ view }: { view: CaseView }) {
  const { t, word, look } = useText();
  const { people } = useWorkspace();
  const { decision } = view;
  if (!decision) return null;
  return (
    <section aria-label={t('case.decision')}>
      <h4 className={styles['heading']}>{t('case.decision')}</h4>
      <Facts
        rows={[
          { name: t('act.decide.outcome'), value: word('outcome', decision.outcome) },
          { name: t('act.decide.ground'), value: decision.ground },
          { name: t('act.decide.clause'), value: decision.clause },
          { name: t('act.decide.reasons'), value: <span className={styles['prose']}>{decision.reasons}</span> },
          { name: t('case.decidedAt'), value: `${formatInstant(decision.decidedAt)} ${t('common.ist')}` },
          { name: t('decisions.by'), value: people.find(({ id }) => id === decision.by)?.name },
          { name: t('decisions.sentAt'), value: decision.sentAt ? formatInstant(decision.sentAt) : t('decisions.notSent') },
        ]}
      />
      {(decision.reviews ?? []).map(({ ref, outcome, at }) => (
        <p key={ref} className={styles['correction']}>
          {t('decisions.reviewed', { ref, at: formatInstant(at), outcome: look(`decisions.review.outcome.${outcome}`, outcome) })}
        </p>
      ))}
      {(decision.corrections ?? []).map((told) => (
        <Correction key={told.seq} told={told} />
      ))}
    </section>
  );
}
