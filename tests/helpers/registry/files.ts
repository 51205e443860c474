import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const APP = path.resolve(import.meta.dirname, '../../../src/app')
const VERBS = /^export (?:const|(?:async )?function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm

export type RouteFile = { address: string; file: string; methods: string[] }

/** The address of a file: without the names of groups, that stand in no address. */
const addressOf = (file: string): string => `/${path.dirname(file).split(path.sep).filter((part) => part !== '.' && !/^\(.*\)$/.test(part)).join('/')}`

/** Folders that begin with an underscore are no part of an address. */
const files = (): string[] => readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((file) => !/(?:^|\/)_/.test(file)).sort()

const sourceOf = (file: string): string => readFileSync(path.join(APP, file), 'utf8')

/** Every route of the tree with the methods it answers. */
export const routeFiles = (): RouteFile[] =>
  files().filter((file) => /(?:^|\/)route\.tsx?$/.test(file))
    .map((file) => ({ address: addressOf(file), file: path.join(APP, file), methods: [...sourceOf(file).matchAll(VERBS)].map(([, verb = '']) => verb) }))

/** The addresses of all pages of the tree. */
export const pageAddresses = (): string[] => files().filter((file) => /(?:^|\/)page\.tsx?$/.test(file)).map(addressOf)

/** Files in which a function can be called from a browser without an address of its own, and whatever else Next would serve or run by its name alone. */
export const hiddenDoors = (): string[] =>
  files().filter((file) => /\.[jt]sx?$/.test(file) && (/^\s*['"]use server['"]/m.test(sourceOf(file)) || /(?:^|\/)(?:sitemap|robots|manifest|opengraph-image|twitter-image|icon|apple-icon|default|template|middleware|proxy)\.[jt]sx?$/.test(file)))

type Handler = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response> | Response

/** The handlers of a route, loaded when the portal under test has its configuration. */
export const handlersOf = async (route: RouteFile): Promise<Record<string, Handler>> => (await import(/* @vite-ignore */ route.file)) as Record<string, Handler>

/** A parameter that is well formed and names nothing, unless the door has a closed list for it. */
const NAMES: Record<string, string> = { lang: 'zh', mode: 'plain', kind: 'forms', step: 'describe', act: 'note', code: 'no-such', key: 'no-such', slug: 'tags' }
const NOWHERE = '01AAAAAAAAAAAAAAAAAAAAAAAA'

/** Values for the brackets of an address. */
export const paramsOf = (address: string, given: Record<string, string> = {}): Record<string, string | string[]> =>
  Object.fromEntries([...address.matchAll(/\[(\.\.\.)?(\w+)\]/g)].map(([, all, name = '']) => [name, all ? (given[name] ?? 'no-such').split('/') : (given[name] ?? NAMES[name] ?? NOWHERE)]))

/** The address with its brackets filled in. */
export const filled = (address: string, given: Record<string, string> = {}): string => {
  const params = paramsOf(address, given)
  return address.replace(/\[{1,2}(?:\.\.\.)?(\w+)\]{1,2}/g, (_all, name: string) => [params[name] ?? ''].flat().map(encodeURIComponent).join('/'))
}
