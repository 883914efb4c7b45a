import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { JobState } from '../../../src-main/desk/contract.ts';
import { type DossierSection, dossierSections, type RedactionLevel, usualSections } from '../../../src-main/reports/contract/words.ts';
import type { ReportFiles } from '../../../src-main/reports/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { JobProgress } from '../../app/job-progress.tsx';
import { useQueueSearch } from '../../app/navigation.ts';
import { useOverlays } from '../../app/overlays.tsx';
import { Sheet } from '../../app/sheet.tsx';
import { useText } from '../../app/text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Radios } from '../../ui/fields.tsx';
import { keepFocus } from '../../ui/focus.ts';
import { Failed } from '../../ui/states.tsx';
import styles from './report.module.css';

/** What is drawn anew may take the focus with it; the sheet keeps it, or its keys would reach the case below. */
function useFocusInSheet(part: RefObject<HTMLElement | null>): void {
  useEffect(() => keepFocus(part.current?.closest<HTMLElement>('[tabindex="-1"]')), [part]);
}

function Saved({ answer, onAgain }: { answer: ReportFiles; onAgain(): void }) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  useFocusInSheet(box);
  return (
    <div ref={box} className={styles['saved']} role="status">
      {answer.files.map(({ path, sha256 }) => (
        <div key={path}>
          <p>{t('common.savedTo', { path })}</p>
          <p className={styles['hash']}>
            {t('common.sha256')} {sha256} <CopyButton text={sha256} what={t('common.sha256')} />
          </p>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={onAgain}>
          {t('report.again')}
        </Button>
      </div>
    </div>
  );
}

interface Choice {
  sections: DossierSection[];
  redaction: RedactionLevel;
  language: 'en' | 'hi';
  reason: string;
}

function Sections({ chosen, error, onChange }: { chosen: DossierSection[]; error: string | null; onChange(list: DossierSection[]): void }) {
  const { t } = useText();
  return (
    <Checkbox.Group label={t('report.sections')} value={chosen} error={error} onChange={(list) => onChange(list as DossierSection[])}>
      <div className={styles['sections']}>
        {dossierSections.map((id) => (
          <Checkbox key={id} value={id} label={t(`report.section.${id}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Form({
  choice,
  onChoose,
  onStart,
}: {
  choice: Choice;
  onChoose(change: Partial<Choice>): void;
  onStart: ReturnType<typeof useStart>;
}) {
  const { t, word } = useText();
  const { sections, redaction, language, reason } = choice;
  const [isTried, setIsTried] = useState(false);
  const lacksSections = sections.length === 0;
  const lacksReason = reason.trim() === '';
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (!lacksSections && !lacksReason) onStart.mutate();
      }}
    >
      <p className={styles['hint']}>{t('report.hint')}</p>
      <Sections
        chosen={sections}
        error={isTried && lacksSections ? t('report.needOne') : null}
        onChange={(list) => onChoose({ sections: list })}
      />
      <p className={styles['hint']}>{t('report.left')}</p>
      <Radios
        label={t('report.redaction')}
        value={redaction}
        options={[
          { value: 'full', label: t('report.full') },
          { value: 'masked', label: t('report.masked') },
        ]}
        onChange={(value) => onChoose({ redaction: value as RedactionLevel })}
      />
      <Radios
        label={t('report.language')}
        value={language}
        options={(['en', 'hi'] as const).map((id) => ({ value: id, label: word('language', id) }))}
        onChange={(value) => onChoose({ language: value as 'en' | 'hi' })}
      />
      <Textarea
        label={t('report.reason')}
        autosize
        minRows={2}
        value={reason}
        error={isTried && lacksReason && t('common.required')}
        onChange={({ currentTarget }) => onChoose({ reason: currentTarget.value })}
      />
      {onStart.error ? <Failed error={onStart.error} compact /> : null}
      <div>
        <Button type="submit" loading={onStart.isPending}>
          {t('report.make')}
        </Button>
      </div>
    </form>
  );
}

function useStart(ticket: string, choice: Choice, onJob: (job: JobState) => void) {
  const client = useDesk();
  return useMutation({
    mutationFn: () => client.reports.dossier({ ref: ticket, ...choice }),
    onSuccess: (job) => job && onJob(job),
  });
}

/** Chooses what of a case goes into its report, makes it, and says where it lies. */
function ReportSheet({ ticket, isOpen, onClose }: { ticket: string; isOpen: boolean; onClose(): void }) {
  const { t, language } = useText();
  const [job, setJob] = useState<JobState | null>(null);
  const [choice, setChoice] = useState<Choice>(() => ({ sections: [...usualSections], redaction: 'full', language, reason: '' }));
  const frame = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form goes when a job begins, and comes back after it
  useEffect(() => keepFocus(frame.current), [job]);
  const start = useStart(ticket, choice, setJob);
  const again = () => {
    setJob(null);
    start.reset();
  };
  return (
    <Sheet title={t('report.title', { ref: ticket })} isOpen={isOpen} onClose={onClose} size={720}>
      <div ref={frame} tabIndex={-1} className={styles['frame']}>
        {job ? (
          <JobProgress job={job}>{(answer) => <Saved answer={answer as ReportFiles} onAgain={again} />}</JobProgress>
        ) : (
          <Form choice={choice} onChoose={(change) => setChoice({ ...choice, ...change })} onStart={start} />
        )}
      </div>
    </Sheet>
  );
}

/** The report of the case that is open, over the desk. */
export function ReportOverlay() {
  const { shown, show } = useOverlays();
  const { case: ticket } = useQueueSearch();
  return ticket ? <ReportSheet key={ticket} ticket={ticket} isOpen={shown === 'report'} onClose={() => show(null)} /> : null;
}
