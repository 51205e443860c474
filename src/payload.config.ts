import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { zh } from '@payloadcms/translations/languages/zh'
import { en } from '@payloadcms/translations/languages/en'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { collections } from './collections'
import { makeAdapter } from './db/adapter'
import { graphQLRules } from './access/graphQLRules'
import { closeInternals } from './access/internals'
import { recordRefusals } from './hooks/recordRefusals'
import { env } from './lib/env'
import { noMail } from './lib/noMail'
import { secret } from './lib/keys'
import { loggerOptions, logTo } from './lib/logger'
import { migrations } from './migrations'
import { guardSessions } from './services/session/visit'
import { SLUG } from './slugs'

const here = path.dirname(fileURLToPath(import.meta.url))
const settings = env()

export default buildConfig({
  secret: secret('session').toString('hex'),
  collections,
  editor: lexicalEditor(),
  db: makeAdapter({
    uri: settings.DATABASE_URI,
    migrationDir: path.resolve(here, 'migrations'),
    prodMigrations: migrations,
    synchronous: settings.SQLITE_SYNCHRONOUS,
    allowStandalone: settings.MONGO_STANDALONE_OK,
    ...(settings.MONGO_COMPAT ? { compat: settings.MONGO_COMPAT } : {}),
  }),
  admin: {
    user: SLUG.users,
    avatar: 'default',
    dateFormat: 'yyyy-MM-dd HH:mm',
    importMap: { baseDir: path.resolve(here, '..') },
    meta: { titleSuffix: ' · 结构' },
    components: {
      providers: ['@/components/admin/Proof.client#Proof'],
      afterNavLinks: ['@/components/admin/NavLinks#NavLinks'],
      graphics: { Logo: '@/components/admin/Mark#Logo', Icon: '@/components/admin/Mark#Icon' },
    },
  },
  i18n: { supportedLanguages: { zh, en }, fallbackLanguage: 'zh' },
  localization: {
    locales: [{ code: 'zh', label: '中文' }, { code: 'en', label: 'English' }],
    defaultLocale: 'zh',
    fallback: true,
  },
  graphQL: { schemaOutputFile: path.resolve(here, '../docs/api/schema.graphql'), disablePlaygroundInProduction: true, maxComplexity: 200, validationRules: graphQLRules },
  telemetry: false,
  hooks: { afterError: [recordRefusals] },
  logger: { options: { ...loggerOptions(settings.LOG_LEVEL), name: 'payload' }, destination: logTo() },
  // What a door refuses is no fault of ours: it is told to whoever asked, and noted.
  loggingLevels: { APIError: 'info', AuthenticationError: 'info', Forbidden: 'info', LockedAuth: 'info', NotFound: 'info', Locked: 'info', MissingFile: 'info', QueryError: 'info', ValidationError: 'info', UnverifiedEmail: 'info' },
  email: noMail,
  sharp,
  onInit: guardSessions,
  // Types are made by a command and committed; Payload would start a process for them at every start outside production.
  typescript: { autoGenerate: false, outputFile: path.resolve(here, 'payload-types.ts') },
  upload: { limits: { fileSize: settings.MAX_PHOTO_MB * 1024 * 1024 }, abortOnLimit: true },
  cors: [],
  csrf: settings.PUBLIC_URL ? [settings.PUBLIC_URL] : [],
}).then(closeInternals)
