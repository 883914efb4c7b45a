/** What happened to one item. */
export const itemActions = ['removed', 'disabled', 'kept', 'restored', 'not-found'] as const;
export type ItemAction = (typeof itemActions)[number];
