import './bridge.ts';

/** Address of a mail frame's document by the token an operation answered; for an `<iframe sandbox="">`. */
export function frameAddress(token: string): string {
  const origin = window.nivaran.kind === 'electron' ? 'mail-content://frame' : 'https://mail.invalid';
  return `${origin}/${token}`;
}
