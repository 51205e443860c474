import type { Words } from '../words'

/** What a form may not ask for (domain.md §8; Personal Information Protection Law, articles 6 and 28). */
export const REFUSED_KINDS = ['identityNumber', 'face', 'belief', 'origin', 'account', 'movements', 'otherPeople'] as const
export type RefusedKind = (typeof REFUSED_KINDS)[number]

export type Refused = { kind: RefusedKind; zh: readonly string[]; en: readonly string[]; why: Words; instead: Words }

/**
 * Sources of regular expressions. Chinese ones match anywhere once white space is gone, so each says which longer everyday
 * words it must not be found in ("维护照明", "街道教室"); English ones match as whole words.
 */
export const REFUSED: readonly Refused[] = [
  {
    kind: 'identityNumber',
    zh: [
      '身[份分][证證]', '(?<![可格照业产权修驶书牌场位地林犬狗店铺疫备案运污验船])[证證][号號]', '[0-9一二三四五六七八九十]+位(?:号码|证号|身份)', 'sfz', '身份号', '身份识别号', '证件号', '証件號', '證件號', '证件照', '证件类型', '证件种类', '有效证件', '公民号码', '(?<![维养看保监爱防呵围])护照(?![明片看料顾])', '護照',
      '户口本', '户口簿', '户籍号', '居住证', '暂住证', '社保号', '社保卡号', '医保卡号', '医保号', '军官证', '士兵证', '驾驶证', '驾照', '行驶证',
      '港澳通行证', '台胞证', '回乡证', '残疾证号', '学籍号', '出生证',
    ],
    en: [
      'identity (?:cards?|numbers?|documents?|papers)', '(?:personal |national |citizen |^)identification (?:number|card)', 'id cards?', '^ *id (?:numbers?|no|nr)',
      '(?:your|personal|national|citizen|resident|government) id(?: numbers?)?', 'passports?', 'social security number', 'ssn',
      "(?:driving|driver|driver's) licen[cs]e", 'residence permit', 'household register', 'birth certificate',
    ],
    why: {
      zh: '本系统不收集证件和证件号码：反映一件事用不着它，一旦外泄却收不回来。只收办事必需的最少信息。',
      en: 'This portal does not collect identity documents or their numbers: no matter needs them, and once leaked they cannot be taken back. Only what the work needs is asked.',
    },
    instead: { zh: '需要联系到人，请用报告末尾选填的联系方式。', en: 'To reach somebody, rely on the optional contact details at the end of the report.' },
  },
  {
    kind: 'face',
    zh: ['人脸', '刷脸', '正脸', '露脸', '大头照', '五官(?!科)', '脸部', '面部(?:识别|特征|照片|图像)', '面容识别', '自拍', '本人照片', '免冠', '头像', '指纹(?!锁)', '掌纹', '虹膜', '声纹', '生物特征', '生物识别', '基因', '手持照'],
    en: ['(?:your|his|her|their|a person\'s|people\'s) faces?', 'face (?:photo|picture|image|scan|recognition)', '(?:photo|picture|image)s? of (?:your|the|a|his|her|their) faces?', 'facial', 'selfies?', 'fingerprints?', 'iris scan', 'voiceprint', 'biometrics?', 'dna', 'photo of (?:you|yourself)'],
    why: {
      zh: '本系统不收集人脸、指纹等能认出人的身体特征：它们属于敏感个人信息，改不掉也收不回来。',
      en: 'This portal does not collect faces, fingerprints or other bodily features: they are sensitive, and nobody can change them once they are known.',
    },
    instead: { zh: '需要照片，请只问事情和地点的照片。', en: 'If a photo is needed, ask for one of the matter and the place.' },
  },
  {
    kind: 'belief',
    zh: [
      '宗教', '信仰', '信佛', '信(?:什么|哪个|哪种)教', '基督徒', '穆斯林', '(?:参加|加入|去|属于|您的)教会(?!老|孩|大家|居民)', '(?<!通)信教(?![育室学])', '教派', '教徒', '佛教', '道教(?![育室学师练委程导务])', '基督教', '天主教', '伊斯兰', '政治面貌', '政治身份', '^(?:中共|共产)?党员$', '是(?:不是)?(?:中共|共产)?党员(?:吗|$)', '政治观点', '政治立场', '政治倾向', '政治态度', '党派', '党籍',
      '是否党员', '是不是党员', '是党员吗', '入党(?![群员建支])', '思想状况', '思想动态', '意识形态', '(?<!留)言论', '对政府的态度', '上访', '信访史',
    ],
    en: [
      'religions?', 'religious', 'your faith', '(?:are you|is (?:he|she)) (?:a |an )?(?:muslim|christian|catholic|buddhist|hindu|jew|jewish|atheist)', 'do you (?:pray|believe in god)', 'beliefs?', 'political (?:opinion|view|affiliation|attitude|stance)s?', 'political part(?:y|ies)', 'politics',
      '(?:communist )?party (?:member|membership)', 'ideology', 'petitioning history',
    ],
    why: {
      zh: '本系统不问信仰、政治观点和言论：街道办事情，不给人分类。',
      en: 'This portal does not ask what people believe, think or say: it deals with matters and does not sort people.',
    },
    instead: { zh: '请只问发生了什么、在哪里、什么时候。', en: 'Ask only what happened, where and when.' },
  },
  {
    kind: 'origin',
    zh: ['民族(?![园路街宫大文小中团])', '种族', '族裔', '(?:哪个|哪一个|什么|啥)族', '是(?:不是|否)?(?:回|汉|满|藏|壮|苗|彝|蒙古|维吾尔|朝鲜|哈萨克)族(?:人)?(?:吗|$)', '籍贯', '户籍(?!民警|警|科|室|窗口)', '户口所在地', '性取向', '婚史', '犯罪记录', '前科(?![室技学长员普])', '(?<![档方答图])案底'],
    en: ['ethnicity', 'ethnic', '(?:your|his|her|their) race', 'racial', 'ancestry', 'sexual orientation', 'criminal (?:record|history)'],
    why: {
      zh: '本系统不问民族、出身和过去：这些与事情怎么办无关，却可能让人受到区别对待。',
      en: 'This portal does not ask about origin or past: they do not bear on the work and may lead to unequal treatment.',
    },
    instead: { zh: '需要语言或无障碍方面的照顾，请直接问需要什么帮助。', en: 'If language or access matters, ask directly what help is needed.' },
  },
  {
    kind: 'account',
    zh: ['银行卡', '银行账号', '银行账户', '银行帐号', '(?:账户|账号|银行|登录|支付|取款|您的|输入|填写)密码', '验证码', '支付宝账号', '信用卡', '征信', '存款'],
    en: ['bank (?:card|account)s?', '(?:credit|debit) cards?', 'card number', 'your (?:password|passcode|pin)', '(?:account|login|bank) password', 'verification code', 'cvv'],
    why: {
      zh: '本系统不收集银行卡、密码和验证码：街道从不需要它们，只有骗子才要。',
      en: 'This portal does not collect bank cards, passwords or codes: the office never needs them, only swindlers do.',
    },
    instead: { zh: '涉及退款或补助的，请在窗口当面办理。', en: 'Settle refunds and subsidies at the counter.' },
  },
  {
    kind: 'movements',
    zh: ['行踪', '轨迹', '去过哪', '去过哪些', '到访记录', '通话记录', '聊天记录', '通讯录', '实时定位'],
    en: ['whereabouts', '(?:your|his|her|their) movements', 'travel history', 'places (?:you )?visited', 'location history', 'call (?:log|record)s?', 'chat history', 'address book', 'live location'],
    why: {
      zh: '本系统不记录人的行踪和通信：只记事情发生的地点。',
      en: "This portal does not record people's movements or communications: only the place of the matter.",
    },
    instead: { zh: '请用“地点”问题问事情在哪里。', en: 'Use a place question to ask where the matter is.' },
  },
]

/** What names somebody, and what else is theirs alone. */
const NAMED = '(?:的?姓名|的?名字|叫什么|姓什么|姓啥|是谁|是什么人)'
const PRIVATE = `(?:${NAMED}|电话|手机|联系方式|微信|住址|家庭地址|地址|身份|工作单位|学校|年龄|生日|照片|病史|收入)`

/** Asking one person about another: who, joined to what must not be asked about them. */
export const OTHER_PEOPLE: Refused = {
  kind: 'otherPeople',
  zh: [
    '(?:邻居|对方|当事人|他人|别人|租户|租客|房客|房东|业主(?!委员会|大会)|户主|车主|住户|嫌疑人|可疑人员|肇事者|违法者|被反映人|被举报人|同住人|家庭成员|流动人口|重点人)(?:们)?(?:的|是|及|和|、|与)?.{0,6}(?:姓名|名字|叫什么|是谁|电话|手机|联系方式|微信|住址|家庭地址|工作单位|年龄|生日|出生|照片|长相|特征|病史|收入)',
    `(?:配偶|丈夫|妻子|爱人|孩子|小孩|子女|儿子|女儿|父母|家属(?![院楼区])|家人|老人|被帮扶人|帮扶对象|监护人|养[狗猫宠]物?的?人|扰民的?人|闹事的?人|同住的?人|住的人|(?<!其)[他她]们?)(?:们)?(?:的|和|及|与|、)?${PRIVATE}`,
    `(?:隔壁|楼上|楼下|对门|对面|邻居|那家|那户)(?:那|的|住|家|户|人)*${NAMED}`,
    '(?:家里|屋里|屋内|房里|房屋里|房子里|房间里|户内)(?:都|还)?(?:有|住了?|住着)(?:些)?(?:谁|什么人|哪些人)', '同住人员(?![数口])', '(?:房客|租客|租户|住户|邻居|对方)的?(?:身份|车牌)', '(?:举报|检举|揭发)(?:的是)?谁',
    '(?:谁|哪一户|哪家|哪户)(?:干|做|住|违法|造成|举报)的?.{0,4}(?:姓名|名字|电话|住址)',
    '(?:举报|检举|揭发)(?:个人|他人|邻居|对象)',
  ],
  en: [
    "(?:(?:neighbou?r|tenant|landlord|owner|resident|suspect|offender|person concerned|other person|other people|culprit)(?:'?s|s')?|their|his|her) (?:full )?(?:name|names|phone|phone number|telephone|mobile|address|home address|employer|age|birthday|date of birth|photo|photos|description|income)",
    '(?:name|names|phone|phone number|telephone|mobile|address|home address|employer|age|date of birth|photo|photos) of (?:the |your |a |any )?(?:neighbou?rs?|tenants?|landlord|owners?|residents?|suspects?|offenders?|person concerned|other persons?|other people|culprits?)',
    'who (?:did it|is responsible for it|lives (?:there|upstairs|downstairs|next door)|is (?:making|causing|behind)|(?:makes|made|caused|causes) (?:it|the))', 'names? of (?:whoever|the (?:one|person|people) who)',
  ],
  why: {
    zh: '本系统不收集别人的个人信息：记录的是事情和地点，不给人建档，也不设检举他人的渠道。',
    en: "This portal does not collect other people's data: it records matters and places, keeps no files on people and takes no denunciations.",
  },
  instead: { zh: '请问事情在哪里、什么样、什么时候，承办人会到现场弄清楚。', en: 'Ask where, what and when; whoever handles it finds out on the spot.' },
}
