import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import type { Language } from '../../app/i18n/index.ts';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import type { Template } from '../../queue/queue-search.ts';
import { announce } from '../../ui/announcer.tsx';
import { DispatchForm } from './dispatch-form.tsx';
import styles from './letter.module.css';
import { LetterPreview } from './letter-preview.tsx';
import { SealedPdf } from './sealed-pdf.tsx';

const steps = ['check', 'send'] as const;
type Step = (typeof steps)[number];

function Steps({ now }: { now: Step }) {
  const { t } = useText();
  return (
    <ol className={styles['steps']}>
      {steps.map((step, n) => (
        <li key={step} aria-current={step === now ? 'step' : undefined}>
          <span className={styles['dot']} aria-hidden>
            {n + 1}
          </span>
          {t(`case.letter.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}

/** The sealed letter of this sort that has not left yet. */
export function waitingLetter({ letters }: CaseView, template: Template) {
  return letters.findLast((letter) => letter.template === template && letter.sealedAt !== null && letter.sentAt === null);
}

interface LetterDeskProps {
  view: CaseView;
  template: Template;
  onClose(): void;
}

/** A letter from its draft to its dispatch: read it, seal it, then say how it left. */
export function LetterDesk({ view, template, onClose }: LetterDeskProps) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [language, setLanguage] = useState<Language>(view.complainant.language ?? 'en');
  const [isWithoutLetter, setIsWithoutLetter] = useState(false);
  const waiting = waitingLetter(view, template);
  const seal = useMutation({
    mutationFn: () => client.letters.seal({ ref: view.ref, template, language }),
    async onSuccess() {
      announce(t('case.letter.isSealed'));
      await queries.invalidateQueries({ queryKey: keys.case(view.ref) });
    },
  });
  const isSending = waiting !== undefined || isWithoutLetter;
  return (
    <div className={styles['desk']}>
      <Steps now={isSending ? 'send' : 'check'} />
      {isSending ? (
        <>
          <DispatchForm
            view={view}
            template={template}
            letter={waiting?.id ?? null}
            onBack={waiting ? undefined : () => setIsWithoutLetter(false)}
            onDone={onClose}
          />
          {waiting ? <SealedPdf ticket={view.ref} id={waiting.id} /> : null}
        </>
      ) : (
        <LetterPreview
          view={view}
          template={template}
          language={language}
          onLanguage={setLanguage}
          sealing={seal}
          onWithoutLetter={() => setIsWithoutLetter(true)}
        />
      )}
    </div>
  );
}
