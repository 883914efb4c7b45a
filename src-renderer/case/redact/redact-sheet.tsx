import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { mostRedactedPages } from '../../../src-main/packages/contract/words.ts';
import type { FileToRedact, PackageFileView, TextRange } from '../../../src-main/packages/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { Sheet } from '../../app/sheet.tsx';
import { useText } from '../../app/text.ts';
import { Failed, Waiting } from '../../ui/states.tsx';
import { PageEditor, type PageParts } from './page-editor.tsx';
import { openPages, type PageSource } from './page-source.ts';
import styles from './redact.module.css';
import { asShown } from './regions.ts';
import { TextEditor } from './text-editor.tsx';
import { type Marked, useRedact } from './use-redact.ts';

function usePages(shown: FileToRedact) {
  const [pages, setPages] = useState<PageSource | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const { content, mediaType } = shown;
    if (content.way === 'text') return;
    let isCurrent = true;
    let mine: PageSource | undefined;
    openPages(content, mediaType).then(
      (source) => {
        mine = source;
        if (isCurrent) setPages(source);
        else source.close();
      },
      (reason: unknown) => isCurrent && setError(reason),
    );
    return () => {
      isCurrent = false;
      setPages(null);
      mine?.close();
    };
  }, [shown]);
  return { pages, error };
}

/** What was marked and typed so far; it outlives a sheet that is put away and opened again. */
interface Draft {
  parts: PageParts;
  ranges: readonly TextRange[];
  reason: string;
}

interface EditorProps {
  ticket: string;
  file: PackageFileView;
  shown: FileToRedact;
  draft: Draft;
  onDraft(change: Partial<Draft>): void;
  onDone(): void;
}

interface FinishProps extends EditorProps {
  /** What is to go; null where nothing is marked yet. */
  marked: Marked | null;
}

function Finish({ ticket, file, shown, marked, draft: { reason }, onDraft, onDone }: FinishProps) {
  const { t, number } = useText();
  const [isTried, setIsTried] = useState(false);
  const redact = useRedact(ticket, onDone);
  const lacksReason = reason.trim() === '';
  const count = marked && 'pages' in marked ? marked.pages.count : 1;
  return (
    <form
      className={styles['finish']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (marked && !lacksReason) redact.start({ ref: ticket, file: file.id, shown, marked, reason });
      }}
    >
      <Textarea
        label={t('redact.reason')}
        description={t('redact.reasonHint')}
        autosize
        minRows={2}
        value={reason}
        error={isTried && lacksReason && t('common.required')}
        onChange={({ currentTarget }) => onDraft({ reason: currentTarget.value })}
      />
      {isTried && !marked ? (
        <p role="alert" className={styles['problem']}>
          {t('redact.needOne')}
        </p>
      ) : null}
      {redact.error ? <Failed error={redact.error} compact /> : null}
      <div className={styles['tools']}>
        <Button type="submit" loading={redact.isPending}>
          {t('redact.make')}
        </Button>
        {redact.isPending && count > 1 ? (
          <>
            <span role="status">{t('redact.drawn', { n: number(redact.page), of: number(count) })}</span>
            <Button variant="default" onClick={redact.stop}>
              {t('common.cancel')}
            </Button>
          </>
        ) : null}
      </div>
    </form>
  );
}

function TextPart(props: EditorProps & { text: string }) {
  const { ranges } = props.draft;
  return (
    <>
      <TextEditor text={asShown(props.text)} ranges={ranges} onChange={(next) => props.onDraft({ ranges: next })} />
      <Finish {...props} marked={ranges.length > 0 ? { ranges } : null} />
    </>
  );
}

function PagesPart(props: EditorProps) {
  const { t } = useText();
  const { pages, error } = usePages(props.shown);
  const { parts } = props.draft;
  const isMarked = Object.values(parts).some((regions) => regions.length > 0);
  if (error) return <Failed error={error} />;
  if (!pages) return <Waiting lines={8} />;
  if (pages.count > mostRedactedPages) return <p role="alert">{t('redact.tooMany', { most: mostRedactedPages, count: pages.count })}</p>;
  return (
    <>
      <PageEditor source={pages} parts={parts} onChange={(next) => props.onDraft({ parts: next })} />
      <Finish {...props} marked={isMarked ? { pages, parts } : null} />
    </>
  );
}

interface RedactSheetProps {
  ticket: string;
  file: PackageFileView;
  isOpen: boolean;
  onClose(): void;
}

/** Takes parts out of a file of the answer: what is marked is burnt into a copy, and the file itself stays sealed. */
export function RedactSheet({ ticket, file, isOpen, onClose }: RedactSheetProps) {
  const { t } = useText();
  const client = useDesk();
  const [draft, setDraft] = useState<Draft>({ parts: {}, ranges: [], reason: '' });
  const { data, error, refetch } = useQuery({
    queryKey: ['redact', ticket, file.id],
    queryFn: () => client.packages.see({ ref: ticket, file: file.id }),
    enabled: isOpen,
    staleTime: Number.POSITIVE_INFINITY,
    // What the file shows is not kept in the window any longer than it is looked at.
    gcTime: 0,
    retry: false,
  });
  const onDraft = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const onDone = () => {
    setDraft({ parts: {}, ranges: [], reason: '' });
    onClose();
  };
  const editor = data ? { ticket, file, shown: data, draft, onDraft, onDone } : null;
  return (
    <Sheet title={t('redact.title', { name: file.name })} isOpen={isOpen} onClose={onClose} size={900}>
      <div className={styles['sheet']}>
        <p className={styles['muted']}>{t(data?.content.way === 'text' ? 'redact.hintText' : 'redact.hint')}</p>
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
        {!editor && !error ? <Waiting lines={8} /> : null}
        {editor && data?.content.way === 'text' ? <TextPart {...editor} text={data.content.text} /> : null}
        {editor && data && data.content.way !== 'text' ? <PagesPart {...editor} /> : null}
      </div>
    </Sheet>
  );
}
