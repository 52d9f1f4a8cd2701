/** The time of a table that tells: the floor's turn is its only clock (client/screens/reportTime.ts). Null: it has not begun, or it has finished. */
export interface ReportTime {
  /** Whole seconds; under zero it is over its time. */
  readonly left: number;
  readonly paused: boolean;
  /** It is time to come to the point, or past it. */
  readonly late: boolean;
}
