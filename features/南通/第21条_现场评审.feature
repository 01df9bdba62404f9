# language: zh-CN
@条-21
功能: 现场评审的名单、形式和报告

  背景:
    假如 今天是“2023-08-10”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 进入现场评审的组织不超过拟获奖组织的一点五倍；两个奖项组织名额之和为基数，尾数舍去

    @行-nt-21-01 @应允许
    场景: 基数十家，进入现场评审十五家
      假如 参评的有“15”家组织和“0”名个人
      而且 评审已依次办到“material”
      而且 今天是“2023-07-20”
      当 “office”办理“shortlist_approved”
        | 字段 | 值          |
        | step | onsite_list |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-21-01 @应拒绝
    场景: 基数十家，进入现场评审十六家
      假如 参评的有“16”家组织和“0”名个人
      而且 评审已依次办到“material”
      而且 今天是“2023-07-20”
      当 “office”办理“shortlist_approved”
        | 字段 | 值          |
        | step | onsite_list |
      那么 拒绝，代码“count.bound@21”，依据第“21”条
      而且 账本没有新增其他记录

    @行-nt-21-01 @应提示 @转录
    场景: 补录列有十六家的现场评审名单
      假如 参评的有“16”家组织和“0”名个人
      而且 评审已依次办到“material”
      而且 今天是“2023-07-21”
      当 知悉“count.bound@21”后转录“office”“2023-07-20”的“shortlist_approved”
        | 字段 | 值          |
        | step | onsite_list |
      那么 予以受理，并提示“count.bound@21”
      而且 账本没有新增其他记录

    @行-nt-21-01 @应允许
    场景: 决定只以市长质量奖五家为基数的，七点五舍为七家
      假如 参评的有“7”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值         |
        | article  | “21”       |
        | item     | 空         |
        | question | nt-21-base |
        | option   | award_only |
      而且 评审已依次办到“material”
      而且 今天是“2023-07-20”
      当 “office”办理“shortlist_approved”
        | 字段 | 值          |
        | step | onsite_list |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-21-01 @应拒绝
    场景: 决定只以市长质量奖五家为基数的，八家即超过
      假如 参评的有“8”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值         |
        | article  | “21”       |
        | item     | 空         |
        | question | nt-21-base |
        | option   | award_only |
      而且 评审已依次办到“material”
      而且 今天是“2023-07-20”
      当 “office”办理“shortlist_approved”
        | 字段 | 值          |
        | step | onsite_list |
      那么 拒绝，代码“count.bound@21”，依据第“21”条
      而且 账本没有新增其他记录

    @行-nt-21-01 @应允许
    场景: 又决定尾数进为整数的，八家不超过
      假如 参评的有“8”家组织和“0”名个人
      而且 今天是“2023-03-01”
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值         |
        | article  | “21”       |
        | item     | 空         |
        | question | nt-21-base |
        | option   | award_only |
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值             |
        | article  | “21”           |
        | item     | 空             |
        | question | nt-21-rounding |
        | option   | up             |
      而且 评审已依次办到“material”
      而且 今天是“2023-07-20”
      当 “office”办理“shortlist_approved”
        | 字段 | 值          |
        | step | onsite_list |
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 现场评审形成报告，没有报告不能综合评价

    @行-nt-21-02 @应允许
    场景: 每家都有现场评审报告
      假如 评审已依次办到“onsite_scores”
      而且 今天是“2023-08-10”
      而且 已办理“stage_report_issued”
        | 字段 | 值     |
        | step | onsite |
      而且 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-21-02 @应拒绝
    场景: 现场评审报告没有写到任何一家
      假如 评审已依次办到“onsite_scores”
      而且 今天是“2023-08-10”
      而且 已办理“stage_report_issued”
        | 字段 | 值     |
        | step | onsite |
        | rows | []     |
      而且 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      那么 拒绝，代码“report.there@21”，依据第“21”条
      而且 账本没有新增其他记录

    @行-nt-21-02 @应提示 @转录
    场景: 纸质综合评价报告出在现场评审报告之前
      假如 评审已依次办到“onsite_scores”
      而且 今天是“2023-08-10”
      而且 已办理“stage_report_issued”
        | 字段 | 值     |
        | step | onsite |
        | rows | []     |
      而且 评审已依次办到“presentation”
      而且 今天是“2023-10-23”
      当 转录“office”“2023-10-20”的“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      那么 须先知悉“report.there@21”才能转录
      而且 账本没有新增其他记录
      当 知悉“report.there@21”后转录“office”“2023-10-20”的“stage_report_issued”
        | 字段 | 值        |
        | step | composite |
      那么 予以受理，并提示“report.there@21”
      而且 账本没有新增其他记录
