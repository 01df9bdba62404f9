# language: zh-CN
@条-32
功能: 评审人员的回避、保密和处理

  背景:
    假如 今天是“2023-07-04”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 有利害关系的不得参与评审

    @行-nt-32-01 @应拒绝
    场景: 申明了利害关系仍然评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“interest_declared”
        | 字段   | 值            |
        | person | 材料评审专家3 |
      当 “材料评审专家3”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家3 |
      那么 拒绝，代码“person.recusal@32”，依据第“32”条
      而且 拒绝类别为“interest”
      而且 账本没有新增其他记录

    @行-nt-32-01 @应允许
    场景: 利害关系不涉及这一件
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“interest_declared”
        | 字段    | 值            |
        | person  | 材料评审专家3 |
        | parties | [乙公司]      |
      当 “材料评审专家3”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家3 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-32-01 @应允许
    场景: 申明后回避，由候补接替，专家组仍有三人
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“interest_declared”
        | 字段   | 值            |
        | person | 材料评审专家3 |
      当 办理“reviewer_recused”
        | 字段        | 值            |
        | person      | 材料评审专家3 |
        | replacement | 材料评审候补1 |
      那么 予以受理
      而且 账本没有新增其他记录
      当 “材料评审候补1”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审候补1 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-32-01 @应允许
    场景: 利害关系的最后一日是昨日
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“interest_declared”
        | 字段   | 值            |
        | person | 材料评审专家3 |
        | until  | 2023-07-03    |
      当 “材料评审专家3”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家3 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-32-01 @应拒绝
    场景: 利害关系的最后一日是今日
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“interest_declared”
        | 字段   | 值            |
        | person | 材料评审专家3 |
        | until  | 2023-07-04    |
      当 “材料评审专家3”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家3 |
      那么 拒绝，代码“person.recusal@32”，依据第“32”条
      而且 账本没有新增其他记录

    @行-nt-32-01 @应拒绝
    场景: 任职于参评组织的专家，没有申明也应回避
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“expert_enrolled”
        | 字段     | 值            |
        | expert   | 材料评审专家3 |
        | employer | 甲公司        |
      当 “材料评审专家3”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家3 |
      那么 拒绝，代码“person.recusal@32”，依据第“32”条
      而且 账本没有新增其他记录

    @行-nt-32-01 @应拒绝
    场景: 有利害关系而未回避的人列入专家组
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      而且 已办理“interest_declared”
        | 字段   | 值            |
        | person | 材料评审专家2 |
      当 办理“panel_formed”
      那么 拒绝，代码“person.recusal@32”，依据第“32”条
      而且 账本没有新增其他记录

    @行-nt-32-01 @应允许
    场景: 有利害关系的人已登记回避该件，列入专家组评审他件
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      而且 已办理“interest_declared”
        | 字段   | 值            |
        | person | 材料评审专家2 |
      而且 已办理“reviewer_recused”
        | 字段   | 值            |
        | person | 材料评审专家2 |
      当 办理“panel_formed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-32-01 @应拒绝
    场景: 有利害关系的监督员到场监督现场评审
      假如 评审已依次办到“onsite_panel”
      而且 今天是“2023-08-08”
      而且 已办理“interest_declared”
        | 字段   | 值     |
        | person | 监督员 |
      当 办理“site_review_held”
      那么 拒绝，代码“person.recusal@32”，依据第“32”条
      而且 账本没有新增其他记录

    @行-nt-32-01 @应拒绝 @陷阱-18
    场景: 有利害关系的成员单位给陈述打分
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      而且 已办理“presentation_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      而且 已办理“interest_declared”
        | 字段   | 值        |
        | person | 空        |
        | unit   | 成员单位1 |
      当 “成员单位1”办理“score_recorded”
        | 字段        | 值           |
        | step        | presentation |
        | application | 甲公司的申报 |
        | unit        | 成员单位1    |
      那么 拒绝，代码“person.recusal@32”，依据第“32”条
      而且 账本没有新增其他记录

    @行-nt-32-01 @应提示 @转录
    场景: 纸质评分表由有利害关系的专家填写
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“interest_declared”
        | 字段   | 值            |
        | person | 材料评审专家3 |
      而且 今天是“2023-07-06”
      当 转录“材料评审专家3”“2023-07-05”的“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家3 |
      那么 须先知悉“person.recusal@32”才能转录
      而且 账本没有新增其他记录
      当 知悉“person.recusal@32”后转录“材料评审专家3”“2023-07-05”的“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家3 |
      那么 予以受理，并提示“person.recusal@32”
      而且 账本没有新增其他记录

  规则: 事后才知道的利害关系，其评分不计入之前一直提示

    @行-nt-32-01 @应提示 @陷阱-18
    场景: 监督员事后发现未申明的利害关系
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家3”已办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家3 |
      而且 今天是“2023-07-10”
      当 “supervisor”办理“interest_declared”
        | 字段   | 值            |
        | person | 材料评审专家3 |
        | source | other         |
        | since  | 2023-01-01    |
      那么 予以受理
      而且 审计发现“person.recusal@32”
      而且 账本没有新增其他记录

    @行-nt-32-01 @应允许 @陷阱-18
    场景: 该评分已不计入
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家3”已办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家3 |
      而且 今天是“2023-07-10”
      而且 “supervisor”已办理“interest_declared”
        | 字段   | 值            |
        | person | 材料评审专家3 |
        | source | other         |
        | since  | 2023-01-01    |
      当 办理“scores_set_aside”
      那么 予以受理
      而且 审计没有发现“person.recusal@32”
      而且 账本没有新增其他记录

  规则: 对参评个人同样回避，另有解释的从其解释

    @行-nt-32-01 @应拒绝
    场景: 与参评个人有利害关系
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“interest_declared”
        | 字段    | 值            |
        | person  | 材料评审专家3 |
        | parties | [王某]        |
      当 “材料评审专家3”办理“score_recorded”
        | 字段        | 值            |
        | scorer      | 材料评审专家3 |
        | application | 王某的申报    |
      那么 拒绝，代码“person.recusal@32”，依据第“32”条
      而且 账本没有新增其他记录

    @行-nt-32-01 @应允许
    场景: 已解释为只对组织回避
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值                 |
        | article  | “32”              |
        | question | nt-32-individuals  |
        | option   | organisations_only |
      而且 已办理“interest_declared”
        | 字段    | 值            |
        | person  | 材料评审专家3 |
        | parties | [王某]        |
      当 “材料评审专家3”办理“score_recorded”
        | 字段        | 值            |
        | scorer      | 材料评审专家3 |
        | application | 王某的申报    |
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 保守商业秘密，不参与影响公正的活动

    @行-nt-32-02 @应提示
    场景大纲: 反映的行为为条文所禁止
      假如 评审已依次办到“material”
      而且 今天是“2023-07-10”
      当 办理“irregularity_reported”
        | 字段        | 值         |
        | kind        | <行为>     |
        | occurred_on | 2023-06-20 |
      那么 予以受理，并提示“conduct.report@32”
      而且 账本没有新增其他记录

      例子:
        | 行为             |
        | leak             |
        | unfair_influence |

    @行-nt-32-02 @应允许
    场景: 反映的行为不在条文所禁止之列
      假如 评审已依次办到“material”
      而且 今天是“2023-07-10”
      当 办理“irregularity_reported”
        | 字段        | 值         |
        | kind        | procedure  |
        | occurred_on | 2023-06-20 |
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 滥用职权、收受财物、徇私舞弊的取消评审资格

    @行-nt-32-03 @应允许
    场景: 依据所反映的收受财物取消资格
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-28”
      而且 已办理“irregularity_reported”
        | 字段 | 值              |
        | kind | taking_property |
      而且 今天是“2023-08-01”
      当 办理“reviewer_sanctioned”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-32-03 @应拒绝
    场景: 所反映的不是条文所列的情形
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-28”
      而且 已办理“irregularity_reported”
        | 字段 | 值        |
        | kind | procedure |
      而且 今天是“2023-08-01”
      当 办理“reviewer_sanctioned”
      那么 拒绝，代码“reviewer.sanction@32”，依据第“32”条
      而且 账本没有新增其他记录

    @行-nt-32-03 @应拒绝
    场景: 没有提请所在单位处理
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-28”
      而且 已办理“irregularity_reported”
      而且 今天是“2023-08-01”
      当 办理“reviewer_sanctioned”
        | 字段           | 值 |
        | employer_asked | 否 |
      那么 拒绝，代码“reviewer.sanction@32”，依据第“32”条
      而且 账本没有新增其他记录

    @行-nt-32-03 @应提示
    场景: 由市质委办以外的机关决定
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-28”
      而且 已办理“irregularity_reported”
      而且 今天是“2023-08-01”
      当 “committee”办理“reviewer_sanctioned”
      那么 予以受理，并提示“reviewer.sanction@32”
      而且 账本没有新增其他记录

    @行-nt-32-03 @应提示
    场景: 被取消资格的人此前的评分仍然计入
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      而且 今天是“2023-07-28”
      而且 已办理“irregularity_reported”
        | 字段    | 值              |
        | persons | [材料评审专家1] |
      而且 今天是“2023-08-01”
      而且 已办理“irregularity_reported”
      当 办理“reviewer_sanctioned”
        | 字段   | 值            |
        | person | 材料评审专家1 |
      那么 予以受理
      而且 审计发现“reviewer.sanction@32”
      而且 账本没有新增其他记录

    @行-nt-32-03 @应拒绝
    场景: 被取消资格的人列入以后的抽签
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-28”
      而且 已办理“irregularity_reported”
      而且 已办理“reviewer_sanctioned”
      而且 今天是“2023-08-01”
      当 办理“draw_prepared”
        | 字段 | 值     |
        | step | onsite |
      那么 拒绝，代码“bar.active@32”，依据第“32”条
      而且 账本没有新增其他记录

    @行-nt-32-03 @应提示 @转录
    场景: 纸质决定没有写明所依据的情形
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-08-03”
      当 转录“office”“2023-08-01”的“reviewer_sanctioned”
      那么 须先知悉“reviewer.sanction@32”才能转录
      而且 账本没有新增其他记录
      当 知悉“reviewer.sanction@32”后转录“office”“2023-08-01”的“reviewer_sanctioned”
      那么 予以受理，并提示“reviewer.sanction@32”
      而且 账本没有新增其他记录

  规则: 利害关系由本人申明

    @行-nt-32-04 @如实记录
    场景: 评审人员自行申明
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-02”
      当 “专家4”办理“interest_declared”
        | 字段   | 值    |
        | person | 专家4 |
      那么 予以受理
      而且 账本没有新增其他记录
