import { findRows } from '@/db/rows'
import { plainActing } from '@/services/matters/actor'
import { createMatter } from '@/services/matters/create'
import { needModel } from '@/services/structure/cache'
import { formVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { plainAnswers } from './answers'
import type { Bench } from './open'
import { timed } from './open'

export type CreateResult = { matters: number; ours: number; bare: number }

const ROUND = 500

/** Makes `total` matters with all they write, and as many bare rows, in alternating rounds. Returns rows per second of each. */
export const benchCreate = async ({ payload }: Bench, total: number): Promise<CreateResult> => {
  const model = await needModel(payload)
  const type = model.types.all.find((row) => row.openBy.includes('resident') && row.listed)
  const form = model.forms.byId.get(type?.form ?? '')?.current
  const answers = form ? plainAnswers(await formVersion(payload, form)) : {}
  const categories = model.categories.all.filter((row) => row.parent && (!row.matterType || row.matterType === type?.id))
  const units = model.units.all
  const one = (index: number) => createMatter({
    payload, who: 'resident', idempotencyKey: `bench-${index}-0000`, acting: () => plainActing({ kind: 'reporter' }),
    input: {
      text: `第 ${index} 件:楼道里的灯不亮了,晚上看不清台阶,请派人来看看`, address: `某路 ${index} 号`, type: type?.id,
      category: categories[index % categories.length]?.id, unit: units[index % units.length]?.id, answers,
    },
  })
  await one(-1)
  const sample = (await findRows({ payload }, SLUG.matters, { limit: 1 }))[0]
  if (!sample) throw new Error('no matter was made')
  const { id: _id, createdAt: _made, updatedAt: _touched, ...fields } = sample
  const bareRow = (index: number) => payload.create({
    collection: 'bench-matters' as typeof SLUG.matters, overrideAccess: true, depth: 0,
    data: {
      ...fields, number: `B${index}`, receiptCode: `c${index}`, idempotencyKey: `k${index}`,
      receivedAt: new Date(Date.now() + index).toISOString(), unit: units[index % units.length]?.id, path: units[index % units.length]?.path,
    },
  })
  await bareRow(-1)
  let [ours, bare] = [0, 0]
  for (let from = 0; from < total; from += ROUND) {
    ours += await timed(ROUND, 8, (index) => one(from + index))
    bare += await timed(ROUND, 8, (index) => bareRow(from + index))
  }
  return { matters: total, ours: total / ours, bare: total / bare }
}
