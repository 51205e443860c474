import { describe } from 'vitest'
import { mongoPossible } from '../helpers/dbMongo'
import { mongoIsReal, mongoTitle, openMongoPortal } from '../helpers/mongo'
import { structureCases } from './structure-changes.cases'

describe.runIf(mongoPossible())(mongoTitle, () => structureCases({ open: openMongoPortal, atomic: mongoIsReal }))
