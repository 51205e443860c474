import { Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { refusal, target } from './boundaries.mjs'
import portal from './index.mjs'

const ids = (rule, code, filename = 'src/services/x.tsx') =>
  new Linter({ cwd: '/repo' })
    .verify(
      code,
      [{ files: ['**/*.tsx'], plugins: { portal }, languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } }, rules: { [`portal/${rule}`]: 'error' } }],
      { filename: `/repo/${filename}` },
    )
    .map((message) => message.messageId ?? message.message)

describe('where an import points', () => {
  it.each([
    ['@/lib/env', 'src/domain/a/b.ts', { path: 'src/lib/env' }],
    ['@collections/Matters', 'src/app/x.ts', { path: 'collections/Matters' }],
    ['@payload-config', 'src/app/x.ts', { path: 'src/payload.config' }],
    ['../words', 'src/domain/a/b.ts', { path: 'src/domain/words' }],
    ['@payloadcms/ui', 'src/app/x.ts', { name: '@payloadcms/ui' }],
    ['payload', 'src/app/x.ts', { name: 'payload' }],
  ])('%s from %s', (specifier, file, expected) => expect(target(specifier, file)).toEqual(expected))
})

describe('boundaries', () => {
  it.each([
    ['src/domain/a/x.ts', '../words', undefined],
    ['src/domain/a/x.ts', 'zod', undefined],
    ['src/domain/a/x.ts', 'payload', 'package'],
    ['src/domain/a/x.ts', 'node:fs', 'package'],
    ['src/domain/a/x.ts', 'node:crypto', 'package'],
    ['src/domain/a/x.ts', '@/lib/clock', 'area'],
    ['src/domain/a/x.ts', '../../lib/clock', 'area'],
    ['src/services/x.ts', '@/domain/words', undefined],
    ['src/services/x.ts', '@/components/ui/Button', 'area'],
    ['src/services/x.ts', '@/app/(site)/page', 'area'],
    ['src/services/x.ts', '@collections/Matters', 'area'],
    ['src/services/boot/x.ts', '@payload-config', undefined],
    ['src/lib/payload.ts', '@payload-config', undefined],
    ['src/lib/x.ts', '@/services/report', 'area'],
    ['src/db/x.ts', '@/services/report', 'area'],
    ['src/components/ui/X.tsx', 'react', undefined],
    ['src/components/ui/X.tsx', '@/services/report', 'typesOnly'],
    ['src/components/ui/X.tsx', '@/db/port', 'area'],
    ['src/components/admin/X.tsx', '@/services/structure/cache', undefined],
    ['src/components/admin/X.tsx', '@/db/port', 'area'],
    ['src/payload.config.ts', '@collections/Matters', undefined],
    ['src/payload.config.ts', 'next/cache', 'package'],
    ['collections/Matters/index.ts', './fields', undefined],
    ['collections/Matters/index.ts', '@/slugs', undefined],
    ['collections/Matters/hooks/a.ts', '../../Units/fields', 'sibling'],
    ['collections/Matters/index.ts', '@collections/Units', 'sibling'],
    ['collections/Matters/index.ts', '@collections/Matters/fields', undefined],
    ['collections/index.ts', './Matters', undefined],
    ['collections/Matters/hooks/a.ts', 'next/cache', 'config'],
    ['collections/Matters/admin/Link.tsx', 'react', undefined],
    ['collections/Matters/admin/Link.client.tsx', 'next/navigation', undefined],
    ['blocks/Hero/config.ts', 'react', 'config'],
    ['blocks/Hero/Component.tsx', 'react', undefined],
    ['blocks/Hero/Component.tsx', '../Cards/Component', 'sibling'],
    ['blocks/RenderBlocks.tsx', './Hero/Component', undefined],
    ['scripts/x.mjs', '../src/services/report', undefined],
  ])('%s imports %s: %s', (file, specifier, expected) => expect(refusal({ file, specifier })).toBe(expected))

  it('lets types through where only types may pass', () => {
    expect(refusal({ file: 'src/components/ui/X.tsx', specifier: '@/services/report', typeOnly: true })).toBeUndefined()
    expect(refusal({ file: 'blocks/Hero/config.ts', specifier: 'react', typeOnly: true })).toBeUndefined()
    expect(refusal({ file: 'src/domain/a/x.ts', specifier: 'payload', typeOnly: true })).toBe('package')
  })

  it('sees every form of import', () => {
    const code = "import a from '@/app/a'; export * from '@/app/b'; export { c } from '@/app/c'; export const d = () => import('@/app/d')"
    expect(ids('boundaries', code)).toEqual(['area', 'area', 'area', 'area'])
  })
})

describe('explicit overrideAccess', () => {
  it.each([
    ["payload.find({ collection: 'a' })", ['missing']],
    ["req.payload.create({ collection: 'a', data })", ['missing']],
    ['ctx.req.payload.count(args)', ['missing']],
    ['payload.update({ ...args })', ['missing']],
    ["payload.find({ collection: 'a', overrideAccess: false })", []],
    ["req.payload.delete({ 'overrideAccess': true })", []],
    ["payload.db.create({ collection: 'a' })", []],
    ['list.find((item) => item.a)', []],
    ['payload.logger.info({})', []],
  ])('%s', (code, expected) => expect(ids('explicit-override-access', code)).toEqual(expected))
})

describe('words that people read', () => {
  it.each([
    ["const a = '你好'", ['word']],
    ['const a = `${x}件`', ['word']],
    ['const a = <p>请填写</p>', ['word']],
    ['const a = <p title="请">x</p>', ['word']],
    ["const a = '\uff0c'", []],
    ['const a = <p>{x}\uff0c{y}</p>', ['word']],
    ["// 网格 is a grid\nconst a = 'grid · – …'", []],
    ['const a = /备\\d+号/', []],
    ['const a = /[\\u4e00-\\u9fff]/', []],
  ])('%s', (code, expected) => expect(ids('dictionary-words', code)).toEqual(expected))
})
