export { type AttemptBody, type AttemptContext, planAttempt } from './rules/attempt.ts';
export { checkId } from './rules/check.ts';
export { checklistFor } from './rules/checklist.ts';
export { emailKey, phoneKey } from './rules/contact.ts';
export { maskAadhaarIn, maskDeep } from './rules/find.ts';
