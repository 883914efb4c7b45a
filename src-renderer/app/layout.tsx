import { Outlet, useRouter } from '@tanstack/react-router';
import { ReportOverlay } from '../case/report/report-sheet.tsx';
import { OrderSheet } from '../government/order-sheet.tsx';
import { ImportSheet } from '../intake/import-sheet.tsx';
import { IntakeSheet } from '../intake/intake-sheet.tsx';
import { useLearntRules } from '../law/use-learnt-rules.ts';
import { isTyping, useKeys } from '../ui/keys.ts';
import { useWatchedCounts } from './count-watch.ts';
import { DropZone } from './drop-zone.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { layersId, searchFieldId } from './ids.ts';
import { KeysHelp } from './keys-help.tsx';
import styles from './layout.module.css';
import { useGo } from './navigation.ts';
import { OverlaysProvider, useOverlays } from './overlays.tsx';
import { openPalette, Palette } from './palette.tsx';
import { usePreferences } from './preferences.tsx';
import { Rail } from './rail.tsx';
import { StepUp } from './step-up.tsx';
import { useText } from './text.ts';
import { undoLast } from './undo.tsx';

function focusSearch(): undefined {
  const field = document.getElementById(searchFieldId);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}

function useDeskKeys(): void {
  const { singleKeys } = usePreferences();
  const { history } = useRouter();
  const overlays = useOverlays();
  const go = useGo();
  useKeys(
    {
      '/': focusSearch,
      '?': () => overlays.show('keys'),
      c: () => overlays.show('intake'),
      b: () => go.alarms(),
      o: () => overlays.show('order'),
      'mod+n': () => overlays.show('intake'),
      'mod+shift+n': () => overlays.show('order'),
      'mod+k': () => openPalette(),
      'mod+d': ({ target }) => (isTyping(target) ? false : go.calculator()),
      'mod+z': ({ target }) => (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? false : undoLast()),
      'alt+ArrowLeft': () => history.back(),
      'alt+ArrowRight': () => history.forward(),
    },
    { singleKeys },
  );
}

function Desk() {
  const { t } = useText();
  useDeskKeys();
  useWatchedCounts();
  useLearntRules();
  return (
    <>
      <button type="button" className="n-skip" onClick={skipToMain}>
        {t('app.skip')}
      </button>
      <div className={styles['desk']}>
        <Header />
        <Rail />
        <main id="main" className={styles['main']} tabIndex={-1}>
          <Outlet />
          <div id={layersId} />
        </main>
        <Footer />
      </div>
      <Palette />
      <KeysHelp />
      <IntakeSheet />
      <OrderSheet />
      <ImportSheet />
      <ReportOverlay />
      <DropZone />
      <StepUp />
    </>
  );
}

function skipToMain(): void {
  document.getElementById('main')?.focus();
}

/** The frame around every room of the desk. */
export function Layout() {
  return (
    <OverlaysProvider>
      <Desk />
    </OverlaysProvider>
  );
}
