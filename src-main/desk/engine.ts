import { createRouter } from './router.ts';
import { runEngine } from './wire.ts';

runEngine(createRouter);
