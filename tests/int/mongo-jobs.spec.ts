import { describe } from 'vitest'
import { mongoPossible } from '../helpers/dbMongo'
import { mongoIsReal, mongoTitle, openMongoPortal } from '../helpers/mongo'
import { jobCases } from './lifecycle-jobs.cases'

describe.runIf(mongoPossible())(mongoTitle, () => jobCases({ open: openMongoPortal, atomic: mongoIsReal }))
