import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Offer, Rule, Rulebook } from '../../src-main/law/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useDraft } from '../app/drafts.ts';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { Radios } from '../ui/fields.tsx';
import { focusFirstProblem } from '../ui/focus.ts';
import { formatInstant } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Failed, Waiting } from '../ui/states.tsx';
import edit from './edit.module.css';
import styles from './law.module.css';
import { readLawSearch } from './law-search.ts';
import { OfferPanel, type Previewed, Problems } from './offer-panel.tsx';
import { rulebookQuery } from './queries.ts';
import { type DraftProblem, draftFor, draftOf, type EditWay, editOf, placedProblems, type RuleDraft } from './rule-draft.ts';
import { Field, RuleFields, type RuleFieldsProps } from './rule-fields.tsx';

function useProblemWords() {
  const { t } = useText();
  return (problem: DraftProblem): string => {
    if (problem.kind === 'not-json') return t('lawRoom.edit.notJson', { why: problem.why });
    if (problem.kind === 'not-number') return t('lawRoom.edit.notNumber');
    return t(problem.kind === 'nothing' ? 'lawRoom.edit.nothing' : 'lawRoom.edit.notDay');
  };
}

function Dates(props: RuleFieldsProps & { rule: Rule | null }) {
  const { t } = useText();
  const { draft, rule } = props;
  const isNew = draft.way === 'amend' || draft.way === 'add';
  return (
    <>
      {isNew ? (
        <div className={edit['two']}>
          <Field {...props} name="newId" label={t('lawRoom.edit.newId')} hint={t('lawRoom.edit.newIdHint', { example: 'IT-RES-5D' })} />
          {rule === null ? <Field {...props} name="family" label={t('lawRoom.edit.family')} hint={t('lawRoom.edit.familyHint')} /> : null}
        </div>
      ) : null}
      <div className={edit['two']}>
        {draft.way === 'end' ? null : <Field {...props} name="from" label={t('lawRoom.edit.from')} hint="dd-MM-yyyy" />}
        <Field
          {...props}
          name="until"
          label={t('lawRoom.edit.until')}
          hint={draft.way === 'end' ? 'dd-MM-yyyy' : t('lawRoom.edit.untilHint')}
        />
      </div>
    </>
  );
}

interface Previewing {
  offer: Offer;
  previewed: Previewed;
  draft: RuleDraft;
}

/** The typed rule, what is wrong with it at its fields, and the preview of what it would change. */
function useEdit(rule: Rule | null) {
  const client = useDesk();
  const words = useProblemWords();
  const [first] = useState(() => draftOf(rule));
  const kept = useDraft(`law:edit:${rule?.id ?? ''}`, first);
  const draft = kept.values;
  const [own, setOwn] = useState<Partial<Record<keyof RuleDraft, DraftProblem>>>({});
  const preview = useMutation({
    mutationFn: async (offer: Offer): Promise<Previewing> => ({ offer, previewed: await client.law.previewRulebook(offer), draft }),
  });
  const told = preview.data;
  const placed = placedProblems(told?.previewed.problems ?? [], told?.draft ?? draft, rule?.id ?? null);
  const said = Object.fromEntries(Object.entries(own).map(([field, problem]) => [field, words(problem)]));
  const submit = () => {
    const { edit: change, problems } = editOf(rule, draft);
    setOwn(problems);
    if (change) preview.mutate({ edit: change });
    else preview.reset();
  };
  const problems = { ...placed.byField, ...said } as RuleFieldsProps['problems'];
  return { kept, draft, drop: () => void kept.drop(first), preview, placed, problems, submit };
}

interface PreviewProps {
  previewing: Previewing;
  isOld: boolean;
  onAdopted(): void;
  onClose(): void;
}

function Preview({ previewing, isOld, onAdopted, onClose }: PreviewProps) {
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const { offer, previewed } = previewing;
  const hash = previewed.hash;
  // The preview begins below a long form: work goes on there.
  useEffect(() => {
    if (hash === null) return;
    frame.current?.scrollIntoView({ block: 'start' });
    frame.current?.focus({ preventScroll: true });
  }, [hash]);
  if (previewed.problems.length > 0) return null;
  return (
    <div ref={frame} tabIndex={-1} className={edit['preview']}>
      <Panel title={t('lawRoom.edit.previewTitle')} level={3}>
        {isOld ? (
          <Notice tone="warn" role="status">
            {t('lawRoom.edit.changedSince')}
          </Notice>
        ) : (
          <OfferPanel key={previewed.hash} offer={offer} previewed={previewed} onAdopted={onAdopted} onClose={onClose} />
        )}
      </Panel>
    </div>
  );
}

function Restored({ at, onDiscard }: { at: string; onDiscard(): void }) {
  const { t } = useText();
  return (
    <Notice tone="note" role="status">
      {t('common.draftRestored', { at: formatInstant(at) })}{' '}
      <Button size="compact-xs" variant="subtle" onClick={onDiscard}>
        {t('common.draftDiscard')}
      </Button>
    </Notice>
  );
}

function Way({
  rule,
  draft,
  error,
  onChange,
}: {
  rule: Rule;
  draft: RuleDraft;
  error: string | undefined;
  onChange(next: RuleDraft): void;
}) {
  const { t } = useText();
  return (
    <Radios
      label={t('lawRoom.edit.how')}
      value={draft.way}
      error={error}
      options={(['amend', 'correct', 'end'] as const).map((way) => ({
        value: way,
        label: t(`lawRoom.edit.hows.${way}`),
        hint: t(`lawRoom.edit.howHints.${way}`),
      }))}
      onChange={(way) => onChange(draftFor(way as EditWay, rule, draft))}
    />
  );
}

function EditForm({ rule, rulebook, edited }: { rule: Rule | null; rulebook: Rulebook; edited: ReturnType<typeof useEdit> }) {
  const { t } = useText();
  const go = useGo();
  const form = useRef<HTMLFormElement>(null);
  const { kept, draft, drop, preview, placed, problems, submit } = edited;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each answer of the desk
  useEffect(() => focusFirstProblem(form.current), [preview.data]);
  const fields = { draft, rulebook, problems, onChange: kept.change };
  return (
    <form
      ref={form}
      className={edit['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
        focusFirstProblem(event.currentTarget);
      }}
    >
      {kept.restoredAt ? <Restored at={kept.restoredAt} onDiscard={drop} /> : null}
      {rule ? <Way rule={rule} draft={draft} error={problems.way} onChange={kept.change} /> : null}
      <Dates {...fields} rule={rule} />
      {draft.way === 'end' ? null : <RuleFields {...fields} />}
      {placed.rest.length > 0 ? <Problems problems={placed.rest} /> : null}
      {preview.error ? <Failed error={preview.error} compact /> : null}
      <div className={styles['buttons']}>
        <Button type="submit" loading={preview.isPending}>
          {t('lawRoom.edit.preview')}
        </Button>
        <Button variant="subtle" color="quiet" onClick={() => go.law(rule?.id)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The form, and below it the preview; once the change is adopted only what came of it is left. */
function Edit({ rule, rulebook }: { rule: Rule | null; rulebook: Rulebook }) {
  const edited = useEdit(rule);
  const [isAdopted, setIsAdopted] = useState(false);
  const { draft, drop, preview } = edited;
  const adopted = () => {
    setIsAdopted(true);
    drop();
  };
  const isOld = !isAdopted && JSON.stringify(preview.data?.draft) !== JSON.stringify(draft);
  return (
    <>
      {isAdopted ? null : <EditForm rule={rule} rulebook={rulebook} edited={edited} />}
      {preview.data ? <Preview previewing={preview.data} isOld={isOld} onAdopted={adopted} onClose={() => preview.reset()} /> : null}
    </>
  );
}

/** Changes one rule, or adds one: typed field by field, previewed as a diff with the cases that would move, then adopted. */
export function EditPage() {
  const { t } = useText();
  const go = useGo();
  const { rule: id } = readLawSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const { data, error, refetch } = useQuery(rulebookQuery(useDesk()));
  const book = useFirst(data?.rulebook ?? null);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!book) return <Waiting lines={8} />;
  const rule = book.rules.find((one) => one.id === id) ?? null;
  if (id !== undefined && rule === null) return <Empty title={t('law.calculator.noRule')} />;
  return (
    <div className={styles['panels']}>
      <Panel
        title={rule ? t('lawRoom.edit.title', { rule: rule.id }) : t('lawRoom.edit.addTitle')}
        side={
          <Button size="xs" variant="subtle" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={() => go.law(rule?.id)}>
            {t('lawRoom.edit.back')}
          </Button>
        }
      >
        <Edit key={id ?? ''} rule={rule} rulebook={book} />
      </Panel>
    </div>
  );
}

/** The rulebook the change began with: adopting it must not take the form, and the answer below it, away. */
function useFirst<T>(value: T | null): T | null {
  const [first, setFirst] = useState(value);
  if (first === null && value !== null) setFirst(value);
  return first ?? value;
}
