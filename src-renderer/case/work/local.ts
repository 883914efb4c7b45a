import type { Both } from '../../../src-main/rights/contract.ts';
import { useText } from '../../app/text.ts';

/** Texts that come from the desk in both languages, in that of the window. */
export function useLocal(): (text: Both) => string {
  const { language } = useText();
  return (text) => text[language] ?? text.en;
}
