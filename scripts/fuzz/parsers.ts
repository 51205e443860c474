import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { cleanLine, cleanText, normaliseText, searchTokens, titleOf } from '@/domain/matter/text'
import { parseQueryWord, parseReceipt } from '@/domain/matter/receipt'
import { readHolidayList } from '@/domain/clocks/holidayList'
import { DomainError } from '@/domain/errors'
import { safeFileName } from '@/domain/fileName'
import { checkFormDef } from '@/domain/forms/schema'
import type { FormDef } from '@/domain/forms/types'
import { validateAnswers } from '@/domain/forms/validate'
import { readBoundaryText } from '@/domain/grid/readBoundary'
import { safeHref } from '@/domain/href'
import { readPackage } from '@/domain/package/read'
import { maskContact, maskName } from '@/domain/privacy/mask'
import { normaliseEmail, normalisePhone } from '@/domain/privacy/normalise'
import { scanText } from '@/domain/privacy/scan'
import { asWritten, toCsv } from '@/domain/registers/csv'
import { decodeText, parseCsv } from '@/domain/tables'
import { parseJson } from '@/services/bodies'
import { readTableFile } from '@/services/structure/importFile'
import { oddBytes, oddJson, oddTable, oddText, oddValue } from './odd'

export type Parser = { name: string; run: (input: never) => unknown; from: fc.Arbitrary<unknown> }

const of = <T>(name: string, from: fc.Arbitrary<T>, run: (input: T) => unknown): Parser => ({ name, from, run: run as Parser['run'] })

const forms = (JSON.parse(readFileSync(path.resolve('presets/jianwai.json'), 'utf8')) as { forms: { def?: FormDef }[] }).forms
  .flatMap((each) => checkFormDef(each.def ?? each).def ?? [])
if (forms.length === 0) throw new Error('the preset has no form to try')

const keysOf = (def: FormDef): string[] => def.pages.flatMap(({ questions }) => questions.map(({ key }) => key))
/** A form of the preset, and answers that nobody could give to it. */
const filledIn = fc.constantFrom(...forms).chain((def) =>
  fc.array(fc.tuple(fc.constantFrom(...keysOf(def), '__proto__', 'constructor', 'toString'), oddValue), { maxLength: 8 }).map((pairs) => ({ def, raw: Object.fromEntries(pairs) })))

/** Everything that reads what comes from outside and needs no portal for it. */
export const PARSERS: Parser[] = [
  of('JSON bodies', oddJson, parseJson),
  of('texts', oddText, (text) => [cleanText(text), cleanLine(text), normaliseText(text), searchTokens(text), titleOf({ text })]),
  of('codes', oddText, (text) => [parseReceipt(text), parseQueryWord(text)]),
  of('contacts', oddText, (text) => [normalisePhone(text), normaliseEmail(text), maskContact(text), maskName(text)]),
  of('personal data in texts', oddText, scanText),
  of('addresses and names of files', oddText, (text) => [safeHref(text), safeFileName(text)]),
  of('structure packages', oddJson, readPackage),
  of('definitions of forms', oddValue, checkFormDef),
  of('answers', filledIn, ({ def, raw }) => validateAnswers(def, raw)),
  of('separated values', oddTable, (text) => parseCsv(text).map((row) => row.map((cell) => asWritten(String(cell))))),
  of('tables written and read', fc.array(fc.array(oddText, { maxLength: 5 }), { maxLength: 5 }), (rows) => parseCsv(toCsv(rows))),
  of('bytes of texts', oddBytes, decodeText),
  of('workbooks', oddBytes, readTableFile),
  of('boundaries', fc.oneof(oddJson, fc.constantFrom('{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6]]]}', '{"type":"FeatureCollection","features":[]}')), readBoundaryText),
  of('lists of holidays', oddTable, (text) => readHolidayList(text, 2026)),
]

/** Odd things made at once for one parser. */
const CHUNK = 500

export type Tally = { cases: number; faults: string[]; worstMs: number }

const failed = (error: unknown): string | undefined => {
  if (error instanceof DomainError) return undefined
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : String(error)
}

const shown = (input: unknown): string => (JSON.stringify(input) ?? '').slice(0, 300)

/** What a parser made of an odd thing: undefined when it answered or refused in the portal's own words. */
const faultOf = async ({ run }: Parser, input: unknown): Promise<string | undefined> => {
  try {
    await run(input as never)
    return undefined
  } catch (error) {
    return failed(error)
  }
}

/** Hands every parser its share of odd things; anything but an answer or a refusal in the portal's own words is a fault. */
export const fuzzParsers = async ({ cases, seed, until = Infinity }: { cases: number; seed: number; until?: number }): Promise<Tally> => {
  const tally: Tally = { cases: 0, faults: [], worstMs: 0 }
  const told = new Set<string>()
  for (let round = 0; tally.cases < cases && performance.now() < until; round += 1) {
    for (const parser of PARSERS) {
      for (const input of fc.sample(parser.from, { numRuns: Math.min(CHUNK, Math.ceil(cases / PARSERS.length)), seed: seed + round })) {
        const begun = performance.now()
        const fault = await faultOf(parser, input)
        if (fault && !told.has(`${parser.name} ${fault}`)) tally.faults.push(`${parser.name} (seed ${seed + round}): ${fault} for ${shown(input)}`)
        if (fault) told.add(`${parser.name} ${fault}`)
        tally.worstMs = Math.max(tally.worstMs, performance.now() - begun)
        tally.cases += 1
      }
    }
  }
  return tally
}
