import type { Words } from '../words'

/** What makes a list a file on people (domain.md §8). `list`: it lists residents. `details`: it asks for the particulars of private persons. */
export const PEOPLE_KINDS = ['residentList', 'personDetails'] as const
export type PeopleKind = (typeof PEOPLE_KINDS)[number]

/** Groups of people that are watched wherever they are listed: the word alone is enough. */
const WATCHED = [
  '重点(?:关注)?(?:人员|人群|人口|人物|对象)', '重点人(?!行|流|才|民|文)', '(?:关注|管控|稳控|布控|帮教|监控|盯防)(?:的)?(?:对象|人员|人群)', '外来务工', '流动人口', '外来人口', '暂住人口', '实有人口', '常住人口', '户籍人口', '特殊(?:人群|人员)',
  '(?:上访|信访|涉访|涉稳|涉毒|吸毒|涉邪|涉黑|涉恶|前科|刑满释放|刑释|社区矫正|社矫|解戒)(?:人员|人|户|对象|者)', '信访户', '精神(?:障碍|病)(?:患者|人员|人|者)?', '肇事肇祸', '邪教人员', '传染病(?:人|患者)', '黑名单', '境外人员', '外籍人员',
  '(?:[三四五六七八]类|[三五八]失|社会面|社会闲散|闲散|流浪乞讨|外来务工|外来|不放心|可疑|高危|极端|特困|服刑|戒毒|维稳|矫正|解矫|解教|缠访|闹访)(?:人员|人群|对象|人|者|户)', '(?:帮扶|帮困|包保|走访|慰问|关爱|救助|重点服务|重点联系|重点走访)(?:对象|户|人员)', '被帮扶(?:人|者|户)',
  '安置帮教', '刑释', '刑满释放', '吸毒', '缠访', '闹访', '精障', '精神(?:异常|疾病)', '密接', '红码', '艾滋病?(?:人|患者|感染者)?', '失独', '(?:关注|预警)名单', '重点关注的人', '一人一档', '一户一档', '一人一策', '人口(?:登记|台账|信息|底数|档案|摸排)', '人员轨迹', '人脸(?:库|档案)',
]

/** Residents by what they are; listing them is refused, serving or counting them is not. */
const RESIDENTS = [
  '居民', '住户', '租户', '租客', '承租人', '房客', '房东', '业主(?!委员会|大会|代表大会)', '户主', '家庭', '人户', '住家', '老年人', '老人', '独居(?:老人|者)?', '空巢(?:老人)?', '孤寡(?:老人)?', '高龄(?:老人)?', '残疾人', '低保(?:户|家庭|人员)?', '困难(?:户|家庭|群众|人员)', '贫困户', '孕(?:产)?妇', '育龄妇女',
  '未成年人', '留守儿童', '困境儿童', '孤儿', '入住(?:人|人员|者)', '(?:服务|联系|帮教|重点)对象', '儿童', '学生', '青少年', '失业人员', '退役军人', '退伍军人', '优抚对象', '信教(?:群众|人员)', '党员', '(?:宠物|犬|养犬|狗)主人?', '养[犬狗]人', '吹哨人', '患者', '病人', '群众', '顾客', '学员', '从业人员', '员工', '务工人员', '新市民', '举报人', '反映人', '报告人', '当事人', '参加(?:者|人员)', '受助(?:人|者)', '获奖(?:个人|者|人员|居民)', '嫌疑人', '违法人员', '个人', '人员', '人',
]

/** Staff and volunteers on duty are recorded by name: that is their work (domain.md §8). */
const ON_DUTY = '(?:志愿者|志愿人员|志愿服务者|工作人员|值班人员|值守人员|网格员|楼门长|楼长|巡逻队员|队员|保安|保安员|安全员|消防员|联络员|调解员|协管员|社工|干部|民警|辅警|医务人员|医护人员|教师|讲师|维护人员|维修人员|管理人员|负责人|责任人|联系人)'

/** How a list of people is called. */
const LISTED = '(?:名单|名册|花名册|名录|清册|点名册|登记(?:表|册|簿|台账|信息)?(?!点|站|处|窗口|机|证)|台账|档案|清单|一览表|明细|信息(?!发布|公开|公示|栏|屏|点|站|化)|底册|排查|摸排|摸底|走访记录|探访记录|管理(?!人员|员|站|所|处|单位|公司|委员会|岗|方|用房))'

/** Words after which the same group stands for a place, a service or a number. */
const SERVED = '(?!(?:的)?(?:服务|活动|工作|议事|自治|之家|学校|食堂|餐厅|餐桌|驿站|公寓|宿舍|中心|站|点|室|窗口|设施|通道|厕所|卫生间|停车|广场|委员会|小组|团队|社团|协会|数量|数|总数|人数|户数|比例|占比|满意|培训|讲座|课程|登记(?:点|站|处|窗口)|康复(?:站|中心|点|机构|服务|设施)|救助(?:站|点|中心)|援助|托养|照料|检测点|体检(?:日|点|活动)))'

const DETAILS = '(?:姓名|名字|名称和电话|叫什么|是谁|电话|手机|联系方式|微信|住址|家庭地址|门牌和姓名|年龄|生日|出生|照片|长相|工资|收入|病史|健康状况|婚姻|学历)'

/** Private persons, in a field's words: what is asked of them is theirs. */
const PRIVATE = '(?:店主|老板|老板娘|经营者|业主(?!委员会|大会)|房东|房主|租户|租客|承租人|住户|居民|户主|家长|家属|监护人|孩子|老人|老年人|残疾人|党员|患者|病人|病患|员工|雇员|从业人员|服务员|工人|学员|学生|参加者|参加人员|参与者|获奖者|获奖人|获奖个人|受助人|受助者|受益人|顾客|群众|当事人|举报人|反映人|报告人|法定代表人|法人代表|法人|本人|个人|成员)'

/** Groups of people who live here, as a list of them may simply be called. */
const GROUPS = RESIDENTS.filter((group) => !['个人', '人员', '人', '员工'].includes(group))

/** A register that is called nothing but a group of people lists them. Only its name is judged so: a field may ask whom a service is for. */
export const ZH_NAME = new RegExp(`^(?:.{0,8}(?:${GROUPS.join('|')}|(?:服务|联系|管理|关注|监管|工作|重点)对象|(?<!工作|值班|值守|管理|医护|医务|救援|安保)人口)|人员|个人|人|居民|对象|群体|.{0,6}(?:人群|特定人员))(?:的)?(?:情况|信息|数据|资料|汇总|一览|库|卡|表|册)?$`, 'u')

/** What only a person has: where a field asks for nothing else, its entries are people. */
const OF_PERSONS_ZH = '姓名|姓氏|名字|人名|真名|全名|性别|年龄|岁数|出生(?:日期|年月|年份)?|生日|婚姻(?:状况|情况)?|民族|户主|承租人|租户|租客|房客|住户|(?:政治|现实)?表现|思想(?:状况|动态|表现)?|是否独居|身体(?:状况|情况)|民族|籍贯|户籍(?:地|地址|所在地)?|(?:现|常)?住址|现住地|(?:居住|家庭|现住)(?:地址|住址|地)|住处|家住(?:哪里|何处)|职业|工作单位|政治面貌|文化程度|学历|血型|监护人|家庭成员|家庭情况|与户主关系|社会关系|健康(?:状况|情况)|病史|残疾(?:等级|证号)|低保证号'

export const ZH_FIELD = new RegExp(`^(?:请?填写|您的|本人|个人|其|他的|她的|对象|人员)?(?:的)?(?:${OF_PERSONS_ZH}|xingming|zhuzhi)$`, 'u')

/** The telephone by which a business is reached, whoever answers it. */
export const BUSINESS = /(?:店主|老板|经营者|业主|法人|法定代表人)(?:的)?(?:业务|营业|经营|商务|办公|工作|店铺|门店|值班)?(?:联系电话|业务电话|营业电话|经营电话|商务电话|办公电话|工作电话|店铺电话|值班电话|业务联系方式|业务联系人)/gu

/** Chinese matches anywhere once white space is gone. */
export const ZH: [PeopleKind, RegExp][] = [
  ['residentList', new RegExp(`(?:${WATCHED.join('|')})${SERVED}`, 'u')],
  ['residentList', new RegExp(`(?<!工作|值班|值守|医护|医务|维护|维修|管理|志愿|负责|责任|联系)(?:${RESIDENTS.join('|')})(?:基本|基础|个人|详细|变动|分布|入住|出租|走访|流入|流出|来访|到访|健康|帮扶|关爱)?(?:的|情况|信息)?${LISTED}`, 'u')],
  ['residentList', /花名册|来访(?:者|人员|人)(?:登记|名单|记录)|访客(?:登记|名单|记录)|住户(?:基本)?情况表|谁住在|(?:住了|住着|住的是|都有|有哪些)(?:谁|什么人|哪些人)/u],
  ['personDetails', new RegExp(`${PRIVATE}(?:们|本人)?(?:的|及|和|、|与)?.{0,4}${DETAILS}`, 'u')],
]

const PERSON_EN = '(?:residents?|tenants?|households?|occupants?|landlords?|lodgers?|families|migrants?|elderly(?: people| residents| persons)?|older people|disabled (?:people|persons)|students?|children|patients?|customers?|employees?|workers|visitors?|people|persons|individuals|party members|believers|veterans|unemployed)'
const PRIVATE_EN = "(?:(?:shop ?|home ?)?owner|shopkeeper|landlord|tenant|resident|occupant|householder|parent|guardian|child|patient|employee|worker|customer|student|participant|winner|beneficiary|legal representative)(?:'?s|s')?"

const GROUP_EN = '(?:people|persons?|individuals|residents?|tenants?|households?|household members|families|migrants?|(?:the )?elderly|older people|suspects?|beneficiaries|recipients|foreign nationals|foreigners|offenders?|drug users|addicts|patients?|believers?|population|occupants|lodgers|petitioners?|minors|children|orphans|widows|students?|landlords?|veterans|unemployed)'

/** As `ZH_NAME`. */
export const EN_NAME = new RegExp(`^(?!.*\\b(?:responsible|contact|duty|number of)\\b)(?:[a-z'’ ]+ )?${GROUP_EN}(?: (?:in need|living alone|of \\w+|under [\\w ]+|with [\\w ]+|at risk|on welfare))?$`, 'u')

/** As `ZH_FIELD`. */
export const EN_FIELD = /^(?:your |his |her |their |person'?s? |personal )?(?:full name|first name|last name|surname|given name|family name|maiden name|sex|gender|age|date of birth|birth ?date|birthday|home address|residential address|place of residence|where (?:he|she|they) lives?|marital status|occupation|employer|nationality|ethnicity|next of kin|guardian|family members|medical history|health (?:status|condition))$/u

/** English matches whole words. */
export const EN: [PeopleKind, RegExp][] = [
  ['residentList', /\b(?:(?:assisted|supported|targeted|priority|vulnerable|disadvantaged|supervised|monitored) (?:people|persons?|individuals|residents|households|families|groups?|adults|population)|special population|community correction|psychiatric patients?|mental(?:ly)? (?:ill(?:ness)?|disorders?))\b(?!(?:'s)? (?:services?|support|help|clinics?|centres?|centers?|rooms?))/u],
  ['residentList', /\b(?:key (?:persons?|people|individuals|population)|persons? of (?:interest|concern)|floating population|migrant population|watch ?lists?|black ?lists?|people under (?:control|supervision|watch)|drug (?:users?|addicts?)|ex[ -]?(?:convicts?|offenders?)|released prisoners?|mentally ill (?:people|persons|patients)|petitioners?)\b/u],
  ['residentList', new RegExp(`\\b${PERSON_EN} (?:lists?|registers?|rolls?|rosters?|records?|files?|registrations?|directory|database|profiles?|census)\\b`, 'u')],
  ['residentList', new RegExp(`\\b(?:lists?|registers?|rolls?|rosters?|files?|directory|database|profiles?) (?:of|on) (?:the |all |our |local )?${PERSON_EN}\\b`, 'u')],
  ['personDetails', new RegExp(`\\b${PRIVATE_EN} (?:full )?(?:names?|phone(?: number)?|mobile|telephone|home address|age|date of birth|photos?|income|employer)\\b`, 'u')],
  ['personDetails', new RegExp(`\\b(?:names?|phones?|phone numbers?|mobiles?|home address(?:es)?|ages?|photos?) of (?:the |your |each |all )?${PRIVATE_EN}(?![a-z])`, 'u')],
]

/** Why, and what instead. */
export const WHY: Record<PeopleKind, { why: Words; instead: Words }> = {
  residentList: {
    why: {
      zh: '台账记的是场所、单位、设施和活动，不给居民建名册：谁住在哪、家里什么情况，一旦列成表就收不回来。',
      en: 'A register lists places, organisations, facilities and activities, never residents: who lives where and how cannot be taken back once it is listed.',
    },
    instead: {
      zh: '要服务的是一类人，就记服务本身：服务点、活动、楼里有几户需要帮助（只记数）；具体到人的，请他自己申请，按事项办。',
      en: 'Record the service instead: where it is given, when, for how many (a number). What concerns one person is asked for by them and handled as a matter.',
    },
  },
  personDetails: {
    why: {
      zh: '台账不收个人的姓名、电话和其他私事：它们不是这个场所的事，却会跟着表格到处走。',
      en: 'A register keeps no names, phones or other particulars of private persons: they are not the place’s business, and travel wherever the list goes.',
    },
    instead: {
      zh: '要联系单位，请问单位的值班电话；要知道规模，请问人数。值班人员和志愿者在“人员与编组”里登记。',
      en: 'To reach an organisation ask for its duty phone; for its size ask for a number. Staff and volunteers on duty are kept under “People and groups”.',
    },
  },
}

/** "请不要写住户姓名" asks for nothing. */
export const WARNED = /(?:不要|请勿|切勿|不用|不需要?|无需|不必|不得|严禁|禁止|不(?:收|留|存|建|列出|记|填|写|登记|收集|采集|列))[^，,。；;]*$|\b(?:do not|don't|never|no need to|without|not)\b.*$/u

export const CLAUSE_END = /[，,。；;！!？?\n（）()]/u

export const ONLY_STAFF = new RegExp(`${ON_DUTY}(?:的)?(?:${LISTED}|姓名|名字|电话|联系方式)`, 'gu')
