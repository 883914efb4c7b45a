export { bringIndexUp, bringIndexUpBySlices, findCases, ticketsWith } from './service.ts';
