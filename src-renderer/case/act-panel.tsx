import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ComponentType, useEffect, useId, useRef } from 'react';
import type { CaseView } from '../../src-main/cases/contract.ts';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { CheckAuthorityForm } from '../government/check-form.tsx';
import { ApproveDisclosureForm, CounselForm, DiscloseForm, RecordProductionForm, TellUserForm } from '../government/disclosures/forms.tsx';
import { AddItemsForm } from '../government/items/add-form.tsx';
import { CaptureForm } from '../government/items/capture-form.tsx';
import { TakeSheetForm } from '../government/items/take-sheet-form.tsx';
import { CertificateForm } from '../government/orders/certificate-form.tsx';
import { HandOverForm, RecordMaterialForm } from '../government/orders/material-part.tsx';
import {
  ConfirmPreservationForm,
  PreserveForm,
  ReleasePreservationForm,
  RenewPreservationForm,
} from '../government/orders/preserve-forms.tsx';
import { AcknowledgeBreadthForm, StepOrderForm } from '../government/orders/step-form.tsx';
import { RecordOrderForm } from '../government/record-form.tsx';
import type { Doing, Template } from '../queue/queue-search.ts';
import { Choice } from '../ui/fields.tsx';
import { focusNext } from '../ui/focus.ts';
import styles from './act-panel.module.css';
import type { ActFormProps } from './acts/act-form.tsx';
import { AmendForm } from './acts/amend-form.tsx';
import { AssignForm } from './acts/assign-form.tsx';
import { CloseForm } from './acts/close-form.tsx';
import { DecideForm } from './acts/decide-form.tsx';
import { HoldForm, ReleaseHoldForm } from './acts/hold-forms.tsx';
import { ItemsForm } from './acts/items-form.tsx';
import { LinkForm } from './acts/link-form.tsx';
import { NoteForm } from './acts/note-form.tsx';
import { OralForm, TranslateForm } from './acts/record-forms.tsx';
import { ReopenForm, WithdrawForm } from './acts/reopen-form.tsx';
import { ReportForm } from './acts/report-form.tsx';
import { ExtendTargetForm, PauseTargetForm, RemoveTargetForm, ResumeTargetForm, SetTargetForm } from './acts/target-forms.tsx';
import { TriageForm } from './acts/triage-form.tsx';
import { UnlinkForm } from './acts/unlink-form.tsx';
import { VerdictForm } from './acts/verdict-form.tsx';
import { VoidForm } from './acts/void-form.tsx';
import { CategoryForm, ConfirmForm, RecipientForm, RedactionForm, SearchForm } from './acts/work-forms.tsx';
import { AppealForm, AppealOrderForm, ComplianceForm, PublishForm } from './decision/appeal-forms.tsx';
import { CorrectForm } from './decision/correct-form.tsx';
import { RequestReviewForm } from './decision/review-form.tsx';
import { UploaderForm } from './decision/uploader-form.tsx';
import { DelayForm } from './delays/delay-form.tsx';
import { AuthorityForm } from './identity/authority-form.tsx';
import { EndAuthorityForm } from './identity/end-authority-form.tsx';
import { VerifyForm } from './identity/verify-form.tsx';
import { AskConsentForm, RecordConsentForm } from './keep/consent-forms.tsx';
import { LetterDesk, waitingLetter } from './letter/letter-desk.tsx';
import { ownLetter, writable } from './tabs/letters-tab.tsx';

const forms: Partial<Record<Doing, ComponentType<ActFormProps>>> = {
  triage: TriageForm,
  amend: AmendForm,
  decide: DecideForm,
  'act-on-items': ItemsForm,
  note: NoteForm,
  verdict: VerdictForm,
  report: ReportForm,
  assign: AssignForm,
  link: LinkForm,
  withdraw: WithdrawForm,
  reopen: ReopenForm,
  void: VoidForm,
  'set-target': SetTargetForm,
  'pause-target': PauseTargetForm,
  'resume-target': ResumeTargetForm,
  'extend-target': ExtendTargetForm,
  'remove-target': RemoveTargetForm,
  'explain-delay': DelayForm,
  'verify-identity': VerifyForm,
  'record-authority': AuthorityForm,
  'end-authority': EndAuthorityForm,
  'search-system': SearchForm,
  'mark-category': CategoryForm,
  redaction: RedactionForm,
  'confirm-system': ConfirmForm,
  'tell-recipient': RecipientForm,
  'record-order': RecordOrderForm,
  'check-authority': CheckAuthorityForm,
  'record-production': RecordProductionForm,
  disclose: DiscloseForm,
  'counsel-decision': CounselForm,
  'approve-disclosure': ApproveDisclosureForm,
  'tell-user': TellUserForm,
  'step-order': StepOrderForm,
  'acknowledge-breadth': AcknowledgeBreadthForm,
  'record-material': RecordMaterialForm,
  'hand-over-material': HandOverForm,
  'record-certificate': CertificateForm,
  preserve: PreserveForm,
  'confirm-preservation': ConfirmPreservationForm,
  'renew-preservation': RenewPreservationForm,
  'release-preservation': ReleasePreservationForm,
  'add-items': AddItemsForm,
  'capture-item': CaptureForm,
  'take-sheet': TakeSheetForm,
  hold: HoldForm,
  'release-hold': ReleaseHoldForm,
  'ask-consent': AskConsentForm,
  'record-consent': RecordConsentForm,
  'correct-decision': CorrectForm,
  'request-review': RequestReviewForm,
  close: CloseForm,
  unlink: UnlinkForm,
  translate: TranslateForm,
  'record-oral': OralForm,
  'record-appeal': AppealForm,
  'record-appeal-order': AppealOrderForm,
  'record-compliance': ComplianceForm,
  'publish-compliance': PublishForm,
  'uploader-notice': UploaderForm,
};

/** The letter that the case most likely waits for. */
function likelyTemplate(view: CaseView): Template {
  const waiting = writable(view).find((template) => waitingLetter(view, template));
  if (waiting) return waiting;
  const own = view.work.next.template;
  const next = writable(view).find((template) => template === own);
  if (next) return next;
  const [wanted] = view.wanted;
  if (wanted) return wanted;
  if (view.decision) return ownLetter(view) ?? 'decision';
  return view.allowed.includes('acknowledge') ? 'acknowledgement' : 'missing-details';
}

interface PanelProps {
  view: CaseView;
  doing: Doing;
  template: Template | undefined;
  onClose(): void;
}

function Letter({ view, doing, template, onClose }: PanelProps) {
  const { t, word } = useText();
  const go = useGo();
  const shown = template ?? (doing === 'acknowledge' ? 'acknowledgement' : likelyTemplate(view));
  return (
    <>
      {doing === 'acknowledge' ? null : (
        <Choice
          mb={12}
          aria-label={t('case.letter.which')}
          value={shown}
          options={writable(view).map((id) => ({ value: id, label: word('template', id) }))}
          onChange={(id) => go.act(view.ref, doing, id as Template)}
        />
      )}
      <LetterDesk key={shown} view={view} template={shown} onClose={onClose} />
    </>
  );
}

const isLetter = (doing: Doing) => doing === 'acknowledge' || doing === 'letter' || doing === 'dispatch';

/** The work being done on a case, in the place of the next step; reading goes on below it. */
export function ActPanel(props: PanelProps) {
  const { view, doing, onClose } = props;
  const { t } = useText();
  const frame = useRef<HTMLElement>(null);
  const heading = useId();
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'start' });
    const first = frame.current?.querySelector<HTMLElement>('[data-autofocus], input:not([type=hidden]), select, textarea');
    focusNext(first ?? frame.current);
  }, []);
  const Form = forms[doing];
  return (
    <section ref={frame} className={styles['panel']} aria-labelledby={heading} tabIndex={-1}>
      <header className={styles['head']}>
        <h3 id={heading} className={styles['title']}>
          {t(`act.${doing}.name`)}
        </h3>
        <Tooltip label={t('common.cancel')}>
          <ActionIcon aria-label={t('common.cancel')} onClick={onClose} size={28}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </header>
      {isLetter(doing) ? <Letter {...props} /> : null}
      {Form ? <Form view={view} onClose={onClose} /> : null}
    </section>
  );
}
