import type { ClockInput, Condition, Rulebook } from '../contract.ts';
import { eventAt } from './input.ts';
import { judgeIntimation } from './intimation.ts';

export type Test = (input: ClockInput) => boolean;

/**
 * Turns a condition of the rulebook into a function. An unknown fact equals nothing: `is`, `in` and `contains` fail on it,
 * and `not` of them holds.
 */
export function compileCondition(condition: Condition, rulebook: Rulebook): Test {
  if ('all' in condition) return every(condition.all.map((part) => compileCondition(part, rulebook)));
  if ('any' in condition) return some(condition.any.map((part) => compileCondition(part, rulebook)));
  if ('not' in condition) return not(compileCondition(condition.not, rulebook));
  if ('class' in condition) return holdsClass(condition.class);
  if ('onBehalf' in condition) return (input) => Boolean(input.onBehalf) === condition.onBehalf;
  if ('happened' in condition) return (input) => eventAt(condition.happened, input) !== undefined;
  if ('intimation' in condition)
    return (input) => judgeIntimation(input.facts, input.receivedAt, rulebook).verdict === condition.intimation;
  return compileFact(condition);
}

type FactCondition = Extract<Condition, { fact: string }>;

function compileFact(condition: FactCondition): Test {
  const { fact } = condition;
  if ('is' in condition) return ({ facts }) => facts[fact] === condition.is;
  if ('known' in condition) return ({ facts }) => (facts[fact] !== undefined) === condition.known;
  if ('in' in condition) {
    const values = new Set<unknown>(condition.in);
    return ({ facts }) => values.has(facts[fact]);
  }
  const parts = condition.contains.map((part) => part.toLowerCase());
  return ({ facts }) => {
    const value = facts[fact];
    return typeof value === 'string' && parts.some((part) => value.toLowerCase().includes(part));
  };
}

/** A disputed class counts as held: the clock is shown, and marked disputed. */
function holdsClass(name: keyof ClockInput['classes']): Test {
  return ({ classes }) => classes[name] === 'yes' || classes[name] === 'disputed';
}

function every(tests: Test[]): Test {
  return (input) => tests.every((test) => test(input));
}

function some(tests: Test[]): Test {
  return (input) => tests.some((test) => test(input));
}

function not(test: Test): Test {
  return (input) => !test(input);
}
