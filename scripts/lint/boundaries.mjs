import path from 'node:path'

/** Import prefixes that stand for folders of this repository; the same as in tsconfig.json. */
const ALIASES = [
  ['@payload-config', 'src/payload.config'],
  ['@collections/', 'collections/'],
  ['@blocks/', 'blocks/'],
  ['@/', 'src/'],
]

const UI = ['src/app', 'src/components']
const OUTER = [...UI, 'collections', 'blocks', 'src/jobs', 'src/hooks']

/**
 * Who may not import whom. Dependencies point one way: domain, services, then hooks, endpoints, app, jobs, blocks.
 * `only`: the only areas allowed; `not`: areas refused; `packages`: the only packages allowed;
 * `notPackages`: packages refused; `types`: areas that may be imported for their types alone.
 */
export const LAYERS = [
  { files: 'src/domain', only: ['src/domain'], packages: ['zod'] },
  { files: 'src/lib', not: [...OUTER, 'src/services', 'src/access'] },
  { files: 'src/db', not: [...OUTER, 'src/services', 'src/access'] },
  { files: 'src/channels', not: OUTER },
  { files: 'src/services', not: [...UI, 'collections', 'blocks', 'src/hooks'] },
  { files: 'src/access', not: [...OUTER], notPackages: ['react', 'next'] },
  { files: 'src/fields', not: [...UI, 'collections'], notPackages: ['react', 'next'] },
  { files: 'src/hooks', not: [...UI, 'collections'], notPackages: ['react', 'next'] },
  { files: 'src/jobs', not: [...UI, 'collections', 'blocks'], notPackages: ['react', 'next'] },
  // Views of the administration are called by Payload alone, with nothing but its request.
  { files: 'src/components/admin', not: ['src/app', 'src/db', 'collections'] },
  { files: 'src/components', not: ['src/app', 'src/db', 'collections'], types: ['src/services'] },
  { files: 'collections', not: UI, siblings: true, configs: true },
  { files: 'blocks', not: ['src/app', 'src/db', 'collections'], siblings: true, configs: true },
  { files: 'src/payload.config.ts', not: UI, notPackages: ['react', 'next'] },
]

const inside = (file, area) => file === area || file.startsWith(`${area}/`)

/** What a specifier points to: `{ path }` inside the repository (no extension added), or `{ name }` of a package. */
export const target = (specifier, file) => {
  if (specifier.startsWith('.')) return { path: path.posix.join(path.posix.dirname(file), specifier) }
  for (const [alias, folder] of ALIASES) {
    if (specifier === alias || (alias.endsWith('/') && specifier.startsWith(alias))) return { path: folder + specifier.slice(alias.length) }
  }
  return { name: specifier }
}

// Admin components and the components of blocks are React; everything else in these folders is read by the command line too.
const isConfig = (file) => file.endsWith('.ts') && !file.includes('/admin/')

const folderOf = (file) => file.split('/').length > 2 ? file.split('/').slice(0, 2).join('/') : undefined

const anyOf = (list, name) => Boolean(list?.some((item) => name === item || name.startsWith(`${item}/`)))

const packageRefused = (layer, name, file) => {
  if (layer.packages && !anyOf(layer.packages, name)) return 'package'
  if (anyOf(layer.notPackages, name)) return 'package'
  return layer.configs && isConfig(file) && anyOf(['react', 'next'], name) ? 'config' : undefined
}

const isSibling = (to, file) => folderOf(file) !== undefined && folderOf(`${to}/index`) !== folderOf(file)

const pathRefused = (layer, to, file, typeOnly) => {
  if (layer.only && !anyOf(layer.only, to)) return 'area'
  if (anyOf(layer.not, to)) return 'area'
  if (anyOf(layer.types, to) && !typeOnly) return 'typesOnly'
  return layer.siblings && inside(to, layer.files) && isSibling(to, file) ? 'sibling' : undefined
}

/** Why `file` may not import `specifier`: a message id, or undefined when it may. Paths are relative to the repository. */
export const refusal = ({ file, specifier, typeOnly = false }) => {
  const layer = LAYERS.find((item) => inside(file, item.files))
  if (!layer) return undefined
  const to = target(specifier, file)
  if (to.path) return pathRefused(layer, to.path, file, typeOnly)
  return typeOnly && !layer.packages ? undefined : packageRefused(layer, to.name, file)
}

export const boundaries = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      area: 'This layer may not import from "{{specifier}}".',
      package: 'This layer may not use the package "{{specifier}}".',
      config: 'Configs are read outside of Next: no React and no "{{specifier}}".',
      sibling: 'A folder of this kind may not import its neighbour "{{specifier}}"; slugs.ts names it.',
      typesOnly: 'Only types may come from "{{specifier}}" here.',
    },
  },
  create: (context) => {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return
      const specifier = node.source.value
      const messageId = refusal({ file, specifier, typeOnly: (node.importKind ?? node.exportKind) === 'type' })
      if (messageId) context.report({ node: node.source, messageId, data: { specifier } })
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check }
  },
}
