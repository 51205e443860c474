import { createInterface } from 'node:readline'
import config from '@payload-config'
import { getPayload } from 'payload'
import { portalOf } from '@/db/portal'
import { countRows, updateRowIf } from '@/db/rows'
import { openPortal } from '@/services/boot/open'
import { countTokens, takeToken } from '@/services/limits'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'

/** One process of a portal without its pages: opens it as the server does, then answers questions, a line each. */
const answers = async (payload: Awaited<ReturnType<typeof getPayload>>): Promise<Record<string, (given: Record<string, string>) => unknown>> => ({
  offices: () => countRows({ payload }, SLUG.offices),
  people: () => countRows({ payload }, SLUG.users),
  team: async ({ code = '' }) => (await needModel(payload)).teams.byCode.get(code)?.name.zh,
  rename: async ({ code = '', name = '' }) => {
    const changed = await updateRowIf({ payload }, SLUG.teams, { code: { equals: code } }, { name: { zh: name } } as never)
    forgetOfficeModel()
    return changed
  },
  signIn: async ({ password = '' }) => (await payload.login({ collection: SLUG.users, data: { username: 'owner', password } as never, overrideAccess: true })).token,
  who: async ({ token = '' }) => (await payload.auth({ headers: new Headers({ Authorization: `JWT ${token}` }) })).user?.username,
  take: async ({ address = '' }) => takeToken({ payload, door: 'report', address }),
  taken: ({ address = '' }) => countTokens({ payload, door: 'report', address }),
  sweeps: async () => (await portalOf(payload).shared.sweeps.all()).map(({ name, endedAt }) => ({ name, ended: endedAt !== undefined })),
})

await openPortal()
const known = await answers(await getPayload({ config }))
process.stdout.write('@ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...given } = JSON.parse(line) as { ask: string } & Record<string, string>
  const answer = await Promise.resolve(known[ask]?.(given)).then((value) => ({ value }), (error: Error & { code?: string }) => ({ error: error.code ?? error.name }))
  process.stdout.write(`@${JSON.stringify(answer)}\n`)
}
process.exit(0)
