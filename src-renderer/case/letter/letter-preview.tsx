import { Button, SegmentedControl } from '@mantine/core';
import { IconLockCheck } from '@tabler/icons-react';
import { keepPreviousData, type UseMutationResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { SealedLetter } from '../../../src-main/desk/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { type Language, languages } from '../../app/i18n/index.ts';
import { useGo } from '../../app/navigation.ts';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import type { Template } from '../../queue/queue-search.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { failureOf, issuesByField } from '../../ui/faults.ts';
import { PdfView } from '../../ui/pdf-view.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import styles from './letter.module.css';

interface PreviewProps {
  view: CaseView;
  template: Template;
  language: Language;
  sealing: UseMutationResult<SealedLetter, unknown, void>;
  onLanguage(language: Language): void;
  onWithoutLetter(): void;
}

/** What a letter calls the parts that the complainant's details fill: of what it lacks, and of what it cannot draw. */
const ofComplainant = ['complainantName', 'complainantAddress', 'addressee'];

function Missing({ missing }: { missing: { field: string; label: string }[] }) {
  const { t } = useText();
  if (missing.length === 0) return null;
  return (
    <div className={styles['missing']} role="alert">
      <p>{t('case.letter.missing')}</p>
      <ul>
        {missing.map(({ field, label }) => (
          <li key={field}>{label}</li>
        ))}
      </ul>
    </div>
  );
}

/** The way to the complainant's details, where the letter waits for them or nobody knows where it should go. */
function Details({ view, fields }: { view: CaseView; fields: string[] }) {
  const { t } = useText();
  const go = useGo();
  const { address, email } = view.complainant;
  const isWanted = fields.some((field) => ofComplainant.includes(field)) || (!address && !email);
  if (!isWanted || !view.allowed.includes('amend')) return null;
  return (
    <div className={styles['bar']}>
      <Button size="xs" variant="default" onClick={() => go.act(view.ref, 'amend')}>
        {t('case.letter.addDetails')}
      </Button>
    </div>
  );
}

function Pages({ pdf, text, language, isBehind }: { pdf: string; text: string; language: Language; isBehind: boolean }) {
  const { t } = useText();
  const [shown, setShown] = useState<'page' | 'text'>('page');
  return (
    <>
      <div className={styles['bar']}>
        <SegmentedControl
          className={styles['only']}
          size="xs"
          aria-label={t('case.letter.views')}
          value={shown}
          onChange={(value) => setShown(value as 'page' | 'text')}
          data={[
            { value: 'page', label: t('case.letter.asPage') },
            { value: 'text', label: t('case.letter.asText') },
          ]}
        />
        <span className={styles['grow']} />
        <CopyButton text={text} what={t('case.letter.copyText')} labelled />
      </div>
      <div className={styles['views']} data-behind={isBehind || undefined}>
        <div className={styles['paper']} hidden={shown !== 'page'}>
          <PdfView pdf={pdf} label={(page) => t('case.letter.page', { page })} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by key */}
        <section className={styles['text']} hidden={shown !== 'text'} lang={language} aria-label={t('case.letter.asText')} tabIndex={0}>
          {text}
        </section>
      </div>
    </>
  );
}

/** The draft of a letter as it would be sealed, in the language of the complainant or the other one. */
export function LetterPreview({ view, template, language, sealing, onLanguage, onWithoutLetter }: PreviewProps) {
  const { t, word } = useText();
  const client = useDesk();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: keys.preview(view.ref, template, language),
    queryFn: () => client.letters.preview({ ref: view.ref, template, language }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const failed = error ?? sealing.error;
  return (
    <>
      <div className={styles['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('case.letter.language')}
          value={language}
          onChange={(value) => onLanguage(value as Language)}
          data={languages.map((id) => ({ value: id, label: word('language', id) }))}
        />
        <span className={styles['grow']} />
        <Button
          leftSection={<IconLockCheck size={16} aria-hidden />}
          disabled={!data || data.missing.length > 0 || isPlaceholderData}
          loading={sealing.isPending}
          onClick={() => sealing.mutate()}
        >
          {t('case.letter.seal')}
        </Button>
      </div>
      {failed ? <Failed error={failed} onRetry={() => void refetch()} compact /> : null}
      {data ? <Missing missing={data.missing} /> : null}
      <Details
        view={view}
        fields={[...(data?.missing ?? []).map(({ field }) => field), ...(failed ? Object.keys(issuesByField(failureOf(failed))) : [])]}
      />
      {data && data.pages > 0 ? <Pages pdf={data.pdf} text={data.text} language={language} isBehind={isPlaceholderData} /> : null}
      {data?.pages === 0 ? <p className={styles['none']}>{t('case.letter.noPages')}</p> : null}
      {!data && !failed ? <Waiting lines={6} /> : null}
      {template === 'missing-details' ? null : (
        <Button size="xs" variant="subtle" onClick={onWithoutLetter}>
          {t('case.letter.withoutLetter')}
        </Button>
      )}
    </>
  );
}
