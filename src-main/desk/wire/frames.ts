import type { Ids } from '../ports.ts';

/** How many mail documents are kept for the frames; the oldest goes first. */
const keepDocuments = 50;

/**
 * Documents shown in the window's mail frame, which has an origin of its own and no script. An
 * operation offers sanitised HTML and answers the token; the shell fetches the document by it.
 */
export interface FrameDocuments {
  /** Keeps a whole HTML document; answers the token for the frame's address. */
  offer(html: string): string;
  find(token: string): string | null;
  clear(): void;
}

export function createFrameDocuments(ids: Ids): FrameDocuments {
  const documents = new Map<string, string>();
  return {
    offer(html) {
      const token = ids.id(32);
      documents.set(token, html);
      for (const oldest of documents.keys()) {
        if (documents.size <= keepDocuments) break;
        documents.delete(oldest);
      }
      return token;
    },
    find: (token) => documents.get(token) ?? null,
    clear: () => documents.clear(),
  };
}
