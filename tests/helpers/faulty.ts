import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import type { Client, Connections } from '@/db/sqlite/connections'
import { engineOf } from './dbSqlite'

export type Moment = 'before' | 'after'

/** Asked before and after each statement; an error it returns is thrown there. `number` counts from 1 since the last `watch`. */
export type Fault = (statement: { number: number; sql: string; when: Moment }) => Error | undefined

const sqlOf = (statement: unknown): string => (typeof statement === 'string' ? statement : (statement as { sql: string }).sql)

/** Every statement of this Payload's database, on both connections, goes through here until `free` is called. */
export const faulty = (payload: Payload) => {
  const engine = engineOf(payload)
  const real = engine.connections()
  let seen: string[] = []
  let fault: Fault | undefined

  const through = async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
    const number = seen.push(sql)
    const ask = (when: Moment) => {
      const error = fault?.({ number, sql, when })
      if (error) throw error
    }
    ask('before')
    const result = await work()
    ask('after')
    return result
  }
  const watched = (client: Client): Client =>
    new Proxy(client, {
      get: (target, name) => {
        if (name === 'execute') return (...given: Parameters<Client['execute']>) => through(sqlOf(given[0]), () => target.execute(...given))
        if (name === 'executeMultiple') return (sql: string) => through(sql, () => target.executeMultiple(sql))
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
  const connections: Connections = {
    get writer() {
      return watched(real.writer)
    },
    get reader() {
      return watched(real.reader)
    },
    renew: real.renew,
    close: real.close,
  }
  engine.setConnections(connections)
  return {
    /** Runs the work with a fault, or with none, and resolves with the statements it took and what came of it. */
    watch: async <T>(work: () => Promise<T>, put?: Fault): Promise<{ seen: string[]; result?: T; error?: unknown }> => {
      seen = []
      fault = put
      try {
        const result = await work()
        return { seen, result }
      } catch (error) {
        return { seen, error }
      } finally {
        fault = undefined
      }
    },
    free: () => engine.setConnections(real),
  }
}

const nameOf = (row: unknown): string => String((row as { name: unknown }).name)

/** A digest of every table as it is committed. */
export const digests = async (payload: Payload): Promise<Record<string, string>> => {
  const { reader } = engineOf(payload).connections()
  const tables = (await reader.execute("select name from sqlite_master where type = 'table' order by name")).rows.map(nameOf)
  const found: Record<string, string> = {}
  for (const table of tables) {
    const { rows } = await reader.execute(`select * from "${table}" order by rowid`)
    found[table] = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  }
  return found
}
