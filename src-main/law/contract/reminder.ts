/** The ids under which reminders of a case stand beside its clocks; no rulebook may use them. */
export const keepReminderId = 'DESK-KEEP';
export const sheetReminderId = 'DESK-SHEET';
export const reminderIds: readonly string[] = [keepReminderId, sheetReminderId];

/** Something of a case that ends or is to be back at an instant; `of` is the entry that made it. Instants are UTC. */
export interface Reminder {
  rule: typeof keepReminderId | typeof sheetReminderId;
  of: number;
  start: string;
  due: string;
}
