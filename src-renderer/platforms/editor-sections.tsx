import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Profile } from '../../src-main/platforms/contract.ts';
import { useText } from '../app/text.ts';
import { Field, fieldId } from './field-editor.tsx';
import { pathsUp, sectionOf } from './paths.ts';
import styles from './platforms.module.css';
import { type Section, sectionNames, sections } from './spec.ts';

/** A field to be gone to; a new object each time, so that the same field can be gone to again. */
export interface Jump {
  field: string;
}

const focusable = 'input, select, textarea, summary, button';

/** Brings a field into sight and gives it the focus; a list stands in for an item that is not there, a part for both. */
function goTo(field: string): void {
  const found = pathsUp(field)
    .map((path) => document.getElementById(fieldId(path)) ?? document.getElementById(`section-${path}`))
    .find((element) => element !== null);
  if (!found) return;
  found.scrollIntoView({ block: 'center' });
  const target = found.matches(focusable) ? found : (found.querySelector<HTMLElement>(focusable) ?? found);
  target.focus({ preventScroll: true });
}

/** Opens the part a field lies in, and goes there once that part has been drawn. */
function useJump(jump: Jump | null, opened: ReadonlySet<Section>, open: (section: Section) => void): void {
  const done = useRef<Jump | null>(null);
  useEffect(() => {
    if (!jump || done.current === jump) return;
    const section = sectionNames.find((name) => name === sectionOf(jump.field));
    if (section && !opened.has(section)) {
      open(section);
      return;
    }
    done.current = jump;
    goTo(jump.field);
  }, [jump, opened, open]);
}

interface SectionsProps {
  profile: Profile;
  problems: Map<string, string>;
  jump: Jump | null;
  onChange(path: string, value: unknown): void;
}

/** The parts of a profile, each folded until it is wanted; one with a problem says so from outside. */
export function EditorSections({ profile, problems, jump, onChange }: SectionsProps) {
  const { t, number } = useText();
  const [opened, setOpened] = useState<ReadonlySet<Section>>(new Set());
  const open = useCallback((section: Section) => setOpened((before) => new Set([...before, section])), []);
  useJump(jump, opened, open);
  const toggle = (section: Section, isOpen: boolean) =>
    setOpened((before) => new Set(isOpen ? [...before, section] : [...before].filter((one) => one !== section)));
  const problemsIn = (section: Section) => [...problems.keys()].filter((field) => sectionOf(field) === section).length;
  return (
    <section className={styles['sections']} aria-label={t('platforms.edit.sections')}>
      <div>
        <Button size="compact-xs" variant="subtle" onClick={() => setOpened(new Set(sectionNames))}>
          {t('platforms.edit.open')}
        </Button>
      </div>
      {sectionNames.map((name) => {
        const label = t(`platforms.field.${name}`);
        const wrong = problemsIn(name);
        return (
          <details
            key={name}
            id={`section-${name}`}
            className={styles['section']}
            open={opened.has(name)}
            onToggle={({ currentTarget }) => currentTarget.open !== opened.has(name) && toggle(name, currentTarget.open)}
          >
            <summary className={styles['summary']}>
              {label}
              {wrong > 0 ? (
                <span className={styles['problem']}> · {t('platforms.edit.problems', { count: wrong, n: number(wrong) })}</span>
              ) : null}
            </summary>
            {opened.has(name) ? (
              <div className={styles['sectionBody']}>
                <Field
                  spec={sections[name]}
                  path={name}
                  label={label}
                  value={profile[name]}
                  problemAt={(path) => problems.get(path)}
                  onChange={onChange}
                />
              </div>
            ) : null}
          </details>
        );
      })}
    </section>
  );
}
