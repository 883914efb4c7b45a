import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type PackageWay, packageWays } from '../../../src-main/packages/contract/words.ts';
import type { AnswerPackage } from '../../../src-main/packages/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone } from '../../app/toast.ts';
import { Choice } from '../../ui/fields.tsx';
import { Failed } from '../../ui/states.tsx';
import { problemsOf } from '../acts/act-form.tsx';
import { ReasonField } from '../acts/reason-field.tsx';
import styles from './package.module.css';

/** How a package goes out and how its password does; saving it is recorded, and takes a second person. */
export function ReleaseForm({ ticket, one, onClose }: { ticket: string; one: AnswerPackage; onClose(): void }) {
  const { t, word } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [sentBy, setSentBy] = useState<PackageWay>('email');
  const [passwordBy, setPasswordBy] = useState<PackageWay>('phone');
  const [proof, setProof] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const release = useMutation({
    mutationFn: () =>
      client.packages.release({ ref: ticket, package: one.id, sentBy, passwordBy, reason, ...(proof.trim() ? { proof } : {}) }),
    onSuccess(saved) {
      if (!saved) return;
      tellDone(t('common.savedTo', { path: saved.path }));
      void queries.invalidateQueries({ queryKey: keys.case(ticket) });
      onClose();
    },
  });
  const ways = packageWays.map((id) => ({ value: id, label: word('mode', id) }));
  const isSame = sentBy === passwordBy;
  const { byField, rest } = problemsOf(release.error, ['reason']);
  return (
    <form
      className={styles['form']}
      aria-label={t('packages.releaseTitle')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (!isSame && reason.trim() !== '') release.mutate();
      }}
    >
      <p className={styles['muted']}>{t('packages.releaseHint')}</p>
      <div className={styles['pair']}>
        <Choice label={t('packages.sentBy')} value={sentBy} options={ways} onChange={(id) => setSentBy(id as PackageWay)} />
        <Choice
          label={t('packages.passwordBy')}
          value={passwordBy}
          options={ways}
          error={isSame ? t('packages.sameWay') : undefined}
          onChange={(id) => setPasswordBy(id as PackageWay)}
        />
      </div>
      <TextInput label={t('packages.proof')} value={proof} onChange={({ currentTarget }) => setProof(currentTarget.value)} />
      <ReasonField label={t('packages.reason')} value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
      {rest ? <Failed error={rest} compact /> : null}
      <div className={styles['buttons']}>
        <Button type="submit" size="xs" loading={release.isPending}>
          {t('packages.releaseNow')}
        </Button>
        <Button size="xs" variant="subtle" color="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
