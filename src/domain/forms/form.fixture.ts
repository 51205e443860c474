import fc from 'fast-check'
import type { Condition, ConditionRow, FormDef, Question, QuestionKind } from './types'
import { QUESTION_KINDS } from './types'

/** Two pages with a chain of conditions, an ending answer, and one question of every kind. */
export const noiseForm: FormDef = {
  code: 'noise',
  name: { zh: '噪声扰民', en: 'Noise' },
  pages: [
    {
      title: { zh: '发生了什么', en: 'What happened' },
      questions: [
        { key: 'note', kind: 'info', label: { zh: '着火或有人受伤，请先打119、120' } },
        {
          key: 'origin', kind: 'choice', required: true, label: { zh: '噪声从哪里来？', en: 'Where does it come from?' },
          options: [
            { code: 'works', label: { zh: '施工', en: 'Building works' } },
            { code: 'shop', label: { zh: '商铺', en: 'A shop' } },
            { code: 'horns', label: { zh: '车辆鸣笛', en: 'Car horns' }, endsWith: { zh: '这归公安交管部门管，请拨122', en: 'Please call 122' } },
          ],
        },
        { key: 'atNight', kind: 'yesNo', required: true, label: { zh: '晚上10点以后还在施工吗？' }, showIf: { match: 'all', rows: [{ question: 'origin', op: 'is', value: 'works' }] } },
        {
          key: 'hours', kind: 'number', required: true, integer: true, min: 1, max: 24, label: { zh: '一夜大约几小时？' },
          help: { zh: '大概就行' }, purpose: { zh: '判断是否派夜班' }, showIf: { match: 'all', rows: [{ question: 'atNight', op: 'is', value: true }] },
        },
        { key: 'detail', kind: 'longText', minLength: 5, maxLength: 20, label: { zh: '说说情况' } },
      ],
    },
    {
      title: { zh: '什么时候、在哪里', en: 'When and where' },
      questions: [
        { key: 'since', kind: 'date', minDate: '2020-01-01', maxDate: '2030-12-31', label: { zh: '从哪天开始？' } },
        { key: 'clock', kind: 'text', pattern: 'time24', label: { zh: '一般几点？' }, publicity: 'public' },
        {
          key: 'effects', kind: 'multiChoice', minChoices: 1, maxChoices: 2, label: { zh: '影响到谁？' }, publicity: 'public',
          options: [{ code: 'sleep', label: { zh: '睡眠' } }, { code: 'study', label: { zh: '学习' } }, { code: 'work', label: { zh: '工作' } }],
        },
        { key: 'spot', kind: 'place', required: true, label: { zh: '在什么地方？' } },
        {
          key: 'pictures', kind: 'photo', maxChoices: 3, label: { zh: '有照片吗？' },
          showIf: { match: 'any', rows: [{ question: 'effects', op: 'includes', value: 'sleep' }, { match: 'all', rows: [{ question: 'hours', op: 'moreThan', value: 3 }, { question: 'origin', op: 'isNot', value: 'shop' }] }] },
        },
      ],
    },
  ],
}

const words = fc.constantFrom({ zh: '问题' }, { zh: '说明', en: 'Hint' })
const optionCodes = ['a', 'b', 'c']

const condition = (earlier: readonly Question[]): fc.Arbitrary<Condition> => {
  const row: fc.Arbitrary<ConditionRow> = fc.constantFrom(...earlier.map(({ key }) => key)).chain((question) => fc.oneof(
    fc.record({ question: fc.constant(question), op: fc.constantFrom('is' as const, 'isNot' as const), value: fc.oneof(fc.constantFrom(...optionCodes), fc.boolean(), fc.integer({ min: -2, max: 9 })) }),
    fc.record({ question: fc.constant(question), op: fc.constantFrom('includes' as const, 'excludes' as const), value: fc.constantFrom(...optionCodes) }),
    fc.record({ question: fc.constant(question), op: fc.constantFrom('moreThan' as const, 'atLeast' as const, 'lessThan' as const, 'atMost' as const), value: fc.integer({ min: -2, max: 9 }) }),
    fc.record({ question: fc.constant(question), op: fc.constantFrom('answered' as const, 'notAnswered' as const) }),
  ))
  const match = fc.constantFrom('all' as const, 'any' as const)
  const group = fc.record({ match, rows: fc.array(row, { minLength: 1, maxLength: 3 }) })
  return fc.record({ match, rows: fc.array(fc.oneof(row, group), { minLength: 1, maxLength: 3 }) })
}

const limits = (kind: QuestionKind): fc.Arbitrary<Partial<Question>> => {
  if (kind === 'text' || kind === 'longText') return fc.record({ minLength: fc.nat(2), maxLength: fc.integer({ min: 3, max: 30 }) }, { requiredKeys: [] })
  if (kind === 'number') return fc.record({ min: fc.integer({ min: -5, max: 0 }), max: fc.integer({ min: 1, max: 50 }), integer: fc.boolean() }, { requiredKeys: [] })
  if (kind === 'choice' || kind === 'multiChoice') {
    return fc.subarray([undefined, { zh: '请打电话' }], { minLength: 1, maxLength: 1 }).map(([endsWith]) => ({ options: optionCodes.map((code) => ({ code, label: { zh: code }, ...(endsWith && code === 'c' ? { endsWith } : {}) })) }))
  }
  return fc.constant({})
}

/** Words every object has are as good keys as any. */
const KEYS = ['a', 'constructor', 'toString', 'b', 'valueOf', 'c', 'd', 'hasOwnProperty', 'e', 'f'] as const

/** Any sound form: keys in order, conditions that look back only. */
export const anyForm: fc.Arbitrary<FormDef> = fc.array(fc.constantFrom(...QUESTION_KINDS), { minLength: 1, maxLength: KEYS.length }).chain((kinds) =>
  kinds.reduce<fc.Arbitrary<Question[]>>((before, kind, at) => before.chain((earlier) => {
    const asked = earlier.filter((question) => question.kind !== 'info')
    const showIf = asked.length > 0 ? fc.option(condition(asked), { nil: undefined, freq: 2 }) : fc.constant(undefined)
    return fc.tuple(words, fc.boolean(), limits(kind), showIf).map(([label, required, more, shown]) =>
      [...earlier, { key: KEYS[at] ?? 'z', kind, label, ...(kind === 'info' ? {} : { required }), ...more, ...(shown ? { showIf: shown } : {}) }])
  }), fc.constant([]))).chain((questions) => fc.nat(questions.length).map((cut): FormDef => ({
  code: 'any', name: { zh: '表单' },
  pages: [questions.slice(0, cut), questions.slice(cut)].filter((part) => part.length > 0).map((part) => ({ title: { zh: '一页' }, questions: part })),
})))

/** What a question of a kind is likely to get, right and wrong. */
export const likelyInput: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>('a', 'b', 'c', 'x', '', 'yes', 'no', true, false, null, undefined, 3, -1, 2.5, '３', '7', '1e5', '2026-02-29', '2028-02-29', '2026年5月1日', [], ['a'], ['b', 'a', 'a'], ['a', 'b', 'c'], ['', 'a'],
    { unit: 'u-1', address: '6号楼' }, { address: ' ' }, { unit: 5 }, {}, [1], '01ARZ3NDEKTSV4RRFFQ69G5FAV', ['p1', 'p2']),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.anything(),
)

/** Raw answers as JSON and as form fields, mixed, with strangers among them. */
export const anyRaw: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom(...KEYS).map((key) => `q.${key}`), fc.constantFrom(...KEYS).chain((key) => fc.constantFrom('unit', 'address', 'ids').map((part) => `q.${key}.${part}`)), fc.string()),
  likelyInput,
  { maxKeys: 20 },
)

export const questionsIn = (def: FormDef): Question[] => def.pages.flatMap(({ questions }) => questions)
