import { Button } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import type { CaseView } from '../../src-main/cases/contract.ts';
import type { OrderView } from '../../src-main/government/contract.ts';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { formatDate, formatInstant } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import { Facts } from '../ui/panel.tsx';
import { Empty } from '../ui/states.tsx';
import { DisclosuresPart } from './disclosures/part.tsx';
import styles from './government.module.css';
import { PreservedPart } from './orders/preserved-part.tsx';
import { BreadthNotice, StandsPart } from './orders/stands-part.tsx';
import { VerdictBox } from './verdict-box.tsx';

function useRows({ order, fields, instrument }: OrderView) {
  const { t, language } = useText();
  const shown = (id: string, value: unknown) => {
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value !== 'string') return null;
    if (id === 'respondBy') return `${formatInstant(value)} ${t('common.ist')}`;
    return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value) : value;
  };
  const said = fields.map(({ id, label }) => ({
    name: label[language],
    value: order.lacks?.includes(id) ? t('government.notSaid') : id === 'items' ? null : shown(id, order[id]),
  }));
  return [
    { name: t('government.which'), value: instrument.title[language] },
    { name: t('government.power'), value: instrument.power },
    { name: t('government.issuer'), value: instrument.rank?.[language] ?? instrument.issuer[language] },
    ...said,
  ];
}

function Step({ step, canCheck, onCheck }: { step: OrderView['steps'][number]; canCheck: boolean; onCheck(): void }) {
  const { t, language } = useText();
  const { last } = step;
  return (
    <li className={styles['step']}>
      <div className={styles['stepHead']}>
        <span className={styles['grow']}>{step.title[language]}</span>
        <span className={styles['state']} data-result={last?.result}>
          {t(`government.checkState.${last?.result ?? 'open'}`)}
        </span>
        {canCheck ? (
          <Button size="compact-xs" variant="default" onClick={onCheck}>
            {t(last ? 'government.again' : 'government.check')}
          </Button>
        ) : null}
      </div>
      <p className={styles['muted']}>{last ? last.detail : step.how[language]}</p>
      {last?.number ? (
        <p className={styles['muted']}>{t('government.calledOn', { number: last.number, foundIn: last.foundIn ?? '' })}</p>
      ) : null}
      {last ? <p className={styles['muted']}>{t('government.checkedBy', { at: formatInstant(last.at), name: last.byName })}</p> : null}
    </li>
  );
}

function Secrecy({ order: { order, instrument } }: { order: OrderView }) {
  const { t } = useText();
  if (instrument.confidentiality === 'walled') return <Notice tone="warn">{<p>{t('government.walled')}</p>}</Notice>;
  if (!order.nonDisclosure && !order.secretUntil) return null;
  return (
    <Notice tone="warn">
      <p>{order.secretUntil ? t('government.secret', { day: formatDate(order.secretUntil) }) : t('government.secretOpen')}</p>
    </Notice>
  );
}

function Known({ view, order }: { view: CaseView; order: OrderView }) {
  const { t } = useText();
  const go = useGo();
  const canCheck = view.allowed.includes('check-authority');
  const rows = useRows(order);
  return (
    <div className={styles['stack']}>
      <VerdictBox judgement={order.judgement} same={order.same} />
      <BreadthNotice breadth={order.breadth} view={view} />
      <Secrecy order={order} />
      <StandsPart view={view} />
      {order.steps.length > 0 ? (
        <section>
          <h4 className={styles['heading']}>{t('government.checks')}</h4>
          {order.isOfficialAddress === null ? null : (
            <p className={styles['muted']}>{t(`government.address.${order.isOfficialAddress ? 'official' : 'other'}`)}</p>
          )}
          <ol className={styles['stack']}>
            {order.steps.map((step) => (
              <Step key={step.id} step={step} canCheck={canCheck} onCheck={() => go.act(view.ref, 'check-authority')} />
            ))}
          </ol>
        </section>
      ) : null}
      <PreservedPart view={view} />
      <DisclosuresPart view={view} />
      <section>
        <h4 className={styles['heading']}>{t('government.says')}</h4>
        <Facts rows={rows} />
      </section>
      {view.allowed.includes('record-order') ? (
        <div>
          <Button size="xs" variant="default" onClick={() => go.act(view.ref, 'record-order')}>
            {t('act.record-order.name')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** The order behind a case: whether it is good, whether it comes from whom it names, and what it says. */
export function OrderTab({ view }: { view: CaseView }) {
  const { t } = useText();
  const go = useGo();
  if (view.order) return <Known view={view} order={view.order} />;
  return (
    <div className={styles['stack']}>
      <Empty
        icon={<IconGavel size={24} aria-hidden />}
        title={t('government.noOrder')}
        actions={
          view.allowed.includes('record-order') ? (
            <Button onClick={() => go.act(view.ref, 'record-order')}>{t('government.record')}</Button>
          ) : null
        }
      >
        {t('government.noOrderHint')}
      </Empty>
      <PreservedPart view={view} />
    </div>
  );
}
