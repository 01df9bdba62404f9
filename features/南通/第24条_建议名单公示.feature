# language: zh-CN
@条-24
功能: 建议名单及其公示

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 建议名单和公示都按各个奖项分列，提名奖个人也不例外

    @行-nt-24-01 @应允许
    场景: 建议名单列全四个部分
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段     | 值                                     |
        | sections | [award_ind, award_org, nom_ind, nom_org] |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-01 @应提示
    场景: 建议名单没有提名奖个人部分
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段     | 值                              |
        | sections | [award_ind, award_org, nom_org] |
      那么 予以受理，并提示“publicity.scope@24”
      而且 账本没有新增其他记录

    @行-nt-24-01 @应允许
    场景: 公示列全四个部分
      假如 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      当 “committee”办理“publicity_opened”
        | 字段     | 值                                     |
        | sections | [award_ind, award_org, nom_ind, nom_org] |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-01 @应提示
    场景: 公示没有提名奖个人部分
      假如 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      当 “committee”办理“publicity_opened”
        | 字段     | 值                              |
        | sections | [award_ind, award_org, nom_org] |
      那么 予以受理，并提示“publicity.scope@24”
      而且 账本没有新增其他记录

    @行-nt-24-01 @应提示
    场景: 作出建议名单的会议到会不足半数
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      当 办理“meeting_held”
        | 字段    | 值 |
        | total   | 11 |
        | present | 5  |
      那么 予以受理，并提示“meeting.vote@24”
      而且 账本没有新增其他记录

    @行-nt-24-01 @应允许
    场景: 作出建议名单的会议到会过半
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      当 办理“meeting_held”
        | 字段    | 值 |
        | total   | 11 |
        | present | 6  |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-01 @应提示
    场景: 建议名单没有写明由哪次会议作出
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      当 办理“award_list_proposed”
        | 字段    | 值 |
        | meeting | 空 |
      那么 予以受理，并提示“meeting.vote@24”
      而且 账本没有新增其他记录

  规则: 所示名单与建议名单完全一致，由市质委会公示

    @行-nt-24-02 @应拒绝
    场景: 公示漏了名单上的一家
      假如 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      当 “committee”办理“publicity_opened”
        | 字段  | 值                                                        |
        | items | [] |
      那么 拒绝，代码“publicity.scope@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-02 @应拒绝
    场景: 公示把提名奖写成市长质量奖
      假如 参评的有“6”家组织和“0”名个人
      而且 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      当 “committee”办理“publicity_opened”
        | 字段             | 值        |
        | items.5.category | award_org |
      那么 拒绝，代码“publicity.scope@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-02 @应拒绝
    场景: 建议名单尚未形成就公示
      假如 评审已依次办到“composite”
      而且 今天是“2023-11-06”
      当 “committee”办理“publicity_opened”
        | 字段                | 值           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
      那么 拒绝，代码“publicity.scope@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-02 @应拒绝
    场景: 由其他部门公示
      假如 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      当 “competent_department”办理“publicity_opened”
      那么 拒绝，代码“actor.role@24”，依据第“24”条
      而且 账本没有新增其他记录

  规则: 公示不少于十日，是自然日，不是工作日

    @行-nt-24-02 @应允许
    场景: 第十日结束后的次日结束公示
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-17”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-16 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-02 @应拒绝
    场景: 只公示了九日
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-17”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-15 |
      那么 拒绝，代码“publicity.term@24”，依据第“24”条
      而且 拒绝类别为“not_yet”
      而且 账本没有新增其他记录

    @行-nt-24-02 @应拒绝
    场景: 最后一日当天就结束
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-16”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-16 |
      那么 拒绝，代码“publicity.term@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-02 @应提示 @转录
    场景: 补录提前一日结束的公示
      假如 评审已依次办到“final_public”
      而且 今天是“2023-12-01”
      当 转录“committee”“2023-11-15”的“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-15 |
      那么 须先知悉“publicity.term@24”才能转录
      而且 账本没有新增其他记录
      当 知悉“publicity.term@24”后转录“committee”“2023-11-15”的“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-15 |
      那么 予以受理，并提示“publicity.term@24”
      而且 账本没有新增其他记录

    @行-nt-24-02 @应允许 @转录
    场景: 补录的纸件落款为最后一日当天
      假如 评审已依次办到“final_public”
      而且 今天是“2023-12-01”
      当 转录“committee”“2023-11-16”的“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-16 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-02 @应提示 @转录
    场景: 补录的纸件落款早于最后一日
      假如 评审已依次办到“final_public”
      而且 今天是“2023-12-01”
      当 转录“committee”“2023-11-15”的“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-16 |
      那么 须先知悉“publicity.term@24”才能转录
      而且 账本没有新增其他记录

    @行-nt-24-02 @陷阱-9 @应拒绝
    场景: 第十日落在国庆假期中，在第十日结束
      假如 评审已依次办到“presentation”
      而且 今天是“2023-09-20”
      而且 “office”已办理“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
      而且 今天是“2023-09-25”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-10-08”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-10-05 |
      那么 拒绝，代码“publicity.term@24”，依据第“24”条
      而且 公示的最后一日为“2023-10-07”
      而且 账本没有新增其他记录

    @行-nt-24-02 @陷阱-9 @应允许
    场景: 第十日落在国庆假期中，顺延到假后第一个工作日
      假如 评审已依次办到“presentation”
      而且 今天是“2023-09-20”
      而且 “office”已办理“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
      而且 今天是“2023-09-25”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-10-08”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-10-07 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-02 @应允许
    场景: 决定期限不顺延的，假期中的第十日就是最后一日
      假如 评审已依次办到“presentation”
      而且 今天是“2023-09-13”
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值             |
        | article  | “24”           |
        | item     | 空             |
        | question | nt-24-rest-day |
        | option   | fixed          |
      而且 今天是“2023-09-20”
      而且 “office”已办理“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
      而且 今天是“2023-09-25”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-10-08”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-10-05 |
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 期间从最后一个开始展示的渠道算起，各渠道都要展示到最后一日，并留有凭证

    @行-nt-24-02 @应拒绝
    场景: 第二个渠道晚两日展示，仍按第一个渠道结束
      假如 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
        | 字段               | 值                     |
        | channels.1.channel | chan0002               |
        | channels.1.class   | government_portal      |
        | channels.1.address | 市市场监管局网站       |
        | channels.1.from    | 2023-11-08             |
        | channels.1.level   | city                   |
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-09”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-20”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-17 |
      那么 拒绝，代码“publicity.term@24”，依据第“24”条
      而且 公示的最后一日为“2023-11-20”
      而且 账本没有新增其他记录

    @行-nt-24-02 @应允许
    场景: 第二个渠道晚两日展示，从该日起满十日
      假如 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
        | 字段               | 值                     |
        | channels.1.channel | chan0002               |
        | channels.1.class   | government_portal      |
        | channels.1.address | 市市场监管局网站       |
        | channels.1.from    | 2023-11-08             |
        | channels.1.level   | city                   |
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-09”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-21”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-20 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-02 @应拒绝
    场景: 网页在期满前撤下
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-17”
      当 “committee”办理“publicity_closed”
        | 字段           | 值         |
        | last_day       | 2023-11-16 |
        | ends.0.channel | chan0001   |
        | ends.0.to      | 2023-11-14 |
      那么 拒绝，代码“publicity.term@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-02 @应允许
    场景: 网页在最后一日撤下
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-17”
      当 “committee”办理“publicity_closed”
        | 字段           | 值         |
        | last_day       | 2023-11-16 |
        | ends.0.channel | chan0001   |
        | ends.0.to      | 2023-11-16 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-02 @应提示
    场景: 公示期内没有留下任何凭证
      假如 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
      而且 今天是“2023-11-17”
      当 “committee”办理“publicity_closed”
      那么 予以受理，并提示“publicity.evidence@24”
      而且 账本没有新增其他记录

    @行-nt-24-02 @应提示
    场景: 有凭证表明期间曾打不开
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 “committee”已办理“publicity_evidence_filed”
        | 字段  | 值 |
        | shown | 否 |
      而且 今天是“2023-11-17”
      当 “committee”办理“publicity_closed”
      那么 予以受理，并提示“publicity.evidence@24”
      而且 账本没有新增其他记录

    @行-nt-24-02 @应拒绝
    场景: 公告的截止日期不足十日
      假如 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      当 “committee”办理“publicity_opened”
        | 字段     | 值         |
        | deadline | 2023-11-15 |
      那么 拒绝，代码“publicity.term@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-02 @应允许
    场景: 公告的截止日期恰好十日
      假如 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      当 “committee”办理“publicity_opened”
        | 字段     | 值         |
        | deadline | 2023-11-16 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-02 @应提示
    场景: 公告写明十五日，满十日就结束
      假如 评审已依次办到“decide”
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
        | 字段     | 值         |
        | deadline | 2023-11-21 |
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-17”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-16 |
      那么 予以受理，并提示“publicity.term@24”
      而且 账本没有新增其他记录

    @行-nt-24-02 @应拒绝
    场景: 已经结束的公示再次办理结束
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-20”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-16 |
      那么 拒绝，代码“publicity.term@24”，依据第“24”条
      而且 账本没有新增其他记录

  规则: 更正名称的，只对该名称重新公示，其他名称不受影响

    @行-nt-24-02 @陷阱-7 @应提示
    场景: 更正了名称而没有重新公示
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      当 “committee”办理“publicity_amended”
        | 字段 | 值        |
        | kind | corrected |
      那么 予以受理，并提示“publicity.term@24”
      而且 账本没有新增其他记录

    @行-nt-24-02 @陷阱-7 @应允许
    场景: 对更正的名称重新公示十日
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      当 “committee”办理“publicity_amended”
        | 字段     | 值         |
        | kind     | renewed    |
        | deadline | 2023-11-20 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-02 @陷阱-7 @应拒绝
    场景: 对更正的名称重新公示不足十日
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      当 “committee”办理“publicity_amended”
        | 字段     | 值         |
        | kind     | renewed    |
        | deadline | 2023-11-19 |
      那么 拒绝，代码“publicity.term@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-02 @陷阱-7 @应允许
    场景: 重新公示的名称另行结束，其他名称先行结束并报批
      假如 参评的有“3”家组织和“0”名个人
      而且 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 “committee”已办理“publicity_amended”
        | 字段                | 值           |
        | kind                | renewed      |
        | items.0.application | 丙公司的申报 |
        | deadline            | 2023-11-20   |
      而且 今天是“2023-11-17”
      当 “committee”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-11-16 |
      那么 予以受理
      而且 账本没有新增其他记录
      当 办理“awards_approved”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
        | items.0.reaward     | 否           |
        | items.1.application | 乙公司的申报 |
        | items.1.category    | award_org    |
        | items.1.reaward     | 否           |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-02 @陷阱-7 @应拒绝
    场景: 重新公示的名称尚未期满就一并报批
      假如 参评的有“3”家组织和“0”名个人
      而且 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 “committee”已办理“publicity_amended”
        | 字段                | 值           |
        | kind                | renewed      |
        | items.0.application | 丙公司的申报 |
        | deadline            | 2023-11-20   |
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      当 办理“awards_approved”
      那么 拒绝，代码“gate.order@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-02 @应拒绝
    场景: 决定对一家重新公示，此前的公示对它不再算数
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-20”
      而且 已办理“stage_redone”
        | 字段         | 值             |
        | step         | final_public   |
        | applications | [甲公司的申报] |
      当 办理“awards_approved”
      那么 拒绝，代码“gate.order@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-02 @应允许
    场景: 决定重新公示的一家单独公示，期满后一并报批
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-20”
      而且 已办理“stage_redone”
        | 字段         | 值             |
        | step         | final_public   |
        | applications | [甲公司的申报] |
      而且 “committee”已办理“publicity_opened”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-12-01”
      而且 “committee”已办理“publicity_closed”
      当 办理“awards_approved”
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 公示不通过的取消获奖资格，不进行递补

    @行-nt-24-03 @陷阱-6 @应允许
    场景: 五家中一家的异议成立而被取消，其余四家报批
      假如 参评的有“5”家组织和“0”名个人
      而且 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 已办理“objection_lodged”
      而且 已办理“objection_resolved”
        | 字段    | 值            |
        | outcome | substantiated |
      而且 “committee”已办理“application_struck”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      当 办理“awards_approved”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-03 @应拒绝
    场景: 公示开始后名单增加一家
      假如 参评的有“3”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
        | items.0.reaward     | 否           |
        | items.1.application | 乙公司的申报 |
        | items.1.category    | award_org    |
        | items.1.reaward     | 否           |
      而且 “committee”已办理“publicity_opened”
      当 办理“award_list_proposed”
      那么 拒绝，代码“list.member@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-03 @应允许
    场景: 公示开始前名单增加一家
      假如 参评的有“3”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
        | items.0.reaward     | 否           |
        | items.1.application | 乙公司的申报 |
        | items.1.category    | award_org    |
        | items.1.reaward     | 否           |
      当 办理“award_list_proposed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-24-03 @应提示 @转录
    场景: 补录公示开始后增加一家的名单
      假如 参评的有“3”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
        | items.0.reaward     | 否           |
        | items.1.application | 乙公司的申报 |
        | items.1.category    | award_org    |
        | items.1.reaward     | 否           |
      而且 “committee”已办理“publicity_opened”
      而且 今天是“2023-11-08”
      当 知悉“list.member@24”后转录“committee”“2023-11-07”的“award_list_proposed”
      那么 予以受理，并提示“list.member@24”
      而且 账本没有新增其他记录

    @行-nt-24-03 @应拒绝
    场景: 取消资格时指定他人替补
      假如 参评的有“3”家组织和“0”名个人
      而且 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 已办理“objection_lodged”
      而且 已办理“objection_resolved”
        | 字段    | 值            |
        | outcome | substantiated |
      当 “committee”办理“application_struck”
        | 字段        | 值           |
        | application | 甲公司的申报 |
        | substitute  | 丙公司的申报 |
      那么 拒绝，代码“list.member@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-03 @应拒绝
    场景: 没有成立的异议就以公示未通过为由取消资格
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 已办理“objection_lodged”
      而且 已办理“objection_resolved”
        | 字段    | 值        |
        | outcome | unfounded |
      当 “committee”办理“application_struck”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      那么 拒绝，代码“publicity.clean@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-24-03 @应提示
    场景: 由市质委办取消资格
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 已办理“objection_lodged”
      而且 已办理“objection_resolved”
        | 字段    | 值            |
        | outcome | substantiated |
      当 “office”办理“application_struck”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      那么 予以受理，并提示“publicity.clean@24”
      而且 账本没有新增其他记录
