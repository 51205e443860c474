/** How a page says that it is the same for everybody and needs no script but the small one. Text of people cannot say it: "<" is escaped in it. */
const PLAIN = '<meta name="portal-page" content="plain"'
const FAILED = '<meta name="portal-status"'

const ATTRIBUTES = `(?:[^>"']|"[^"]*"|'[^']*')*`
const SCRIPT = new RegExp(`<script\\b(${ATTRIBUTES})>[\\s\\S]*?</script\\s*>`, 'gi')
const HINT = new RegExp(`<link\\b${ATTRIBUTES}>`, 'gi')

const isOwn = (attributes) => /\ssrc="\/light\.js"/.test(attributes) || /\stype="application\/ld\+json"/.test(attributes)
const isForScripts = (link) => /\sas="script"/.test(link) || /\srel="modulepreload"/.test(link)

/** React puts late parts of a page behind the rest, and a script of its own puts them where they belong. */
const LATE = /<template id="[BP]:|<div hidden="?"? id="S:/

/**
 * A page that says it is plain, without the scripts that Next adds to every page: they would make it come alive a second time, and nothing in it
 * does. Undefined for all other pages, for one that tells of a failure, and for one whose parts a script would have to put in place.
 */
export const plain = (html) => {
  if (!html.includes(PLAIN) || html.includes(FAILED) || LATE.test(html)) return undefined
  return html.replace(SCRIPT, (script, attributes) => (isOwn(attributes) ? script : '')).replace(HINT, (link) => (isForScripts(link) ? '' : link))
}
