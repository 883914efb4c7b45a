import type { Desk } from './desk.ts';

/** A destroyed wall, as everybody's tables remember it. Instants are UTC; `entries` and `files` are how many went. */
export interface WallTombstone {
  ref: string;
  raisedAt: string;
  purgedAt: string;
  purgedBy: string;
  entries: number;
  files: number;
}

/** What the destruction of a wall took: for the ledger of purges, and the files to remove. */
export interface WallDestruction {
  head: string;
  entries: { seq: number; hash: string }[];
  files: string[];
  tombstone: WallTombstone;
}

/** The restricted cases of a desk (docs/walls.md): each is worked on at a desk inside the walls, which only holders of a key have. */
export interface Walls {
  /** The desk whose walls these are. */
  outer(): Desk;
  /** Whether the case of this ticket is restricted. */
  has(ref: string): boolean;
  /** The desk on which the case of this ticket is worked on. Fault: restricted where the person at the desk holds no key of it. */
  deskOf(ref: string): Desk;
  /**
   * The desk that an operation works on, by what its input names: the ticket, letter, file, request, person or draft of a restricted
   * case, or any other. Fault: restricted.
   */
  deskFor(input: unknown): Desk;
  /** The desk of all restricted cases that the person at the desk can open, or null. */
  opened(): Desk | null;
  /** Receives cases behind walls of their own, whether or not the person at the desk may open them afterwards. */
  receive<T>(work: (inside: Desk) => T): T;
  /** Who holds a key of this case, by id; none where it is not restricted. */
  holders(ref: string): string[];
  /** Gives a key of this case to a person of the desk. Faults: restricted, not-found, refused, clock-moved. */
  grant(ref: string, person: string, reason: string): void;
  /** Takes a person's key away: what she knows she knows. Faults: restricted, refused, clock-moved. */
  revoke(ref: string, person: string, reason: string): void;
  /** Gives their keys to all who have a role that sees every restricted case; answers how many keys. Fault: clock-moved. */
  giveWaiting(): number;
  /** Destroys the wall of this case with all that is sealed; inside a write of the desk inside. `said`: on whose word. */
  destroy(ref: string, said: object): WallDestruction;
  /** Forgets everything that was opened. */
  close(): void;
}
