import type { FieldChange, RulebookDiff, RuleLine } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import styles from './diff.module.css';
import { fieldWords, otherChanges, type ShownValue, valueWords } from './diff-words.ts';
import { inForceWords } from './in-words.ts';

function Value({ shown: { text, isLaw, isData } }: { shown: ShownValue }) {
  return (
    <span className={isData ? styles['data'] : styles['value']} lang={isLaw ? 'en' : undefined}>
      {text}
    </span>
  );
}

function Fields({ fields }: { fields: FieldChange[] }) {
  const say = useText();
  const { t } = say;
  return (
    <table className={styles['fields']}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('lawRoom.changes.was')}</th>
          <th scope="col">{t('lawRoom.changes.now')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, was, now }) => (
          <tr key={field}>
            <th scope="row">{fieldWords(field, say)}</th>
            <td>
              <Value shown={valueWords({ field, value: was }, say)} />
            </td>
            <td className={styles['after']}>
              <Value shown={valueWords({ field, value: now }, say)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  line: RuleLine;
  how: 'added' | 'removed' | 'changed';
  fields?: FieldChange[];
  follows?: string | null;
}

function Line({ line, how, fields, follows = null }: LineProps) {
  const { t, language } = useText();
  return (
    <li className={styles['rule']} data-how={how}>
      <p>
        <b>{t(`lawRoom.changes.${how}`, { id: line.id })}</b> {line.title[language]}
      </p>
      <p className={styles['small']}>
        {line.cite ? <span lang="en">{line.cite}</span> : null} · {t('law.fields.inForce')} {inForceWords(line, t)}
        {follows ? ` · ${t('lawRoom.changes.follows', { id: follows })}` : null}
      </p>
      {fields ? <Fields fields={fields} /> : null}
    </li>
  );
}

/** What a rulebook says otherwise, rule by rule and field by field, old beside new, with the dates in force. */
export function DiffView({ diff }: { diff: RulebookDiff }) {
  const { t } = useText();
  const other = otherChanges(diff.other);
  const isEmpty = diff.added.length + diff.removed.length + diff.changed.length + other.length === 0;
  return (
    <section aria-label={t('lawRoom.changes.diff')}>
      <h3 className={styles['heading']}>{t('lawRoom.changes.diff')}</h3>
      {isEmpty ? <p>{t('lawRoom.changes.noDiff')}</p> : null}
      <ul className={styles['rules']}>
        {diff.added.map((line) => (
          <Line key={line.id} line={line} how="added" fields={line.fields} follows={line.follows} />
        ))}
        {diff.removed.map((line) => (
          <Line key={line.id} line={line} how="removed" />
        ))}
        {diff.changed.map((line) => (
          <Line key={line.id} line={line} how="changed" fields={line.fields} />
        ))}
      </ul>
      {other.length > 0 ? (
        <>
          <h4 className={styles['heading']}>{t('lawRoom.changes.other')}</h4>
          <Fields fields={other} />
        </>
      ) : null}
    </section>
  );
}
