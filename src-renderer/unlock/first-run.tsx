import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Platform } from '../../src-main/cases/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { RestoreForm } from '../settings/backup-panel.tsx';
import { FirstOfficer } from './first-officer.tsx';
import { FirstOrganisation } from './first-organisation.tsx';
import { Frame } from './frame.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import styles from './unlock.module.css';

export interface Setup {
  organisation: string;
  platforms: Platform[];
  officer: string;
  designation: string;
  passphrase: string;
}

const firstSetup: Setup = { organisation: '', platforms: ['cocial'], officer: '', designation: '', passphrase: '' };

function useCreate(onCreated: (recoveryCode: string) => void) {
  const client = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ designation, ...setup }: Setup) =>
      client.workspace.create({ ...setup, ...(designation.trim() === '' ? {} : { designation: designation.trim() }) }),
    onSuccess({ recoveryCode, status }) {
      onCreated(recoveryCode);
      queries.setQueryData(keys.status, status);
    },
  });
}

/** From nothing to a working desk in three screens: whose it is, who sits at it, and the code that opens it when all else fails. */
export function FirstRun({ onDone }: { onDone(): void }) {
  const { t } = useText();
  const [setup, setSetup] = useState(firstSetup);
  const [step, setStep] = useState<1 | 2>(1);
  const [isRestoring, setIsRestoring] = useState(false);
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const create = useCreate(setRecoveryCode);
  const change = (part: Partial<Setup>) => setSetup({ ...setup, ...part });
  if (recoveryCode !== null) {
    return (
      <Frame title={t('unlock.recovery.title')} step={t('unlock.step', { n: 3 })} hint={t('unlock.recovery.hint')} isWide>
        <RecoveryCode code={recoveryCode} onDone={onDone} />
      </Frame>
    );
  }
  if (isRestoring) {
    return (
      <Frame title={t('settings.backup.restore')}>
        <RestoreForm word={null} onRestored={onDone} />
        <button type="button" className={styles['swap']} onClick={() => setIsRestoring(false)}>
          {t('common.back')}
        </button>
      </Frame>
    );
  }
  if (step === 1) {
    return (
      <Frame title={t('unlock.first.title')} step={t('unlock.step', { n: 1 })} hint={t('unlock.first.hint')} isWide>
        <FirstOrganisation setup={setup} onChange={change} onNext={() => setStep(2)} />
        <button type="button" className={styles['swap']} onClick={() => setIsRestoring(true)}>
          {t('unlock.first.restore')}
        </button>
      </Frame>
    );
  }
  return (
    <Frame title={t('unlock.officer.title')} step={t('unlock.step', { n: 2 })} hint={t('unlock.officer.hint')}>
      <FirstOfficer
        setup={setup}
        error={create.error}
        isWorking={create.isPending}
        onChange={change}
        onBack={() => setStep(1)}
        onNext={() => create.mutate(setup)}
      />
    </Frame>
  );
}
