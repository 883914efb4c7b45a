import { useState } from 'react';
import type { CaseView } from '../../src-main/cases/contract.ts';
import { useText } from '../app/text.ts';
import styles from './complaint.module.css';

const shortLines = 9;
const shortLetters = 700;

const isLong = (text: string) => text.length > shortLetters || text.split('\n').length > shortLines;

/** What was written, as it was written; nothing in it is a link. */
export function Complaint({ view }: { view: CaseView }) {
  const { t } = useText();
  const [isWhole, setIsWhole] = useState(false);
  const isTold = view.timeline.some(({ kind }) => kind === 'case.translated' || kind === 'case.oral-recorded');
  if (view.text === '' && !isTold) return null;
  return (
    <section aria-labelledby="complaint" className={styles['complaint']}>
      <h3 id="complaint" className={styles['heading']}>
        {t('case.text')}
      </h3>
      {view.text === '' ? null : (
        <div className={styles['text']} data-cut={(isLong(view.text) && !isWhole) || undefined} dir="auto" lang={view.complainant.language}>
          {view.text}
        </div>
      )}
      {isLong(view.text) ? (
        <button type="button" className={styles['more']} aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {t(isWhole ? 'case.textLess' : 'case.textMore')}
        </button>
      ) : null}
      <Translations view={view} />
    </section>
  );
}

/** Translations of what was written, and what was said by mouth, beside it. */
function Translations({ view }: { view: CaseView }) {
  const { t } = useText();
  const told = view.timeline.filter(({ kind, body }) => body !== null && (kind === 'case.translated' || kind === 'case.oral-recorded'));
  return told.map(({ seq, kind, body }) => (
    <div key={seq}>
      <h4 className={styles['heading']}>
        {kind === 'case.translated'
          ? t('entry.lines.translated', { from: String(body?.['from']), to: String(body?.['to']), by: String(body?.['by']) })
          : t('entry.case_oral-recorded')}
      </h4>
      <div className={styles['text']} dir="auto">
        {String(body?.['text'] ?? '')}
      </div>
    </div>
  ));
}
