import type { CDPSession } from 'playwright-core';

/**
 * The paths of an array of File objects in the page, in order; an empty text for a file that has none
 * (made by a script, pasted from the clipboard). The browser itself tells them: a page can neither read
 * nor make them up.
 */
export async function pathsOf(session: CDPSession, expression: string): Promise<string[]> {
  const { result } = await session.send('Runtime.evaluate', { expression });
  if (result.objectId === undefined) return [];
  const { result: members } = await session.send('Runtime.getProperties', { objectId: result.objectId, ownProperties: true });
  const files = members.filter((member) => /^\d+$/.test(member.name)).sort((a, b) => Number(a.name) - Number(b.name));
  const paths = await Promise.all(files.map((file) => pathOf(session, file.value?.objectId)));
  await session.send('Runtime.releaseObject', { objectId: result.objectId });
  return paths;
}

async function pathOf(session: CDPSession, objectId: string | undefined): Promise<string> {
  if (objectId === undefined) return '';
  try {
    return (await session.send('DOM.getFileInfo', { objectId })).path;
  } catch {
    return '';
  }
}
