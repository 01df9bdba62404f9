# language: zh-CN
@条-6
功能: 奖项和名额

  背景:
    假如 今天是“2023-03-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 每年评定一次

    @行-nt-06-01 @应允许
    场景: 下一年度再办一届
      假如 评审已依次办到“plan”
      而且 今天是“2023-12-28”
      当 办理“cycle_planned”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2024 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-01 @应拒绝
    场景: 同一年度再办一届
      假如 评审已依次办到“plan”
      而且 今天是“2023-12-28”
      当 办理“cycle_planned”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2023 |
      那么 拒绝，代码“cycle.interval@6”，依据第“6”条
      而且 账本没有新增其他记录

    @行-nt-06-01 @应拒绝
    场景: 同一年度再开启一届
      假如 评审已依次办到“plan”
      而且 今天是“2023-12-28”
      当 办理“cycle_opened”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2023 |
        | edition | 2 |
      那么 拒绝，代码“cycle.interval@6”，依据第“6”条
      而且 账本没有新增其他记录

    @行-nt-06-01 @应允许
    场景: 前一届已经终止的，同一年度可以再办
      假如 评审已依次办到“plan”
      而且 已办理“cycle_status_changed”
        | 字段 | 值 |
        | status | abandoned |
      而且 今天是“2023-12-28”
      当 办理“cycle_planned”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2023 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-01 @应提示 @转录
    场景: 纸面上同一年度又定了一届
      假如 评审已依次办到“plan”
      而且 今天是“2023-12-28”
      当 转录“office”“2023-12-20”的“cycle_planned”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2023 |
      那么 须先知悉“cycle.interval@6”才能转录
      而且 拒绝类别为“acknowledge”
      而且 账本没有新增其他记录
      当 知悉“cycle.interval@6”后转录“office”“2023-12-20”的“cycle_planned”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2023 |
      那么 予以受理，并提示“cycle.interval@6”
      而且 账本没有新增其他记录

    @行-nt-06-01 @应提示
    场景: 一年没有举办，次年元旦即为缺届
      假如 评审已依次办到“plan”
      当 时间到了“2025-01-01”
      那么 审计发现“cycle.interval@6”
      而且 账本没有新增其他记录

    @行-nt-06-01 @应允许
    场景: 当年最后一日还不算缺届
      假如 评审已依次办到“plan”
      当 时间到了“2024-12-31”
      那么 审计没有发现“cycle.interval@6”
      而且 账本没有新增其他记录

    @行-nt-06-01 @应提示
    场景: 届次没有依次编号
      假如 评审已依次办到“plan”
      而且 今天是“2024-03-01”
      当 办理“cycle_opened”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2024 |
        | edition | 3 |
      那么 予以受理，并提示“cycle.interval@6”
      而且 账本没有新增其他记录

    @行-nt-06-01 @应允许
    场景: 届次依次编号
      假如 评审已依次办到“plan”
      而且 今天是“2024-03-01”
      当 办理“cycle_opened”
        | 字段 | 值 |
        | cycle | nantcyclenext |
        | year | 2024 |
        | edition | 2 |
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 市长质量奖获奖组织不超过五个

    @行-nt-06-02 @应允许
    场景: 建议名单列市长质量奖组织五家
      假如 参评的有“6”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值      |
        | items.5.category | nom_org |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-02 @应拒绝
    场景: 建议名单列市长质量奖组织六家
      假如 参评的有“6”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值        |
        | items.5.category | award_org |
      那么 拒绝，代码“count.bound@6”，依据第“6”条
      而且 账本没有新增其他记录

    @行-nt-06-02 @应提示 @转录
    场景: 补录列有六家的建议名单
      假如 参评的有“6”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-11-01”
      而且 已办理“meeting_held”
      当 知悉“count.bound@6”后转录“committee”“2023-10-31”的“award_list_proposed”
        | 字段             | 值        |
        | items.5.category | award_org |
      那么 予以受理，并提示“count.bound@6”
      而且 账本没有新增其他记录

    @行-nt-06-02 @应拒绝
    场景: 补录的名单已有六家，市政府仍不能批准六家
      假如 参评的有“6”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-11-01”
      而且 已办理“meeting_held”
      而且 已转录“committee”“2023-10-31”的“award_list_proposed”
        | 字段             | 值        |
        | items.5.category | award_org |
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      当 办理“awards_approved”
      那么 拒绝，代码“count.bound@6”，依据第“6”条
      而且 账本没有新增其他记录

  规则: 市长质量奖获奖组织中原则上有一家中小企业

    @行-nt-06-03 @陷阱-14 @应允许
    场景: 名单中有中小企业
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-03 @陷阱-14 @应提示
    场景: 名单中没有中小企业，也没有写明理由
      假如 参评的有“1”家组织和“1”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段       | 值 |
        | attributes | [] |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
      那么 予以受理，并提示“count.bound@6”
      而且 账本没有新增其他记录

    @行-nt-06-03 @陷阱-14 @应允许
    场景: 名单中没有中小企业，写明了理由
      假如 参评的有“1”家组织和“1”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段       | 值 |
        | attributes | [] |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段   | 值                           |
        | reason | 本年度申报的没有中小企业     |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-03 @陷阱-13 @应允许
    场景: 市长质量奖组织全部空缺
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段  | 值 |
        | items | [] |
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 市长质量奖获奖个人不超过一个

    @行-nt-06-04 @应允许
    场景: 市长质量奖个人一名，另一名列为提名奖
      假如 参评的有“1”家组织和“2”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值      |
        | items.2.category | nom_ind |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-04 @应拒绝
    场景: 市长质量奖个人两名
      假如 参评的有“1”家组织和“2”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值        |
        | items.2.category | award_ind |
      那么 拒绝，代码“count.bound@6”，依据第“6”条
      而且 账本没有新增其他记录

    @行-nt-06-04 @应提示 @转录
    场景: 补录列有两名个人的建议名单
      假如 参评的有“1”家组织和“2”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-11-01”
      而且 已办理“meeting_held”
      当 知悉“count.bound@6”后转录“committee”“2023-10-31”的“award_list_proposed”
        | 字段             | 值        |
        | items.2.category | award_ind |
      那么 予以受理，并提示“count.bound@6”
      而且 账本没有新增其他记录

  规则: 提名奖获奖组织不超过五个，与市长质量奖的名额互不调剂

    @行-nt-06-05 @陷阱-12 @应允许
    场景: 提名奖组织五家
      假如 参评的有“6”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值        |
        | items.0.category | award_org |
        | items.1.category | nom_org   |
        | items.2.category | nom_org   |
        | items.3.category | nom_org   |
        | items.4.category | nom_org   |
        | items.5.category | nom_org   |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-05 @陷阱-12 @应拒绝
    场景: 提名奖组织六家，市长质量奖组织空缺
      假如 参评的有“6”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值      |
        | items.0.category | nom_org |
        | items.1.category | nom_org |
        | items.2.category | nom_org |
        | items.3.category | nom_org |
        | items.4.category | nom_org |
        | items.5.category | nom_org |
      那么 拒绝，代码“count.bound@6”，依据第“6”条
      而且 账本没有新增其他记录

    @行-nt-06-05 @应提示 @转录
    场景: 补录列有六家提名奖组织的建议名单
      假如 参评的有“6”家组织和“0”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-11-01”
      而且 已办理“meeting_held”
      当 知悉“count.bound@6”后转录“committee”“2023-10-31”的“award_list_proposed”
        | 字段             | 值      |
        | items.0.category | nom_org |
        | items.1.category | nom_org |
        | items.2.category | nom_org |
        | items.3.category | nom_org |
        | items.4.category | nom_org |
        | items.5.category | nom_org |
      那么 予以受理，并提示“count.bound@6”
      而且 账本没有新增其他记录

  规则: 提名奖获奖个人不超过两个

    @行-nt-06-06 @应允许
    场景: 提名奖个人两名
      假如 参评的有“1”家组织和“3”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值        |
        | items.1.category | award_ind |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-06 @应拒绝
    场景: 提名奖个人三名
      假如 参评的有“1”家组织和“3”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值      |
        | items.1.category | nom_ind |
      那么 拒绝，代码“count.bound@6”，依据第“6”条
      而且 账本没有新增其他记录

    @行-nt-06-06 @应提示 @转录
    场景: 补录列有三名提名奖个人的建议名单
      假如 参评的有“1”家组织和“3”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-11-01”
      而且 已办理“meeting_held”
      当 知悉“count.bound@6”后转录“committee”“2023-10-31”的“award_list_proposed”
        | 字段             | 值      |
        | items.1.category | nom_ind |
      那么 予以受理，并提示“count.bound@6”
      而且 账本没有新增其他记录

  规则: 只有条文设立的奖项，个人不能列入组织的奖项

    @行-nt-06-02 @应拒绝
    场景: 组织列入个人的奖项
      假如 参评的有“1”家组织和“1”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值      |
        | items.0.category | nom_ind |
      那么 拒绝，代码“honour.terms@6”，依据第“6”条
      而且 账本没有新增其他记录

    @行-nt-06-02 @应拒绝
    场景: 列入条文没有设立的奖项
      假如 参评的有“1”家组织和“1”名个人
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 办理“award_list_proposed”
        | 字段             | 值      |
        | items.0.category | special |
      那么 拒绝，代码“honour.terms@6”，依据第“6”条
      而且 账本没有新增其他记录

  规则: 名额可以少额或者空缺

    @行-nt-06-08 @如实记录
    场景: 周期结束时写明授予数和空缺数
      假如 评审已依次办到“confer”
      而且 今天是“2023-12-20”
      当 办理“cycle_closed”
        | 字段             | 值        |
        | places.0.category | award_ind |
        | places.0.awarded | 1         |
        | places.0.vacant  | 0         |
        | places.1.category | award_org |
        | places.1.awarded | 2         |
        | places.1.vacant  | 3         |
        | places.2.category | nom_ind   |
        | places.2.awarded | 0         |
        | places.2.vacant  | 2         |
        | places.3.category | nom_org   |
        | places.3.awarded | 0         |
        | places.3.vacant  | 5         |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-06-08 @应提示
    场景: 授予数和空缺数之和不等于名额
      假如 评审已依次办到“confer”
      而且 今天是“2023-12-20”
      当 办理“cycle_closed”
        | 字段             | 值 |
        | places.1.awarded | 2  |
        | places.1.vacant  | 2  |
      那么 予以受理，并提示“count.bound@6”
      而且 账本没有新增其他记录

    @行-nt-06-08 @应提示
    场景: 周期结束时没有写明空缺
      假如 评审已依次办到“confer”
      而且 今天是“2023-12-20”
      当 办理“cycle_closed”
        | 字段   | 值 |
        | places | [] |
      那么 予以受理，并提示“count.bound@6”
      而且 账本没有新增其他记录
