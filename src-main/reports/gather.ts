import { caseView, isIdentityEvidence, readAttachment } from '../cases/index.ts';
import { currentProfile } from '../desk/adopted.ts';
import { type Desk, nowOf } from '../desk/desk.ts';
import { isAboutMaterial } from '../government/rules.ts';
import { identityView } from '../identity/index.ts';
import { explainOfCase } from '../law/index.ts';
import { packagesOf } from '../packages/index.ts';
import { endingOf } from '../packages/rules.ts';
import { casePeople } from '../people/index.ts';
import { readOrganisation, readPeople } from '../workspace/index.ts';
import type { DossierOrder, Withheld } from './contract.ts';
import { type DossierFacts, type Hide, hiderFor, showAll, type Writing } from './rules.ts';
import { extractOf } from './store.ts';

/** Everything a report of this case is written from, at one moment. Faults: not-found, bad-input. */
export function gatherFacts(desk: Desk, ref: string, head: DossierFacts['head']): DossierFacts {
  const now = nowOf(desk);
  const view = caseView(desk.db, ref, now);
  const clocks = [...view.clocks, ...view.targets];
  return {
    view,
    platformName: currentProfile(desk.db, view.platform).name,
    organisation: readOrganisation(desk.db).name,
    preparedAt: now,
    preparedBy: desk.person.name,
    explanations: clocks.map(({ rule }) => explainOfCase(desk, ref, rule)),
    identity: identityView(desk, ref),
    packages: packagesOf(desk.db, ref),
    people: new Map(readPeople(desk.db).map(({ id, name }) => [id, name])),
    entries: extractOf(desk.db, ref),
    head,
  };
}

/** Hides what the case's people are called and reached by; their records also name what other cases know of them. */
export function hideFor(desk: Desk, { view, identity }: DossierFacts, { redaction }: Pick<DossierOrder, 'redaction'>): Hide {
  if (redaction === 'full') return showAll;
  const { name, email, phone, address } = view.complainant;
  const parties = casePeople(desk.db, view.ref).parties.map(({ party }) => party);
  const identifiers = parties.flatMap((party) => party.identifiers);
  const acting = identity.authorities.flatMap(({ principalName, representativeName }) => [principalName, representativeName]);
  const names = [name, view.onBehalfOf, ...acting, ...identifiers.filter(({ kind }) => kind === 'name').map(({ shown }) => shown)];
  const reached = identifiers.filter(({ kind }) => kind !== 'name').flatMap(({ shown, value }) => [shown, value]);
  const known = (list: (string | null | undefined)[]) => list.filter((text): text is string => !!text);
  return hiderFor({ names: known(names), contacts: known([email, phone, ...reached]), places: known([address]) });
}

type Place = { path: string } | { why: Withheld['why'] | 'not-asked' };

const two = (number: number) => String(number).padStart(2, '0');

/** Those with a place of their own are numbered in their order. */
function numbered(
  list: readonly { id: string; why: Withheld['why'] | 'not-asked' | null; path(number: string): string }[],
): [string, Place][] {
  let number = 0;
  return list.map(({ id, why, path }) => {
    if (why !== null) return [id, { why }];
    number += 1;
    return [id, { path: path(two(number)) }];
  });
}

function letterPlaces({ view }: DossierFacts, { sections, redaction }: DossierOrder): [string, Place][] {
  const whyNot = (sealedAt: string | null) => {
    if (!sections.includes('letters')) return 'not-asked';
    if (sealedAt === null) return 'not-sealed';
    return redaction === 'masked' ? 'masked' : null;
  };
  return numbered(
    view.letters.map(({ id, template, language, sealedAt }) => ({
      id,
      why: whyNot(sealedAt),
      path: (number) => `letters/${number}-${template}-${language}.pdf`,
    })),
  );
}

function filePlaces(desk: Desk, { view }: DossierFacts, { sections, redaction }: DossierOrder): [string, Place][] {
  const isMaterial = isAboutMaterial(view);
  const whyNot = ({ id, purpose, quarantine }: DossierFacts['view']['attachments'][number]) => {
    if (isMaterial) return 'material';
    if (quarantine === 'withheld') return 'gone';
    if (quarantine === 'waiting') return 'waiting';
    if (purpose === 'package') return 'package';
    if (isIdentityEvidence(desk.db, readAttachment(desk.db, id)?.ref ?? view.ref, id)) return 'identity';
    if (!sections.includes('files')) return 'not-asked';
    return redaction === 'masked' ? 'masked' : null;
  };
  const files = view.attachments.filter(({ purpose }) => purpose !== 'letter');
  return numbered(files.map((file) => ({ id: file.id, why: whyNot(file), path: (number) => `evidence/${number}.${endingOf(file.name)}` })));
}

/** Where each letter and file lies in the archive, or why it does not. */
export function placesFor(desk: Desk, facts: DossierFacts, order: DossierOrder): Writing['inArchive'] {
  return new Map([...letterPlaces(facts, order), ...filePlaces(desk, facts, order)]);
}
