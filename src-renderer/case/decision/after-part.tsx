import { Button } from '@mantine/core';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Facts } from '../../ui/panel.tsx';
import styles from '../tabs/tabs.module.css';

type Appeal = CaseView['appeals'][number];

function useAppealRows(here: string) {
  const { t } = useText();
  const go = useGo();
  const at = (instant: string | null) => (instant === null ? null : formatInstant(instant));
  const ticket = (ref: string | null) =>
    ref === null || ref === here ? null : (
      <button type="button" className={styles['link']} onClick={() => go.openCase(ref)}>
        {ref}
      </button>
    );
  return (appeal: Appeal) => [
    { name: t('decisions.appeal.number'), value: appeal.number },
    { name: t('decisions.appeal.original'), value: ticket(appeal.original) },
    { name: t('decisions.appeal.toldAt'), value: at(appeal.toldAt) },
    { name: t('decisions.appeal.replyBy'), value: at(appeal.replyBy) ?? t('decisions.appeal.noDate') },
    { name: t('decisions.appeal.reply'), value: ticket(appeal.ref) },
    { name: t('decisions.appeal.replySentAt'), value: at(appeal.replySentAt) ?? t('decisions.notSent') },
    { name: t('decisions.appeal.order'), value: ticket(appeal.orderRef) },
    { name: t('decisions.appeal.ordered'), value: appeal.result ? t(`decisions.appeal.result.${appeal.result}`) : null },
    { name: t('decisions.appeal.orderText'), value: appeal.orderText ? <span className={styles['prose']}>{appeal.orderText}</span> : null },
    { name: t('decisions.appeal.complyBy'), value: at(appeal.complyBy) },
    { name: t('decisions.appeal.compliedAt'), value: appeal.compliedAt ? `${at(appeal.compliedAt)} · ${appeal.compliedHow}` : null },
    { name: t('decisions.appeal.reportAt'), value: appeal.reportAt ? `${at(appeal.reportAt)} · ${appeal.reportWhere}` : null },
  ];
}

/** Appeals to the Committee that a case has to do with, from the notice to the report of compliance. */
export function AppealsPart({ view }: { view: CaseView }) {
  const { t } = useText();
  const rowsOf = useAppealRows(view.ref);
  return view.appeals.map((appeal) => (
    <section key={appeal.ref} aria-label={t('decisions.appeal.title')}>
      <h4 className={styles['heading']}>{t('decisions.appeal.title')}</h4>
      <Facts rows={rowsOf(appeal)} />
    </section>
  ));
}

/** Whether the user whose content was removed has been told, and what is still to be said about it. */
export function UploaderPart({ view }: { view: CaseView }) {
  const { t } = useText();
  const go = useGo();
  const { uploader } = view;
  if (!uploader) return null;
  const { status, ground, notice, sentAt, isLaw } = uploader;
  return (
    <section aria-label={t('decisions.uploader.title')}>
      <h4 className={styles['heading']}>{t('decisions.uploader.title')}</h4>
      <p>
        {t(`decisions.uploader.${status}`, { at: sentAt ? formatInstant(sentAt) : '' })}{' '}
        {notice ? (
          <button type="button" className={styles['link']} onClick={() => go.openCase(notice)}>
            {notice}
          </button>
        ) : null}
      </p>
      {ground ? <p className={styles['muted']}>{t('entry.lines.reason', { reason: ground })}</p> : null}
      <p className={styles['muted']}>{t(isLaw ? 'decisions.uploader.law' : 'decisions.uploader.practice')}</p>
      {view.allowed.includes('uploader-notice') ? (
        <Button mt={6} size="xs" variant="default" onClick={() => go.act(view.ref, 'uploader-notice')}>
          {t('act.uploader-notice.name')}
        </Button>
      ) : null}
    </section>
  );
}
