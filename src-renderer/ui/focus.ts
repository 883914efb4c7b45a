const giveBackMs = 40;

const isInSheet = () => document.activeElement?.closest('[role="dialog"]') != null;

/**
 * Moves the focus to where work goes on. A sheet that is just closing gives the focus back to where it came from a moment later;
 * then this waits for it, or the focus would be taken away again. A sheet that stays open keeps it: somebody types there.
 */
export function focusNext(element: HTMLElement | null | undefined): void {
  const focus = () => {
    if (!isInSheet()) element?.focus({ preventScroll: true });
  };
  if (isInSheet()) setTimeout(focus, giveBackMs);
  else focus();
}

/** After a refused form: the first field that is wrong gets the focus, once it has been drawn as wrong. */
export function focusFirstProblem(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

/** Gives the focus a place when what held it has gone; leaves it where somebody has put it. */
export function keepFocus(element: HTMLElement | null | undefined): void {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}
