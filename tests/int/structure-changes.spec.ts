import { openPortal } from '../helpers/portal'
import { structureCases } from './structure-changes.cases'

structureCases({ open: openPortal, atomic: true })
