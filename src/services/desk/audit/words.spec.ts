import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ACTS } from '@/domain/publishing/chain'
import { tMaybe } from '@/i18n'
import { REPORTER_ACTS, STAFF_ACTS } from '@/services/matters/acts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const FOLDERS = ['services', 'jobs', 'hooks', 'endpoints', 'access', 'app', 'lib', 'db', 'channels']
const CODE = /\.tsx?$/
const SPEC = /\.spec\.tsx?$/

const filesOf = (folder: string): string[] => {
  try {
    return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => CODE.test(name) && !SPEC.test(name)).map((name) => path.join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const sources = FOLDERS.flatMap(filesOf).map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }))

/** How an act of the audit log is written down, beside `action: '…'` itself. */
const NAMED = [/\baction: ?'([a-z]+\.[a-zA-Z]+)'/g, /\b(?:audited|recordAuditor)\([^']*'([a-z]+\.[a-zA-Z]+)'/g, /\bauditOf\([^']*'([a-z]+\.[a-zA-Z]+)'/g, /\bconst (?:INVITED|REPLACED) ?= ?'([a-z]+\.[a-zA-Z]+)'/g]
/** An event of a matter is an act of the audit log too. */
const EVENTS = [/\bkind: '(?:act|system)'(?: as const)?, action: '([a-zA-Z]+)'/g, /\{ \.\.\.said, action: '([a-zA-Z]+)'/g, /\bwithParties\([^']*action: '([a-zA-Z]+)'/g, /\bconst MIGRATED ?= ?'([a-zA-Z]+)'/g]

/** Actions that are put together where they are written, by file: whoever adds such a place lists here what it can say. */
const BUILT: Record<string, string[]> = {
  'services/session/recordSignIn.ts': ['session.signIn', 'session.signOut'],
  'services/forget/holdActs.ts': ['retention.hold', 'retention.liftHold', 'matter.hold', 'matter.liftHold'],
  'services/structure/auditOf.ts': ['structure.change', ...['grant', 'membership'].flatMap((of) => [`${of}.given`, `${of}.changed`, `${of}.taken`]), 'role.made', 'role.changed', 'role.removed', 'people.added', 'people.changed', 'people.removed'],
  'services/publishing/chain/acts.ts': ACTS.filter((act) => act !== 'edit').map((act) => `notice.${act}`),
  'services/matters/save.ts': [],
  'services/matters/family.ts': ['matter.partReopened', 'matter.partClosed'],
  'services/matters/acts/same.ts': ['matter.perhapsSame', 'matter.notSame'],
  'services/matters/acts/labels.ts': ['matter.restrict', 'matter.unrestrict'],
}

const found = (patterns: RegExp[], before = ''): string[] => sources.flatMap(({ text }) => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => before + name)))
const actions = [...new Set([...found(NAMED), ...found(EVENTS, 'matter.'), ...Object.values(BUILT).flat(), ...Object.keys({ ...STAFF_ACTS, ...REPORTER_ACTS }).filter((act) => act !== 'answerErasure').map((act) => `matter.${act}`)])].sort()
const jobs = [...new Set([...sources.flatMap(({ text }) => [/kind: 'system'(?: as const)?, (?:id|job): '([a-zA-Z]+)'/g, /\bconst JOB ?= ?'([a-zA-Z]+)'/g].flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name))), 'fallback', 'none'])].filter((job) => job !== 'silence').sort()

describe('words of the audit log', () => {
  it('finds the places', () => {
    expect(actions).toEqual(expect.arrayContaining(['session.signIn', 'webhook.add', 'audit.search', 'session.factorSet', 'setup.invite', 'matter.threshold', 'matter.endParty', 'matter.refuseErasure', 'matter.migrated', 'matter.reveal', 'retention.hold']))
    expect(jobs).toEqual(expect.arrayContaining(['thresholds', 'anchor', 'routines']))
  })

  it.each(['zh', 'en'] as const)('has one for every action and every worker of the portal (%s)', (lang) => {
    expect(actions.filter((action) => tMaybe(lang, `audit.action.${action.replaceAll('.', '_')}`) === undefined)).toEqual([])
    expect(jobs.filter((job) => tMaybe(lang, `audit.job.${job}`) === undefined)).toEqual([])
  })

  it('knows every place where an action is put together', () => {
    const built = sources.filter(({ text }) => /\baction: ?(?:`|[^,'\n]*\?\s*')/.test(text) && /appendAudit|kind: 'act'/.test(text) || /const action = .*\? '/.test(text) && /kind: 'act'/.test(text)).map(({ file }) => file)
    expect(built.filter((file) => !(file in BUILT))).toEqual([])
  })
})
