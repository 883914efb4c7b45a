import { type Desk, post, write } from '../desk/desk.ts';

/** Changes one of the desk's settings; the record keeps who and when. */
export function changeSetting(desk: Desk, name: string, value: unknown): void {
  write(desk, ['status'], () => post(desk, { kind: 'setting.changed', subject: `workspace:${desk.workspace}`, body: { name, value } }));
}
