import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'

import type { Client } from './connections'

const partOf = (whole: object, name: 'session' | 'query'): object => {
  const part: unknown = Reflect.get(whole, name)
  if (typeof part !== 'object' || part === null) throw new Error(`This version of drizzle has no ${name} where it is looked for`)
  return part
}

const derive = <T extends object>(template: T, own: object): T => Object.assign(Object.create(template) as T, own)

const rebind = <T extends object>(template: T, client: Client): T => {
  const session = derive(partOf(template, 'session'), { client })
  const query = new Proxy(partOf(template, 'query'), {
    get: (tables, name) => {
      const table: unknown = Reflect.get(tables, name)
      return typeof table === 'object' && table !== null ? derive(table, { session }) : table
    },
  })
  return derive(template, { session, query, $client: client })
}

/**
 * Makes the drizzle instance of one transaction. Building one from scratch reads the whole schema, a millisecond with a
 * hundred tables; so it is built once for a schema, and each transaction takes it over with a client of its own.
 */
export const makeHandles = (base: Pick<SQLiteAdapter, 'schema' | 'logger'>) => {
  const build = (client: Client) => drizzle(client, { logger: base.logger ?? false, schema: base.schema })
  let template: { schema: object; db: ReturnType<typeof build> } | undefined
  return (client: Client): ReturnType<typeof build> => {
    if (template?.schema !== base.schema) template = { schema: base.schema, db: build(client) }
    return rebind(template.db, client)
  }
}
