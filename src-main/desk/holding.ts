import type { Watch } from '../law/index.ts';
import { closeDesk, databaseOf } from '../workspace/index.ts';
import type { Desk } from './desk.ts';
import { Fault } from './faults.ts';
import { type Reader, startReader } from './reader.ts';
import type { EngineHost } from './wire/host.ts';

/** The one open desk of an engine, with its reading thread, and since when nobody has touched it. */
export interface Holding {
  /** Fault: locked when none is open. */
  desk(): Desk;
  reader(): Reader;
  isOpen(): boolean;
  begin(desk: Desk): void;
  /** Starts another reading thread, on the database that the desk is on now; the old one ends when it has answered. */
  renewReader(): Promise<void>;
  /** Closes desk and reader and forgets the files and mails that were offered; with none open, waits for a closing under way. */
  end(): Promise<void>;
  touch(): void;
  idleMs(): number;
}

/** `watch` goes on sounding alarms, from memory, while no desk is open. */
export function createHolding(host: EngineHost, announce: (topics: string[]) => void, watch: Watch): Holding {
  let open: { desk: Desk; reader: Reader } | null = null;
  /** The closing that came last, which may still go on. */
  let ending: Promise<void> = Promise.resolve();
  let lastActive = host.clock.monotonic();
  const must = () => {
    if (!open) throw new Fault('locked', 'The workspace is locked. Open it first.');
    return open;
  };
  const close = async (desk: Desk, reader: Reader) => {
    try {
      await reader.close();
      await closeDesk(desk);
    } finally {
      announce(['status', 'queue']);
    }
  };
  return {
    desk: () => must().desk,
    reader: () => must().reader,
    isOpen: () => open !== null,
    touch() {
      lastActive = host.clock.monotonic();
    },
    idleMs: () => host.clock.monotonic() - lastActive,
    begin(desk) {
      open = { desk, reader: startReader(databaseOf(desk)) };
      lastActive = host.clock.monotonic();
      watch.begin(desk);
      announce(['status', 'queue', 'jobs', 'law', 'alarms']);
    },
    async renewReader() {
      const { desk, reader } = must();
      open = { desk, reader: startReader(databaseOf(desk)) };
      await reader.finish();
    },
    end() {
      if (!open) return ending;
      const { desk, reader } = open;
      watch.lock();
      open = null;
      host.files.clear();
      host.frames.clear();
      ending = close(desk, reader);
      return ending;
    },
  };
}
