import { Button } from '@mantine/core';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Facts } from '../../ui/panel.tsx';
import { AppealsPart, UploaderPart } from '../decision/after-part.tsx';
import { DecisionPart } from '../decision/decision-part.tsx';
import { LinksPart } from '../decision/links-part.tsx';
import { useFactLines } from '../fact-lines.ts';
import styles from './tabs.module.css';

function usePersonRows({ complainant, onBehalfOf }: CaseView) {
  const { t, word } = useText();
  return [
    { name: t('intake.name'), value: complainant.name },
    { name: t('intake.email'), value: complainant.email },
    { name: t('intake.phone'), value: complainant.phone },
    { name: t('case.address'), value: complainant.address },
    { name: t('intake.language'), value: complainant.language ? word('language', complainant.language) : null },
    { name: t('case.onBehalfOf'), value: onBehalfOf },
  ];
}

function useReceiptRows(view: CaseView) {
  const { t, word } = useText();
  return [
    {
      name: t('intake.receivedAt'),
      value: `${formatInstant(view.receivedAt)} ${t('common.ist')} (${word('receivedFrom', view.receivedFrom)})`,
    },
    { name: t('case.enteredAt'), value: `${formatInstant(view.enteredAt)} ${t('common.ist')}` },
    { name: t('intake.lateReason'), value: view.lateReason },
    { name: t('intake.channel'), value: word('channel', view.channel) },
    { name: t('case.oldReference'), value: view.oldReference },
    { name: t('intake.kind'), value: word('kind', view.kind) },
    { name: t('intake.platform'), value: word('platform', view.platform) },
  ];
}

/** All that is known of a case, and the way to put it right. */
export function FactsTab({ view }: { view: CaseView }) {
  const { t } = useText();
  const go = useGo();
  const lines = useFactLines()(view.facts);
  return (
    <div className={styles['stack']}>
      <section>
        <h4 className={styles['heading']}>{t('case.complainant')}</h4>
        <Facts rows={usePersonRows(view)} />
      </section>
      <section>
        <h4 className={styles['heading']}>{t('case.receipt')}</h4>
        <Facts rows={useReceiptRows(view)} />
      </section>
      {lines.length > 0 ? (
        <section>
          <h4 className={styles['heading']}>{t('case.legalFacts')}</h4>
          <Facts rows={lines} />
        </section>
      ) : null}
      <DecisionPart view={view} />
      <UploaderPart view={view} />
      <AppealsPart view={view} />
      <LinksPart view={view} />
      {view.allowed.includes('amend') ? (
        <div>
          <Button size="xs" variant="default" onClick={() => go.act(view.ref, 'amend')}>
            {t('act.amend.name')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
