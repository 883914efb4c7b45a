import type { JobState } from './contract.ts';
import { Fault } from './faults.ts';
import type { Ids } from './ports.ts';

/** What a job is given: a way to say how far it is, and a signal that it should stop. */
export interface JobContext {
  progress(done: number, total: number | null, text?: string): void;
  signal: AbortSignal;
}

export interface Jobs {
  /** Starts long work in the background; answers at once how it stands. */
  start(kind: string, text: string, work: (context: JobContext) => Promise<unknown>): JobState;
  /** Fault: not-found. */
  get(id: string): JobState;
  cancel(id: string): JobState;
  isBusy(): boolean;
  /** Forgets the jobs that have ended, with their answers. */
  forgetEnded(): void;
}

/** What the engine does about a job. */
export interface JobHooks {
  /** Writes down an error that nobody foresaw, under an id that the job's fault names. */
  incident(incident: string, kind: string, error: unknown): void;
  /** Told whenever the last running job has ended. */
  idle(): void;
}

interface Running {
  state: JobState;
  stop: AbortController;
}

const announceEveryMs = 100;
const keptJobs = 50;

/** A list of jobs that announces topic `jobs` as they move, at most ten times a second each. */
export function createJobs(ids: Ids, announce: (topics: string[]) => void, monotonic: () => number, hooks: JobHooks): Jobs {
  const jobs = new Map<string, Running>();
  const find = (id: string): Running => {
    const job = jobs.get(id);
    if (!job) throw new Fault('not-found', 'There is no such job any more.');
    return job;
  };
  const isBusy = () => [...jobs.values()].some((job) => job.state.state === 'running');
  const finish = (job: Running, change: Partial<JobState>) => {
    Object.assign(job.state, change);
    announce(['jobs', `job:${job.state.id}`]);
    if (!isBusy()) hooks.idle();
  };
  const fail = (job: Running, error: unknown) => {
    if (error instanceof Fault) return finish(job, failureOf(error));
    const incident = ids.id(8);
    hooks.incident(incident, job.state.kind, error);
    const message = `The job failed in a way nobody foresaw (incident ${incident}); nothing was half-written.`;
    finish(job, { state: 'failed', fault: { code: 'unexpected', message } });
  };
  return {
    start(kind, text, work) {
      const job: Running = { state: { id: ids.id(12), kind, state: 'running', done: 0, total: null, text }, stop: new AbortController() };
      jobs.set(job.state.id, job);
      for (const [id, old] of jobs) if (jobs.size > keptJobs && old.state.state !== 'running') jobs.delete(id);
      let toldAt = Number.NEGATIVE_INFINITY;
      const progress: JobContext['progress'] = (done, total, now) => {
        Object.assign(job.state, { done, total, text: now ?? job.state.text });
        if (monotonic() - toldAt < announceEveryMs) return;
        toldAt = monotonic();
        announce(['jobs', `job:${job.state.id}`]);
      };
      work({ progress, signal: job.stop.signal }).then(
        (answer) => finish(job, { state: 'done', answer }),
        (error: unknown) => fail(job, error),
      );
      return { ...job.state };
    },
    get: (id) => ({ ...find(id).state }),
    cancel(id) {
      const job = find(id);
      job.stop.abort();
      return { ...job.state };
    },
    isBusy,
    forgetEnded() {
      for (const [id, job] of jobs) if (job.state.state !== 'running') jobs.delete(id);
    },
  };
}

function failureOf({ code, message }: Fault): Partial<JobState> {
  return { state: code === 'cancelled' ? 'cancelled' : 'failed', fault: { code, message } };
}
