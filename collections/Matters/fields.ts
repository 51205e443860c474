import type { Field } from 'payload'
import { area, bool, choice, instant, json, link, num, sealed, text } from '@/fields'
import { SLUG } from '@/slugs'

const identity: Field[] = [
  text('number', '编号', { required: true, index: true }),
  sealed(text('receiptCode', '回执号', { unique: true, index: true })),
  sealed(text('wordHash', '查询词散列')),
  sealed(text('idempotencyKey', '发送标识', { unique: true, index: true })),
  link('type', '事项类型', SLUG.types, { required: true }),
  link('category', '风险类别', SLUG.categories, { index: true }),
  text('categoryPath', '类别路径', { index: true }),
  num('severity', '严重程度'),
  link('source', '来源', SLUG.sources),
  link('registeredBy', '登记人', SLUG.users),
]

const place: Field[] = [
  link('unit', '网格', SLUG.units, { index: true }),
  text('path', '网格路径', { index: true }),
  text('address', '地点'),
  link('entry', '台账条目', SLUG.entries, { index: true }),
  num('lng', '经度'),
  num('lat', '纬度'),
]

const content: Field[] = [
  text('title', '摘要', { required: true }),
  area('text', '原话'),
  json('answers', '表单答案'),
  link('formVersion', '表单版本', SLUG.definitions),
  link('workflowVersion', '流程版本', SLUG.definitions),
  sealed(text('searchText', '检索文字')),
  text('tags', '标签'),
  text('lang', '报告人的语言'),
]

const life: Field[] = [
  text('step', '步骤', { required: true, index: true }),
  choice('phase', '环节', [['intake', '受理'], ['routing', '分流'], ['coordination', '协调'], ['handling', '处理'], ['supervision', '监督'], ['archive', '归档']], { required: true }),
  text('previousStep', '上一步骤'),
  num('revision', '修订号', { required: true }),
  num('round', '轮次', { required: true }),
  num('returns', '退回次数', { required: true }),
  num('eventCount', '记录数', { required: true }),
  sealed(text('lastDigest', '最近摘要')),
  bool('open', '在办', { index: true }),
  text('outcome', '结果'),
  num('rating', '评分'),
  json('handlers', '本轮经办人'),
  json('reviewers', '本次审核人'),
  link('verifiedBy', '核查人', SLUG.users),
  link('parent', '上级事项', SLUG.matters, { index: true }),
  num('openParts', '未结子项'),
  link('mergedInto', '并入', SLUG.matters),
  choice('confidentiality', '保密', [['normal', '一般'], ['restricted', '限制查看']], { required: true }),
  bool('hasContact', '留有联系方式'),
  instant('eraseAskedAt', '报告人要求删除', { index: true }),
  instant('eraseAnswerBy', '最晚答复'),
  instant('anonymisedAt', '去标识时间'),
]

const owner: Field[] = [
  link('ownerUnit', '承办网格', SLUG.units, { index: true }),
  link('ownerTeam', '承办队伍', SLUG.teams, { index: true }),
  link('ownerPerson', '承办人', SLUG.users, { index: true }),
  text('participants', '参与方', { readOnly: true }),
  link('firstUnit', '首问单位', SLUG.units),
]

const times: Field[] = [
  instant('receivedAt', '收到', { required: true }),
  instant('touchedAt', '最近动态', { index: true }),
  instant('stepSince', '进入本步骤'),
  instant('archivedAt', '归档', { index: true }),
  instant('reopenUntil', '可重开至'),
  instant('silenceAt', '无回应归档日', { index: true }),
  text('nextClock', '最近的时限'),
  instant('dueAt', '到期', { index: true }),
  instant('warnAt', '预警', { index: true }),
  bool('paused', '暂停计时'),
]

/** What a matter stores: its lifecycle. What follows from events (overdue, rates) is computed (architecture.md §2). */
export const matterFields: Field[] = [...identity, ...place, ...content, ...life, ...owner, ...times]
