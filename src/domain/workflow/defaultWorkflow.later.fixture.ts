import type { TransitionDef } from './types'
import { leadInput, minutesInput, outcomeInput, photosInput, ratingInput, reasonInput, replyInput } from './defaultWorkflow.inputs.fixture'

/** Transitions of the default workflow from handling onward. */

export const handlingTransitions: TransitionDef[] = [
  {
    code: 'done', name: { zh: '办完，请核查', en: 'Done, please verify' }, from: ['handling'], to: 'supervision', actors: ['staff'], permission: 'matter.handle',
    guards: ['isOwner', 'partsClosed', 'sharesEnded'], inputs: [outcomeInput, replyInput, photosInput], effects: ['markHandled', 'setOutcome'],
    signals: ['handled', 'replied'], tone: 'main', residentLine: { zh: '处理完毕，等待核查', en: 'Handled, awaiting verification' },
  },
  {
    code: 'object', name: { zh: '提出异议', en: 'Object' }, from: ['handling'], to: 'routing', actors: ['staff'], permission: 'matter.handle',
    guards: ['isOwner'], inputs: [reasonInput], effects: ['clearOwner'], signals: [], tone: 'careful',
    residentLine: { zh: '重新分派承办单位', en: 'To be assigned anew' },
  },
  {
    code: 'askReporter', name: { zh: '请报告人补充', en: 'Ask the reporter' }, from: ['handling'], to: 'waitReporter', actors: ['staff'], permission: 'matter.handle',
    guards: ['isOwner'], inputs: [replyInput], effects: ['markHandled'], signals: ['replied', 'waitReporter'], tone: 'normal',
    residentLine: { zh: '请您补充情况', en: 'We asked you for more' },
  },
  {
    code: 'waitThirdParty', name: { zh: '等第三方', en: 'Wait for a third party' }, from: ['handling'], to: 'waitThird', actors: ['staff'], permission: 'matter.handle',
    guards: ['isOwner'], inputs: [reasonInput], effects: ['markHandled'], signals: ['waitThirdParty'], tone: 'normal',
    residentLine: { zh: '正在等其他单位配合', en: 'Waiting for another body' },
  },
  {
    code: 'waitForWeather', name: { zh: '等天气', en: 'Wait for the weather' }, from: ['handling'], to: 'waitWeather', actors: ['staff'], permission: 'matter.handle',
    guards: ['isOwner'], inputs: [reasonInput], effects: ['markHandled'], signals: ['waitWeather'], tone: 'normal',
    residentLine: { zh: '天气不允许，先停一停', en: 'The weather does not allow it' },
  },
  {
    code: 'resume', name: { zh: '继续处理', en: 'Resume' }, from: ['waitReporter', 'waitThird', 'waitWeather'], to: 'previous', actors: ['staff'], permission: 'matter.handle',
    guards: ['isOwner'], inputs: [{ ...reasonInput, required: false }], effects: [], signals: ['resumed'], tone: 'main',
    residentLine: { zh: '继续处理', en: 'Work goes on' },
  },
  {
    code: 'reporterAnswers', name: { zh: '补充情况', en: 'Answer' }, from: ['waitReporter'], to: 'previous', actors: ['reporter'], permission: 'matter.handle',
    guards: [], inputs: [{ key: 'answer', kind: 'text', role: 'internal', required: true, minLength: 1, maxLength: 2000, label: { zh: '补充的情况', en: 'Your answer' } }, photosInput],
    effects: [], signals: ['resumed'], tone: 'normal', residentLine: { zh: '报告人已补充', en: 'The reporter answered' },
  },
  {
    code: 'extend', name: { zh: '延长时限', en: 'Extend' }, from: ['handling', 'coordination'], to: 'same', actors: ['staff'], permission: 'matter.extend',
    guards: ['notAsker'], inputs: [minutesInput, reasonInput], effects: ['extend'], signals: ['extended'], tone: 'careful',
    residentLine: { zh: '办理时限已延长', en: 'The time limit was extended' },
  },
  {
    code: 'requestTime', name: { zh: '申请延时', en: 'Ask for more time' }, from: ['handling'], to: 'awaitTime', actors: ['staff'], permission: 'matter.handle',
    guards: ['isOwner'], inputs: [reasonInput], effects: ['markHandled'], signals: [], tone: 'normal',
    residentLine: { zh: '申请延长时限，等待批复', en: 'More time was asked for' },
  },
  {
    code: 'grantTime', name: { zh: '同意延时', en: 'Grant' }, from: ['awaitTime'], to: 'handling', actors: ['staff'], permission: 'matter.extend',
    guards: ['notAsker'], inputs: [minutesInput, reasonInput], effects: ['extend'], signals: ['extended'], tone: 'main',
    residentLine: { zh: '办理时限已延长', en: 'The time limit was extended' },
  },
  {
    code: 'refuseTime', name: { zh: '不同意延时', en: 'Refuse' }, from: ['awaitTime'], to: 'handling', actors: ['staff'], permission: 'matter.extend',
    guards: ['notAsker'], inputs: [reasonInput], effects: [], signals: [], tone: 'normal',
    residentLine: { zh: '没有延长，继续处理', en: 'No more time; work goes on' },
  },
  {
    code: 'dropRequest', name: { zh: '不延了', en: 'Go on without' }, from: ['awaitTime'], to: 'handling', actors: ['staff'], permission: 'matter.handle',
    guards: ['isOwner'], inputs: [{ ...reasonInput, required: false }], effects: [], signals: [], tone: 'normal',
    residentLine: { zh: '不用延长，继续处理', en: 'Not needed; work goes on' },
  },
  {
    code: 'reassign', name: { zh: '改派', en: 'Reassign' }, from: ['handling', 'coordination', 'waitReporter', 'waitThird', 'waitWeather', 'awaitTime'], to: 'same', actors: ['staff'], permission: 'matter.assign',
    guards: [], inputs: [leadInput, reasonInput], effects: ['assignLead'], signals: ['assigned'], tone: 'normal',
    residentLine: { zh: '已改由其他承办人处理', en: 'Now in other hands' },
  },
]

export const supervisionTransitions: TransitionDef[] = [
  {
    code: 'verify', name: { zh: '核查通过，请报告人确认', en: 'Verified, ask the reporter' }, from: ['supervision'], to: 'confirm', actors: ['staff'], permission: 'matter.verify',
    guards: ['notHandler', 'partsClosed', 'canAsk'], inputs: [reasonInput, photosInput], effects: ['markVerified'], signals: ['verified'], tone: 'main',
    residentLine: { zh: '核查通过，请您确认', en: 'Verified, please confirm' },
  },
  {
    code: 'verifyClose', name: { zh: '核查通过并归档', en: 'Verified and archived' }, from: ['supervision'], to: 'archive', actors: ['staff'], permission: 'matter.verify',
    guards: ['notHandler', 'partsClosed', 'cannotAsk'], inputs: [reasonInput, photosInput], effects: ['markVerified'],
    signals: ['verified', 'archived'], tone: 'main', residentLine: { zh: '核查通过，已归档', en: 'Verified and archived' },
  },
  {
    code: 'verifyCloseTold', name: { zh: '核查通过，说明理由后归档', en: 'Verified, archived and told why' }, from: ['supervision'], to: 'archive', actors: ['staff'], permission: 'matter.verify',
    guards: ['notHandler', 'partsClosed', 'canAsk'], inputs: [reasonInput, replyInput, photosInput], effects: ['markVerified'],
    signals: ['verified', 'replied', 'archived'], tone: 'careful', residentLine: { zh: '核查通过，已归档', en: 'Verified and archived' },
  },
  {
    code: 'notSolved', name: { zh: '未解决，退回', en: 'Not solved, send back' }, from: ['supervision'], to: 'handling', actors: ['staff'], permission: 'matter.verify',
    guards: ['notHandler'], inputs: [reasonInput, photosInput], effects: ['countReturn'], signals: ['returned'], tone: 'careful',
    residentLine: { zh: '核查未通过，继续处理', en: 'Not solved yet, work goes on' },
  },
  {
    code: 'confirmSolved', name: { zh: '解决了', en: 'Solved' }, from: ['confirm'], to: 'archive', actors: ['reporter'], permission: 'matter.archive',
    guards: ['verified'], inputs: [ratingInput], effects: ['setRating'], signals: ['archived'], tone: 'normal',
    residentLine: { zh: '报告人确认已解决', en: 'The reporter confirmed it is solved' },
  },
  {
    code: 'reporterNotSolved', name: { zh: '还没解决', en: 'Not solved' }, from: ['confirm'], to: 'handling', actors: ['reporter'], permission: 'matter.handle',
    guards: [], inputs: [reasonInput, photosInput], effects: ['countReturn'], signals: ['returned'], tone: 'normal',
    residentLine: { zh: '报告人反映没有解决，继续处理', en: 'The reporter says it is not solved; work goes on' },
  },
  {
    code: 'closeSilent', name: { zh: '到期未答复，归档', en: 'Archived without an answer' }, from: ['confirm'], to: 'archive', actors: ['system'], permission: 'matter.archive',
    guards: ['verified'], inputs: [], effects: [], signals: ['archived'], tone: 'normal',
    residentLine: { zh: '期限内没有收到答复，已归档', en: 'No answer in time, archived' },
  },
  {
    code: 'reopen', name: { zh: '重新打开', en: 'Reopen' }, from: ['archive'], to: 'routing', actors: ['staff'], permission: 'matter.reopen',
    guards: ['withinReopenDays', 'notMerged'], inputs: [reasonInput], effects: ['newRound', 'clearOwner'], signals: ['reopened'], tone: 'careful',
    residentLine: { zh: '重新打开', en: 'Reopened' },
  },
  {
    code: 'reporterReopen', name: { zh: '重新打开', en: 'Reopen' }, from: ['archive'], to: 'routing', actors: ['reporter'], permission: 'matter.reopen',
    guards: ['withinReopenDays', 'notMerged'], inputs: [reasonInput, photosInput], effects: ['newRound', 'clearOwner'], signals: ['reopened'], tone: 'normal',
    residentLine: { zh: '报告人重新打开', en: 'Reopened by the reporter' },
  },
  {
    code: 'undoMerge', name: { zh: '撤销合并', en: 'Undo the merge' }, from: ['archive'], to: 'previous', actors: ['staff'], permission: 'matter.merge',
    guards: ['merged'], inputs: [reasonInput], effects: ['restore'], signals: ['restored'], tone: 'careful',
    residentLine: { zh: '合并已撤销，单独办理', en: 'The merge was undone; handled on its own' },
  },
  {
    code: 'rate', name: { zh: '评价', en: 'Rate' }, from: ['archive'], to: 'same', actors: ['reporter'], permission: 'matter.view',
    guards: ['verified'], inputs: [{ ...ratingInput, required: true }], effects: ['setRating'], signals: [], tone: 'normal',
    residentLine: { zh: '报告人已评价', en: 'Rated by the reporter' },
  },
  {
    code: 'takeBack', name: { zh: '撤回派单', en: 'Take back' }, from: ['handling', 'coordination', 'awaitTime'], to: 'routing', actors: ['staff'], permission: 'matter.route',
    guards: [], inputs: [reasonInput], effects: ['clearOwner'], signals: [], tone: 'careful',
    residentLine: { zh: '重新分派承办单位', en: 'To be assigned anew' },
  },
]
