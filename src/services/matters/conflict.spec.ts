import { describe, expect, it } from 'vitest'
import { DomainError } from '@/domain/errors'
import { tellConflict } from './conflict'

const told = new DomainError('conflict', { happened: [], revision: 2 })
const bare = new DomainError('conflict', { expected: 1 })

/** Work that answers with each outcome in turn, the last one for ever. */
const playing = (...outcomes: (Error | string)[]) => {
  const state = { tries: 0 }
  const work = async (): Promise<string> => {
    const outcome = outcomes[Math.min(state.tries, outcomes.length - 1)] as Error | string
    state.tries += 1
    if (outcome instanceof Error) throw outcome
    return outcome
  }
  return { state, work }
}

describe('a race that was lost', () => {
  it.each([
    ['is told at once where it is known what happened', [told], false, told, 1],
    ['waits until the winner can be read', [bare, bare, told], false, told, 3],
    ['succeeds where the two did not touch', [bare, 'done'], false, 'done', 2],
    ['is not repeated inside the work of another', [bare, 'done'], true, bare, 1],
    ['leaves other faults alone', [new DomainError('notFound')], false, 'notFound', 1],
    ['gives up in the end', [bare], false, bare, 5],
  ] as const)('%s', async (_what, outcomes, joined, answer, tries) => {
    const { state, work } = playing(...outcomes)
    const got = await tellConflict(work, { joined }).catch((error: DomainError) => error)
    expect(answer === 'notFound' ? (got as DomainError).code : got).toBe(answer)
    expect(state.tries).toBe(tries)
  })
})
