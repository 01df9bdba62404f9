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
      那么 拒绝，代码“publicity.scope@24”，依据第“24”条
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
    场景大纲: 第十日落在国庆假期中，顺延到假后第一个工作日
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      而且 已转录“office”“2023-09-13”的“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      当 办理“meeting_held”
      那么 予以受理
      例子:
        | 无 |
        | 无 |
