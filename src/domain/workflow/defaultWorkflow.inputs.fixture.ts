import type { InputDef } from './types'

/** Inputs that several transitions of the default workflow share. */

export const reasonInput: InputDef = {
  key: 'reason', kind: 'text', role: 'reason', required: true, minLength: 2, maxLength: 500, label: { zh: '理由', en: 'Reason' },
}

export const replyInput: InputDef = {
  key: 'reply', kind: 'text', role: 'reply', required: true, minLength: 2, maxLength: 1000, label: { zh: '给报告人的答复', en: 'Reply to the reporter' },
}

export const responsibleInput: InputDef = {
  key: 'responsible', kind: 'text', role: 'responsible', required: true, minLength: 2, maxLength: 200,
  label: { zh: '由谁负责', en: 'Who is responsible instead' },
}

export const leadInput: InputDef = { key: 'lead', kind: 'lead', role: 'lead', required: true, label: { zh: '主办', en: 'Lead' } }

export const partiesInput: InputDef = {
  key: 'parties', kind: 'parties', role: 'parties', required: true, minCount: 1, maxCount: 20, label: { zh: '协办', en: 'Co-handlers' },
}

export const photosInput: InputDef = {
  key: 'photos', kind: 'photos', role: 'photos', required: false, maxCount: 6, label: { zh: '照片', en: 'Photos' },
}

export const ratingInput: InputDef = {
  key: 'rating', kind: 'rating', role: 'rating', required: false, min: 1, max: 5, label: { zh: '满意程度', en: 'Satisfaction' },
}

export const outcomeInput: InputDef = {
  key: 'outcome', kind: 'choice', role: 'outcome', required: true, label: { zh: '处理结果', en: 'Outcome' },
  options: [
    { code: 'solved', label: { zh: '已解决', en: 'Solved' } },
    { code: 'partlySolved', label: { zh: '部分解决', en: 'Partly solved' } },
    { code: 'explained', label: { zh: '已解释说明', en: 'Explained' } },
    { code: 'notSolvable', label: { zh: '暂时无法解决', en: 'Cannot be solved for now' } },
  ],
}

export const minutesInput: InputDef = {
  key: 'minutes', kind: 'minutes', role: 'extension', required: true, min: 30, max: 14400, label: { zh: '延长多少分钟', en: 'Minutes to add' },
}
