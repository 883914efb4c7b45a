import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FileToRedact, RedactedFile, RedactPages, TextRange } from '../../../src-main/packages/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { type Client, offerFiles } from '../../client/index.ts';
import { useAct } from '../use-act.ts';
import type { PageParts } from './page-editor.tsx';
import type { PageSource } from './page-source.ts';
import { asShown, placeInText } from './regions.ts';

/** What is to be taken out, of pages or of a text. */
export type Marked = { pages: PageSource; parts: PageParts } | { ranges: readonly TextRange[] };

export interface Redaction {
  ref: string;
  file: string;
  shown: FileToRedact;
  marked: Marked;
  /** Told to the person. */
  reason: string;
}

/** Thrown to stop half-way; nothing was kept. */
class Stopped extends Error {}

async function sendPages(
  { pages, parts }: Extract<Marked, { pages: PageSource }>,
  onPage: (done: number) => void,
  isStopped: () => boolean,
): Promise<RedactPages['pages']> {
  const sent: RedactPages['pages'] = [];
  for (let page = 1; page <= pages.count; page += 1) {
    if (isStopped()) throw new Stopped();
    const { file, widthPt, heightPt } = await pages.picture(page);
    const [offered] = await offerFiles([file]);
    sent.push({ token: offered?.token ?? '', widthPt, heightPt, regions: [...(parts[page] ?? [])] });
    onPage(page);
  }
  return sent;
}

const inText = (text: string, { from, to }: TextRange): TextRange => ({ from: placeInText(text, from), to: placeInText(text, to) });

async function send(
  client: Client,
  { ref, file, shown, marked }: Redaction,
  onPage: (done: number) => void,
  isStopped: () => boolean,
): Promise<RedactedFile> {
  const what = { ref, file, sha256: shown.sha256 };
  if ('pages' in marked) return client.packages.redactPages({ ...what, pages: await sendPages(marked, onPage, isStopped) });
  const text = shown.content.way === 'text' ? shown.content.text : '';
  // A field that shows one sign for a line end that has two counts fewer signs than the text has.
  const ranges = asShown(text) === text ? [...marked.ranges] : marked.ranges.map((range) => inText(text, range));
  return client.packages.redactText({ ...what, ranges });
}

/** Makes the copy and names it in the decision about the file. `page`: how many pages are drawn, while they are. */
export function useRedact(ref: string, onDone: () => void) {
  const client = useDesk();
  const queries = useQueryClient();
  const decide = useAct(ref, 'redaction', onDone);
  const isStopped = useRef(false);
  const [page, setPage] = useState(0);
  const make = useMutation({
    async mutationFn(redaction: Redaction) {
      isStopped.current = false;
      setPage(0);
      try {
        const { view, copy } = await send(client, redaction, setPage, () => isStopped.current);
        queries.setQueryData(keys.package(ref), view);
        return copy;
      } catch (error) {
        if (error instanceof Stopped) return null;
        throw error;
      }
    },
    onSuccess(copy, { file, reason }) {
      if (copy) decide.mutate({ file, decision: 'redact', copy, reason });
    },
  });
  return {
    page,
    isPending: make.isPending || decide.isPending,
    error: make.error ?? decide.error,
    start: make.mutate,
    stop: () => {
      isStopped.current = true;
    },
  };
}
