import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shortestPackagePassword } from '../../../src-main/packages/contract/words.ts';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Radios } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failed } from '../../ui/states.tsx';
import styles from './package.module.css';

const fits = (password: string) => password.length >= shortestPackagePassword && /^[\x20-\x7e]+$/.test(password);

/** The password, once: whoever leaves this screen has it, or builds the package anew. */
function Once({ password, onHide }: { password: string; onHide(): void }) {
  const { t } = useText();
  return (
    <Notice tone="good" role="status" title={t('packages.once')}>
      <p className={styles['secret']}>
        <bdi>{password}</bdi> <CopyButton text={password} what={t('packages.once')} />
      </p>
      <p>{t('packages.onceHint')}</p>
      <Button mt={6} size="xs" variant="default" onClick={onHide}>
        {t('packages.hide')}
      </Button>
    </Notice>
  );
}

/** Builds the package under a password that the desk makes or the officer types. */
export function BuildForm({ ticket, isAgain }: { ticket: string; isAgain: boolean }) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [who, setWho] = useState<'made' | 'own'>('made');
  const [own, setOwn] = useState('');
  const [isTried, setIsTried] = useState(false);
  const build = useMutation({
    mutationFn: () => client.packages.build({ ref: ticket, ...(who === 'own' ? { password: own } : {}) }),
    onSuccess({ view }) {
      setOwn('');
      setIsTried(false);
      queries.setQueryData(keys.package(ticket), view);
    },
  });
  const isShort = who === 'own' && !fits(own);
  if (build.data) return <Once password={build.data.password} onHide={build.reset} />;
  return (
    <form
      className={styles['form']}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (!isShort) build.mutate();
      }}
    >
      <Radios
        label={t('packages.password')}
        value={who}
        options={[
          { value: 'made', label: t('packages.passwordMade') },
          { value: 'own', label: t('packages.passwordOwn') },
        ]}
        onChange={(value) => setWho(value as 'made' | 'own')}
      />
      {who === 'own' ? (
        <TextInput
          label={t('packages.passwordField')}
          description={t('packages.passwordHint', { n: shortestPackagePassword })}
          autoComplete="off"
          spellCheck={false}
          value={own}
          error={isTried && isShort ? t('packages.passwordShort', { n: shortestPackagePassword }) : undefined}
          onChange={({ currentTarget }) => setOwn(currentTarget.value)}
        />
      ) : null}
      {build.error ? <Failed error={build.error} compact /> : null}
      <div>
        <Button type="submit" size="xs" loading={build.isPending}>
          {t(isAgain ? 'packages.buildAgain' : 'packages.build')}
        </Button>
      </div>
    </form>
  );
}
