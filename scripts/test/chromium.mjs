import { existsSync } from 'node:fs'
import { run } from '../lib/run.mjs'
import { elapsed, Fault, say } from '../lib/say.mjs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const PACKAGES = ['chromium', 'fonts-noto-cjk']
const BY_HAND = `install Debian's packages ${PACKAGES.join(' and ')}, or set CHROMIUM_PATH`

/** Where the browser is, or undefined. */
export const findChromium = () => {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given)) throw new Fault(`CHROMIUM_PATH names ${given}, which does not exist`)
  return given ?? PLACES.find(existsSync)
}

const apt = async (...args) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, tail } = await run({ file: 'apt-get', args, env, onTick: (ms) => say(`      … apt-get ${args[0]}, ${elapsed(ms)}`) })
  if (code === 0) return
  for (const line of tail.slice(-10)) say(`      apt-get: ${line}`)
  throw new Fault(`The end-to-end tests need Chromium, and installing it failed: ${BY_HAND}`)
}

/** The browser for the end-to-end tests, installed from Debian's packages when it is missing and this user may do so. */
export const needChromium = async () => {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Fault(`The end-to-end tests need Chromium: ${BY_HAND}`)
  say('      Chromium is missing: installing it')
  await apt('update')
  await apt('install', '--yes', '--no-install-recommends', ...PACKAGES)
  const installed = findChromium()
  if (!installed) throw new Fault(`Chromium was installed but is in none of the usual places: ${BY_HAND}`)
  return installed
}
