// Numbers and names that both worlds share. Apart from the shapes, so that preload and window need not carry zod.

/** Bytes of one file that the window may send instead of a path (a pasted picture has no path). */
export const maxFileBytes = 64 * 1024 * 1024;
/** Bytes of all such files held at once. */
export const maxHeldBytes = 256 * 1024 * 1024;
/** Bytes the window sends at a time. */
export const chunkBytes = 1024 * 1024;
/** Paths the window may offer at once; the import's own limit is the same. */
export const maxOfferedFiles = 10_000;

/** The message inside the window that hands its port over. */
export const portGiven = 'nivaran:port-given';

/** The last message on a window's port, from the shell: the engine has gone. Browsers tell a page nothing when a port closes. */
export const portClosed = 'nivaran:port-closed';

/** Electron's channels between the preload and the shell. */
export const channels = { port: 'nivaran:port', request: 'nivaran:request', event: 'nivaran:event' } as const;
