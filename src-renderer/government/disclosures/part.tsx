import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { Disclosure, DisclosuresView } from '../../../src-main/government/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from '../government.module.css';
import { disclosuresQuery } from '../queries.ts';
import { useDisclosureWords } from './lines.tsx';

function OneLine({ one }: { one: Disclosure }) {
  const { t } = useText();
  const say = useDisclosureWords();
  return (
    <li className={styles['step']}>
      <p className={styles['strong']}>
        {formatInstant(one.at)} {t('common.ist')} · {say.what(one)}
      </p>
      <p className={styles['muted']}>{say.whom(one)}</p>
      <p className={styles['muted']}>
        {one.file} · {one.sha256}
      </p>
      <p className={styles['muted']}>
        {one.byName} · {say.approval(one)} · {t('disclosures.told')}: {say.told(one)}
      </p>
    </li>
  );
}

function Counsel({ counsel }: Pick<DisclosuresView, 'counsel'>) {
  const { t } = useText();
  if (!counsel) return null;
  return (
    <Notice tone={counsel.allow ? 'note' : 'warn'}>
      <p>{t(`disclosures.counsel.${counsel.allow ? 'allow' : 'deny'}`, { name: counsel.counsel, reason: counsel.reason })}</p>
    </Notice>
  );
}

/** What was disclosed on an order, the files hashed for it, and what can be done next. */
export function DisclosuresPart({ view }: { view: CaseView }) {
  const { t } = useText();
  const go = useGo();
  const { data } = useQuery(disclosuresQuery(useDesk(), view.ref));
  if (!data) return null;
  const { productions, disclosures } = data;
  const isUnbound = view.order?.instrument.process !== 'binding';
  const offered = [
    ['record-production', true],
    ['record-certificate', productions.length > 0],
    ['disclose', productions.length > 0],
    ['counsel-decision', isUnbound],
    ['approve-disclosure', disclosures.some(({ approveBy, approverName }) => approveBy !== null && approverName === null)],
    ['tell-user', disclosures.some(({ toldAt }) => toldAt === null)],
  ] as const;
  return (
    <section className={styles['stack']} aria-label={t('disclosures.part')}>
      <h4 className={styles['heading']}>{t('disclosures.part')}</h4>
      <Counsel counsel={data.counsel} />
      {disclosures.length > 0 ? (
        <ol className={styles['stack']}>
          {disclosures.map((one) => (
            <OneLine key={one.seq} one={one} />
          ))}
        </ol>
      ) : null}
      {productions.length > 0 ? (
        <p className={styles['muted']}>
          {t('disclosures.productions')}: {productions.map(({ name }) => name).join(', ')}
        </p>
      ) : null}
      {view.handling.certificates.map(({ seq, name, at, files }) => (
        <p key={seq} className={styles['muted']}>
          {t('orders.certified', { name, at: formatInstant(at), files: files.map((file) => file.name).join(', ') })}
        </p>
      ))}
      <div className={styles['stepHead']}>
        {offered
          .filter(([doing, isUseful]) => isUseful && view.allowed.includes(doing))
          .map(([doing]) => (
            <Button key={doing} size="xs" variant="default" onClick={() => go.act(view.ref, doing)}>
              {t(`act.${doing}.name`)}
            </Button>
          ))}
      </div>
    </section>
  );
}
