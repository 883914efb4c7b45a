export { type AnswerSource, answerOf, endingOf, givenFor, stampless } from './rules/answer.ts';
export { packageFiles, packageObstacles, releaseObstacles } from './rules/obstacles.ts';
export { readmeOf } from './rules/readme.ts';
export { copyName, redactionWay, takeOutText } from './rules/redact.ts';
export { tablesOf } from './rules/tables.ts';
