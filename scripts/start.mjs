import { build } from './build.mjs'
import { checkNode, install } from './install.mjs'
import { ROOT } from './lib/root.mjs'
import { elapsed, runMain, say } from './lib/say.mjs'

const STEPS = 4
const begun = performance.now()

const step = (number, text) => say(`[${number}/${STEPS}] ${text} (${elapsed(performance.now() - begun)})`)

await runMain(async () => {
  process.chdir(ROOT)
  checkNode()
  step(1, `Node ${process.versions.node}: fine`)
  step(2, 'Dependencies')
  if (!(await install())) say('      in place already')
  step(3, 'Build')
  if (!(await build())) say('      nothing changed since the last one')
  step(4, 'Portal: opening the database, then serving')
  const { serve } = await import('./server.mjs')
  await serve({ begun })
})
