import { describe } from 'vitest'
import { mongoPossible } from '../helpers/dbMongo'
import { mongoIsReal, mongoTitle, openMongoPortal } from '../helpers/mongo'
import { lifecycleCases, type Engine } from './lifecycle.cases'

const jamOutbox: Engine['jamOutbox'] = async (payload) => {
  const only = (validator: object) => payload.db.connection.db?.command({ collMod: 'outbox', validator })
  await only({ neverThere: { $exists: true } })
  return async () => only({})
}

describe.runIf(mongoPossible())(mongoTitle, () => lifecycleCases({ open: openMongoPortal, ...(mongoIsReal ? { jamOutbox } : {}) }))
