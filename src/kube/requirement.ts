/** One requirement of a label selector, as apimachinery's labels.Requirement; equality is `In` with one value. */
export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'GreaterThan' | 'LessThan';
  /** Empty for Exists and DoesNotExist. */
  readonly values: readonly string[];
}
