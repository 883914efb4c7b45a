import { SegmentedControl, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { type Language, languages } from '../app/i18n/index.ts';
import { usePreferences } from '../app/preferences.tsx';
import { keys } from '../app/queries.ts';
import type { Theme } from '../app/stored-preferences.ts';
import { useText } from '../app/text.ts';
import { Choice } from '../ui/fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { Failed } from '../ui/states.tsx';
import styles from './settings.module.css';

const themes: Theme[] = ['auto', 'light', 'dark'];
const lockMinutes = Array.from({ length: 15 }, (_, n) => n + 1);

function AutoLock() {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const { autoLockMinutes } = useWorkspace();
  const [minutes, setMinutes] = useState(autoLockMinutes);
  const save = useMutation({
    mutationFn: (chosen: number) => client.workspace.setAutoLock({ minutes: chosen }),
    onSuccess: (status) => queries.setQueryData(keys.status, status),
    onError: () => setMinutes(autoLockMinutes),
  });
  return (
    <>
      <Choice
        label={t('settings.autoLock')}
        description={t('settings.autoLockHint')}
        value={String(minutes)}
        options={lockMinutes.map((n) => ({ value: String(n), label: t('settings.minutes', { count: n }) }))}
        onChange={(value) => {
          setMinutes(Number(value));
          save.mutate(Number(value));
        }}
      />
      {save.error ? <Failed error={save.error} compact /> : null}
    </>
  );
}

/** Language, theme, keys and the automatic lock. */
export function WindowPanel() {
  const { t } = useText();
  const { theme, language, singleKeys, change } = usePreferences();
  return (
    <Panel title={t('settings.window')}>
      <div className={styles['stack']}>
        <div className={styles['setting']}>
          <span id="set-language">{t('settings.language')}</span>
          <SegmentedControl
            aria-labelledby="set-language"
            value={language}
            onChange={(value) => change({ language: value as Language })}
            data={languages.map((id) => ({ value: id, label: <span lang={id}>{id === 'en' ? 'English' : 'हिन्दी'}</span> }))}
          />
        </div>
        <div className={styles['setting']}>
          <span id="set-theme">{t('settings.theme')}</span>
          <SegmentedControl
            aria-labelledby="set-theme"
            value={theme}
            onChange={(value) => change({ theme: value as Theme })}
            data={themes.map((id) => ({ value: id, label: t(`settings.themes.${id}`) }))}
          />
        </div>
        <Switch
          label={t('settings.singleKeys')}
          description={t('settings.singleKeysHint')}
          checked={singleKeys}
          onChange={({ currentTarget }) => change({ singleKeys: currentTarget.checked })}
        />
        <AutoLock />
      </div>
    </Panel>
  );
}
