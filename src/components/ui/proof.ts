/** Asks the person to prove who they are; true once they have. */
type Prover = () => Promise<boolean>

const holder: { prover?: Prover; asking?: Promise<boolean> } = {}

/** The page says how it asks. Returns how to take that back. */
export const setProver = (prover: Prover): (() => void) => {
  holder.prover = prover
  return () => {
    if (holder.prover === prover) holder.prover = undefined
  }
}

// several requests may be refused at once: one question is enough
const askOnce = async (prover: Prover): Promise<boolean> => {
  holder.asking ??= prover()
  try {
    return await holder.asking
  } finally {
    holder.asking = undefined
  }
}

/** Sends a request; where it is refused for want of a recent proof, the person is asked for one, and the same request is sent again. */
export const withProof = async <T>(send: () => Promise<T>, isRefused: (answer: T) => boolean): Promise<T> => {
  const answer = await send()
  if (!isRefused(answer) || !holder.prover) return answer
  return (await askOnce(holder.prover)) ? send() : answer
}
