import type { Typo } from './check'

/** Mistakes that are common in notices, whoever writes them. An office adds its own, and switches off what it does not want. */
export const COMMON_TYPOS: readonly Typo[] = [
  ['登陆网', '登录网'], ['登陆系统', '登录系统'], ['登陆平台', '登录平台'], ['登陆后', '登录后'], ['请登陆', '请登录'], ['帐号', '账号'], ['帐户', '账户'], ['布署', '部署'], ['按装', '安装'], ['座落', '坐落'],
  ['松驰', '松弛'], ['渡假', '度假'], ['防碍', '妨碍'], ['重迭', '重叠'], ['既使', '即使'], ['一愁莫展', '一筹莫展'], ['通迅', '通讯'], ['报道处', '报到处'], ['记念', '纪念'], ['侯车', '候车'],
  ['等侯', '等候'], ['气侯', '气候'], ['必需于', '必须于'], ['做为', '作为'], ['做出贡献', '作出贡献'], ['做出决定', '作出决定'], ['寻物启示', '寻物启事'], ['招领启示', '招领启事'], ['招聘启示', '招聘启事'], ['其它人员', '其他人员'],
  ['反应情况', '反映情况'], ['反应问题', '反映问题'], ['权利机关', '权力机关'], ['部份', '部分'], ['身分证', '身份证'], ['交待', '交代'], ['的的', '的'], ['水落实出', '水落石出'], ['穿流不息', '川流不息'], ['再接再励', '再接再厉'],
  ['名符其实', '名副其实'], ['迫不急待', '迫不及待'], ['出奇不意', '出其不意'], ['谈笑风声', '谈笑风生'], ['食不裹腹', '食不果腹'], ['萎糜', '萎靡'], ['既往不究', '既往不咎'], ['一如继往', '一如既往'], ['严惩不怠', '严惩不贷'], ['鼎立相助', '鼎力相助'],
].map(([wrong = '', right = '']) => ({ wrong, right }))

/** The common ones with an office's own: what the office wrote of a word is what counts. */
export const typosFor = (own: readonly (Typo & { active: boolean })[]): Typo[] => {
  const said = new Set(own.map(({ wrong }) => wrong))
  return [...COMMON_TYPOS.filter(({ wrong }) => !said.has(wrong)), ...own.filter(({ active }) => active).map(({ wrong, right }) => ({ wrong, right }))]
}
