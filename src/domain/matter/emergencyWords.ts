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
