import type { CheckName, Gravity } from '../../health/types'

/** One thing to put right. `names`: at most some; `more`: how many are left out. */
export type FindingVM = { key: string; title: string; why: string; names: string; fix?: { href: string; text: string }; /** Whom to turn to: whoever reads may not mend it. */ ask?: string }

/** The state of the office and the portal, as one who looks after it sees it. */
export type HealthVM = {
  /** "今天 14:05", local. */
  checkedAt: string
  groups: { gravity: Gravity; findings: FindingVM[] }[]
  /** What was looked at and is as it should be. */
  fine: { check: CheckName; name: string; detail?: string }[]
}
