import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { governmentKinds, isDecisionLetter } from '../../src-main/cases/contract/words.ts';
import type { CaseView, NextStep } from '../../src-main/cases/contract.ts';
import { type Doing, templates } from '../queue/queue-search.ts';
import { Keycap } from '../ui/keycap.tsx';
import { doings } from './doings.ts';
import styles from './next-step.module.css';
import { useDo } from './use-do.ts';

const isOfAuthority = (kind: string) => (governmentKinds as readonly string[]).includes(kind);

/** Which words describe a step: the act, except where one act serves two ends. */
function wordsOf({ act }: NextStep, view: CaseView): string {
  if (act === 'confirm-receipt' || (act === 'amend' && view.confirmReceipt)) return 'confirm-receipt';
  if (act === 'acknowledge' && isOfAuthority(view.kind)) return 'acknowledge-order';
  return act ?? 'nothing';
}

function doingOf({ act }: NextStep): Doing | null {
  if (act === 'package') return null;
  if (act === 'confirm-receipt') return 'amend';
  return act === 'dispatch' ? 'letter' : act;
}

/** The one thing to do next, why, and the button that does it. */
export function NextStepBox({ view, onWork }: { view: CaseView; onWork(): void }) {
  const { t, i18n } = useTranslation();
  const begin = useDo(view.ref);
  const { next } = view;
  const doing = doingOf(next);
  const words = wordsOf(next, view);
  const key = doings(view.allowed).find((entry) => entry.doing === doing)?.key;
  const told = i18n.language === 'hi' ? next.hi : next;
  // A step that this window does not know is told in the desk's own words, and so is a letter that tells no decision.
  const isOwn = next.act === 'letter' && next.template !== undefined && !isDecisionLetter(next.template);
  const say = (part: 'title' | 'why' | 'button', otherwise: string): string =>
    !isOwn && i18n.exists(`case.next.${words}.${part}`) ? (t(`case.next.${words}.${part}` as never) as string) : otherwise;
  return (
    <section className={styles['next']} aria-label={t('case.nextStep')} data-idle={doing === null || undefined}>
      <div className={styles['words']}>
        <p className={styles['title']}>{say('title', told.title)}</p>
        <p className={styles['why']}>{say('why', told.why)}</p>
      </div>
      {next.act === 'package' ? <Button onClick={onWork}>{t('case.tabs.work')}</Button> : null}
      {doing ? (
        <Button
          onClick={() =>
            begin(
              doing,
              templates.find((template) => template === next.template),
            )
          }
          rightSection={key ? <Keycap keys={key} onAccent /> : null}
        >
          {say('button', told.title)}
        </Button>
      ) : null}
    </section>
  );
}
