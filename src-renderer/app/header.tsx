import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch, IconTerminal2 } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Bell } from '../alarms/bell.tsx';
import { useNow } from '../ui/desk-clock.ts';
import { formatInstant } from '../ui/ist.ts';
import { Keycap } from '../ui/keycap.tsx';
import { useWorkspace } from './desk.tsx';
import styles from './header.module.css';
import { searchFieldId } from './ids.ts';
import { Mark } from './mark.tsx';
import { useGo, useQueueSearch } from './navigation.ts';
import { useOverlays } from './overlays.tsx';
import { openPalette } from './palette.tsx';
import { useText } from './text.ts';

const ticket = /^[A-Z]{3}-\d{4}-\d{6,}-\d$/i;
const findAfterMs = 90;

function SearchField() {
  const { t } = useText();
  const go = useGo();
  const { text: found = '' } = useQueueSearch();
  const [typed, setTyped] = useState(found);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // The filter can also be cleared elsewhere.
  useEffect(() => setTyped(found), [found]);

  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go.find(text.trim()), findAfterMs);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    clearTimeout(timer.current);
    if (ticket.test(typed.trim())) go.openCase(typed.trim().toUpperCase());
    else go.find(typed.trim());
    document.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  return (
    <search className={styles['search']}>
      <form onSubmit={submit}>
        <TextInput
          id={searchFieldId}
          type="search"
          aria-label={t('app.search')}
          placeholder={t('app.searchHint')}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={typed === '' ? <Keycap keys="/" /> : null}
          rightSectionPointerEvents="none"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            if (typed === '') document.querySelector<HTMLElement>('[role="grid"]')?.focus();
            else type('');
          }}
        />
      </form>
    </search>
  );
}

function Clock() {
  const { t } = useText();
  const now = useNow((nowMs) => formatInstant(nowMs));
  return (
    <span className={styles['clock']}>
      {now} <span className={styles['zone']}>{t('common.ist')}</span>
    </span>
  );
}

export function Header() {
  const { t } = useText();
  const { show } = useOverlays();
  const { organisation, synthetic } = useWorkspace();
  return (
    <header className={styles['header']}>
      <div className={styles['brand']}>
        <Mark size={24} />
        <span className={styles['title']}>Nivaran</span>
      </div>
      <SearchField />
      <div className={styles['grow']}>
        {synthetic ? (
          <span className={styles['synthetic']}>{t('app.synthetic')}</span>
        ) : (
          <span className={styles['organisation']} title={organisation}>
            {organisation}
          </span>
        )}
      </div>
      <Clock />
      <Bell />
      <Button
        className={styles['palette']}
        variant="subtle"
        color="quiet"
        aria-keyshortcuts="Control+K"
        leftSection={<IconTerminal2 size={17} aria-hidden />}
        onClick={openPalette}
      >
        <span className={styles['name']}>{t('app.palette')}</span>
        <span className={styles['chord']}>
          <Keycap keys="Ctrl K" />
        </span>
      </Button>
      <Button
        className={styles['new'] ?? ''}
        aria-keyshortcuts="Control+N"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => show('intake')}
      >
        <span className={styles['newCase']}>{t('app.newCase')}</span>
        <span className={styles['chord']}>
          <Keycap keys="Ctrl N" onAccent />
        </span>
      </Button>
    </header>
  );
}
