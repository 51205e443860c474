import type { Ended } from '../../domain/forms/visible'
import type { FormWords } from '../../domain/forms/words'
import { say, type Lang } from '../../domain/words'

/** The advice of an answer that ended the form: somebody else is responsible, or another way is faster. */
export const EndedNote = ({ ended, words, lang }: { ended: Ended; words: FormWords; lang: Lang }) => (
  <div className="q-ended" role="status">
    <p className="q-ended-title">{words.ended}</p>
    <p>{say(ended.advice, lang)}</p>
  </div>
)
