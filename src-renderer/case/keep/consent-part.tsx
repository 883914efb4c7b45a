import { Button } from '@mantine/core';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { ConsentView } from '../../../src-main/rights/contract.ts';
import { useText } from '../../app/text.ts';
import { formatDate, formatInstant } from '../../ui/ist.ts';
import tabStyles from '../tabs/tabs.module.css';
import { useDo } from '../use-do.ts';
import styles from './keep.module.css';

/** How asking for consent stands, in one sentence. */
export function useConsentText(): (consent: ConsentView) => string {
  const { t } = useText();
  return ({ state, asks }) => {
    const until = asks.at(-1)?.until;
    return t(`keep.consent.state.${state}`, { until: until ? formatDate(until) : '' });
  };
}

/** Who was asked, when, and what she answered. */
export function ConsentLines({ consent }: { consent: ConsentView }) {
  const { t } = useText();
  const text = useConsentText();
  return (
    <>
      <p>{text(consent)}</p>
      <p className={tabStyles['muted']}>{t('keep.consent.promise', { clause: consent.clause })}</p>
      <ul className={styles['lines']}>
        {consent.asks.map(({ seq, askedAt, askedByName, until, reason, answer, answeredAt, how }) => (
          <li key={seq}>
            {t('keep.consent.asked', { at: formatInstant(askedAt), name: askedByName, until: formatDate(until), reason })}
            {answer && answeredAt ? (
              <p className={tabStyles['muted']}>
                {t('keep.consent.answered', { answer: t(`keep.consent.answer.${answer}`), at: formatInstant(answeredAt), how: how ?? '' })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Consent before data is kept longer, where the policy promises to ask: what was asked and answered, and what comes next. */
export function ConsentPart({ view }: { view: CaseView }) {
  const { t } = useText();
  const begin = useDo(view.ref);
  const { consent } = view.work;
  if (!consent) return null;
  const can = (['ask-consent', 'record-consent'] as const).filter((act) => view.allowed.includes(act));
  return (
    <section aria-label={t('keep.consent.title')} className={styles['part']}>
      <h4 className={tabStyles['heading']}>{t('keep.consent.title')}</h4>
      <ConsentLines consent={consent} />
      <div className={styles['buttons']}>
        {view.wanted.includes('consent-request') ? (
          <Button size="xs" onClick={() => begin('letter', 'consent-request')}>
            {t('act.letter.name')}
          </Button>
        ) : null}
        {can.map((act) => (
          <Button key={act} size="xs" variant="default" onClick={() => begin(act)}>
            {t(`act.${act}.name`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
