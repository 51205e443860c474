'use client'

import type { MatterVM } from '../types'
import { NowProvider, useDesk } from '../words'
import { Actions } from './Actions'
import { Attachments } from './Attachments'
import { Composer } from './Composer'
import { MatterProvider } from './context'
import { MatterHead } from './Head'
import { Keeping } from './Keeping'
import { MatterKeys } from './MatterKeys'
import { Merged } from './Merge'
import { Near } from './Near'
import { Owners } from './Owners'
import { Parts } from './Parts'
import { AboutEntry, Place } from './Place'
import { Routing } from './Routing'
import { Said } from './Said'
import { Tags } from './Tags'
import { Timeline } from './Timeline'
import { useMatter } from './useMatter'

/** `open`: the action to open at once (`?do=accept`). */
type PageProps = { matter: MatterVM; open?: string }

/** One matter on one page. */
export const MatterPage = ({ matter: initial, open }: PageProps) => {
  const desk = useDesk()
  const { bench, now } = useMatter(initial, desk.now)
  return (
    <NowProvider now={now}>
      <MatterProvider value={bench}>
        <main className="page matter-page" id="main">
          <MatterHead />
          <div className="matter">
            <div className="matter-main stack wide">
              <Actions open={open} />
              <div className="matter-said stack wide">
                <Said />
                <Attachments />
              </div>
              <Timeline><Composer /></Timeline>
            </div>
            <aside className="matter-side stack wide" aria-label={desk.say('matter.background')}>
              <Routing />
              <AboutEntry />
              <Owners />
              <Tags />
              <Keeping />
              <Parts />
              <Near />
              <Merged />
              <Place />
            </aside>
          </div>
          <MatterKeys />
        </main>
      </MatterProvider>
    </NowProvider>
  )
}
