import { preservationPeriods } from '../../../src-main/government/contract/words.ts';
import { useText } from '../../app/text.ts';
import type { ActFormProps } from '../../case/acts/act-form.tsx';
import { formatDay } from '../../ui/ist.ts';
import { SpecForm } from '../spec-form.tsx';

/** What is preserved, on which paper, since when and until when. */
export function PreserveForm(props: ActFormProps) {
  const { look } = useText();
  const { items, order } = props.view;
  const values = (sort: 'account' | 'other') =>
    items
      .filter(({ type }) => (type === 'account') === (sort === 'account'))
      .map(({ value }) => value)
      .join('\n');
  const said = order?.order;
  const paper = [said?.agency, said?.number].filter(Boolean).join(', ');
  return (
    <SpecForm
      {...props}
      act="preserve"
      specs={[
        { name: 'paper', sort: 'line', first: paper },
        { name: 'accounts', sort: 'list', isOptional: true, first: values('account') },
        { name: 'items', sort: 'list', isOptional: true, first: values('other') },
        { name: 'categories', sort: 'list', isOptional: true, first: said?.categories ?? '' },
        { name: 'from', sort: 'instant' },
        {
          name: 'period',
          sort: 'choice',
          options: preservationPeriods.map((id) => ({ value: id, label: look(`orders.period.${id}`, id) })),
        },
        { name: 'until', sort: 'day', isOptional: true },
        { name: 'reason', sort: 'area' },
      ]}
    />
  );
}

function useWhich({ view }: ActFormProps) {
  const standing = view.handling.preservations.filter(({ releasedAt }) => releasedAt === null);
  const options = standing.map(({ seq, paper, until }) => ({ value: String(seq), label: `${paper} · ${formatDay(until)}` }));
  return { name: 'preservation', sort: 'number-choice' as const, options };
}

/** A system says that it froze what is preserved. */
export function ConfirmPreservationForm(props: ActFormProps) {
  const which = useWhich(props);
  return (
    <SpecForm
      {...props}
      act="confirm-preservation"
      specs={[
        which,
        { name: 'system', sort: 'line' },
        { name: 'by', sort: 'line' },
        { name: 'reference', sort: 'line' },
        { name: 'at', sort: 'instant' },
      ]}
    />
  );
}

export function RenewPreservationForm(props: ActFormProps) {
  const which = useWhich(props);
  return (
    <SpecForm
      {...props}
      act="renew-preservation"
      specs={[which, { name: 'paper', sort: 'line' }, { name: 'until', sort: 'day', isOptional: true }, { name: 'reason', sort: 'area' }]}
    />
  );
}

export function ReleasePreservationForm(props: ActFormProps) {
  const which = useWhich(props);
  return (
    <SpecForm
      {...props}
      act="release-preservation"
      specs={[which, { name: 'paper', sort: 'line', isOptional: true }, { name: 'reason', sort: 'area' }]}
    />
  );
}
