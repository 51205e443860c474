import { t, tMaybe } from '../../../i18n'
import type { Finding } from '../../../domain/publishing/check'
import type { Lang } from '../../../domain/words'
import { Panel } from '../ui/Panel'

const TONES: Record<Finding['gravity'], string> = { stop: 'late', block: 'warn', warn: '' }

const placeOf = (lang: Lang, { path }: Finding): string => {
  const [first] = path
  return tMaybe(lang, `packages.field.${String(first)}`) ?? String(first ?? '')
}

const saidOf = (lang: Lang, finding: Finding): string => {
  const { kind, what, right = '' } = finding
  if (kind === 'privacy') return t(lang, 'publishing.found.privacy', { kind: tMaybe(lang, `audit.privacy.kind.${what}`) ?? what })
  if (kind === 'typo') return t(lang, 'publishing.found.typo', { wrong: what, right })
  if (kind === 'missing' && what === 'alt') return t(lang, 'publishing.found.alt')
  if (kind === 'missing') return t(lang, 'publishing.found.missing', { what: tMaybe(lang, `packages.field.${what}`) ?? what })
  return tMaybe(lang, `publishing.found.${kind}_${what}`) ?? what
}

/** What the checker found: what must be mended, what may stay with a reason, what is only told. Each with its place and words. */
export const Findings = ({ lang, findings }: { lang: Lang; findings: Finding[] }) => (
  <Panel title={t(lang, 'publishing.check')} count={findings.length}>
    <ul>
      {findings.map((finding, at) => (
        <li className="told" key={at}>
          <p><span className={`tag ${TONES[finding.gravity]}`.trim()}>{t(lang, `publishing.gravity.${finding.gravity}`)}</span> {saidOf(lang, finding)}</p>
          <p className="line-meta">{[placeOf(lang, finding), finding.quote].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
  </Panel>
)
