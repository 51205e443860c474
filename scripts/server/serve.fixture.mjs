import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, vi } from 'vitest'
import { front } from '../server.mjs'
import { closing } from './closing.mjs'

export const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
const SETTINGS = { TRUST_PROXY: 0, DESK_IP_ALLOW: [], METRICS_ALLOW: ['127.0.0.0/8'] }

const servers = []
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

/** A server with the front before `handle`; `ask` resolves with the whole answer. */
export const serve = async (handle, { settings = {}, patience, pause, takes, pages, close = async () => undefined } = {}) => {
  const server = createServer()
  servers.push(server)
  const ends = closing({ server, close, log, patience })
  server.on('request', front({ handle, settings: { ...SETTINGS, ...settings }, log, ends, pause, ...(takes ? { takes } : {}), ...(pages ? { pages } : {}) }))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  const ask = ({ path = '/', method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const req = request({ port, path, method, headers, agent: false }, (res) => {
        const chunks = []
        res.on('data', (chunk) => chunks.push(chunk))
        res.on('error', reject)
        res.on('end', () => resolve({ status: res.statusCode, headers: res.headers, body: Buffer.concat(chunks) }))
      })
      req.on('error', reject)
      req.end(body)
    })
  return { ask, ends, port, server }
}

/** Says something over a bare connection, and resolves with all that came back. */
export const speak = (port, ...pieces) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
    for (const piece of pieces) socket.write(piece)
  })
