import type { ServerProps } from 'payload'
import { adminWords } from './words'

/** Ways out of the admin, below its navigation. */
export const NavLinks = ({ i18n }: ServerProps) => {
  const say = adminWords(i18n.language)
  return (
    <div style={{ display: 'grid', gap: 8, marginTop: 16 }}>
      <a href="/desk">{say('goToDesk')}</a>
      <a href="/">{say('goToSite')}</a>
    </div>
  )
}
