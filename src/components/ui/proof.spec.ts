import { afterEach, describe, expect, it, vi } from 'vitest'
import { setProver, withProof } from './proof'

let forget: (() => void) | undefined
afterEach(() => forget?.())

const refused = (answer: string): boolean => answer === 'refused'
const answers = (...given: string[]) => vi.fn(() => Promise.resolve(given.shift() ?? 'none'))

describe('withProof', () => {
  it('leaves an answer that is no refusal', async () => {
    const prover = vi.fn(() => Promise.resolve(true))
    forget = setProver(prover)
    expect(await withProof(answers('done'), refused)).toBe('done')
    expect(prover).not.toHaveBeenCalled()
  })

  it('sends the same request again after a proof, and once only', async () => {
    forget = setProver(() => Promise.resolve(true))
    const send = answers('refused', 'refused', 'done')
    expect(await withProof(send, refused)).toBe('refused')
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('keeps the refusal where nobody proves anything', async () => {
    forget = setProver(() => Promise.resolve(false))
    const send = answers('refused', 'done')
    expect(await withProof(send, refused)).toBe('refused')
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('asks once for several that are refused at the same time', async () => {
    const prover = vi.fn(() => new Promise<boolean>((settle) => setTimeout(() => settle(true), 5)))
    forget = setProver(prover)
    expect(await Promise.all([withProof(answers('refused', 'a'), refused), withProof(answers('refused', 'b'), refused)])).toEqual(['a', 'b'])
    expect(prover).toHaveBeenCalledTimes(1)
  })
})
