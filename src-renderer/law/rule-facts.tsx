import type { Rule, Target } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import { Chip } from '../ui/chip.tsx';
import { Doubt } from './doubt.tsx';
import { inForceWords, isRule, periodWords } from './in-words.ts';
import styles from './law.module.css';

/** How sure the desk is of a rule's words; what has to be checked stands out. */
export function Confidence({ source }: { source: Rule | Target }) {
  const { t } = useText();
  if (!isRule(source)) return <Chip tone="calm">{t('case.clock.internal')}</Chip>;
  const { confidence } = source;
  const words = t(`law.confidenceShort.${confidence}`);
  const title = t(`law.confidence.${confidence}`);
  if (confidence === 'M') return <Doubt title={title}>{words}</Doubt>;
  return (
    <Chip tone={confidence === 'C1' ? 'ok' : 'calm'} title={title}>
      {words}
    </Chip>
  );
}

/** The head of a rule: its words in ours, where it stands, its Gazette number, its dates and how sure it is. */
export function RuleFacts({ source }: { source: Rule | Target }) {
  const { t, language } = useText();
  const rule = isRule(source) ? source : null;
  return (
    <div className={styles['ruleFacts']}>
      <p className={styles['ruleTitle']}>
        <b>{source.title[language]}</b>
        <span className={styles['id']}>{source.id}</span>
        <Confidence source={source} />
        {rule?.disputed ? <Doubt>{t('law.fields.disputed')}</Doubt> : null}
      </p>
      <p lang="en">{source.text}</p>
      <dl className={styles['pairs']}>
        {rule ? (
          <>
            <dt>{t('law.fields.cite')}</dt>
            <dd lang="en">
              {rule.instrument}, {rule.cite}
            </dd>
            <dt>{t('law.fields.gazette')}</dt>
            <dd>{rule.gazette === null ? t('law.fields.noGazette') : <span lang="en">{rule.gazette}</span>}</dd>
          </>
        ) : null}
        <dt>{t('law.fields.inForce')}</dt>
        <dd>{inForceWords(source, t)}</dd>
        <dt>{t('law.fields.period')}</dt>
        <dd>{periodWords(source, t)}</dd>
      </dl>
    </div>
  );
}
