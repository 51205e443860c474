import { createHmac } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = { path: string; key: string; event: string; signature: string; body: string }

/** Another system: keeps what it hears, and answers as it is told (200 when nothing is said). */
export const openReceiver = async () => {
  const heard: Heard[] = []
  const answers = new Map<string, (res: ServerResponse) => void>()
  const one = (value: string | string[] | undefined) => String(value ?? '')
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const path = req.url ?? ''
      heard.push({ path, key: one(req.headers['idempotency-key']), event: one(req.headers['x-portal-event']), signature: one(req.headers['x-portal-signature']), body: Buffer.concat(chunks).toString() })
      const answer = answers.get(path)
      if (answer) answer(res)
      else res.end('{"ok":true}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port, heard,
    address: (path: string) => `http://127.0.0.1:${port}${path}`,
    on: (path: string) => heard.filter((each) => each.path === path),
    answer: (path: string, status: number) => void answers.set(path, (res) => res.writeHead(status).end()),
    fine: (path: string) => void answers.delete(path),
    forget: () => {
      heard.length = 0
      answers.clear()
    },
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(resolve)
    }),
  }
}

/** The check that docs/webhooks.md gives to the other side. Five minutes of grace between the clocks. */
export const isGenuine = ({ secret, signature, body, now }: { secret: string; signature: string; body: string; now: number }): boolean => {
  const [, seconds = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
  return Math.abs(now / 1000 - Number(seconds)) < 300 && createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex') === mac
}
