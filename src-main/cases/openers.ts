import type { Db } from '../../db/open.ts';
import { currentProfile } from '../desk/adopted.ts';
import { type Desk, post } from '../desk/desk.ts';
import { complainantOf } from '../people/index.ts';
import { classesOf } from '../platforms/rules.ts';
import type { ActInput, ActName, CaseView, UploaderDuty } from './contract.ts';
import { receiveCase } from './receive.ts';
import {
  type CaseFile,
  type LinkedReceipt,
  noticeEvent,
  orderedEvent,
  planAppeal,
  planNotice,
  planOrder,
  planReview,
  type Standing,
  uploaderDuty,
} from './rules.ts';
import { appealsOf, readCaseFile, readNotice } from './store.ts';

/** The appeals a case has to do with, and when each reply was sent. */
export function appealsIn(db: Db, ref: string): CaseView['appeals'] {
  return appealsOf(db, ref).map((one) => ({ ...one, replySentAt: readCaseFile(db, one.ref)?.decision?.sentAt ?? null }));
}

/** How the duty to tell the user stands whose content was removed; null where nothing of hers was. */
export function uploaderDutyOf(db: Db, file: CaseFile): UploaderDuty | null {
  const row = readNotice(db, file.ref);
  const sentAt = row?.notice ? (readCaseFile(db, row.notice)?.decision?.sentAt ?? null) : null;
  const isSignificant = classesOf(currentProfile(db, file.platform)).significant === 'yes';
  return uploaderDuty(file, row && { ...row, sentAt }, isSignificant);
}

/** Receives a case that grew out of `file`, tied to it; answers its ticket. */
function receiveLinked(desk: Desk, file: CaseFile, { input, link, isSamePerson }: LinkedReceipt): string {
  const party = isSamePerson ? { party: complainantOf(desk.db, file.ref) } : {};
  return receiveCase(desk, input, { receivedFrom: 'person', confirmReceipt: false, links: [link], ...party });
}

function openReview(desk: Desk, standing: Standing, input: ActInput<'request-review'>): string {
  const receipt = planReview(standing, input);
  const ref = receiveLinked(desk, standing.file, receipt);
  post(desk, { kind: 'case.linked', subject: `case:${standing.file.ref}`, body: { to: ref, as: receipt.back, own: true } });
  return ref;
}

function openAppeal(desk: Desk, standing: Standing, input: ActInput<'record-appeal'>): string {
  const { file } = standing;
  const ref = receiveLinked(desk, file, planAppeal(standing, input));
  const { number, receivedAt: toldAt, replyBy = null } = input;
  post(desk, { kind: 'appeal.recorded', subject: `case:${ref}`, body: { original: file.ref, number, toldAt, replyBy } });
  post(desk, { kind: 'case.appealed', subject: `case:${file.ref}`, body: { appeal: ref, number, toldAt } });
  return ref;
}

function openOrder(desk: Desk, standing: Standing, input: ActInput<'record-appeal-order'>): string {
  const { file } = standing;
  const receipt = planOrder(standing, input);
  if (!receipt) throw new Error('An order that asks for nothing opens no case.');
  const ref = receiveLinked(desk, file, receipt);
  post(desk, { ...orderedEvent(input, ref), subject: `case:${file.ref}` });
  return ref;
}

function openNotice(desk: Desk, standing: Standing, input: ActInput<'uploader-notice'>): string {
  const { file } = standing;
  const receipt = planNotice(standing, input);
  if (!receipt) throw new Error('A notice that is not sent opens no case.');
  const ref = receiveLinked(desk, file, receipt);
  post(desk, { ...noticeEvent(input, ref), subject: `case:${file.ref}` });
  return ref;
}

/** Acts that open another case beside this one, where the plan wrote nothing by itself; each answers its ticket. */
export const openers: { [A in ActName]?: (desk: Desk, standing: Standing, input: ActInput<A>) => string } = {
  'request-review': openReview,
  'record-appeal': openAppeal,
  'record-appeal-order': openOrder,
  'uploader-notice': openNotice,
};

/** The decision with which the case of a notice begins: it tells what was done, by the words of its ground. */
export function noticeDecision({ items }: Standing, { ground }: ActInput<'uploader-notice'>): ActInput<'decide'> {
  const removed = items.filter(({ action }) => action === 'removed' || action === 'disabled');
  return {
    outcome: 'complied',
    ground: 'duty-done',
    reasons: ground,
    items: removed.map(({ value, action, actedAt }) => ({ value, action: action as 'removed', ...(actedAt ? { at: actedAt } : {}) })),
  };
}
