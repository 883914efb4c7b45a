import { HistoryPanel } from './history-panel.tsx';
import { ExportPanel, ImportPanel } from './import-panel.tsx';
import styles from './law.module.css';
import { ProposalsPanel } from './proposals-panel.tsx';

/** How the rulebook changes: from a file, by proposal and answer; what it was before; and the way out as a signed file. */
export function ChangesPage() {
  return (
    <div className={styles['panels']}>
      <ImportPanel />
      <ProposalsPanel />
      <ExportPanel />
      <HistoryPanel />
    </div>
  );
}
