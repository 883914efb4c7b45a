import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { implement } from '@orpc/server';
import { Fault } from '../../../src-main/desk/faults.ts';
import { type CallContext, type EngineHost, runEngine } from '../../../src-main/desk/wire.ts';
import { testContract } from './test-contract.ts';

/** A small engine on the real transport: what it does, any engine could. */
function createRouter(host: EngineHost) {
  const os = implement(testContract).$context<CallContext>();
  const signals: string[] = [];
  host.onLockSignal((signal) => signals.push(signal.reason));
  const router = os.router({
    ping: os.ping.handler(() => 'pong'),
    window: os.window.handler(({ context }) => context.window),
    echo: {
      text: os.echo.text.handler(({ input }) => input),
      file: os.echo.file.handler(({ input }) => input),
    },
    fail: {
      declared: os.fail.declared.handler(({ input }) => {
        throw new Fault('refused', 'The desk refuses.', { reason: input.reason });
      }),
      unforeseen: os.fail.unforeseen.handler(({ input }) => {
        throw new TypeError(`Cannot use ${input.secret}`);
      }),
      wrongOutput: os.fail.wrongOutput.handler(() => ({ count: 'many' }) as unknown as { count: number }),
      stop: os.fail.stop.handler(() => process.exit(1)),
    },
    count: os.count.handler(async function* ({ input }) {
      for (let n = 1; n <= input.to; n += 1) {
        if (n === input.refuseAt) throw new Fault('refused', 'That is far enough.', { n });
        if (n === input.failAt) throw new Error('a stream fails');
        yield n;
      }
    }),
    files: {
      read: os.files.read.handler(async ({ input }) => {
        const { name, sizeBytes } = host.files.find(input.token);
        const sha256 = createHash('sha256')
          .update(await host.files.read(input.token, 100_000_000))
          .digest('hex');
        return { name, sizeBytes, sha256 };
      }),
      choose: os.files.choose.handler(() => host.shell.pickFiles('Choose mail', [{ name: 'Mail', extensions: ['eml'] }])),
      save: os.files.save.handler(async ({ input }) => {
        const place = await host.shell.pickSavePath(input.name);
        if (place !== null) writeFileSync(place.path, input.text);
        return place;
      }),
    },
    shell: {
      notify: os.shell.notify.handler(({ input }) => host.shell.notify(input)),
      badge: os.shell.badge.handler(({ input }) => host.shell.setBadge(input)),
      frame: os.shell.frame.handler(({ input }) => host.frames.offer(input.html)),
      lockSignals: os.shell.lockSignals.handler(() => signals),
      child: os.shell.child.handler(async ({ input }) => {
        const child = await host.shell.startChild(new URL(input.script));
        const text = new Promise<string>((resolve) => child.onMessage((message) => resolve(String(message))));
        child.post(input.text);
        const answer = await text;
        child.kill();
        return { text: answer, exit: await child.exited };
      }),
    },
  });
  return { router };
}

runEngine(createRouter);
