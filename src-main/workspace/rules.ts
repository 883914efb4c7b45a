export { lintOfficers, officerOn } from './rules/officers.ts';
export { missingRoles, operationRules, ruleOf, stepUpMs, stepUpOperations } from './rules/roles.ts';
export { entryRefusal, isNameTaken, staffRefusal } from './rules/staff.ts';
