import { z } from 'zod';
import { type StatisticsColumn, type StatisticsDimension, statisticsDimensions } from './words.ts';

export const defaultSmallest = 5;

/** Which requests, counted by what. `month`: of receipt, in IST; all of them where it is left out. */
export const statisticsAskSchema = z.strictObject({
  by: z.enum(statisticsDimensions),
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'needs a month, as in 2026-11')
    .optional(),
  /** The copy for the public: numbers below `smallest` are held back, and what would give them away. */
  isPublic: z.boolean().optional(),
  smallest: z.int().min(3, 'must be at least 3').max(100).optional(),
});
export type StatisticsAsk = z.infer<typeof statisticsAskSchema>;

/** What one request counts as. `receivedAt`: UTC; `agency`, `state`: as they were typed. */
export interface RequestFacts {
  kind: string;
  platform: string;
  receivedAt: string;
  instrument: string | null;
  agency: string | null;
  state: string | null;
  /** The law keeps it secret: never in a public copy. */
  isSecret: boolean;
  asksData: boolean;
  given: 'full' | 'partly' | 'none' | null;
  accounts: number;
  asked: number;
  acted: number;
  hasTakedown: boolean;
}

type Cells<T> = Record<StatisticsColumn, T>;

export interface StatisticsRow<T = number> {
  key: string;
  cells: Cells<T>;
}

/** Requests counted by one thing; requests are the sum of full, partly, none, open and no-data. */
export interface StatisticsTable<T = number> {
  rows: StatisticsRow<T>[];
  total: Cells<T>;
}

/** As it is shown; null where a number is held back. */
export interface Statistics extends StatisticsTable<number | null> {
  by: StatisticsDimension;
  month: string | null;
  isPublic: boolean;
  smallest: number | null;
}
