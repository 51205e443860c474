import { findRows, type RowRequest } from '@/db/rows'
import type { FormDef } from '@/domain/forms/types'
import { routineReferences } from '@/domain/package/references'
import { lintRoutine, type Named, type RoutineProblem } from '@/domain/routines/lint'
import type { RoutineDef } from '@/domain/routines/types'
import type { Lang } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import { idOf } from '@/lib/idOf'
import type { TypeRow } from '@/services/structure/rows'
import { formVersion } from '@/services/structure/versions'
import { SLUG, type Slug } from '@/slugs'

const SLUGS: Record<string, Slug> = {
  matterType: SLUG.types, category: SLUG.categories, unit: SLUG.units, team: SLUG.teams, post: SLUG.posts, form: SLUG.forms, register: SLUG.registers,
}

type Row = { code: string; active?: boolean | null; current?: unknown; openBy?: TypeRow['openBy']; form?: unknown }

const rowsOf = async (req: RowRequest, office: string, slug: Slug, codes: readonly string[]): Promise<Row[]> =>
  (await findRows(req, slug, { where: { and: [{ office: { equals: office } }, { code: { in: [...codes] } }] } })) as unknown as Row[]

const namedOf = (row: Row | undefined): Named =>
  row && { active: row.active !== false, published: idOf(row.current) !== undefined, staff: row.openBy?.includes('staff') === true }

/** The form of the type, read in the request's own transaction: it may have been published a moment ago. */
const formBehind = async (req: RowRequest, office: string, type: Row | undefined): Promise<{ form: FormDef | undefined; unpublished: boolean }> => {
  const id = idOf(type?.form)
  const [row] = id ? await findRows(req, SLUG.forms, { where: { and: [{ id: { equals: id } }, { office: { equals: office } }] } }) : []
  const version = idOf(row?.current)
  return { form: version ? await formVersion(req.payload, version) : undefined, unpublished: row !== undefined && version === undefined }
}

/** Everything that keeps a routine from opening its work, looked up as structure stands in this request. */
export const routineProblems = async (req: RowRequest, office: string, def: RoutineDef): Promise<RoutineProblem[]> => {
  const references = routineReferences(def)
  const kinds = [...new Set(references.map(({ kind }) => kind as string))]
  const found = new Map<string, Row>()
  for (const kind of kinds) {
    const slug = SLUGS[kind]
    const codes = references.filter((reference) => reference.kind === kind).map(({ code }) => code)
    for (const row of slug ? await rowsOf(req, office, slug, codes) : []) found.set(`${kind} ${row.code}`, row)
  }
  const { opens } = def
  const { form } = opens.kind === 'matter' ? await formBehind(req, office, found.get(`matterType ${opens.matterType}`)) : { form: undefined }
  return lintRoutine(def, references, { named: (kind, code) => namedOf(found.get(`${kind} ${code}`)), form })
}

/** A problem in words. */
export const problemText = ({ code, params = {} }: RoutineProblem, lang: Lang): string =>
  t(lang, `routines.lint.${code}`, { ...params, ...(params.kind ? { kind: tMaybe(lang, `routines.kind.${params.kind}`) ?? params.kind } : {}) })
