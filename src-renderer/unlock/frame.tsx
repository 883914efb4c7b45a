import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Language, languages } from '../app/i18n/index.ts';
import { Mark } from '../app/mark.tsx';
import { usePreferences } from '../app/preferences.tsx';
import { useText } from '../app/text.ts';
import { keepFocus } from '../ui/focus.ts';
import styles from './unlock.module.css';

interface FrameProps {
  title: string;
  step?: string | undefined;
  hint?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}

/** The card on which stands everything that comes before the desk is open. */
export function Frame({ title, step, hint, isWide = false, children }: FrameProps) {
  const { t } = useText();
  const { language, change } = usePreferences();
  const heading = useRef<HTMLHeadingElement>(null);
  // Each step begins at its heading, unless one of its fields takes the focus itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new step
  useEffect(() => keepFocus(heading.current), [title]);
  return (
    <div className={styles['screen']}>
      <header className={styles['top']}>
        <Mark size={30} />
        <span className={styles['name']}>Nivaran</span>
        <SegmentedControl
          size="xs"
          aria-label={t('settings.language')}
          value={language}
          onChange={(value) => change({ language: value as Language })}
          data={languages.map((id) => ({ value: id, label: <span lang={id}>{id === 'en' ? 'English' : 'हिन्दी'}</span> }))}
        />
      </header>
      <main className={styles['card']} data-wide={isWide || undefined}>
        {step ? <p className={styles['step']}>{step}</p> : null}
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {title}
        </h1>
        {hint ? <div className={styles['hint']}>{hint}</div> : null}
        {children}
      </main>
    </div>
  );
}
