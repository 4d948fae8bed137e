/**
 * How sure a published figure is, the surest first: two or more independent sources (A), one good source (B, a
 * little less B−), dated or indirect (C), rough (D).
 */
export const GRADES = ['A', 'B', 'B−', 'C', 'D'] as const
export type Grade = (typeof GRADES)[number]

/** The less sure of two grades. */
export const weakerGrade = (one: Grade, other: Grade): Grade =>
  GRADES.indexOf(one) > GRADES.indexOf(other) ? one : other
