import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IdentityFile, IdentityView, RevealedFile } from '../../../src-main/identity/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { ConfirmTyped, isConfirmed } from '../../ui/confirm-typed.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { formatBytes } from '../../ui/numbers.ts';
import { Failed } from '../../ui/states.tsx';
import { ReasonForm } from '../acts/reason-form.tsx';
import { answersFor, showable } from './files.ts';
import styles from './identity.module.css';
import { Revealed } from './revealed-file.tsx';

/** Looking is an entry with its reason, written before anything is shown. */
function AskToSee({ file, onShown, onClose }: { file: IdentityFile; onShown(shown: RevealedFile): void; onClose(): void }) {
  const { t } = useText();
  const client = useDesk();
  const reveal = useMutation({ mutationFn: (reason: string) => client.identity.reveal({ id: file.id, reason }), onSuccess: onShown });
  return (
    <ReasonForm label={t('identity.file.why')} submit={t('identity.file.showNow')} work={reveal} onClose={onClose}>
      <p className={styles['state']}>{t('identity.file.blurred')}</p>
    </ReasonForm>
  );
}

interface JudgeProps {
  ticket: string;
  file: IdentityFile;
  isShown: boolean;
  onJudged(): void;
}

/** Whether a waiting file shows an Aadhaar number. Yes cannot be taken back: the ticket is typed by hand. */
function Judge({ ticket, file, isShown, onJudged }: JudgeProps) {
  const { t } = useText();
  const answers = answersFor(file.mediaType, isShown);
  const canBeSeen = showable(file.mediaType) !== null;
  const client = useDesk();
  const queries = useQueryClient();
  const [isYes, setIsYes] = useState(false);
  const [typed, setTyped] = useState('');
  const judge = useMutation({
    mutationFn: (showsAadhaar: boolean) => client.identity.judge({ id: file.id, showsAadhaar }),
    onSuccess(view) {
      queries.setQueryData(keys.identity(ticket), view);
      void queries.invalidateQueries({ queryKey: keys.case(ticket) });
      onJudged();
    },
  });
  return (
    <fieldset className={styles['judge']} aria-label={t('identity.file.question')}>
      <p className={styles['nextLine']}>{t('identity.file.question')}</p>
      <p className={styles['state']}>
        {t(!canBeSeen ? 'identity.file.unseen' : isShown ? 'identity.file.questionHint' : 'identity.file.lookFirst')}
      </p>
      <div className={styles['head']}>
        {canBeSeen ? (
          <Button
            size="xs"
            variant="default"
            disabled={!answers.includes('no')}
            loading={judge.isPending && !isYes}
            onClick={() => judge.mutate(false)}
          >
            {t('identity.file.no')}
          </Button>
        ) : null}
        <Button size="xs" variant="default" disabled={!answers.includes('yes')} aria-expanded={isYes} onClick={() => setIsYes(!isYes)}>
          {t(canBeSeen ? 'identity.file.yes' : 'identity.file.asIfYes')}
        </Button>
      </div>
      {isYes ? (
        <div className={styles['form']}>
          <p>{t('identity.file.yesWhy')}</p>
          <ConfirmTyped text={ticket} value={typed} onChange={setTyped} />
          <div>
            <Button
              size="xs"
              color="late"
              disabled={!isConfirmed(ticket, typed)}
              loading={judge.isPending}
              onClick={() => judge.mutate(true)}
            >
              {t('identity.file.yesNow')}
            </Button>
          </div>
        </div>
      ) : null}
      {judge.error ? <Failed error={judge.error} compact /> : null}
    </fieldset>
  );
}

function stateOf({ quarantine, isBlurred }: IdentityFile): 'waits' | 'clear' | 'withheld' | 'blurred' | null {
  if (quarantine === 'waiting') return 'waits';
  if (quarantine === 'withheld') return 'withheld';
  if (isBlurred) return 'blurred';
  return quarantine === 'clear' ? 'clear' : null;
}

/** One file that may show who somebody is: looked at for a reason, and judged where it waits. */
export function IdentityFileRow({ ticket, file, onJudged }: { ticket: string; file: IdentityFile; onJudged?: () => void }) {
  const { t, look } = useText();
  const [isAsking, setIsAsking] = useState(false);
  const [shown, setShown] = useState<RevealedFile | null>(null);
  const state = stateOf(file);
  const isGone = file.quarantine === 'withheld';
  const close = () => {
    setShown(null);
    setIsAsking(false);
  };
  const judged = () => {
    close();
    onJudged?.();
  };
  return (
    <li className={styles['row']}>
      <div className={styles['rowHead']}>
        {shown || isGone ? null : (
          <span className={styles['blurred']}>
            <IconEyeOff size={18} aria-hidden />
          </span>
        )}
        <div className={styles['grow']}>
          <bdi>{file.name}</bdi>
          <p className={styles['state']}>
            {look(`case.purpose.${file.purpose}`, file.purpose)} · {formatBytes(file.sizeBytes)} · {formatInstant(file.addedAt)}
            {state ? ` · ${t(`identity.file.state.${state}`)}` : null}
          </p>
        </div>
        {isGone ? null : (
          <Button
            size="xs"
            variant="default"
            aria-expanded={isAsking || shown !== null}
            aria-label={`${t(shown ? 'identity.file.hide' : 'identity.file.show')} ${file.name}`}
            onClick={() => (shown || isAsking ? close() : setIsAsking(true))}
          >
            {t(shown ? 'identity.file.hide' : 'identity.file.show')}
          </Button>
        )}
      </div>
      {isAsking && !shown ? <AskToSee file={file} onShown={setShown} onClose={close} /> : null}
      {shown ? <Revealed file={shown} /> : null}
      {file.quarantine === 'waiting' ? <Judge ticket={ticket} file={file} isShown={shown !== null} onJudged={judged} /> : null}
    </li>
  );
}

/** Files that may show who somebody is: blurred until somebody asks, and waiting until somebody has looked. */
export function FilesPart({ identity, canAdd }: { identity: IdentityView; canAdd: boolean }) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const add = useMutation({
    async mutationFn() {
      const file = await client.identity.chooseFile();
      return file ? client.identity.addFile({ ref: identity.ref, token: file.token }) : null;
    },
    onSuccess: (view) => view && queries.setQueryData(keys.identity(identity.ref), view),
  });
  return (
    <>
      {identity.files.length === 0 ? <p className={styles['state']}>{t('identity.file.none')}</p> : null}
      {identity.files.length > 0 ? (
        <ul className={styles['items']}>
          {identity.files.map((file) => (
            <IdentityFileRow key={file.id} ticket={identity.ref} file={file} />
          ))}
        </ul>
      ) : null}
      {add.error ? <Failed error={add.error} compact /> : null}
      {canAdd ? (
        <div>
          <Button size="xs" variant="default" loading={add.isPending} onClick={() => add.mutate()}>
            {t('identity.file.add')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
