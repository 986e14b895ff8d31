import type { Point } from '@techbridge/testkit'

/** The sum of the points that have these attributes: of their values, or of their counts. */
export const total = (points: Point[], wished: Point['attributes'] = {}) =>
  points
    .filter(({ attributes }) => Object.entries(wished).every(([name, value]) => attributes[name] === value))
    .reduce((sum, { value, count }) => sum + (value ?? count ?? 0), 0)

export const valuesOf = (points: Point[], name: string) => new Set(points.map(({ attributes }) => attributes[name]))
