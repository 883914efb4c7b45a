import { Button } from '@mantine/core';
import { IconCircleCheck, IconShieldExclamation } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobState, Problem, VerifyAnswer } from '../../src-main/desk/contract.ts';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { JobProgress } from '../app/job-progress.tsx';
import { useText } from '../app/text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { Failed } from '../ui/states.tsx';
import styles from './audit.module.css';

type Way = 'fast' | 'deep' | 'against';

function Problems({ problems }: { problems: Problem[] }) {
  const { t, number } = useText();
  return (
    <ul className={styles['problems']}>
      {problems.slice(0, 200).map((problem) => (
        <li key={`${problem.kind}-${problem.seq}-${problem.table}-${problem.key}`} lang="en">
          <b>{problem.kind}</b>
          {problem.seq === null ? null : ` · ${t('case.record', { n: number(problem.seq) })}`}
          {problem.table ? ` · ${problem.table} ${problem.key ?? ''}` : null}
          <div>{problem.detail}</div>
        </li>
      ))}
    </ul>
  );
}

function Result({ answer }: { answer: VerifyAnswer }) {
  const { t, number } = useText();
  return (
    <Notice
      tone={answer.ok ? 'good' : 'bad'}
      role="status"
      icon={answer.ok ? <IconCircleCheck aria-hidden /> : <IconShieldExclamation aria-hidden />}
      title={answer.ok ? t('audit.ok') : t('audit.notOk', { count: answer.problems.length, n: number(answer.problems.length) })}
    >
      <p>{t('audit.checked', { n: number(answer.entries) })}</p>
      <p className={styles['hash']}>
        {t('audit.head')} {answer.head} <CopyButton text={answer.head} what={t('audit.head')} />
      </p>
      {answer.problems.length > 0 ? <Problems problems={answer.problems} /> : null}
    </Notice>
  );
}

function useVerify() {
  const client = useDesk();
  const [job, setJob] = useState<JobState | null>(null);
  const begin = useMutation({
    async mutationFn(way: Way) {
      if (way !== 'against') return client.audit.verify({ deep: way === 'deep' });
      const [file] = await client.intake.chooseFiles({ for: 'checkpoint' });
      return file ? client.audit.verify({ deep: false, against: file.token }) : null;
    },
    onSuccess: (state) => state && setJob(state),
  });
  return { job, begin };
}

/** Checks the chain of the record: links and signatures, or also every table against it. */
export function VerifyPanel() {
  const { t, number } = useText();
  const { head, lastVerified } = useWorkspace();
  const { job, begin } = useVerify();
  return (
    <Panel title={t('audit.verify')} hint={t('audit.verifyHint')}>
      <Facts
        rows={[
          { name: t('audit.entries'), value: number(head.seq) },
          {
            name: t('audit.head'),
            value: (
              <span className={styles['hash']}>
                {head.hash.slice(0, 24)}… <CopyButton text={head.hash} what={t('audit.head')} />
              </span>
            ),
          },
          {
            name: t('audit.lastVerified'),
            value: lastVerified
              ? `${formatInstant(lastVerified.at)} · ${t(lastVerified.ok ? 'audit.wasOk' : 'audit.wasNotOk')}`
              : t('audit.never'),
          },
        ]}
      />
      <div className={styles['buttons']}>
        <Button loading={begin.isPending} onClick={() => begin.mutate('fast')}>
          {t('audit.fast')}
        </Button>
        <Button variant="default" onClick={() => begin.mutate('deep')}>
          {t('audit.deep')}
        </Button>
        <Button variant="default" onClick={() => begin.mutate('against')}>
          {t('audit.against')}
        </Button>
      </div>
      <p className={styles['note']}>{t('audit.deepHint')}</p>
      {begin.error ? <Failed error={begin.error} compact /> : null}
      {job ? (
        <JobProgress key={job.id} job={job}>
          {(answer) => <Result answer={answer as VerifyAnswer} />}
        </JobProgress>
      ) : null}
    </Panel>
  );
}
