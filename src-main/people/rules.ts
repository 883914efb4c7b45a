export { authorityObstacle, isCovered } from './rules/authority.ts';
