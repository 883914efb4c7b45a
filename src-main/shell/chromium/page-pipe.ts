import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { isWithin } from '../addresses.ts';
import { pathsOf } from './file-paths.ts';
import { type PageMessage, type PageNames, pageScript, type ShellMessage } from './page-script.ts';

/** Messages between the shell and the window's page, over the browser's debugging pipe. */
export interface PagePipe {
  /** Sends to the page, in order; what gathers within a turn goes in one piece. */
  send(message: ShellMessage): void;
  /** The paths of files the page has set aside; an empty text for one without. */
  takePaths(stash: number): Promise<string[]>;
}

/**
 * Opens the pipe; call it before the page's first navigation. Every frame of the page can call the
 * binding, so only the main world of the window's own top document is heard: the browser says which
 * one called, and the page cannot pretend.
 */
export async function openPagePipe(
  context: BrowserContext,
  page: Page,
  names: PageNames,
  take: (message: PageMessage) => void,
): Promise<PagePipe> {
  const session = await context.newCDPSession(page);
  const isTopWorld = await watchWorlds(session);
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === names.send && isTopWorld(executionContextId) && isWithin(page.url(), names.origin))
      take(JSON.parse(payload) as PageMessage);
  });
  await session.send('Runtime.addBinding', { name: names.send });
  await page.addInitScript({ content: pageScript(names) });
  return {
    send: gather((messages) => {
      const expression = `globalThis[${JSON.stringify(names.receive)}]?.(${JSON.stringify(JSON.stringify(messages))})`;
      // A click in the page is what lets it open a file dialog; a page that is just going away takes its messages with it.
      session.send('Runtime.evaluate', { expression, silent: true, userGesture: true }).catch(() => {});
    }),
    takePaths: (stash) => pathsOf(session, `globalThis[${JSON.stringify(names.takeFiles)}](${Number(stash)})`),
  };
}

/** Follows the page's script worlds; answers whether one is the main world of the top document. */
async function watchWorlds(session: CDPSession): Promise<(world: number) => boolean> {
  const topWorlds = new Set<number>();
  const { frameTree } = await session.send('Page.getFrameTree');
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { isDefault, frameId } = (context.auxData ?? {}) as { isDefault?: boolean; frameId?: string };
    if (isDefault === true && frameId === frameTree.frame.id) topWorlds.add(context.id);
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => topWorlds.delete(executionContextId));
  session.on('Runtime.executionContextsCleared', () => topWorlds.clear());
  await session.send('Runtime.enable');
  return (world) => topWorlds.has(world);
}

function gather(send: (messages: ShellMessage[]) => void): (message: ShellMessage) => void {
  let gathered: ShellMessage[] = [];
  const flush = () => {
    const messages = gathered;
    gathered = [];
    send(messages);
  };
  return (message) => {
    if (gathered.length === 0) setImmediate(flush);
    gathered.push(message);
  };
}
