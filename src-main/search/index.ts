export { bringIndexUp, findCases, ticketsWith } from './service.ts';
