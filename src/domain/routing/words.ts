import { say, type Lang, type Words } from '../words'

/** Words the routing engine makes itself: reasons that a clerk can read back to a resident (domain.md §3 rule 7). No office's own word. */

type Texts = Record<Lang, (...parts: string[]) => string>

/** The four grades of severity, lightest first. */
const GRADES: Record<Lang, readonly string[]> = { zh: ['一般', '较重', '严重', '紧急'], en: ['slight', 'ordinary', 'serious', 'pressing'] }

const templates = {
  reason: { zh: (n, why, target) => `规则 ${n}：${why} → ${target}`, en: (n, why, target) => `Rule ${n}: ${why} → ${target}` },
  always: { zh: () => '所有事项', en: () => 'every matter' },
  anyOf: { zh: (list) => `满足其一：${list}`, en: (list) => `any of: ${list}` },
  off: { zh: () => '规则已停用，没有试', en: () => 'switched off, not tried' },
  notMatched: { zh: (why) => `不符合：${why}`, en: (why) => `does not fit: ${why}` },
  matched: { zh: (why, target) => `${why} → ${target}`, en: (why, target) => `${why} → ${target}` },
  later: { zh: (why) => `也符合，但排在后面：${why}`, en: (why) => `fits too, but comes later: ${why}` },
  skipped: { zh: (why, cause) => `符合（${why}），但跳过：${cause}`, en: (why, cause) => `fits (${why}) but is skipped: ${cause}` },
  teamUnknown: { zh: (code) => `没有队伍「${code}」`, en: (code) => `there is no team “${code}”` },
  teamClosed: { zh: (name) => `队伍「${name}」已停用`, en: (name) => `team “${name}” is closed` },
  teamEmpty: { zh: (name) => `队伍「${name}」没有成员`, en: (name) => `team “${name}” has no members` },
  objected: { zh: (name) => `「${name}」刚提出不该由其承办`, en: (name) => `“${name}” has just said that it is not theirs` },
  unitUnknown: { zh: (code) => `没有网格「${code}」`, en: (code) => `there is no unit “${code}”` },
  unitClosed: { zh: (name) => `网格「${name}」已停用`, en: (name) => `unit “${name}” is closed` },
  postVacant: { zh: (post) => `「${post}」岗位无人，本网格也没有负责人`, en: (post) => `nobody holds the post “${post}”, and the unit has no lead` },
  unitLead: { zh: (unit) => `「${unit}」负责人`, en: (unit) => `the lead of “${unit}”` },
  officer: { zh: (post) => `本网格的「${post}」`, en: (post) => `the unit’s “${post}”` },
  fallback: { zh: (target) => `没有规则适用 → ${target}`, en: (target) => `No rule fits → ${target}` },
  fallbackAbove: { zh: (target) => `没有规则适用，本网格没有负责人 → 上级${target}`, en: (target) => `No rule fits and the unit has no lead → above it, ${target}` },
  nobody: { zh: () => '没有规则适用，也没有网格负责人，请人工分派', en: () => 'No rule fits and no unit has a lead: please assign by hand' },
  categoryIn: { zh: (list) => `类别在${list}`, en: (list) => `category is under ${list}` },
  categoryOut: { zh: (list) => `类别不在${list}`, en: (list) => `category is not under ${list}` },
  unitIn: { zh: (list) => `网格在${list}`, en: (list) => `place is within ${list}` },
  unitOut: { zh: (list) => `网格不在${list}`, en: (list) => `place is not within ${list}` },
  matterTypeIn: { zh: (list) => `事项类型是${list}`, en: (list) => `matter type is ${list}` },
  matterTypeOut: { zh: (list) => `事项类型不是${list}`, en: (list) => `matter type is not ${list}` },
  sourceIn: { zh: (list) => `来源是${list}`, en: (list) => `source is ${list}` },
  sourceOut: { zh: (list) => `来源不是${list}`, en: (list) => `source is not ${list}` },
  severityLow: { zh: (value) => `严重程度低于「${GRADES.zh[Number(value) - 1] ?? value}」`, en: (value) => `severity is below “${GRADES.en[Number(value) - 1] ?? value}”` },
  severityAtLeast: { zh: (value) => `严重程度不低于「${GRADES.zh[Number(value) - 1] ?? value}」`, en: (value) => `severity is “${GRADES.en[Number(value) - 1] ?? value}” or more` },
  severityAtMost: { zh: (value) => `严重程度不高于「${GRADES.zh[Number(value) - 1] ?? value}」`, en: (value) => `severity is “${GRADES.en[Number(value) - 1] ?? value}” or less` },
  severityHigh: { zh: (value) => `严重程度高于「${GRADES.zh[Number(value) - 1] ?? value}」`, en: (value) => `severity is above “${GRADES.en[Number(value) - 1] ?? value}”` },
  textIn: { zh: (list) => `文字里有${list}`, en: (list) => `the text mentions ${list}` },
  textOut: { zh: (list) => `文字里没有${list}`, en: (list) => `the text does not mention ${list}` },
  timeIn: { zh: (from, to) => `${from}—${to} 收到`, en: (from, to) => `received between ${from} and ${to}` },
  nightIn: { zh: (from, to) => `夜间（${from}—次日 ${to}）`, en: (from, to) => `at night (${from} to ${to})` },
  timeOut: { zh: (from, to) => `不在 ${from}—${to} 收到`, en: (from, to) => `not received between ${from} and ${to}` },
  yes: { zh: () => '是', en: () => 'yes' },
  no: { zh: () => '否', en: () => 'no' },
  working: { zh: () => '工作时间', en: () => 'working time' },
  notWorking: { zh: () => '非工作时间', en: () => 'outside working time' },
  answerIs: { zh: (question, value) => `「${question}」答「${value}」`, en: (question, value) => `“${question}” is “${value}”` },
  answerAtLeast: { zh: (question, value) => `「${question}」不少于 ${value}`, en: (question, value) => `“${question}” is at least ${value}` },
  answerAtMost: { zh: (question, value) => `「${question}」不多于 ${value}`, en: (question, value) => `“${question}” is at most ${value}` },
  answerLess: { zh: (question, value) => `「${question}」少于 ${value}`, en: (question, value) => `“${question}” is less than ${value}` },
  answerMore: { zh: (question, value) => `「${question}」多于 ${value}`, en: (question, value) => `“${question}” is more than ${value}` },
  answerNoNumber: { zh: (question) => `「${question}」没有答出数`, en: (question) => `“${question}” has no number for an answer` },
  answerIsNot: { zh: (question, value) => `「${question}」不是「${value}」`, en: (question, value) => `“${question}” is not “${value}”` },
} as const satisfies Record<string, Texts>

export type Template = keyof typeof templates
type Part = string | number | Words

const part = (value: Part, lang: Lang): string => (typeof value === 'object' ? say(value, lang) : String(value))

/** A template in both languages, with its parts. */
export const compose = (template: Template, ...parts: Part[]): Words => {
  const texts: Texts = templates[template]
  return { zh: texts.zh(...parts.map((each) => part(each, 'zh'))), en: texts.en(...parts.map((each) => part(each, 'en'))) }
}

/** Clauses in a row. */
export const joined = (list: readonly Words[]): Words => ({
  zh: list.map((words) => say(words, 'zh')).join('、'),
  en: list.map((words) => say(words, 'en')).join(', '),
})

/** Names in quotation marks, in a row. */
export const quoted = (names: readonly Words[]): Words => ({
  zh: names.map((name) => `「${say(name, 'zh')}」`).join('、'),
  en: names.map((name) => `“${say(name, 'en')}”`).join(', '),
})

export const plain = (text: string): Words => ({ zh: text, en: text })
