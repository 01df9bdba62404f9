# language: zh-CN
@条-30
功能: 再次申报

  背景:
    假如 今天是“2023-05-10”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“2”家组织和“1”名个人

  规则: 获市长质量奖后五年内不受理重新申报

    @行-nt-30-01 @应允许
    场景大纲: 到申报之日已过五年，或者所获的是提名奖
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | <奖项> |
        | day | <获奖> |
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 奖项 | 获奖 |
        | award_org | 2018-05-09 |
        | award_org | 2012-11-20 |
        | nom_org | 2022-11-20 |

    @行-nt-30-01 @应拒绝
    场景大纲: 到申报之日仍在五年之内，最后一日也在内
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | <奖项> |
        | day | <获奖> |
      当 办理“application_submitted”
      那么 拒绝，代码“bar.active@30”，依据第“30”条
      而且 账本没有新增其他记录

      例子:
        | 奖项 | 获奖 |
        | award_org | 2018-05-10 |
        | award_org | 2018-11-20 |
        | award_org | 2022-11-20 |

    @行-nt-30-01 @应拒绝
    场景大纲: 只知道是哪一年获奖，不能当作已过五年
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | day | 空 |
        | year | <年份> |
      当 办理“application_submitted”
      那么 拒绝，代码“bar.active@30”，依据第“30”条
      而且 账本没有新增其他记录

      例子:
        | 年份 |
        | 2018 |
        | 2020 |

    @行-nt-30-01 @应允许
    场景大纲: 只知道是哪一年获奖，那一年的最后一日也已过五年
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | day | 空 |
        | year | <年份> |
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 年份 |
        | 2017 |

    @行-nt-30-01 @应拒绝
    场景: 获奖个人同样如此
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | award_ind |
        | day | 2018-05-10 |
        | party | 王某 |
      当 办理“application_submitted”
      那么 拒绝，代码“bar.active@30”，依据第“30”条
      而且 账本没有新增其他记录

    @行-nt-30-01 @应允许
    场景: 获奖个人已过五年
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | award_ind |
        | day | 2018-05-09 |
        | party | 王某 |
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-30-01 @应拒绝
    场景大纲: 以另一个编号获奖的同一组织
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | party | <获奖者> |
        | day | 2020-11-20 |
      而且 已办理“identities_joined”
        | 字段 | 值 |
        | parties | [甲公司, 乙公司] |
      当 办理“application_submitted”
      那么 拒绝，代码“bar.active@30”，依据第“30”条
      而且 账本没有新增其他记录

      例子:
        | 获奖者 |
        | 乙公司 |

    @行-nt-30-01 @应允许
    场景大纲: 获奖的是与之无关的组织
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | party | <获奖者> |
        | day | 2020-11-20 |
      而且 已办理“identities_joined”
        | 字段 | 值 |
        | parties | [甲公司, 乙公司] |
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 获奖者 |
        | 丙公司 |

    @行-nt-30-01 @应拒绝
    场景大纲: 承继了获奖组织，限制已决定随承继延续，或者还没有决定
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | party | 乙公司 |
        | day | 2020-11-20 |
      而且 已办理“party_succeeded”
        | 字段 | 值 |
        | bars_follow | <随行> |
        | from | <生效> |
      当 办理“application_submitted”
      那么 拒绝，代码“bar.active@30”，依据第“30”条
      而且 账本没有新增其他记录

      例子:
        | 随行 | 生效 |
        | 是 | 2023-05-10 |
        | 是 | 2021-01-01 |
        | 空 | 2021-01-01 |

    @行-nt-30-01 @应允许
    场景大纲: 承继了获奖组织，已决定限制不随承继延续，或者承继尚未生效
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | party | 乙公司 |
        | day | 2020-11-20 |
      而且 已办理“party_succeeded”
        | 字段 | 值 |
        | bars_follow | <随行> |
        | from | <生效> |
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 随行 | 生效 |
        | 否 | 2021-01-01 |
        | 是 | 2023-05-11 |

    @行-nt-30-01 @应拒绝
    场景大纲: 申报之后才查明在五年之内获奖，不能受理
      假如 评审已依次办到“recommend”
      而且 今天是“2023-06-20”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | day | <获奖> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“bar.active@30”，依据第“30”条
      而且 账本没有新增其他记录

      例子:
        | 获奖 |
        | 2018-05-10 |
        | 2018-06-20 |

    @行-nt-30-01 @应允许
    场景大纲: 申报之后查明的获奖在申报之日已过五年
      假如 评审已依次办到“recommend”
      而且 今天是“2023-06-20”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | day | <获奖> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 获奖 |
        | 2018-05-09 |

    @行-nt-30-01 @应拒绝
    场景大纲: 已经决定从下一届开启之日起算
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | question | nt-30-start |
        | article | “30” |
        | option | <起算> |
        | item | 空 |
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | day | 2018-05-09 |
      当 办理“application_submitted”
      那么 拒绝，代码“bar.active@30”，依据第“30”条
      而且 账本没有新增其他记录

      例子:
        | 起算 |
        | next_edition |

    @行-nt-30-01 @应允许
    场景大纲: 已经决定从获奖之日起算
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | question | nt-30-start |
        | article | “30” |
        | option | <起算> |
        | item | 空 |
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | day | 2018-05-09 |
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 起算 |
        | conferral |

    @行-nt-30-01 @转录 @应提示
    场景: 纸质申报已经收下，而仍在五年之内
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | day | 2018-11-20 |
      当 转录“甲公司”“2023-05-10”的“application_submitted”
      那么 须先知悉“bar.active@30”才能转录
      而且 账本没有新增其他记录
      当 知悉“bar.active@30”后转录“甲公司”“2023-05-10”的“application_submitted”
      那么 予以受理，并提示“bar.active@30”
      而且 账本没有新增其他记录

  规则: 账本启用之前的获奖记录没有声明齐全的，是否可以申报无法判断

    @行-nt-30-01 @应拒绝
    场景: 没有声明
      假如 今天是“2023-04-20”
      而且 已办理“cycle_planned”
      而且 已办理“cycle_opened”
      而且 已办理“call_published”
      而且 “applicant”已办理“publicity_opened”
        | 字段 | 值 |
        | step | internal |
      而且 今天是“2023-05-07”
      而且 “applicant”已办理“publicity_closed”
        | 字段 | 值 |
        | step | internal |
      而且 今天是“2023-05-10”
      当 办理“application_submitted”
      那么 拒绝，代码“bar.active@29、bar.active@30、bar.active@35”
      而且 账本没有新增其他记录

    @行-nt-30-01 @应拒绝
    场景大纲: 只声明了近四年的获奖记录
      假如 今天是“2023-04-20”
      而且 已办理“cycle_planned”
      而且 已办理“cycle_opened”
      而且 已办理“roster_declared_complete”
        | 字段 | 值 |
        | from | <起> |
        | to | <止> |
      而且 已办理“call_published”
      而且 “applicant”已办理“publicity_opened”
        | 字段 | 值 |
        | step | internal |
      而且 今天是“2023-05-07”
      而且 “applicant”已办理“publicity_closed”
        | 字段 | 值 |
        | step | internal |
      而且 今天是“2023-05-10”
      当 办理“application_submitted”
      那么 拒绝，代码“bar.active@29、bar.active@30、bar.active@35”
      而且 账本没有新增其他记录

      例子:
        | 起 | 止 |
        | 2018-05-11 | 2023-04-20 |
        | 2000-01-01 | 2023-04-18 |

    @行-nt-30-01 @应允许
    场景大纲: 声明的时间覆盖五年，直到第一届开启
      假如 今天是“2023-04-20”
      而且 已办理“cycle_planned”
      而且 已办理“cycle_opened”
      而且 已办理“roster_declared_complete”
        | 字段 | 值 |
        | from | <起> |
        | to | <止> |
      而且 已办理“call_published”
      而且 “applicant”已办理“publicity_opened”
        | 字段 | 值 |
        | step | internal |
      而且 今天是“2023-05-07”
      而且 “applicant”已办理“publicity_closed”
        | 字段 | 值 |
        | step | internal |
      而且 今天是“2023-05-10”
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 起 | 止 |
        | 2018-05-10 | 2023-04-20 |
        | 2000-01-01 | 2023-04-19 |

    @行-nt-30-01 @应拒绝
    场景: 声明中没有获奖记录
      假如 今天是“2023-04-20”
      而且 已办理“cycle_planned”
      而且 已办理“cycle_opened”
      而且 已办理“roster_declared_complete”
        | 字段 | 值 |
        | kinds | [bar, revocation, sanction] |
      而且 已办理“call_published”
      而且 “applicant”已办理“publicity_opened”
        | 字段 | 值 |
        | step | internal |
      而且 今天是“2023-05-07”
      而且 “applicant”已办理“publicity_closed”
        | 字段 | 值 |
        | step | internal |
      而且 今天是“2023-05-10”
      当 办理“application_submitted”
      那么 拒绝，代码“bar.active@30”，依据第“30”条
      而且 账本没有新增其他记录

  规则: 第二次获提名奖后三年内不得再评为提名奖，仍可评为市长质量奖

    @行-nt-30-02 @应允许 @陷阱-5
    场景大纲: 评为市长质量奖，或者只获过一次提名奖，或者已过三年
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | nom_org |
        | day | <第一次> |
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | nom_org |
        | day | <第二次> |
      当 办理“award_list_proposed”
        | 字段 | 值 |
        | items.0.category | <等次> |
        | items.0.reaward | <再次> |
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 第一次 | 第二次 | 等次 | 再次 |
        | 2021-11-20 | 2022-11-20 | award_org | 否 |
        | 2016-11-20 | 2020-10-30 | nom_org | 是 |

    @行-nt-30-02 @应拒绝 @陷阱-5
    场景大纲: 第二次获提名奖后三年之内又列为提名奖，最后一日也在内
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | nom_org |
        | day | <第一次> |
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | nom_org |
        | day | <第二次> |
      当 办理“award_list_proposed”
        | 字段 | 值 |
        | items.0.category | <等次> |
        | items.0.reaward | <再次> |
      那么 拒绝，代码“bar.active@30”，依据第“30”条
      而且 账本没有新增其他记录

      例子:
        | 第一次 | 第二次 | 等次 | 再次 |
        | 2021-11-20 | 2022-11-20 | nom_org | 是 |
        | 2016-11-20 | 2020-10-31 | nom_org | 是 |

    @行-nt-30-02 @应允许
    场景: 只获过一次提名奖，可以再评为提名奖
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | nom_org |
        | day | 2022-11-20 |
      当 办理“award_list_proposed”
        | 字段 | 值 |
        | items.0.category | nom_org |
        | items.0.reaward | 是 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-30-02 @转录 @应提示
    场景: 纸质建议名单又把两次获提名奖的列为提名奖
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | nom_org |
        | day | 2021-11-20 |
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | nom_org |
        | day | 2022-11-20 |
      当 转录“committee”“2023-10-31”的“award_list_proposed”
        | 字段 | 值 |
        | items.0.category | nom_org |
        | items.0.reaward | 是 |
      那么 须先知悉“bar.active@30”才能转录
      而且 账本没有新增其他记录
      当 知悉“bar.active@30”后转录“committee”“2023-10-31”的“award_list_proposed”
        | 字段 | 值 |
        | items.0.category | nom_org |
        | items.0.reaward | 是 |
      那么 予以受理，并提示“bar.active@30”
      而且 账本没有新增其他记录

    @行-nt-30-02 @应拒绝 @陷阱-5
    场景: 批准时改列为提名奖
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | nom_org |
        | day | 2021-11-20 |
      而且 已办理“legacy_fact_recorded”
        | 字段 | 值 |
        | category | nom_org |
        | day | 2022-11-20 |
      当 办理“awards_approved”
        | 字段 | 值 |
        | items.0.category | nom_org |
        | items.0.reaward | 是 |
      那么 拒绝，代码“bar.active@30、list.member@25”
      而且 账本没有新增其他记录

  规则: 再次获奖的不占用当年名额

    @行-nt-30-03 @应允许
    场景: 五家首次获奖，另一家十一年前得过奖，共六家
      假如 参评的有“6”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值        |
        | items.0.reaward  | 是        |
        | items.5.category | award_org |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-30-03 @应拒绝
    场景: 首次获奖的写成再次获奖，以避开名额
      假如 参评的有“6”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      那么 拒绝，代码“honour.terms@30”，依据第“30”条
      而且 账本没有新增其他记录

    @行-nt-30-03 @应允许
    场景: 曾获提名奖的首次获市长质量奖，按奖项分别看仍是首次
      假如 参评的有“1”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | nom_org    |
        | day      | 2019-11-20 |
      而且 评审已依次办到“announce”
      而且 今天是“2023-12-05”
      当 办理“award_conferred”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-30-03 @应允许
    场景: 再次获奖的授奖，不占名额
      假如 参评的有“1”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      而且 今天是“2023-11-28”
      而且 已办理“awards_approved”
      当 办理“award_conferred”
        | 字段          | 值 |
        | first_time    | 否 |
        | quota_counted | 否 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-30-03 @应拒绝
    场景: 再次获奖的授奖，写成占用名额
      假如 参评的有“1”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      而且 今天是“2023-11-28”
      而且 已办理“awards_approved”
      当 办理“award_conferred”
        | 字段          | 值 |
        | first_time    | 否 |
        | quota_counted | 是 |
      那么 拒绝，代码“honour.terms@30”，依据第“30”条
      而且 账本没有新增其他记录

    @行-nt-30-03 @应提示 @转录
    场景: 补录的授奖把再次获奖写成占用名额
      假如 参评的有“1”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      而且 今天是“2023-11-28”
      而且 已办理“awards_approved”
      而且 今天是“2023-12-06”
      当 知悉“honour.terms@30”后转录“government”“2023-12-05”的“award_conferred”
        | 字段          | 值 |
        | first_time    | 否 |
        | quota_counted | 是 |
      那么 予以受理，并提示“honour.terms@30”
      而且 账本没有新增其他记录

    @行-nt-30-03 @应拒绝
    场景: 决定两个奖项一起看的，曾获提名奖的不算首次
      假如 参评的有“1”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 甲公司     |
        | category | nom_org    |
        | day      | 2019-11-20 |
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值          |
        | article  | “26”        |
        | item     | 空          |
        | question | nt-26-first |
        | option   | any_tier    |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
      那么 拒绝，代码“honour.terms@30”，依据第“30”条
      而且 账本没有新增其他记录

    @行-nt-30-03 @应拒绝
    场景: 以往以另一个编号获奖的同一组织，不能写成首次
      假如 参评的有“1”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | party    | 乙公司     |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 已办理“identities_joined”
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
      那么 拒绝，代码“honour.terms@30”，依据第“30”条
      而且 账本没有新增其他记录

    @行-nt-30-03 @应拒绝
    场景: 以往获奖的登记没有写明奖项，不能判断是否再次获奖
      假如 参评的有“1”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | category | 空         |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
      那么 拒绝，代码“honour.terms@30”，依据第“30”条
      而且 拒绝类别为“not_yet”
      而且 账本没有新增其他记录
