/** How long requests in flight may take after the portal was told to stop, in milliseconds. */
export const PATIENCE = 25_000
const CLOSE_PATIENCE = 10_000

const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref())

/** Keeps count of the requests in flight, and ends them in order: no new ones, wait, then `close` (the database), once. */
export const closing = ({ server, close, log, patience = PATIENCE }) => {
  const open = new Set()
  let done
  const drained = () =>
    new Promise((resolve) => {
      const look = () => open.size === 0 && resolve()
      for (const res of open) res.once('close', () => setImmediate(look))
      look()
    })

  const shutDown = async (reason) => {
    log.info({ reason, open: open.size }, 'stopping: no new requests')
    const stopped = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    for (const res of open) if (!res.headersSent) res.setHeader('Connection', 'close')
    await Promise.race([drained(), after(patience)])
    if (open.size > 0) log.warn({ open: open.size }, 'stopping: requests took too long and were cut')
    server.closeAllConnections()
    await Promise.race([stopped, after(1000)])
    await Promise.race([close(), after(CLOSE_PATIENCE)])
    log.info('stopped')
  }

  return {
    track: (res) => {
      open.add(res)
      res.once('close', () => open.delete(res))
      if (done) res.setHeader('Connection', 'close')
    },
    /** Stops once, whoever asks and how often; resolves when everything is closed. */
    stop: (reason) => (done ??= shutDown(reason)),
    get stopping() {
      return done !== undefined
    },
  }
}
