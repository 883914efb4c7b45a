import type { ReactNode } from 'react';
import type { ClockExplanation } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { formatDate } from '../ui/ist.ts';
import { copyTextOf, linesOf } from './explanation-lines.ts';
import styles from './law.module.css';
import { RuleFacts } from './rule-facts.tsx';

interface ExplainedProps {
  told: ClockExplanation;
  rulebook: { version: string; asOf: string };
  /** The ticket, or null without a case. */
  ticket: string | null;
  /** The level of the headings inside. */
  level?: 3 | 4;
  children?: ReactNode;
}

/** Why a clock stands where it stands: the rule, the steps to the due second, what is to be noted, and a copy of it all. */
export function Explained({ told, rulebook, ticket, level = 4, children }: ExplainedProps) {
  const Heading = level === 3 ? 'h3' : 'h4';
  const text = useText();
  const { t } = text;
  return (
    <section className={styles['explained']} aria-label={t('law.explain.label', { rule: told.rule })}>
      {told.source ? <RuleFacts source={told.source} /> : null}
      <Heading className={styles['sub']}>{t('law.explain.steps')}</Heading>
      <ol className={styles['steps']}>
        {linesOf(told.steps, text).map(({ said, law }) => (
          <li key={said}>
            {said}
            {law ? (
              <span className={styles['lawWords']} lang="en">
                {law}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {told.notes.length > 0 ? (
        <>
          <Heading className={styles['sub']}>{t('law.explain.notes')}</Heading>
          <ul className={styles['notes']}>
            {told.notes.map((note) => (
              <li key={note} lang="en">
                {note}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className={styles['small']}>{t('law.explain.byRulebook', { version: rulebook.version, asOf: formatDate(rulebook.asOf) })}</p>
      <div className={styles['buttons']}>
        <CopyButton labelled text={copyTextOf(told, rulebook, ticket, text)} what={t('law.explain.copy')} />
        {children}
      </div>
    </section>
  );
}
