import type { z } from 'zod'
import { pointer, type Problem, type ProblemCode } from './problem'

type Issue = z.core.$ZodIssue

const valueAt = (json: unknown, keys: readonly PropertyKey[]): unknown =>
  keys.reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined), json)

const BY_ISSUE: Partial<Record<Issue['code'], ProblemCode>> = {
  invalid_type: 'wrongType',
  invalid_format: 'badFormat',
  too_small: 'outOfRange',
  too_big: 'outOfRange',
  unrecognized_keys: 'unknownKey',
  invalid_value: 'notOffered',
  invalid_union: 'notOffered',
  custom: 'badFormat',
}

const codeOf = (issue: Issue, value: unknown): ProblemCode => (value === undefined ? 'missing' : BY_ISSUE[issue.code] ?? 'malformed')

const paramsOf = (issue: Issue): Problem['params'] => {
  if (issue.code === 'unrecognized_keys') return { keys: issue.keys.join(', ') }
  if (issue.code === 'too_small') return { min: Number(issue.minimum) }
  if (issue.code === 'too_big') return { max: Number(issue.maximum) }
  return issue.code === 'invalid_value' ? { offered: issue.values.map(String).join(', ') } : {}
}

/** The branch of a union that came nearest: the one whose faults lie deepest. */
const nearestBranch = (issue: Issue): Issue[] => {
  if (issue.code !== 'invalid_union') return []
  const depth = (branch: Issue[]) => Math.max(0, ...branch.map((inner) => inner.path.length))
  return [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? []
}

/** What a schema refused, as problems with pointers into the file. */
export const shapeProblems = (json: unknown, issues: readonly Issue[]): Problem[] =>
  issues.flatMap((issue) => {
    const deeper = nearestBranch(issue).filter((inner) => inner.path.length > 0)
    if (deeper.length) {
      const below = valueAt(json, issue.path)
      return shapeProblems(below, deeper).map((found) => ({ ...found, path: pointer(issue.path) + found.path }))
    }
    return [{ path: pointer(issue.path), code: codeOf(issue, valueAt(json, issue.path)), params: paramsOf(issue) }]
  })
