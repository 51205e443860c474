import type { InputDef, StepDef, TransitionDef, WorkflowDef } from './types'
import { handlingTransitions, supervisionTransitions } from './defaultWorkflow.later.fixture'
import { leadInput, partiesInput, reasonInput, replyInput, responsibleInput } from './defaultWorkflow.inputs.fixture'

/** The default workflow of domain.md §3, in generic words. Presets carry the same codes with their own words. */

const steps: StepDef[] = [
  {
    code: 'intake', phase: 'intake', kind: 'start', name: { zh: '待受理', en: 'Awaiting acceptance' },
    residentNow: { zh: '已收到，正在查看', en: 'Received, being looked at' },
    residentNext: { zh: '受理后会分给承办单位', en: 'Once accepted, it goes to those who will act' },
  },
  {
    code: 'routing', phase: 'routing', kind: 'normal', name: { zh: '待分流', en: 'Awaiting routing' },
    residentNow: { zh: '已受理，正在分派', en: 'Accepted, being assigned' },
    residentNext: { zh: '分派后由承办人处理', en: 'Next, somebody is put in charge' },
  },
  {
    code: 'coordination', phase: 'coordination', kind: 'normal', name: { zh: '协调中', en: 'In coordination' },
    residentNow: { zh: '需要几方配合，正在商定分工', en: 'Several parties are agreeing who does what' },
    residentNext: { zh: '商定后开始处理', en: 'Work starts once they agree' },
  },
  {
    code: 'handling', phase: 'handling', kind: 'normal', name: { zh: '处理中', en: 'Being handled' },
    residentNow: { zh: '正在处理', en: 'Being handled' },
    residentNext: { zh: '处理完由另一个人核查', en: 'Then somebody else checks the work' },
  },
  {
    code: 'waitReporter', phase: 'handling', kind: 'waiting', waitingFor: 'reporter', name: { zh: '等报告人补充', en: 'Waiting for the reporter' },
    residentNow: { zh: '需要您补充一点情况', en: 'We need something more from you' },
    residentNext: { zh: '收到您的补充后继续处理', en: 'We go on once we hear from you' },
  },
  {
    code: 'waitThird', phase: 'handling', kind: 'waiting', waitingFor: 'thirdParty', name: { zh: '等第三方', en: 'Waiting for a third party' },
    residentNow: { zh: '正在等其他单位配合', en: 'Waiting for another body' },
    residentNext: { zh: '对方办完后继续处理', en: 'We go on once they have acted' },
  },
  {
    code: 'waitWeather', phase: 'handling', kind: 'waiting', waitingFor: 'weather', name: { zh: '等天气', en: 'Waiting for the weather' },
    residentNow: { zh: '天气不允许，先停一停', en: 'The weather does not allow it' },
    residentNext: { zh: '天气好转后继续处理', en: 'We go on once it does' },
  },
  {
    code: 'awaitTime', phase: 'handling', kind: 'normal', name: { zh: '等延时批复', en: 'More time asked for' },
    residentNow: { zh: '正在等延时的批复', en: 'More time was asked for' },
    residentNext: { zh: '批复后继续处理', en: 'Either way work goes on' },
  },
  {
    code: 'supervision', phase: 'supervision', kind: 'normal', name: { zh: '待核查', en: 'Awaiting verification' },
    residentNow: { zh: '已处理，正在核查', en: 'Handled, being verified' },
    residentNext: { zh: '核查后请您确认', en: 'After that we ask you to confirm' },
  },
  {
    code: 'confirm', phase: 'supervision', kind: 'normal', name: { zh: '待报告人确认', en: 'Awaiting the reporter' },
    silence: { days: 10, transition: 'closeSilent' },
    residentNow: { zh: '已核查，请您确认是否解决', en: 'Verified. Please tell us whether it is solved' },
    residentNext: { zh: '没有答复会归档，归档后仍可重新打开', en: 'Without an answer it is archived, and can still be reopened' },
  },
  {
    code: 'archive', phase: 'archive', kind: 'final', name: { zh: '已归档', en: 'Archived' },
    residentNow: { zh: '已办结归档', en: 'Closed and archived' },
    residentNext: { zh: '没有解决的，可以在期限内重新打开', en: 'If it is not solved you can reopen it within the time given' },
  },
]

const target: InputDef = {
  key: 'target', kind: 'matter', role: 'target', required: true, label: { zh: '并入哪一件', en: 'Merge into which matter' },
}

const intakeTransitions: TransitionDef[] = [
  {
    code: 'accept', name: { zh: '受理', en: 'Accept' }, from: ['intake'], to: 'routing', actors: ['staff'], permission: 'matter.accept',
    guards: [], inputs: [], effects: ['acceptByActorUnit'], signals: ['accepted'], tone: 'main',
    residentLine: { zh: '已受理', en: 'Accepted' },
  },
  {
    code: 'reject', name: { zh: '不予受理', en: 'Reject' }, from: ['intake'], to: 'archive', actors: ['staff'], permission: 'matter.reject',
    guards: [], inputs: [reasonInput, responsibleInput, { ...replyInput, required: false }],
    effects: ['acceptByActorUnit', 'setOutcome'], outcome: 'rejected', signals: ['replied', 'dismissed', 'archived'], tone: 'careful',
    residentLine: { zh: '这件事不由我们负责，请联系：{responsible}', en: 'This is not ours to handle. Please contact: {responsible}' },
  },
  {
    code: 'mergeInto', name: { zh: '并入另一件', en: 'Merge into another' }, from: ['intake', 'routing', 'coordination', 'handling', 'awaitTime'], to: 'archive',
    actors: ['staff'], permission: 'matter.merge', guards: ['partsClosed'], inputs: [target, { ...reasonInput, required: false }],
    effects: ['acceptByActorUnit', 'mergeInto', 'setOutcome'], outcome: 'merged', signals: ['dismissed', 'archived'], tone: 'careful',
    residentLine: { zh: '已有人反映同一件事，两件合并办理', en: 'The same thing was already reported; both are handled together' },
  },
  {
    code: 'handOver', name: { zh: '移交其他单位', en: 'Hand over' }, from: ['intake', 'routing'], to: 'archive', actors: ['staff'], permission: 'matter.reject',
    guards: [], inputs: [responsibleInput, reasonInput, { ...replyInput, required: false }],
    effects: ['acceptByActorUnit', 'setOutcome'], outcome: 'handedOver', signals: ['replied', 'dismissed', 'archived'], tone: 'careful',
    residentLine: { zh: '已移交：{responsible}', en: 'Handed over to: {responsible}' },
  },
  {
    code: 'withdraw', name: { zh: '撤回', en: 'Withdraw' }, from: ['intake', 'routing', 'coordination'], to: 'archive', actors: ['reporter'],
    permission: 'matter.archive', guards: [], inputs: [{ ...reasonInput, required: false }],
    effects: ['setOutcome'], outcome: 'withdrawn', signals: ['withdrawn', 'archived'], tone: 'careful',
    residentLine: { zh: '报告人撤回', en: 'Withdrawn by the reporter' },
  },
]

const routingTransitions: TransitionDef[] = [
  {
    code: 'assign', name: { zh: '分派', en: 'Assign' }, from: ['routing'], to: 'handling', actors: ['staff', 'rule'], permission: 'matter.route',
    guards: [], inputs: [leadInput, { ...reasonInput, required: false }], effects: ['assignLead'], signals: ['assigned'], tone: 'main',
    residentLine: { zh: '已分派承办', en: 'Assigned' },
  },
  {
    code: 'coordinate', name: { zh: '多方协调', en: 'Coordinate' }, from: ['routing'], to: 'coordination', actors: ['staff', 'rule'], permission: 'matter.route',
    guards: [], inputs: [leadInput, partiesInput, { ...reasonInput, required: false }], effects: ['assignLead', 'assignParties'], signals: ['assigned'],
    tone: 'normal', residentLine: { zh: '需要几方配合，已开始协调', en: 'Several parties are needed; coordination has begun' },
  },
  {
    code: 'bringTogether', name: { zh: '请几方配合', en: 'Bring parties together' }, from: ['handling'], to: 'coordination', actors: ['staff'], permission: 'matter.coordinate',
    guards: [], inputs: [partiesInput, reasonInput], effects: ['assignParties'], signals: ['assigned'], tone: 'normal',
    residentLine: { zh: '需要几方配合，已开始协调', en: 'Several parties are needed; coordination has begun' },
  },
  {
    code: 'agree', name: { zh: '商定，开始处理', en: 'Agreed, start work' }, from: ['coordination'], to: 'handling', actors: ['staff'], permission: 'matter.coordinate',
    guards: ['hasParties'], inputs: [{ ...partiesInput, required: false, minCount: 0 }, { ...reasonInput, required: false }],
    effects: ['assignParties'], signals: [], tone: 'main', residentLine: { zh: '分工已定，开始处理', en: 'Work shared out and begun' },
  },
  {
    code: 'escalate', name: { zh: '提请上一级', en: 'Escalate' }, from: ['coordination'], to: 'same', actors: ['staff'], permission: 'matter.coordinate',
    guards: ['canEscalate'], inputs: [reasonInput], effects: ['escalate'], signals: ['assigned'], tone: 'normal',
    residentLine: { zh: '已提请上一级协调', en: 'Taken to the next level' },
  },
]

/** Steps and transitions of domain.md §3; a rating is 1 to 5, silence 10 days, reopening 30 days. */
export const defaultWorkflow: WorkflowDef = {
  code: 'standard',
  name: { zh: '标准流程', en: 'Standard workflow' },
  reopenDays: 30,
  steps,
  transitions: [...intakeTransitions, ...routingTransitions, ...handlingTransitions, ...supervisionTransitions],
}
