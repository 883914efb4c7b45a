import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { Fault } from '../../src-main/desk/faults.ts';
import { type Line, openLine, type Port, Sent } from '../../src-main/shell/contract/line.ts';

type Asked = {
  double: { input: number; output: number };
  refuse: { input: undefined; output: string };
  break: { input: undefined; output: string };
  port: { input: undefined; output: Port };
  wait: { input: undefined; output: string };
};

const open: { close(): void }[] = [];
afterEach(() => open.splice(0).forEach((one) => void one.close()));

function makeLine(): { line: Line<Asked>; far: { close(): void } } {
  const { port1, port2 } = new MessageChannel();
  const far = openLine<Asked, Asked>(port2, {
    double: (input) => input * 2,
    refuse: () => {
      throw new Fault('refused', 'Not today.', { day: 1 });
    },
    break: () => {
      throw new Error('a-secret-name');
    },
    port: () => {
      const channel = new MessageChannel();
      channel.port1.on('message', (data) => channel.port1.postMessage(`${data}!`));
      open.push(channel.port1);
      return new Sent<Port>(channel.port2, [channel.port2]);
    },
    wait: () => new Promise(() => {}),
  });
  const line = openLine<Asked, never>(port1, {} as never);
  open.push(line, far);
  return { line, far };
}

describe('a line', () => {
  it('answers each question with its own answer', async () => {
    const { line } = makeLine();
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    expect(await Promise.all(numbers.map((number) => line.ask('double', number)))).toEqual(numbers.map((number) => number * 2));
  });

  it('carries faults with code and detail', async () => {
    const { line } = makeLine();
    await expect(line.ask('refuse', undefined)).rejects.toMatchObject({ code: 'refused', message: 'Not today.', detail: { day: 1 } });
  });

  it('carries no text of an unforeseen error', async () => {
    const { line } = makeLine();
    const failure = await line.ask('break', undefined).catch((error: Fault) => error);
    expect(failure).toMatchObject({ code: 'unexpected' });
    expect(String(failure)).not.toContain('a-secret-name');
  });

  it('answers a question nobody knows', async () => {
    const { line } = makeLine();
    await expect(line.ask('constructor' as 'double', 1)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('gives ports away', async () => {
    const { line } = makeLine();
    const port = await line.ask('port', undefined);
    const answer = new Promise((resolve) => port.on('message', resolve));
    port.postMessage('hello');
    expect(await answer).toBe('hello!');
    port.close();
  });

  it('rejects what is still open, and all that comes later, when the other side goes', async () => {
    const { line, far } = makeLine();
    const waiting = line.ask('wait', undefined);
    far.close();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await expect(line.ask('double', 1)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
