import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconArrowRight, IconCircleCheck, IconInfoCircle, IconTool } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Gap } from '../../src-main/platforms/contract.ts';
import { useText } from '../app/text.ts';
import { type CheckLine, checklistOf } from './checklist.ts';
import styles from './platforms.module.css';

/** Each severity by its sign; the words stand beside it. */
export const signs: Record<Gap['severity'] | 'passed', ReactNode> = {
  error: <IconAlertTriangleFilled size={15} aria-hidden />,
  warning: <IconTool size={15} aria-hidden />,
  notice: <IconInfoCircle size={15} aria-hidden />,
  passed: <IconCircleCheck size={15} aria-hidden />,
};

function Finding({ finding, onJump }: { finding: Gap; onJump(field: string): void }) {
  const { t } = useText();
  return (
    <li className={styles['finding']}>
      <span className={styles['severity']} data-severity={finding.severity}>
        {signs[finding.severity]} {t(`platforms.severity.${finding.severity}`)}
      </span>
      <div className={styles['findingWords']} lang="en">
        <p>{finding.problem}</p>
        <p className={styles['muted']}>{t('platforms.fix', { fix: finding.fix })}</p>
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        rightSection={<IconArrowRight size={14} aria-hidden />}
        aria-label={t('platforms.jumpNamed', { n: finding.number })}
        onClick={() => onJump(finding.field)}
      >
        {t('platforms.jump')}
      </Button>
    </li>
  );
}

function Line({ line, onJump }: { line: CheckLine; onJump(field: string): void }) {
  const { t, number } = useText();
  return (
    <li className={styles['check']}>
      <p className={styles['checkTitle']}>
        <span className={styles['checkNumber']}>{number(line.number)}</span>
        <b>{t(`platforms.gap.${line.gap}`)}</b>
        {line.findings.length === 0 ? (
          <span className={styles['passed']}>
            {signs.passed} {t('platforms.passed')}
          </span>
        ) : null}
      </p>
      {line.findings.length > 0 ? (
        <ul>
          {line.findings.map((finding) => (
            <Finding key={`${finding.field} ${finding.problem}`} finding={finding} onJump={onJump} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** The sixteen checks of a profile against today's law: what is wrong, what to do, and the way to the field. */
export function GapsTab({ gaps, onJump }: { gaps: Gap[]; onJump(field: string): void }) {
  return (
    <ol className={styles['checks']}>
      {checklistOf(gaps).map((line) => (
        <Line key={line.gap} line={line} onJump={onJump} />
      ))}
    </ol>
  );
}
