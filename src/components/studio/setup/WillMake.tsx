'use client'

import { say as sayWords } from '../../../domain/words'
import type { Outline, PresetView } from '../../../services/setup/presets'
import { useSay, useStudio } from '../words'

const Branch = ({ outline }: { outline: readonly Outline[] }) => {
  const say = useSay('setup')
  const { lang } = useStudio()
  return (
    <ul>
      {outline.map((unit) => (
        <li key={unit.name.zh}>
          <span className="leaf">{sayWords(unit.name, lang)}<span className="count">{sayWords(unit.level, lang)}{unit.below > 0 ? ` · ${say('make.more', { n: unit.below })}` : ''}</span></span>
          {unit.inside.length > 0 ? <Branch outline={unit.inside} /> : null}
        </li>
      ))}
    </ul>
  )
}

const COUNTS = ['levels', 'units', 'categories', 'teams', 'posts', 'matterTypes', 'forms', 'rules', 'documents', 'registers', 'routines'] as const

/** What a start makes, before anything is made. */
export const WillMake = ({ preset, kept }: { preset: PresetView | undefined; kept: boolean }) => {
  const say = useSay('setup')
  const { lang } = useStudio()
  return (
    <aside className="try setup-will" aria-labelledby="will">
      <div className="try-head"><h2 id="will">{say(kept ? 'make.is' : 'make.will')}</h2><p>{preset ? sayWords(preset.name, lang) : say('make.emptyHint')}</p></div>
      {preset ? (
        <>
          <dl className="counts">{COUNTS.map((key) => <div key={key}><dt>{say(`make.${key}`)}</dt><dd>{preset.counts[key]}</dd></div>)}</dl>
          <h3>{say('make.levelsHeading')}</h3>
          <p>{preset.levels.map((level) => sayWords(level, lang)).join(' › ')}</p>
          <h3>{say('make.outline')}</h3>
          <div className="tree"><Branch outline={preset.outline} /></div>
        </>
      ) : null}
      <p className="small"><b>{say('make.never')}</b> {say('make.neverWhat')}</p>
    </aside>
  )
}
