import { connect } from 'node:net'
import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'

/** A scanner that says nothing for so long is not answering. */
const PATIENCE_MS = 10_000
const CHUNK = 64 * 1024
const MOST_ANSWER = 1024

const placeOf = (setting: string): { host: string; port: number } => {
  const at = setting.lastIndexOf(':')
  return { host: setting.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(setting.slice(at + 1)) }
}

const framed = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** The words of the INSTREAM command of clamd's protocol: each stretch behind its length, a length of nought at the end. */
const streamOf = (bytes: Buffer): Buffer => {
  const parts = Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, at) => framed(bytes.subarray(at * CHUNK, (at + 1) * CHUNK)))
  return Buffer.concat([Buffer.from('zINSTREAM\0'), ...parts, Buffer.alloc(4)])
}

const ask = (setting: string, bytes: Buffer, patience: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(placeOf(setting))
    let said = ''
    const fail = (why: string) => {
      clearTimeout(timer)
      socket.destroy()
      reject(new Error(why))
    }
    const timer = setTimeout(() => fail('it did not answer in time'), patience)
    socket.on('connect', () => socket.write(streamOf(bytes)))
    socket.on('error', (error) => fail(error.message))
    socket.on('close', () => fail('it closed before it had answered'))
    socket.on('data', (data: Buffer) => {
      said += data.toString('latin1')
      if (said.length > MOST_ANSWER) fail('its answer is none')
      if (!said.includes('\0')) return
      clearTimeout(timer)
      resolve(said.slice(0, said.indexOf('\0')))
      socket.destroy()
    })
  })

const verdictOf = async (setting: string, bytes: Buffer, patience: number): Promise<'clean' | 'infected' | undefined> => {
  try {
    const answer = await ask(setting, bytes, patience)
    if (answer === 'stream: OK') return 'clean'
    if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
    logger.error({ answer: answer.slice(0, 80) }, 'the virus scanner gave an answer that is none')
  } catch (error) {
    logger.error({ err: error }, 'the virus scanner cannot be asked')
  }
  return undefined
}

/**
 * Lets the virus scanner of CLAMD look at an upload before anything else does; without that setting nothing is asked. Fails closed. Errors:
 * `unsupportedFile` (`detail.infected`) when it found something, `notScanned` when it did not say that it is clean. `patience` in milliseconds.
 */
export const scanUpload = async (bytes: Buffer, patience = PATIENCE_MS): Promise<void> => {
  const setting = env().CLAMD
  if (!setting) return
  const verdict = await verdictOf(setting, bytes, patience)
  if (verdict === 'clean') return
  throw verdict === 'infected' ? new DomainError('unsupportedFile', { infected: true }) : new DomainError('notScanned')
}
