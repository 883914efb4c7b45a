import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCallback } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useText } from '../../app/text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useNow } from '../../ui/desk-clock.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import { useDo } from '../use-do.ts';
import styles from './delays.module.css';
import { unexplained } from './late.ts';

/** What was said about clocks that turned late. */
function Told({ delays }: Pick<CaseView, 'delays'>) {
  const { t, ruleName, ruleCite } = useText();
  if (delays.length === 0) return null;
  return (
    <ul className={styles['told']} aria-label={t('case.late.told')}>
      {delays.map(({ rule, due, code, text, at }) => (
        <li key={`${rule} ${due}`}>
          {t('case.late.line', { rule: ruleName(rule), why: t(`act.explain-delay.codes.${code}`), at: formatInstant(at) })}
          {text ? ` ${text}` : null}{' '}
          <CopyButton
            what={t('case.late.paragraph')}
            text={[
              t('case.late.letter', {
                rule: ruleName(rule),
                cite: ruleCite(rule),
                due: formatInstant(due),
                why: t(`act.explain-delay.codes.${code}`),
              }),
              text,
            ]
              .filter(Boolean)
              .join(' ')}
          />
        </li>
      ))}
    </ul>
  );
}

/** A clock of law has turned late and nobody has said why: asked now, while it is known. */
export function LateBox({ view, isAsking }: { view: CaseView; isAsking: boolean }) {
  const { t, ruleName } = useText();
  const begin = useDo(view.ref);
  const read = useCallback(
    (now: number) =>
      unexplained(view, now)
        .map(({ rule }) => rule)
        .join('\n'),
    [view],
  );
  const open = useNow(read);
  const isAsked = open !== '' && !isAsking && (view.state !== 'closed' || view.allowed.includes('explain-delay'));
  return (
    <>
      {isAsked ? (
        <div className={styles['box']}>
          <Notice
            tone="warn"
            icon={<IconAlertTriangle size={18} aria-hidden />}
            title={t('case.late.title', { rules: open.split('\n').map(ruleName).join(', ') })}
          >
            <p>{t('case.late.why')}</p>
            <Button mt={6} size="xs" variant="default" onClick={() => begin('explain-delay')}>
              {t('case.late.button')}
            </Button>
          </Notice>
        </div>
      ) : null}
      <Told delays={view.delays} />
    </>
  );
}
