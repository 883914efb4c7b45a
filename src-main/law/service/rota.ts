import { type Desk, nowOf, post, write } from '../../desk/desk.ts';
import type { Rota, RotaView } from '../contract.ts';
import { isQuiet, onCall } from '../rules.ts';
import { readRota } from '../store.ts';

/** The rota, and who is on call now. */
export function showRota(desk: Desk): RotaView {
  const rota = readRota(desk.db);
  const now = nowOf(desk);
  return { rota, now: onCall(rota, now), isQuiet: isQuiet(rota, now) };
}

/** Sets the rota as a whole; the record keeps every version of it. */
export function setRota(desk: Desk, rota: Rota): RotaView {
  write(desk, ['law'], () =>
    post(desk, { kind: 'setting.changed', subject: `workspace:${desk.workspace}`, body: { name: 'rota', value: rota } }),
  );
  return showRota(desk);
}
