import { isAtomic } from '../helpers/engine'
import { openPortal } from '../helpers/portal'
import { structureCases } from './structure-changes.cases'

structureCases({ open: openPortal, atomic: isAtomic() })
