/** Tells every listening window which topics a commit changed. */
export interface Changes {
  announce(topics: string[]): void;
  listen(signal?: AbortSignal): AsyncGenerator<{ topics: string[] }>;
}

/** Topics told in one turn of the event loop are joined, so that a batch of a thousand commits is one message. */
export function createChanges(): Changes {
  const listeners = new Set<(topics: string[]) => void>();
  let gathered = new Set<string>();
  const flush = () => {
    const topics = [...gathered];
    gathered = new Set();
    for (const tell of listeners) tell(topics);
  };
  return {
    announce(topics) {
      if (gathered.size === 0) setImmediate(flush);
      for (const topic of topics) gathered.add(topic);
    },
    async *listen(signal) {
      let pending: string[][] = [];
      let wake: () => void = () => {};
      const tell = (topics: string[]) => {
        pending.push(topics);
        wake();
      };
      listeners.add(tell);
      signal?.addEventListener('abort', () => wake());
      try {
        while (!signal?.aborted) {
          if (pending.length === 0)
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          const topics = [...new Set(pending.flat())];
          pending = [];
          if (topics.length > 0) yield { topics };
        }
      } finally {
        listeners.delete(tell);
      }
    },
  };
}
