import { correct } from './correct'
import { attachmentVisibility, restrict, tag, untag } from './labels'
import { reveal } from './reveal'
import { answerErasure, askErasure, correctContact, eraseContact } from './rights'
import { correctOwn, eraseOwn } from './ownWords'
import { saidSame } from './saidSame'
import { assignParty, claim, endParty } from './shares'
import { notSame } from './same'
import { split } from './split'
import type { Act } from './types'
import { addInfo, attach, note, reply } from './words'

/** Everything staff may do to a matter beside transitions. */
export const STAFF_ACTS = { note, reply, attach, tag, untag, restrict, attachmentVisibility, assignParty, endParty, claim, correct, reveal, split, notSame, answerErasure } satisfies Record<string, Act>

/** What the reporter may do beside transitions. */
export const REPORTER_ACTS = { addInfo, saidSame, correctOwn, eraseOwn, eraseContact, correctContact, askErasure } satisfies Record<string, Act>
