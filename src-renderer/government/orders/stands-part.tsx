import { Button } from '@mantine/core';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { Breadth, OrderStep } from '../../../src-main/government/contract.ts';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { formatDate, formatInstant } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from '../government.module.css';

/** What a step says beside its name. */
export function useStepWords() {
  const { t, look } = useText();
  return ({ said }: Pick<OrderStep, 'said'>): string => {
    if (said.step === 'ask-back') return said.points.join(' · ');
    if (said.step === 'narrow') return said.scope;
    if (said.step === 'refuse') return said.grounds;
    if (said.step === 'produce') return [look(`orders.extent.${said.extent}`, said.extent), said.withheld].filter(Boolean).join(' · ');
    if (said.step === 'withdrawn') return [said.by, formatDate(said.on), said.note].filter(Boolean).join(' · ');
    const stay = said.stayUntil ? t('orders.stayUntil', { day: formatDate(said.stayUntil) }) : look(`orders.stay.${said.stay}`, said.stay);
    return [said.court, said.number, formatDate(said.filedOn), stay, said.note].filter(Boolean).join(' · ');
  };
}

/** Why an order asks for too much; narrowing it is offered first. */
export function BreadthNotice({ breadth: { findings, acknowledged }, view }: { breadth: Breadth; view?: CaseView }) {
  const { t, language } = useText();
  const go = useGo();
  if (findings.length === 0) return null;
  return (
    <Notice tone={acknowledged ? 'note' : 'warn'} title={t('orders.tooMuch')}>
      <p>{findings.map(({ text }) => text[language]).join('; ')}.</p>
      {acknowledged ? (
        <p>{t('orders.acknowledged', { name: acknowledged.byName, at: formatInstant(acknowledged.at), reason: acknowledged.reason })}</p>
      ) : null}
      {view && !acknowledged && view.allowed.includes('acknowledge-breadth') ? (
        <div className={styles['stepHead']}>
          <Button size="xs" onClick={() => go.act(view.ref, 'step-order')}>
            {t('orders.narrowIt')}
          </Button>
          <Button size="xs" variant="default" onClick={() => go.act(view.ref, 'acknowledge-breadth')}>
            {t('act.acknowledge-breadth.name')}
          </Button>
        </div>
      ) : null}
    </Notice>
  );
}

/** Where the order stands: what was asked back, narrowed, refused, challenged, produced or withdrawn. */
export function StandsPart({ view }: { view: CaseView }) {
  const { t, look } = useText();
  const go = useGo();
  const say = useStepWords();
  const { steps } = view.handling;
  const canStep = view.allowed.includes('step-order');
  if (steps.length === 0 && !canStep) return null;
  const last = steps.at(-1);
  const isStayed = last?.said.step === 'challenge' && last.said.stay === 'granted';
  return (
    <section className={styles['stack']} aria-label={t('orders.stands')}>
      <h4 className={styles['heading']}>
        {t('orders.stands')}: {last ? look(`orders.state.${last.step}`, last.step) : t('orders.state.received')}
      </h4>
      {isStayed ? <Notice tone="note">{<p>{t('orders.stayed')}</p>}</Notice> : null}
      {steps.length > 0 ? (
        <ol className={styles['stack']}>
          {steps.map((one) => (
            <li key={one.seq} className={styles['step']}>
              <p className={styles['strong']}>{look(`orders.step.${one.step}`, one.step)}</p>
              <p className={styles['plain']}>{say(one)}</p>
              <p className={styles['muted']}>{t('government.checkedBy', { at: formatInstant(one.at), name: one.byName })}</p>
            </li>
          ))}
        </ol>
      ) : null}
      {canStep ? (
        <div>
          <Button size="xs" variant="default" onClick={() => go.act(view.ref, 'step-order')}>
            {t('act.step-order.name')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
