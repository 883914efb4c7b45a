import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';

const base = oc.errors({ refused: {}, 'bad-input': {} });

/** A contract just large enough to carry every kind of answer over the transport. */
export const testContract = {
  ping: base.output(z.literal('pong')),
  window: base.output(z.string()),
  echo: {
    text: base.input(z.strictObject({ text: z.string().max(1_000_000) })).output(z.strictObject({ text: z.string() })),
    file: base.input(z.instanceof(File)).output(z.instanceof(File)),
  },
  fail: {
    declared: base.input(z.strictObject({ reason: z.string() })),
    unforeseen: base.input(z.strictObject({ secret: z.string() })),
    wrongOutput: base.output(z.strictObject({ count: z.number() })),
    stop: base,
  },
  count: base
    .input(z.strictObject({ to: z.int(), failAt: z.int().optional(), refuseAt: z.int().optional() }))
    .output(eventIterator(z.int())),
  files: {
    read: base
      .input(z.strictObject({ token: z.string() }))
      .output(z.strictObject({ name: z.string(), sizeBytes: z.int(), sha256: z.string() })),
    choose: base.output(z.array(z.strictObject({ token: z.string(), name: z.string(), sizeBytes: z.int() }))),
    save: base.input(z.strictObject({ name: z.string(), text: z.string() })).output(z.strictObject({ path: z.string() }).nullable()),
  },
  shell: {
    notify: base.input(z.strictObject({ title: z.string(), body: z.string(), tag: z.string() })),
    badge: base.input(z.int()),
    frame: base.input(z.strictObject({ html: z.string() })).output(z.string()),
    lockSignals: base.output(z.array(z.string())),
    child: base.input(z.strictObject({ script: z.string(), text: z.string() })).output(z.strictObject({ text: z.string(), exit: z.int() })),
  },
};

export type TestContract = typeof testContract;
