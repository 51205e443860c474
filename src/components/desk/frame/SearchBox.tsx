'use client'

import { Icon } from '../ui/icons'
import { Key } from '../ui/marks'
import { useWords } from '../words'

/** Search over numbers, addresses and texts. A plain form: it works before scripts have loaded. */
export const SearchBox = ({ href, text }: { href: string; text?: string }) => {
  const say = useWords()
  return (
    <form className="find" role="search" action={href} method="get">
      <Icon name="search" />
      <input className="input" type="search" name="text" defaultValue={text} aria-label={say('frame.search')} placeholder={say('frame.searchHint')}
        maxLength={200} autoComplete="off" enterKeyHint="search"
        onKeyDown={(event) => { if (event.key === 'Escape') event.currentTarget.blur() }} />
      <Key>/</Key>
    </form>
  )
}
