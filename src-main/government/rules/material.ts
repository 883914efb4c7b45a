import type { ActInput, Facts } from '../../cases/contract.ts';
import { checkWhen } from '../../cases/rules/when.ts';
import { Fault } from '../../desk/faults.ts';
import type { Material, OrderEntry } from '../contract.ts';
import type { OrderContext } from './plan.ts';

/** Whether a case is about child sexual abuse material: nothing of it is shown, stored, copied or mailed (law.md 1.14). */
export function isAboutMaterial({ facts }: { facts: Facts }): boolean {
  return facts.sexualAndChild === true;
}

export const noMaterial =
  'This case is about child sexual abuse material: no file of it is taken in, shown, saved or sent. Record its hash, where it lies and who froze it, and report it.';

function mustBeMarked({ file }: OrderContext): void {
  if (!isAboutMaterial(file)) throw new Fault('refused', 'Record first, as a fact of the case, that a child is shown sexually.');
}

/** Records hashes and where the material lies frozen. Faults: refused, bad-input. */
function planMaterial(context: OrderContext, { at, files, note, ...rest }: ActInput<'record-material'>) {
  mustBeMarked(context);
  checkWhen(context, 'at', at);
  const named = files.map(({ item, sha256 }) => ({ item: item ?? null, sha256 }));
  return [{ kind: 'material.recorded', body: { ...rest, files: named, at: at ?? context.now, note: note ?? null } }];
}

function planHandOver(context: OrderContext, { to, receipt, at, note }: ActInput<'hand-over-material'>) {
  mustBeMarked(context);
  checkWhen(context, 'at', at);
  return [{ kind: 'material.handed-over', body: { to, receipt, at, note: note ?? null } }];
}

export const materialPlanners = { 'record-material': planMaterial, 'hand-over-material': planHandOver };

/** What the entries tell of it, oldest first. */
export function materialOf(entries: readonly OrderEntry[]): Material {
  const bodies = <T>(kind: string) => entries.filter((one) => one.kind === kind).map(({ body, byName }) => ({ ...(body as T), byName }));
  return {
    recorded: bodies<Omit<Material['recorded'][number], 'byName'>>('material.recorded'),
    handedOver: bodies<Omit<Material['handedOver'][number], 'byName'>>('material.handed-over'),
  };
}
