# language: zh-CN
@条-14
功能: 个人的申报条件

  背景:
    假如 今天是“2023-06-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“0”家组织和“1”名个人

  规则: （一）在本市从事质量相关工作满十年

    @行-nt-14-01 @应允许
    场景大纲: 到申报之日已满十年
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | party | 王某 |
        | facts | [] |
        | facts.0.fact | quality_work_local |
        | facts.0.since | <起始> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 起始 |
        | 2013-01-01 |
        | 2013-05-10 |

    @行-nt-14-01 @应拒绝
    场景大纲: 到申报之日不满十年
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | party | 王某 |
        | facts | [] |
        | facts.0.fact | quality_work_local |
        | facts.0.since | <起始> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.span@14:(一)”，依据第“14”条
      而且 账本没有新增其他记录

      例子:
        | 起始 |
        | 2013-05-11 |
        | 2013-09-10 |

    @行-nt-14-01 @应拒绝
    场景大纲: 前后十二年，其中在外地的年份不算
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | party | 王某 |
        | facts | [] |
        | facts.0.fact | quality_work_local |
        | facts.0.since | 2011-05-01 |
        | facts.0.until | <离开前一日> |
        | facts.1.fact | quality_work_local |
        | facts.1.since | 2017-05-11 |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.span@14:(一)”，依据第“14”条
      而且 账本没有新增其他记录

      例子:
        | 离开前一日 |
        | 2013-05-10 |
        | 2015-04-30 |

    @行-nt-14-01 @应允许
    场景大纲: 中间在外地，本市前后合计满十年
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | party | 王某 |
        | facts | [] |
        | facts.0.fact | quality_work_local |
        | facts.0.since | 2011-05-01 |
        | facts.0.until | <离开前一日> |
        | facts.1.fact | quality_work_local |
        | facts.1.since | 2017-05-11 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 离开前一日 |
        | 2015-05-01 |
        | 2016-12-31 |

    @行-nt-14-01 @转录 @应提示
    场景: 纸质受理决定受理了不满十年的个人
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | party | 王某 |
        | facts | [] |
        | facts.0.fact | quality_work_local |
        | facts.0.since | 2013-09-10 |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.span@14:(一)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.span@14:(一)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.span@14:(一)”
      而且 账本没有新增其他记录

  规则: （二）方法和贡献由评审人员判断，须附证据

    @行-nt-14-02 @如实记录
    场景: 方法和贡献的判断附有证据和理由
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.1.criterion | ind_methods |
        | judged.1.evidence | 是 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-14-02 @应提示
    场景: 方法和贡献的判断没有附证据
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.1.criterion | ind_methods |
        | judged.1.evidence | 否 |
      那么 予以受理，并提示“criterion.judged@14:(二)”
      而且 账本没有新增其他记录

    @行-nt-14-02 @应拒绝
    场景: 方法和贡献判断为不符合而仍然受理
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.1.criterion | ind_methods |
        | judged.1.outcome | not_met |
      那么 拒绝，代码“criterion.judged@14:(二)”，依据第“14”条
      而且 账本没有新增其他记录

  规则: （三）群众性活动和质量文化由评审人员判断，须附证据

    @行-nt-14-03 @如实记录
    场景: 群众性活动和质量文化的判断附有证据和理由
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.0.criterion | ind_culture |
        | judged.0.evidence | 是 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-14-03 @应提示
    场景: 群众性活动和质量文化的判断没有附证据
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.0.criterion | ind_culture |
        | judged.0.evidence | 否 |
      那么 予以受理，并提示“criterion.judged@14:(三)”
      而且 账本没有新增其他记录

    @行-nt-14-03 @应拒绝
    场景: 群众性活动和质量文化判断为不符合而仍然受理
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.0.criterion | ind_culture |
        | judged.0.outcome | not_met |
      那么 拒绝，代码“criterion.judged@14:(三)”，依据第“14”条
      而且 账本没有新增其他记录

  规则: （四）影响力和榜样作用由评审人员判断，须附证据

    @行-nt-14-04 @如实记录
    场景: 影响力和榜样作用的判断附有证据和理由
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.2.criterion | ind_standing |
        | judged.2.evidence | 是 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-14-04 @应提示
    场景: 影响力和榜样作用的判断没有附证据
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.2.criterion | ind_standing |
        | judged.2.evidence | 否 |
      那么 予以受理，并提示“criterion.judged@14:(四)”
      而且 账本没有新增其他记录

    @行-nt-14-04 @应拒绝
    场景: 影响力和榜样作用判断为不符合而仍然受理
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.2.criterion | ind_standing |
        | judged.2.outcome | not_met |
      那么 拒绝，代码“criterion.judged@14:(四)”，依据第“14”条
      而且 账本没有新增其他记录

  规则: （五）所在单位近三年无第十三条情形

    @行-nt-14-05 @应允许
    场景大纲: 情形在三年之前，或者是别的单位
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | <单位> |
        | kind | <情形> |
        | level | <程度> |
        | occurred_on | <发生> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 单位 | 情形 | 程度 | 发生 |
        | 所在单位 | work_safety_accident | ordinary | 2020-05-09 |
        | 所在单位 | policy_nonconformity | 空 | 2020-05-09 |
        | 丙公司 | work_safety_accident | ordinary | 2022-07-01 |

    @行-nt-14-05 @应拒绝
    场景大纲: 所在单位近三年有第十三条情形
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | <单位> |
        | kind | <情形> |
        | level | <程度> |
        | occurred_on | <发生> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@14:(五)”，依据第“14”条
      而且 账本没有新增其他记录

      例子:
        | 单位 | 情形 | 程度 | 发生 |
        | 所在单位 | work_safety_accident | ordinary | 2022-07-01 |
        | 所在单位 | work_safety_accident | ordinary | 2020-05-10 |
        | 所在单位 | policy_nonconformity | 空 | 2020-05-10 |
        | 所在单位 | spot_check_failed | 空 | 2022-07-01 |
        | 所在单位 | breach | minor | 2022-07-01 |

    @行-nt-14-05 @应提示
    场景: 所在单位只有行政处罚一种，须由人判断
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | 所在单位 |
        | kind | administrative_penalty |
        | occurred_on | 2022-07-01 |
      当 办理“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@14:(五)”
      而且 账本没有新增其他记录

    @行-nt-14-05 @应拒绝
    场景大纲: 没有填写所在单位，无从核对
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | applicants.0.employer | <单位> |
      而且 今天是“2023-06-09”
      而且 已办理“recommendation_issued”
      而且 今天是“2023-06-20”
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@14:(五)”，依据第“14”条
      而且 账本没有新增其他记录

      例子:
        | 单位 |
        | 空 |

    @行-nt-14-05 @应允许
    场景大纲: 填写了所在单位
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | applicants.0.employer | <单位> |
      而且 今天是“2023-06-09”
      而且 已办理“recommendation_issued”
      而且 今天是“2023-06-20”
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 单位 |
        | 所在单位 |

    @行-nt-14-05 @转录 @应提示
    场景: 纸质受理决定受理了所在单位发生事故的个人
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | 所在单位 |
        | kind | work_safety_accident |
        | level | ordinary |
        | occurred_on | 2022-07-01 |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.clean@14:(五)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.clean@14:(五)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@14:(五)”
      而且 账本没有新增其他记录

    @行-nt-14-05 @应拒绝 @陷阱-15
    场景大纲: 批准之前所在单位发生事故，批准时复查
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | work_safety_accident |
        | occurred_on | 2023-10-09 |
        | level | ordinary |
        | party | <单位> |
      当 办理“awards_approved”
      那么 拒绝，代码“criterion.clean@14:(五)”，依据第“14”条
      而且 账本没有新增其他记录

      例子:
        | 单位 |
        | 所在单位 |

    @行-nt-14-05 @应允许 @陷阱-15
    场景大纲: 批准之前发生事故的是别的单位
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | work_safety_accident |
        | occurred_on | 2023-10-09 |
        | level | ordinary |
        | party | <单位> |
      当 办理“awards_approved”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 单位 |
        | 丙公司 |

  规则: （五）个人无严重违法、违规、失信记录

    @行-nt-14-06 @应允许
    场景大纲: 没有严重记录
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | 王某 |
        | kind | dishonesty |
        | level | <程度> |
        | occurred_on | 2012-03-01 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 程度 |
        | ordinary |

    @行-nt-14-06 @应提示
    场景大纲: 有严重记录，追溯多久条文未写，须由人判断
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | 王某 |
        | kind | dishonesty |
        | level | <程度> |
        | occurred_on | 2012-03-01 |
      当 办理“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@14:(五)”
      而且 账本没有新增其他记录

      例子:
        | 程度 |
        | serious |

    @行-nt-14-06 @应允许
    场景: 有严重记录，判断符合并说明理由
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | 王某 |
        | kind | dishonesty |
        | level | serious |
        | occurred_on | 2012-03-01 |
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.3.criterion | ind_clean |
        | judged.3.evidence | 是 |
        | judged.3.outcome | met |
        | judged.3.reason | 已核查其情节和整改 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-14-06 @应拒绝
    场景: 有严重记录，判断不符合而仍然受理
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | 王某 |
        | kind | dishonesty |
        | level | serious |
        | occurred_on | 2012-03-01 |
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.3.criterion | ind_clean |
        | judged.3.evidence | 是 |
        | judged.3.outcome | not_met |
        | judged.3.reason | 已核查其情节和整改 |
      那么 拒绝，代码“criterion.clean@14:(五)”，依据第“14”条
      而且 账本没有新增其他记录

    @行-nt-14-06 @应允许
    场景大纲: 已经决定追溯五年，记录在五年之前
      假如 评审已依次办到“recommend”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | question | nt-14-5-period |
        | article | “14” |
        | option | 空 |
        | value | “5” |
        | item | (五) |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | 王某 |
        | kind | dishonesty |
        | level | serious |
        | occurred_on | <发生> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 发生 |
        | 2018-05-09 |

    @行-nt-14-06 @应拒绝
    场景大纲: 已经决定追溯五年，记录在五年之内
      假如 评审已依次办到“recommend”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | question | nt-14-5-period |
        | article | “14” |
        | option | 空 |
        | value | “5” |
        | item | (五) |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | 王某 |
        | kind | dishonesty |
        | level | serious |
        | occurred_on | <发生> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@14:(五)”，依据第“14”条
      而且 账本没有新增其他记录

      例子:
        | 发生 |
        | 2018-05-10 |

    @行-nt-14-06 @应提示
    场景: 受理之后才登记的严重记录，先前的判断没有涉及
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | party | 王某 |
        | kind | dishonesty |
        | level | serious |
        | occurred_on | 2012-03-01 |
      当 办理“awards_approved”
      那么 予以受理，并提示“criterion.clean@14:(五)”
      而且 账本没有新增其他记录
