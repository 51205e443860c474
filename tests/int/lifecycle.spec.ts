import { openPortal } from '../helpers/portal'
import { lifecycleCases } from './lifecycle.cases'

lifecycleCases({
  open: openPortal,
  jamOutbox: async (payload) => {
    const { client } = payload.db as unknown as { client: { execute: (statement: string) => Promise<unknown> } }
    await client.execute("CREATE TRIGGER jam BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no more room'); END")
    return () => client.execute('DROP TRIGGER jam')
  },
})
