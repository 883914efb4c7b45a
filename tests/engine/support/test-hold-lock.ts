// Takes the lock of a workspace, says whether it has it, and keeps it until its input closes or it is killed.
import { Fault } from '../../../src-main/desk/faults.ts';
import { acquireLock } from '../../../src-main/workspace/lock.ts';

const [dir = ''] = process.argv.slice(2);

function take(): string {
  try {
    acquireLock(dir, { what: 'a test', now: Date.parse('2026-03-05T06:00:00.000Z') });
    return 'won';
  } catch (error) {
    if (error instanceof Fault && error.code === 'locked') return 'lost';
    throw error;
  }
}

process.stdout.write(`${take()}\n`);
process.stdin.resume().on('end', () => process.exit(0));
