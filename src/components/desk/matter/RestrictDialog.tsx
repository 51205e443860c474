'use client'

import { useWords } from '../words'
import { ActDialog, reasonOf } from './ActDialog'
import { useBench } from './context'

/** Closes a matter to all but those who need it, or opens it again. */
export const RestrictDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useWords()
  const { matter } = useBench()
  const word = say(matter.restricted ? 'matter.unrestrict' : 'matter.restrict')
  return (
    <ActDialog title={word} intro={say(matter.restricted ? 'matter.unrestrictWhat' : 'matter.restrictWhat')} act="restrict" inputs={[reasonOf(say)]}
      extra={{ restricted: !matter.restricted }} doWord={word} said={say('matter.restrictDone')} onClose={onClose} />
  )
}
