/** What an export asks of the store. */
import type { EpochMs } from '../../../shared/vocabulary.ts';

/** The arrivals of an export: from `from`, before `until`, of visits registered when it started. */
export interface ExportSpan {
  readonly from: EpochMs;
  readonly until: EpochMs;
  /** The latest visit there was. */
  readonly through: number;
}

/** A place between two visits, in order of arrival and, within one instant, of registration. */
export interface ExportPlace {
  readonly arrivedAt: EpochMs;
  readonly sequence: number;
}

/** Restricted visits (GDPR article 18) are in no count and on no page. */
export interface ExportStore {
  /**
   * How many of the next `most` visits behind `after` there are, and the last of them when there are that many; null
   * when there are fewer.
   */
  count(
    span: ExportSpan,
    after: ExportPlace,
    most: number,
  ): { readonly visits: number; readonly last: ExportPlace | null };
  /** Visits of the span that are left out because they are restricted. */
  restricted(span: ExportSpan): number;
  /** The next visits behind `after`, at most `limit`. */
  next(span: ExportSpan, after: ExportPlace, limit: number): ExportPlace[];
}
