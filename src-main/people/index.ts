export { keepComplainant, moveComplainant, peopleFolds } from './folds.ts';
export { bringNamesUpBySlices } from './index-names.ts';
export { entriesOfPeople, peopleOnlyIn } from './purge.ts';
export { recogniseParty } from './recognise.ts';
export { addIdentifier, mergeParties, removeIdentifier, setCaseParty, tellApart, undoMerge } from './service.ts';
export { authoritiesOf } from './store.ts';
export { casePeople, complainantOf, findParties, isSamePerson, mustBeParty, partyName, partyView } from './view.ts';
