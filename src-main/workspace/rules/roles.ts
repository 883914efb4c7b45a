import { type Role, roles } from '../contract.ts';

/** Who may do something: everybody at the desk, whether it is open or not (`anyone`), or the roles named. */
export type Rule = 'anyone' | readonly Role[];

const everybody: readonly Role[] = roles;
const changers: readonly Role[] = roles.filter((role) => role !== 'auditor');
const workers: readonly Role[] = ['officer', 'deputy', 'legal', 'nodal-contact', 'compliance-chief'];
const heads: readonly Role[] = ['officer', 'deputy', 'compliance-chief'];
const lawyers: readonly Role[] = ['officer', 'legal', 'compliance-chief'];
const admins: readonly Role[] = ['admin'];

/** Every operation of the desk's contract, by its path. */
export const operationRules: Record<string, Rule> = {
  'desk.status': 'anyone',
  'desk.changes': 'anyone',
  'desk.active': 'anyone',
  'desk.confirmTime': changers,
  'workspace.create': 'anyone',
  'workspace.unlock': 'anyone',
  'workspace.lock': 'anyone',
  'workspace.setAutoLock': admins,
  'workspace.recoverySheet': admins,
  'workspace.backup': ['officer', 'deputy', 'admin'],
  'workspace.restore': admins,
  'workspace.people': everybody,
  'workspace.addPerson': admins,
  'workspace.changeRoles': admins,
  'workspace.removePerson': admins,
  'workspace.officers': everybody,
  'workspace.appoint': ['officer', 'compliance-chief', 'admin'],
  'workspace.changeAppointment': ['officer', 'compliance-chief', 'admin'],
  'workspace.removeAppointment': ['officer', 'compliance-chief', 'admin'],
  'workspace.changePassphrase': everybody,
  'workspace.stepUp': everybody,
  'approvals.list': everybody,
  'approvals.approve': changers,
  'approvals.decline': changers,
  'approvals.withdraw': changers,
  'cases.queue': everybody,
  'cases.counts': everybody,
  'cases.open': everybody,
  'cases.timeline': everybody,
  'cases.similar': everybody,
  'cases.clocks': everybody,
  'cases.draft': everybody,
  'cases.saveDraft': everybody,
  'cases.add': workers,
  'cases.act': workers,
  'cases.undo': workers,
  'cases.attachment': workers,
  'intake.importFiles': workers,
  'intake.suggest': workers,
  'intake.chooseFiles': changers,
  'letters.preview': everybody,
  'letters.pdf': everybody,
  'letters.seal': workers,
  'letters.save': workers,
  'audit.journal': everybody,
  'audit.verify': everybody,
  'audit.checkpoint': changers,
  'audit.copy': ['officer', 'legal', 'compliance-chief', 'admin'],
  'law.rulebook': everybody,
  'law.history': everybody,
  'law.chooseFile': everybody,
  'law.importRulebook': everybody,
  'law.exportRulebook': lawyers,
  'law.previewRulebook': everybody,
  'law.adoptRulebook': lawyers,
  'law.proposals': everybody,
  'law.previewProposal': everybody,
  'law.approveRulebook': changers,
  'law.declineRulebook': changers,
  'law.reevaluate': changers,
  'law.checkDrift': changers,
  'law.lastDriftCheck': everybody,
  'law.explain': everybody,
  'law.rulesOfCase': everybody,
  'law.whatIf': everybody,
  'law.calculate': everybody,
  'law.alarms': everybody,
  'law.acknowledgeAlarm': workers,
  'law.rota': everybody,
  'law.setRota': [...heads, 'admin'],
  'law.calendars': everybody,
  'law.readCalendar': everybody,
  'law.shippedCalendar': everybody,
  'law.adoptCalendar': [...lawyers, 'admin'],
  'law.duties': everybody,
  'law.recordDuty': workers,
  'platforms.list': everybody,
  'platforms.history': everybody,
  'platforms.version': everybody,
  'platforms.check': everybody,
  'platforms.readFile': everybody,
  'platforms.exportFile': [...lawyers, 'admin'],
  'platforms.save': lawyers,
  'identity.open': everybody,
  'identity.check': everybody,
  'identity.chooseFile': workers,
  'identity.addFile': workers,
  'identity.reveal': ['officer', 'deputy', 'legal', 'compliance-chief'],
  'identity.judge': workers,
  'identity.waiting': everybody,
  'identity.unanswered': everybody,
  'identity.duePurges': everybody,
  'identity.purge': heads,
  'government.instruments': everybody,
  'government.judge': everybody,
  'government.items': everybody,
  'government.readList': everybody,
  'government.chooseTable': workers,
  'government.readTable': workers,
  'government.saveSheet': workers,
  'government.hashFile': workers,
  'government.register': everybody,
  'government.disclosures': everybody,
  'government.preservations': everybody,
  'government.statistics': everybody,
  'government.saveStatistics': ['officer', 'deputy', 'legal', 'compliance-chief'],
  'people.ofCase': everybody,
  'people.open': everybody,
  'people.find': everybody,
  'people.merge': workers,
  'people.undoMerge': workers,
  'people.tellApart': workers,
  'people.setCaseParty': workers,
  'people.addIdentifier': workers,
  'people.removeIdentifier': workers,
  'packages.open': everybody,
  'packages.chooseFile': workers,
  'packages.addFile': workers,
  'packages.see': workers,
  'packages.redactPages': workers,
  'packages.redactText': workers,
  'packages.build': workers,
  'packages.release': workers,
  'retention.list': everybody,
  'retention.open': everybody,
  'retention.propose': heads,
  'retention.purge': heads,
  'retention.erasure': everybody,
  'retention.proposeErasure': heads,
  'retention.erase': heads,
  'retention.scrub': changers,
  'reports.dossier': ['officer', 'deputy', 'legal', 'compliance-chief'],
  'walls.list': everybody,
  'walls.raise': workers,
  'walls.grant': changers,
  'walls.revoke': changers,
  'walls.giveWaiting': changers,
  'jobs.get': 'anyone',
  'jobs.cancel': 'anyone',
};

const deciders: readonly Role[] = ['officer', 'deputy', 'nodal-contact', 'compliance-chief'];

/** Acts on a case that not every worker may do; all others are for every worker. */
const narrowActs: Record<string, readonly Role[]> = {
  decide: deciders,
  'correct-decision': deciders,
  'uploader-notice': deciders,
  void: heads,
  verdict: lawyers.concat('nodal-contact'),
  hold: lawyers.concat('deputy'),
  'release-hold': lawyers.concat('deputy'),
  'release-preservation': lawyers.concat('deputy', 'nodal-contact'),
  'step-order': lawyers.concat('deputy', 'nodal-contact'),
  'acknowledge-breadth': lawyers.concat('nodal-contact'),
  'ask-consent': lawyers.concat('deputy'),
  disclose: lawyers.concat('nodal-contact'),
  'approve-disclosure': lawyers.concat('nodal-contact'),
  'counsel-decision': lawyers,
};

/** Operations after which the passphrase must have been typed within the last five minutes. */
export const stepUpOperations: readonly string[] = [
  'identity.reveal',
  'identity.purge',
  'retention.purge',
  'retention.erase',
  'audit.copy',
  'packages.release',
  'reports.dossier',
  'walls.raise',
  'walls.grant',
  'walls.revoke',
];
export const stepUpMs = 5 * 60_000;

/**
 * Who may do `action`: an operation's path, or `act:` and the name of an act on a case. An operation that nobody wrote a rule
 * for is the grievance officer's alone.
 */
export function ruleOf(action: string): Rule {
  if (action.startsWith('act:')) return narrowActs[action.slice('act:'.length)] ?? workers;
  return operationRules[action] ?? ['officer'];
}

/** The roles one of which is needed for `action`, or null where one of `held` is enough. */
export function missingRoles(held: readonly string[], action: string): readonly Role[] | null {
  const rule = ruleOf(action);
  return rule === 'anyone' || rule.some((role) => held.includes(role)) ? null : rule;
}
