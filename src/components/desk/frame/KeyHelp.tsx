'use client'

import { Dialog } from '../ui/Dialog'
import { useWords, type DeskKey } from '../words'

const GROUPS: { title: DeskKey; keys: [string, DeskKey][] }[] = [
  { title: 'keys.everywhere', keys: [['/', 'keys.search'], ['n', 'keys.new'], ['?', 'keys.help']] },
  {
    title: 'keys.queue',
    keys: [['j', 'keys.down'], ['k', 'keys.up'], ['o', 'keys.open'], ['x', 'keys.select'], ['a', 'keys.accept'], ['r', 'keys.route'],
      ['d', 'keys.density'], ['.', 'keys.arrivals'], ['Esc', 'keys.clear']],
  },
  { title: 'keys.matter', keys: [['a', 'keys.main'], ['c', 'keys.compose'], ['j', 'keys.next'], ['k', 'keys.previous'], ['Ctrl ⏎', 'keys.send']] },
]

/** All keys, in one dialog. */
export const KeyHelp = ({ onClose }: { onClose: () => void }) => {
  const say = useWords()
  return (
    <Dialog title={say('keys.title')} onClose={onClose}>
      <div className="stack wide">
        {GROUPS.map(({ title, keys }) => (
          <section key={title} className="stack">
            <h3>{say(title)}</h3>
            <dl className="key-list">
              {keys.map(([key, words]) => (
                <div key={key}>
                  <dt><kbd>{key}</kbd></dt>
                  <dd>{say(words)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
