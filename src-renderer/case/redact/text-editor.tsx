import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import type { TextRange } from '../../../src-main/packages/contract.ts';
import { useText } from '../../app/text.ts';
import styles from './redact.module.css';
import { blacked, everywhere, withRange } from './regions.ts';

const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length;

interface TextEditorProps {
  /** The text as it is shown. */
  text: string;
  ranges: readonly TextRange[];
  onChange(ranges: TextRange[]): void;
}

function RangeList({ text, ranges, onChange }: TextEditorProps) {
  const { t, number } = useText();
  if (ranges.length === 0) return <p className={styles['muted']}>{t('redact.none')}</p>;
  return (
    <ul className={styles['parts']} aria-label={t('redact.parts')}>
      {ranges.map((range) => {
        const what = t('redact.partOfText', { line: number(lineOf(text, range.from)), count: range.to - range.from });
        return (
          <li key={range.from}>
            <span>{what}</span>
            <ActionIcon
              variant="subtle"
              aria-label={t('redact.removeText', { what })}
              onClick={() => onChange(ranges.filter((one) => one !== range))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}

/** Marks what goes of a text: what is selected, here or wherever it stands. */
export function TextEditor({ text, ranges, onChange }: TextEditorProps) {
  const { t } = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const selected = (): TextRange | null => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = field.current ?? {};
    return to > from ? { from, to } : null;
  };
  const takeHere = () => {
    const range = selected();
    if (range) onChange(withRange(ranges, range));
  };
  const takeEverywhere = () => {
    const range = selected();
    if (range) onChange(everywhere(text, text.slice(range.from, range.to)).reduce(withRange, [...ranges]));
  };
  return (
    <>
      <p className={styles['muted']}>{t('redact.textHint')}</p>
      <Textarea
        ref={field}
        label={t('redact.text')}
        readOnly
        rows={18}
        classNames={{ input: styles['text'] ?? '' }}
        value={blacked(text, ranges)}
        onKeyDown={(event) => {
          if (event.key !== 'Delete' && event.key !== 'Backspace') return;
          event.preventDefault();
          takeHere();
        }}
      />
      <div className={styles['tools']}>
        <Button size="xs" variant="default" onMouseDown={(event) => event.preventDefault()} onClick={takeHere}>
          {t('redact.takeHere')}
        </Button>
        <Button size="xs" variant="default" onMouseDown={(event) => event.preventDefault()} onClick={takeEverywhere}>
          {t('redact.takeEverywhere')}
        </Button>
      </div>
      <RangeList text={text} ranges={ranges} onChange={onChange} />
    </>
  );
}
