import type { ReactNode } from 'react';
import type { Rule, Rulebook } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import styles from './book.module.css';
import { isDisputed, type Source, type VersionField } from './book.ts';
import { applicationWords, eventWords } from './condition-words.ts';
import { Doubt } from './doubt.tsx';
import { citeOf, inForceWords, isRule, periodWords } from './in-words.ts';
import { Confidence } from './rule-facts.tsx';

interface FieldProps {
  source: Source;
  field: VersionField;
  rulebook: Rulebook;
}

function English({ lines }: { lines: readonly string[] }) {
  const { t } = useText();
  if (lines.length === 0) return <span className={styles['none']}>{t('lawRoom.book.none2')}</span>;
  return (
    <ul className={styles['lines']} lang="en">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Applies({ source }: { source: Source }) {
  const say = useText();
  if (source.appliesTo.length === 0) return <span className={styles['none']}>{say.t('lawRoom.book.noCase')}</span>;
  return (
    <ul className={styles['lines']}>
      {source.appliesTo.map((one) => {
        const { kinds, narrowing, note } = applicationWords(one, say);
        return (
          <li key={JSON.stringify(one)}>
            <b>{kinds}</b>
            {narrowing.map((line) => (
              <span key={line} className={styles['narrowing']}>
                {line}
              </span>
            ))}
            {note ? (
              <span className={styles['narrowing']} lang="en">
                {note}
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function Stops({ source }: { source: Source }) {
  const say = useText();
  const flags = (['endsOnWithdrawal', 'endsOnVerdict', 'recurs'] as const).filter((flag) => isRule(source) && source[flag]);
  return (
    <>
      {source.stops.length > 0 ? eventWords(source.stops, say) : <span className={styles['none']}>{say.t('lawRoom.book.none2')}</span>}
      {flags.map((flag) => (
        <span key={flag} className={styles['narrowing']}>
          {say.t(`lawRoom.condition.flags.${flag}`)}
        </span>
      ))}
    </>
  );
}

function Disputed({ source }: { source: Source }) {
  const { t } = useText();
  if (!isDisputed(source)) return <>{t('common.no')}</>;
  return <Doubt>{t('law.fields.disputedYes')}</Doubt>;
}

function ofLaw(rule: Rule, field: VersionField, rulebook: Rulebook, t: ReturnType<typeof useText>['t']): ReactNode {
  if (field === 'gazette') return rule.gazette === null ? t('law.fields.noGazette') : <span lang="en">{rule.gazette}</span>;
  if (field === 'alternatives') return <English lines={rule.alternatives.map(({ reading }) => reading)} />;
  if (field === 'who') return rule.who.map((who) => t(`lawRoom.who.${who}`)).join(', ');
  return <English lines={rule.sources.map((id) => `${id}: ${rulebook.sources[id] ?? ''}`)} />;
}

/** What one version says in one field. */
export function FieldOfRule({ source, field, rulebook }: FieldProps) {
  const say = useText();
  const { t } = say;
  switch (field) {
    case 'inForce':
      return <>{inForceWords(source, t)}</>;
    case 'period':
      return <b>{periodWords(source, t)}</b>;
    case 'cite':
      return <span lang="en">{citeOf(source) ?? t('case.clock.internal')}</span>;
    case 'text':
      return <span lang="en">{source.text}</span>;
    case 'confidence':
      return (
        <>
          <Confidence source={source} />
          {isRule(source) ? <span className={styles['narrowing']}>{t(`law.confidence.${source.confidence}`)}</span> : null}
        </>
      );
    case 'disputed':
      return <Disputed source={source} />;
    case 'starts':
      return <>{eventWords(source.starts, say)}</>;
    case 'stops':
      return <Stops source={source} />;
    case 'applies':
      return <Applies source={source} />;
    case 'notes':
      return <English lines={source.notes ?? []} />;
    default:
      return isRule(source) ? ofLaw(source, field, rulebook, t) : <span className={styles['none']}>{t('law.clocks.notLaw')}</span>;
  }
}
