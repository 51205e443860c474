/**
 * Words that speak of fire, injury or crime happening now. Whoever writes them is shown the emergency numbers first; nothing is
 * refused for them. Longer ones are chosen so that a fire door or a past theft does not ring the bell.
 */
export const EMERGENCY_WORDS: readonly string[] = [
  '着火', '起火', '失火', '火灾', '冒烟', '浓烟', '明火', '爆炸', '煤气泄漏', '燃气泄漏', '漏气', '燃气味', '煤气味', '触电', '漏电',
  '受伤', '流血', '出血', '昏迷', '晕倒', '没有呼吸', '喘不上气', '心脏病发', '骨折', '砸伤', '烫伤', '中毒', '溺水', '落水', '被困', '困在', '跳楼', '轻生', '自杀',
  '打架', '打人', '持刀', '拿刀', '砍人', '抢劫', '被抢', '入室', '小偷正在', '正在偷', '绑架', '家暴', '殴打', '强奸', '猥亵', '放火', '救命',
  'on fire', 'smoke', 'explosion', 'gas leak', 'smell of gas', 'smell gas', 'electric shock', 'injured', 'bleeding', 'unconscious', 'not breathing', 'trapped',
  'drowning', 'suicide', 'fighting', 'knife', 'robbery', 'robbed', 'burglar', 'break-in', 'assault', 'violence', 'kidnap', 'help me',
]

/** Whoever as much as suspects these should call: being afraid of them is reason enough. */
export const SURE_WORDS: readonly string[] = ['煤气泄漏', '燃气泄漏', '漏气', '燃气味', '煤气味', '轻生', '自杀', '跳楼', '救命', 'gas leak', 'smell of gas', 'smell gas', 'suicide', 'help me']

/** What stands right before a word that is denied. "有没有人受伤" asks, and denies nothing. */
export const DENIED = /((^|[^有])没有?|无|未|不是|不会|并非)(任何)?(发生|出现|造成)?(人员|人)?被?$|\b(no|not|nobody|no one|without|never)( (is|are|was|were|has been|got|one))?( any)? $/u

/** What stands a little before a word that is feared, imagined or to be prevented. */
export const DREADED = /(怕|担心|担忧|以免|免得|省得|防止|预防|谨防|避免|万一|容易|如果|要是|一旦|假如|演练|演习|宣传).{0,8}$|\b(afraid of|fear of|fears of|risk of|in case of|to avoid|to prevent|worried about)( \w+){0,3} ?$/u

/** What follows a word that is a danger to come. */
export const HAZARD = /^(的)?(事故)?(隐患|风险|演练|演习|预案)/u

/** What follows a word that has come true, feared or not. */
export const HAPPENED = /^(起来)?了/u
