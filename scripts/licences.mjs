import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMain, ROOT } from './lib/root.mjs'
import { Fault, runMain, say } from './lib/say.mjs'

/** Licences of packages that may be part of the portal, or stand beside it: they ask for no more than to be named. */
export const ALLOWED = ['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'CC0-1.0', 'CC-BY-4.0', 'Unlicense', 'BlueOak-1.0.0', 'Python-2.0', 'MPL-2.0', 'WTFPL', 'Zlib', 'Artistic-2.0', 'Unicode-3.0', 'Unicode-DFS-2016']

/** What is not allowed in general and is here all the same, and why that holds. By the beginning of its name. */
const WITH_LIBVIPS = ['LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT']
export const EXCEPTIONS = [
  {
    name: '@img/sharp-', licences: WITH_LIBVIPS,
    why: 'libvips, which decodes and encodes pictures: a library of its own in a file of its own, loaded at run time, unmodified, and replaceable by another build of it (LGPL-3.0, section 4). Nothing of it is part of the portal.',
  },
]

/** Other ways to write the same. */
const ALIASES = { 'Apache 2.0': 'Apache-2.0' }

const FILE = 'docs/licences.md'

const words = (licence) => (typeof licence === 'string' ? licence : typeof licence?.type === 'string' ? licence.type : undefined)

/** What a package says of its licence, in one line; packages of long ago say it in a list. */
export const licenceOf = (manifest) => ALIASES[words(manifest.license)] ?? words(manifest.license) ?? (Array.isArray(manifest.licenses) ? manifest.licenses.map(words).join(' OR ') : 'none')

const closes = (text) => text.startsWith('(') && text.endsWith(')')

/** Whether a licence (an SPDX expression) may be taken: of alternatives one must be allowed, of what holds together all. */
export const isAllowed = (expression) => {
  const text = closes(expression.trim()) ? expression.trim().slice(1, -1) : expression.trim()
  if (/\sOR\s/i.test(text)) return text.split(/\sOR\s/i).some(isAllowed)
  if (/\sAND\s/i.test(text)) return text.split(/\sAND\s/i).every(isAllowed)
  return ALLOWED.includes(text)
}

const exceptionOf = ({ name, licence }) => EXCEPTIONS.find((each) => name.startsWith(each.name) && each.licences.includes(licence))

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Licences of what the lockfile holds, for whatever machine; what the lockfile does not tell is read from what is installed. */
export const packagesOf = async (root = ROOT) => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const found = []
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '' || entry.link) continue
    const file = join(root, path, 'package.json')
    const manifest = entry.license === undefined && existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : entry
    found.push({ name: nameOf(path), version: entry.version, licence: licenceOf(manifest), dev: entry.dev === true || entry.devOptional === true })
  }
  return found.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.version < other.version ? -1 : 1))
}

/** Packages whose licence may not be taken: one line each. */
export const faultsOf = (packages) => packages.filter((each) => !isAllowed(each.licence) && !exceptionOf(each)).map(({ name, version, licence }) => `${name} ${version}: ${licence}`)

const table = (packages) => [...new Map(packages.map(({ name, version, licence }) => [`${name} ${version}`, `| ${name} | ${version} | ${licence} |`])).values()]

const counts = (packages) => {
  const by = new Map()
  for (const { licence } of packages) by.set(licence, (by.get(licence) ?? 0) + 1)
  return [...by].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([licence, count]) => `${licence} (${count})`).join(' · ')
}

const HEAD = ['| package | version | licence |', '| --- | --- | --- |']

/** The list as it is committed. */
export const listOf = (packages) => {
  const [running, building] = [packages.filter(({ dev }) => !dev), packages.filter(({ dev }) => dev)]
  return `${[
    '# Licences', '', 'Made from the lockfile and the installed packages by `npm run generate:licences`; `npm test` fails on a licence that is not allowed, and when this list is old.', '',
    `The portal itself is under MIT. Allowed for packages: ${ALLOWED.join(', ')}. None is under GPL or AGPL.`, '',
    ...EXCEPTIONS.map(({ name, licences, why }) => `**${name}… (${licences[0]})**: ${why}`), '',
    'Packages under MPL-2.0 are used as they are; whoever changes one of their files publishes that file.', '', `Altogether: ${counts(packages)}.`, '',
    `## In the running portal (${running.length})`, '', ...HEAD, ...table(running), '', `## For building and testing (${building.length})`, '', ...HEAD, ...table(building),
  ].join('\n')}\n`
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const packages = await packagesOf()
    const faults = faultsOf(packages)
    if (faults.length > 0) throw new Fault(`These licences are not allowed:\n${faults.join('\n')}`)
    await writeFile(join(ROOT, FILE), listOf(packages))
    say(`${packages.length} packages, all of them allowed: ${FILE}`)
  })
}
