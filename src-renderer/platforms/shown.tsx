import { useText } from '../app/text.ts';
import { formatDate } from '../ui/ist.ts';
import styles from './platforms.module.css';
import { type Section, type Spec, sectionNames, sections } from './spec.ts';

type Props = { spec: Spec; value: unknown };

const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The words of one plain value. */
export function useValueWords() {
  const { t, number, word, look } = useText();
  return (spec: Spec, value: unknown): string => {
    switch (spec.as) {
      case 'flag':
        return t(value === true ? 'common.yes' : 'common.no');
      case 'number':
        return number(Number(value));
      case 'date':
        return formatDate(String(value));
      case 'choice':
        return look(`platforms.choice.${spec.table}.${String(value)}`, String(value));
      case 'kinds':
        return (value as string[]).map((kind) => word('kind', kind)).join(', ');
      default:
        return String(value);
    }
  };
}

function Group({ spec, value }: { spec: Extract<Spec, { as: 'group' }>; value: Record<string, unknown> }) {
  const { t } = useText();
  const { clause, ...fields } = spec.fields;
  return (
    <div className={styles['shown']}>
      <dl className={styles['facts']}>
        {Object.entries(fields)
          .filter(([name]) => !isEmpty(value[name]))
          .map(([name, field]) => (
            <div key={name} className={styles['fact']}>
              <dt>{t(`platforms.field.${name as 'name'}`)}</dt>
              <dd>
                <Shown spec={field} value={value[name]} />
              </dd>
            </div>
          ))}
      </dl>
      {clause && !isEmpty(value['clause']) ? (
        <p className={styles['clause']}>{t('platforms.clause', { clause: String(value['clause']) })}</p>
      ) : null}
    </div>
  );
}

/** A part of a profile as it is read, its clause under it. */
function Shown({ spec, value }: Props) {
  const { t } = useText();
  const say = useValueWords();
  if (isEmpty(value)) return <span className={styles['muted']}>{t('platforms.none')}</span>;
  if (spec.as === 'group') return <Group spec={spec} value={value as Record<string, unknown>} />;
  if (spec.as === 'list') {
    return (
      <ul className={styles['items']}>
        {(value as unknown[]).map((one, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is shown is never moved about
          <li key={n}>
            <Shown spec={spec.of} value={one} />
          </li>
        ))}
      </ul>
    );
  }
  return <span lang={spec.as === 'text' ? 'en' : undefined}>{say(spec, value)}</span>;
}

/** Everything the policy says, part by part, each fact with its clause. */
export function FactsTab({ profile }: { profile: Partial<Record<Section, unknown>> }) {
  const { t } = useText();
  return (
    <dl className={styles['parts']}>
      {sectionNames.map((name) => (
        <div key={name} className={styles['part']}>
          <dt>{t(`platforms.field.${name}`)}</dt>
          <dd>
            <Shown spec={sections[name]} value={profile[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
