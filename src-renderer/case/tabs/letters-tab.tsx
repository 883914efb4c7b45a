import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { isDecisionLetter, lateTemplates, orderTemplates } from '../../../src-main/cases/contract/words.ts';
import type { CaseLetter, CaseView } from '../../../src-main/cases/contract.ts';
import { stepLetters } from '../../../src-main/government/contract/words.ts';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { type Template, templates } from '../../queue/queue-search.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Empty } from '../../ui/states.tsx';
import { SaveLetter, SealedPdf } from '../letter/sealed-pdf.tsx';
import styles from './tabs.module.css';

function LetterRow({ view, letter }: { view: CaseView; letter: CaseLetter }) {
  const { t, word, number } = useText();
  const go = useGo();
  const [isShown, setIsShown] = useState(false);
  const isSealed = letter.sealedAt !== null;
  const template = templates.find((one) => one === letter.template);
  const status = letter.sentAt
    ? t('case.letter.sent', { at: formatInstant(letter.sentAt), mode: word('mode', letter.mode ?? '') })
    : t(isSealed ? 'case.letter.sealed' : 'case.letter.prepared');
  return (
    <li>
      <div className={styles['entry']}>
        <div className={styles['grow']}>
          <p className={styles['name']}>
            {word('template', letter.template)} · {word('language', letter.language)}
          </p>
          <p className={styles['muted']}>
            {status}
            {letter.record === null ? null : ` · ${t('case.record', { n: number(letter.record) })}`}
            {letter.proof ? ` · ${letter.proof}` : null}
          </p>
        </div>
        <div className={styles['tools']}>
          {isSealed ? (
            <Button size="xs" variant="default" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
              {t(isShown ? 'case.letter.hide' : 'case.letter.show')}
            </Button>
          ) : null}
          {isSealed ? <SaveLetter id={letter.id} /> : null}
          {isSealed && letter.sentAt === null && template ? (
            <Button size="xs" onClick={() => go.act(view.ref, 'letter', template)}>
              {t('case.letter.recordSent')}
            </Button>
          ) : null}
        </div>
      </div>
      {isShown ? <SealedPdf ticket={view.ref} id={letter.id} /> : null}
    </li>
  );
}

/** The letter that stands in place of the plain decision: of a review, of the reply to an appeal, of a notice to a user. */
export function ownLetter({ review, kind }: Pick<CaseView, 'review' | 'kind'>): Template | null {
  if (review) return 'review-decision';
  return kind === 'appeal-reply' ? 'appeal-reply' : kind === 'user-notice' ? 'uploader-notice' : null;
}

/** A letter to the authority tells what was done: it can be written once that is recorded. */
function isOrderWritable({ handling }: CaseView, template: Template): boolean {
  if (template === 'child-report') return handling.material.recorded.length > 0;
  if (template === 'evidence-certificate') return handling.certificates.length > 0;
  if (template !== 'preservation-notice') return handling.steps.some(({ step }) => stepLetters[step] === template);
  return handling.preservations.some(({ releasedAt }) => releasedAt === null);
}

/** Letters that can be written now: one that tells a decision needs it, and each outcome has its own beside the plain one. */
export function writable(view: CaseView): Template[] {
  const { steps } = view.work;
  const own = steps.find(({ evidence }) => evidence === 'letter-sealed')?.template;
  const isOwnSort = ownLetter(view) !== null;
  return templates.filter((template) => {
    if ((lateTemplates as readonly string[]).includes(template)) return (view.wanted as string[]).includes(template);
    if (view.state === 'closed') return false;
    if ((orderTemplates as readonly string[]).includes(template)) return isOrderWritable(view, template);
    if (isDecisionLetter(template)) return view.decision !== null && ((template === 'decision' && !isOwnSort) || template === own);
    return template !== 'identity-request' || steps.some(({ evidence }) => evidence === 'identity-checked');
  });
}

/** The letters of a case: sealed, sent, and those that can be written. */
export function LettersTab({ view }: { view: CaseView }) {
  const { t, word } = useText();
  const go = useGo();
  const canWrite = view.allowed.includes('dispatch');
  return (
    <div className={styles['stack']}>
      {view.letters.length === 0 ? (
        <Empty icon={<IconMail size={24} aria-hidden />} title={t('case.letter.none')}>
          {t('case.letter.noneHint')}
        </Empty>
      ) : (
        <ul className={styles['list']}>
          {view.letters.map((letter) => (
            <LetterRow key={letter.id} view={view} letter={letter} />
          ))}
        </ul>
      )}
      {canWrite ? (
        <section aria-label={t('case.letter.write')}>
          <h4 className={styles['heading']}>{t('case.letter.write')}</h4>
          <div className={styles['tools']}>
            {writable(view).map((template) => (
              <Button key={template} size="xs" variant="default" onClick={() => go.act(view.ref, 'letter', template)}>
                {word('template', template)}
              </Button>
            ))}
          </div>
        </section>
      ) : null}
    </div>
  );
}
