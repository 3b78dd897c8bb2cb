// Ways to a workshop that both the list and the first run offer.

export interface Beginnings {
  readonly newWorkshop: () => void;
  readonly trySample: () => void;
  /** True while the sample is being made. */
  readonly isMaking: boolean;
}
