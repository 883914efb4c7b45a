/**
 * Copies text without asking for a permission: the shells refuse the clipboard's own, so a selection is
 * copied as by the person. Must run inside a click or key press; answers whether it worked.
 */
export function copyText(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.className = 'copy-source';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
