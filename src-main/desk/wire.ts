/** The engine's transport: what `engine.ts` runs and what the services may use of it. */
export type { Child } from '../shell/contract/child.ts';
export type { EngineOptions, FileFilter, LockSignal, Notice, OfferedFile, SavePlace } from '../shell/contract.ts';
export { createHeldFiles, type HeldFile, type HeldFiles } from './wire/files.ts';
export { createFrameDocuments, type FrameDocuments } from './wire/frames.ts';
export { createHost, type EngineHost, type ShellServices } from './wire/host.ts';
export { type EngineLog, openEngineLog } from './wire/log.ts';
export { type CreateRouter, type EngineParts, runEngine } from './wire/run.ts';
export { type CallContext, createPortServer, type PortServer } from './wire/serve.ts';
