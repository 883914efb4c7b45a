import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CaseView, TombstoneView } from '../../src-main/cases/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useGo, useQueueSearch } from '../app/navigation.ts';
import { usePreferences } from '../app/preferences.tsx';
import { caseQuery } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { readFault } from '../client/index.ts';
import { MaterialPart } from '../government/orders/material-part.tsx';
import { KeptBox } from '../retention/kept-box.tsx';
import { PurgedCase } from '../retention/purged-case.tsx';
import { focusNext, keepFocus } from '../ui/focus.ts';
import { isTyping, type KeyMap, useKeys } from '../ui/keys.ts';
import { Failed, Waiting } from '../ui/states.tsx';
import { ActPanel } from './act-panel.tsx';
import { CaseHeader } from './case-header.tsx';
import styles from './case-pane.module.css';
import { CaseTabs, type Tab } from './case-tabs.tsx';
import { Clocks } from './clocks.tsx';
import { Complaint } from './complaint.tsx';
import { ReviewBox } from './decision/review-box.tsx';
import { LateBox } from './delays/late-box.tsx';
import { doingsOf } from './doings.ts';
import { NextStepBox } from './next-step.tsx';
import { RepeatBox } from './repeat-box.tsx';
import { OwnTarget } from './targets/own-target.tsx';
import { useClockWatch } from './use-clock-watch.ts';
import { useDo } from './use-do.ts';
import { HoldBanner } from './work/hold-banner.tsx';

/** The single keys of a case: only those of acts that it allows now. */
function useCaseKeys(view: CaseView, onEscape: () => void): void {
  const { singleKeys } = usePreferences();
  const begin = useDo(view.ref);
  const map: KeyMap = {};
  // Out of a field first, then out of the form: half-typed work is not put away by one key.
  map['Escape'] = ({ target }) => {
    if (isTyping(target) && target instanceof HTMLElement) target.closest<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
    else onEscape();
  };
  for (const { doing, key } of doingsOf(view)) {
    if (!key) continue;
    map[key.toLowerCase()] = () => begin(doing);
  }
  useKeys(map, { singleKeys });
}

function OpenCase({ view, onClose }: { view: CaseView; onClose(): void }) {
  const go = useGo();
  const { do: doing, template } = useQueueSearch();
  const heading = useRef<HTMLHeadingElement>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState<Tab>('timeline');
  const putAway = () => {
    go.act(view.ref, null);
    heading.current?.focus();
  };
  const showTab = (shown: Tab) => {
    setTab(shown);
    // The tab is drawn first; then it is in sight and has the keyboard.
    requestAnimationFrame(() => {
      tabs.current?.scrollIntoView({ block: 'start' });
      tabs.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus({ preventScroll: true });
    });
  };
  useCaseKeys(view, () => (doing ? putAway() : onClose()));
  useClockWatch(view);
  // Opening a case is going there: a screen reader starts at its heading, and Escape leads back to the row.
  useEffect(() => focusNext(heading.current), []);
  // An act may take away the very button that did it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after each change of the case
  useEffect(() => keepFocus(heading.current), [view]);
  return (
    <>
      <CaseHeader view={view} onClose={onClose} headingRef={heading} onIdentity={() => showTab('identity')} />
      <div className={styles['scroll']}>
        <Clocks view={view} />
        <OwnTarget view={view} />
        <HoldBanner view={view} />
        <KeptBox view={view} />
        <LateBox view={view} isAsking={doing === 'explain-delay'} />
        <RepeatBox view={view} />
        <ReviewBox view={view} />
        {doing ? (
          <ActPanel key={`${doing}-${template ?? ''}`} view={view} doing={doing} template={template} onClose={putAway} />
        ) : (
          <NextStepBox view={view} onWork={() => showTab('work')} />
        )}
        <MaterialPart view={view} />
        <Complaint view={view} />
        <div ref={tabs}>
          <CaseTabs view={view} shown={tab} onShow={setTab} />
        </div>
      </div>
    </>
  );
}

/** What remains of a case, where asking for it was answered that it was purged. */
function tombstoneOf(error: unknown): TombstoneView | null {
  const { code, detail } = readFault(error);
  return code === 'purged' ? ((detail['tombstone'] as TombstoneView | undefined) ?? null) : null;
}

/** One case, whole, beside the queue. */
export function CasePane({ ticket, onClose }: { ticket: string; onClose(): void }) {
  const { t } = useText();
  const { data: view, error, refetch } = useQuery(caseQuery(useDesk(), ticket));
  const tombstone = error ? tombstoneOf(error) : null;
  return (
    <article className={styles['pane']} aria-label={t('case.label', { ref: ticket })}>
      {tombstone ? <PurgedCase tombstone={tombstone} onClose={onClose} /> : null}
      {view && !tombstone ? <OpenCase view={view} onClose={onClose} /> : null}
      {error && !view && !tombstone ? <Failed error={error} onRetry={() => void refetch()} /> : null}
      {!view && !error ? <Waiting lines={8} /> : null}
    </article>
  );
}
