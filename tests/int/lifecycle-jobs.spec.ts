import { isAtomic } from '../helpers/engine'
import { openPortal } from '../helpers/portal'
import { jobCases } from './lifecycle-jobs.cases'

jobCases({ open: openPortal, atomic: isAtomic() })
