import { sha256Hex } from '../../journal/index.ts';
import {
  acknowledgeAlarm,
  adoptCalendar,
  adoptionHistory,
  adoptRulebook,
  approveRulebook,
  calculate,
  declineRulebook,
  draftCalendar,
  explainOfCase,
  listAlarms,
  listCalendars,
  listDuties,
  listProposals,
  longestRulebook,
  type Offer,
  openOffered,
  previewCases,
  previewOffer,
  proposalText,
  readOffer,
  recordDuty,
  recordRulebookExport,
  rulebookText,
  rulesOfCase,
  setRota,
  shippedCalendar,
  showRota,
  showRulebook,
  signRulebook,
  whatIf,
} from '../../law/index.ts';
import { type Desk, nowOf } from '../desk.ts';
import { writeFileSafely } from '../files.ts';
import { lastDriftCheck, startDriftCheck, startReevaluation } from '../law-work.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';
import { pickSavePathAt } from './still-at.ts';
import { dayName } from './workspace.ts';

const dialogs = {
  rulebook: { title: 'Choose a rulebook', extensions: ['json'] },
  calendar: { title: 'Choose a calendar', extensions: ['ics', 'json'] },
  profile: { title: 'Choose a profile', extensions: ['json'] },
};

const longestCalendarBytes = 1_000_000;

/** The text of a file that the person chose; its token is used up. */
export async function textOfFile(session: Session, token: string, maxBytes: number): Promise<string> {
  const bytes = await session.host.files.read(token, maxBytes);
  session.host.files.release(token);
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

/** What an offer would change, and the job that counts the cases it would move. */
function preview(session: Session, desk: Desk, offer: Offer) {
  const told = previewOffer(desk, offer);
  if (told.problems.length > 0 || told.content === null || told.isCurrent) return { ...told, job: null };
  const { rulebook } = readOffer(desk, { content: told.content });
  const job = session.jobs.start('preview-rulebook', 'Counting the open cases that would move', ({ progress, signal }) =>
    previewCases(desk, rulebook, { progress, signal }),
  );
  return { ...told, job };
}

function rulebookHandlers(os: Implementer, session: Session) {
  const law = os.law;
  return {
    rulebook: law.rulebook.handler(({ input }) => showRulebook(session.desk(), input.hash)),
    history: law.history.handler(() => adoptionHistory(session.desk(), 'rulebook')),
    chooseFile: law.chooseFile.handler(async ({ input }) => {
      const { title, extensions } = dialogs[input.for];
      const [file] = await session.host.shell.pickFiles(title, [{ name: title, extensions }], false);
      return file ?? null;
    }),
    importRulebook: law.importRulebook.handler(async ({ input }) => {
      const desk = session.desk();
      const content = await textOfFile(session, input.token, longestRulebook);
      return { content, signedBy: openOffered(desk.db, content).signedBy };
    }),
    exportRulebook: law.exportRulebook.handler(async ({ input }) => {
      const desk = session.desk();
      const { hash, content } = rulebookText(desk, input.hash);
      const text = signRulebook(desk, content);
      const place = await pickSavePathAt(session, desk, `Nivaran rulebook ${dayName(nowOf(desk))}.json`);
      if (!place) return null;
      const sha256 = sha256Hex(text);
      recordRulebookExport(desk, { hash, sha256 });
      writeFileSafely(place.path, text);
      return { path: place.path, sha256 };
    }),
    previewRulebook: law.previewRulebook.handler(({ input }) => preview(session, session.desk(), input)),
    checkDrift: law.checkDrift.handler(() => startDriftCheck(session)),
    lastDriftCheck: law.lastDriftCheck.handler(() => lastDriftCheck(session.desk().db)),
    reevaluate: law.reevaluate.handler(() => startReevaluation(session)),
  };
}

function adoptionHandlers(os: Implementer, session: Session) {
  const law = os.law;
  return {
    adoptRulebook: law.adoptRulebook.handler(({ input }) => {
      const answer = adoptRulebook(session.desk(), input.offer, input.reason);
      return { ...answer, job: answer.state === 'adopted' ? startReevaluation(session) : null };
    }),
    proposals: law.proposals.handler(() => listProposals(session.desk())),
    previewProposal: law.previewProposal.handler(({ input }) => {
      const desk = session.desk();
      return preview(session, desk, { content: proposalText(desk, input.proposal) });
    }),
    approveRulebook: law.approveRulebook.handler(({ input }) => ({
      ...approveRulebook(session.desk(), input.proposal, input.reason ?? null),
      job: startReevaluation(session),
    })),
    declineRulebook: law.declineRulebook.handler(({ input }) => {
      declineRulebook(session.desk(), input.proposal, input.reason);
      return listProposals(session.desk());
    }),
  };
}

function calculatorHandlers(os: Implementer, session: Session) {
  const law = os.law;
  return {
    explain: law.explain.handler(({ input }) => explainOfCase(session.desk(), input.ref, input.rule)),
    rulesOfCase: law.rulesOfCase.handler(({ input }) => rulesOfCase(session.desk(), input.ref)),
    whatIf: law.whatIf.handler(({ input }) => whatIf(session.desk(), input)),
    calculate: law.calculate.handler(({ input }) =>
      calculate(session.desk(), 'rule' in input ? input : { ...input, facts: input.facts ?? {} }),
    ),
  };
}

function alarmHandlers(os: Implementer, session: Session) {
  const law = os.law;
  return {
    alarms: law.alarms.handler(() => listAlarms(session.desk())),
    acknowledgeAlarm: law.acknowledgeAlarm.handler(({ input }) => {
      const list = acknowledgeAlarm(session.desk(), input);
      session.watch.acknowledged();
      return list;
    }),
    rota: law.rota.handler(() => showRota(session.desk())),
    setRota: law.setRota.handler(({ input }) => setRota(session.desk(), input)),
  };
}

function calendarHandlers(os: Implementer, session: Session) {
  const law = os.law;
  return {
    calendars: law.calendars.handler(() => listCalendars(session.desk())),
    readCalendar: law.readCalendar.handler(async ({ input }) => {
      const now = nowOf(session.desk());
      const text = await textOfFile(session, input.token, longestCalendarBytes);
      return draftCalendar(text, input.names ?? null, dayName(now));
    }),
    shippedCalendar: law.shippedCalendar.handler(({ input }) => shippedCalendar(input.id)),
    adoptCalendar: law.adoptCalendar.handler(({ input }) => {
      adoptCalendar(session.desk(), input.content, input.reason);
      return listCalendars(session.desk());
    }),
    duties: law.duties.handler(() => listDuties(session.desk())),
    recordDuty: law.recordDuty.handler(({ input }) => recordDuty(session.desk(), input)),
  };
}

/** Rulebooks and their changes, explanations, alarms, calendars, duties. */
export function lawHandlers(os: Implementer, session: Session) {
  return {
    ...rulebookHandlers(os, session),
    ...adoptionHandlers(os, session),
    ...calculatorHandlers(os, session),
    ...alarmHandlers(os, session),
    ...calendarHandlers(os, session),
  };
}
