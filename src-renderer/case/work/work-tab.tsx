import { Button } from '@mantine/core';
import { IconCheck, IconListCheck } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { StepView, WorkView } from '../../../src-main/rights/contract.ts';
import { useText } from '../../app/text.ts';
import { type Doing, templates } from '../../queue/queue-search.ts';
import { formatDate, formatInstant } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import { Empty } from '../../ui/states.tsx';
import { doings } from '../doings.ts';
import { ConsentPart } from '../keep/consent-part.tsx';
import { ErasurePart } from '../keep/erasure-part.tsx';
import { PackagePart } from '../package/package-part.tsx';
import tabStyles from '../tabs/tabs.module.css';
import { useDo } from '../use-do.ts';
import { useLocal } from './local.ts';
import styles from './work-tab.module.css';

/** Names of what is missing: systems, categories and files by their labels, the rest as it is. */
function useNames({ work }: CaseView): (ids: string[]) => string {
  const local = useLocal();
  const { look } = useText();
  const known = new Map([
    ...work.systems.map(({ id, label }): [string, string] => [id, local(label)]),
    ...work.categories.map(({ id, label }): [string, string] => [id, label]),
    ...work.files.map(({ id, name }): [string, string] => [id, name]),
  ]);
  return (ids) => ids.map((id) => known.get(id) ?? look(`identity.item.${id}`, id)).join(', ');
}

/** The act behind a step, where the case offers it now: a dispatch is recorded in the letter desk. */
function doingOf({ act }: StepView, view: CaseView): Doing | null {
  const wanted = act === 'dispatch' ? 'letter' : act;
  return doings(view.allowed).find(({ doing }) => doing === wanted)?.doing ?? null;
}

/** Where a step stands: done, left out by the decision, next, or still to come. */
function markOf(view: CaseView, step: StepView, isSkipped: boolean) {
  if (step.isDone) return 'isDone';
  if (isSkipped) return 'isSkipped';
  return view.work.next.step === step.id && view.state !== 'closed' ? 'isNext' : 'isOpen';
}

/** The button of a step that can be worked on now. */
function StepButton({ view, step, isNext }: { view: CaseView; step: StepView; isNext: boolean }) {
  const { t } = useText();
  const begin = useDo(view.ref);
  const doing = doingOf(step, view);
  const template = templates.find((one) => one === step.template);
  if (!doing) return null;
  return (
    <Button size="xs" variant={isNext ? 'filled' : 'default'} onClick={() => begin(doing, template)}>
      {t(`act.${doing}.name`)}
    </Button>
  );
}

function Step({ view, step, isSkipped }: { view: CaseView; step: StepView; isSkipped: boolean }) {
  const { t } = useText();
  const local = useLocal();
  const names = useNames(view);
  const mark = markOf(view, step, isSkipped);
  const isNext = mark === 'isNext';
  return (
    <li
      className={styles['step']}
      data-done={step.isDone || undefined}
      data-next={isNext || undefined}
      aria-current={isNext ? 'step' : undefined}
    >
      <div className={styles['words']}>
        <p className={styles['title']}>{local(step.title)}</p>
        {step.isDone ? null : <p className={tabStyles['muted']}>{local(step.why)}</p>}
        {step.missing.length > 0 ? <p className={tabStyles['muted']}>{t('work.missing', { names: names(step.missing) })}</p> : null}
      </div>
      <span className={styles['mark']}>
        {step.isDone ? <IconCheck size={14} aria-hidden /> : null} {t(`work.${mark}`)}
      </span>
      {step.isDone || isSkipped ? null : <StepButton view={view} step={step} isNext={isNext} />}
    </li>
  );
}

function Steps({ view }: { view: CaseView }) {
  const { t } = useText();
  const { steps } = view.work;
  const decidedAt = steps.findIndex(({ evidence }) => evidence === 'decided');
  const isPast = (n: number) => view.decision !== null && n < decidedAt;
  return (
    <section aria-label={t('work.steps')}>
      <h4 className={tabStyles['heading']}>{t('work.steps')}</h4>
      <ol className={styles['steps']}>
        {steps.map((step, n) => (
          <Step key={step.id} view={view} step={step} isSkipped={!step.isDone && isPast(n)} />
        ))}
      </ol>
    </section>
  );
}

function Guards({ work }: { work: WorkView }) {
  const { t } = useText();
  const local = useLocal();
  return work.guards.map(({ guard, level, why, clause }) => (
    <Notice key={guard} tone={level === 'block' ? 'bad' : 'warn'} title={t(`work.${level}`)}>
      {local(why)} {clause ? `(${t('work.clause', { clause })})` : null}
    </Notice>
  ));
}

function Promises({ work }: { work: WorkView }) {
  const { t, look } = useText();
  if (work.promises.length === 0) return null;
  return (
    <section aria-label={t('work.promises')}>
      <h4 className={tabStyles['heading']}>{t('work.promises')}</h4>
      <dl className={styles['promise']}>
        {work.promises.map(({ source, text, clause }) => (
          <Fragment key={`${source}${text}`}>
            <dt>{look(`work.source.${source}`, source)}</dt>
            <dd>
              <span lang="en">{text}</span> <span className={tabStyles['muted']}>{t('work.clause', { clause })}</span>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function useOutcome(): (entry: WorkView['entries'][number]) => string {
  const { t, look, number } = useText();
  return ({ sort, result, detail }) => {
    const more = [detail['query'], detail['clause'], detail['reason'], detail['note'], detail['by']].filter((one) => one).join(' · ');
    const expires = detail['backupExpires'];
    const backup = expires ? t('work.backupUntil', { day: formatDate(String(expires)) }) : '';
    const told =
      sort === 'search'
        ? t('work.foundCount', { count: Number(result), n: number(Number(result)) })
        : sort === 'category'
          ? look(`work.held.${result}`, result)
          : sort === 'redaction'
            ? look(`work.file.${result}`, result)
            : result;
    return [told, more, backup].filter((one) => one !== '').join(' · ');
  };
}

function Entries({ view }: { view: CaseView }) {
  const { t } = useText();
  const names = useNames(view);
  const outcome = useOutcome();
  const { entries } = view.work;
  if (entries.length === 0)
    return (
      <Empty icon={<IconListCheck size={24} aria-hidden />} title={t('work.none')}>
        {t('work.noneHint')}
      </Empty>
    );
  return (
    <section aria-label={t('work.done')}>
      <h4 className={tabStyles['heading']}>{t('work.done')}</h4>
      <table className={tabStyles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('work.when')}</th>
            <th scope="col">{t('work.what')}</th>
            <th scope="col">{t('work.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td>
                {formatInstant(entry.at)}
                <div className={tabStyles['muted']}>{entry.enteredByName}</div>
              </td>
              <td>
                {t(`work.sort.${entry.sort}`)}: {names([entry.name])}
              </td>
              <td>{outcome(entry)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The workflow of a case: what is done, what is missing and what comes next, with what the platform adds. */
export function WorkTab({ view }: { view: CaseView }) {
  return (
    <div className={tabStyles['stack']}>
      <Guards work={view.work} />
      <Steps view={view} />
      <PackagePart view={view} />
      <ConsentPart view={view} />
      <ErasurePart view={view} />
      <Promises work={view.work} />
      <Entries view={view} />
    </div>
  );
}
