import { useEffect, useRef } from 'react';

/** What a key does; answering false leaves the key to the browser. */
export type KeyMap = Record<string, (event: KeyboardEvent) => unknown>;

const untypedInputs = new Set(['checkbox', 'radio', 'button', 'submit', 'range']);

/** True where letters are text: single keys must not act there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !untypedInputs.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** The name a key map uses: "mod+k" (Ctrl or ⌘), "Enter", "?", "j". */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isLetter = /^[a-z]$/.test(key);
  const shift = event.shiftKey && (isLetter || event.key.length > 1) ? 'shift+' : '';
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shift}${key}`;
}

const isChord = (name: string) => name.startsWith('mod+') || name.startsWith('alt+');
/** Whether a sheet was open when the key went down: one that closes on Escape may be gone before the key comes by here. */
let isSheetOpen = false;
function lookForSheet(): void {
  isSheetOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
/** What held the focus in a sheet may have gone: keys then come from the body, and the sheet is still where the person is. */
const isBehindSheet = (target: HTMLElement) => isSheetOpen && target === document.body;
const isInLayer = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null || isBehindSheet(target));

interface KeyOptions {
  /** Single keys can be switched off; chords, Escape and ? stay. */
  singleKeys: boolean;
}

/** Whether a key acts where the person is: chords everywhere, single keys only outside of text, dialogs, menus and lists. */
function mayAct(name: string, target: EventTarget | null, singleKeys: boolean): boolean {
  if (isChord(name)) return true;
  // Escape leaves a field too; an open list of choices takes it first.
  if (name === 'Escape') return !isInLayer(target) && !(target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true');
  if (isTyping(target) || isInLayer(target)) return false;
  return singleKeys || name.length > 1 || name === '?';
}

/** Keys for the whole window. */
export function useKeys(map: KeyMap, { singleKeys }: KeyOptions): void {
  const current = useRef(map);
  useEffect(() => {
    current.current = map;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = keyName(event);
      const act = current.current[name];
      if (act && mayAct(name, event.target, singleKeys) && act(event) !== false) event.preventDefault();
    };
    window.addEventListener('keydown', lookForSheet, { capture: true });
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', lookForSheet, { capture: true });
      window.removeEventListener('keydown', press);
    };
  }, [singleKeys]);
}
