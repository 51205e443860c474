import { boundaries } from './boundaries.mjs'
import { dictionaryWords } from './dictionary-words.mjs'
import { explicitOverrideAccess } from './override-access.mjs'

/** The rules of this house that no published plugin has. */
export default {
  meta: { name: 'portal' },
  rules: { boundaries, 'dictionary-words': dictionaryWords, 'explicit-override-access': explicitOverrideAccess },
}
