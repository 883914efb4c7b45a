export { addDemoCases, type DemoOptions } from './service.ts';
