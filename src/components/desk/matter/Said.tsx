'use client'

import { When } from '../ui/marks'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import { Contact } from './Contact'
import { useBench } from './context'

/** The reporter's own words, the place, the answers, and how to reach them. */
export const Said = () => {
  const say = useWords()
  const { matter } = useBench()
  return (
    <Panel title={say('said.title')} corner={<span className="count">{matter.source} <When at={matter.receivedAt} /></span>}>
      <div className="inside stack wide">
        {matter.said ? <blockquote className="said">{matter.said}</blockquote> : <p className="muted">{say(matter.saidErased ? 'said.erased' : 'said.none')}</p>}
        <dl className="facts asked">
          {matter.contact ? <Contact contact={matter.contact} /> : null}
          {matter.address ? <Fact name={say('matter.address')} value={matter.address} /> : null}
          {matter.answers.map(({ label, value }) => <Fact key={label} name={label} value={value} />)}
          {matter.firstAsked ? <Fact name={say('said.firstAsked')} value={matter.firstAsked} /> : null}
        </dl>
      </div>
    </Panel>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
)
