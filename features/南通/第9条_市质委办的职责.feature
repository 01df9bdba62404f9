# language: zh-CN
@条-9
功能: 市质委办的职责

  背景:
    假如 今天是“2023-03-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 制定年度计划，先于组建专家组

    @行-nt-09-01 @如实记录
    场景: 市质委办制定年度计划
      当 办理“cycle_planned”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-09-01 @应拒绝
    场景: 年度计划由其他机构制定
      当 “local_quality_body”办理“cycle_planned”
      那么 拒绝，代码“actor.role@9:(一)”，依据第“9”条
      而且 账本没有新增其他记录

    @行-nt-09-01 @应提示
    场景: 没有年度计划就组建专家组
      假如 已办理“cycle_opened”
      而且 已办理“roster_declared_complete”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      当 办理“panel_formed”
      那么 予以受理，并提示“gate.order@9:(一)”
      而且 账本没有新增其他记录

    @行-nt-09-01 @应允许
    场景: 有年度计划再组建专家组
      假如 已办理“cycle_planned”
      而且 已办理“cycle_opened”
      而且 已办理“roster_declared_complete”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      当 办理“panel_formed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-09-01 @应拒绝
    场景: 评审规则由其他机构拟订
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      当 办理“standards_approved”
        | 字段 | 值 |
        | drafted_by | association |
      那么 拒绝，代码“actor.role@9:(一)”，依据第“9”条
      而且 账本没有新增其他记录

  规则: 组织开展评审

    @行-nt-09-02 @如实记录
    场景: 报告写明由市质委办组织
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段 | 值 |
        | step | composite |
        | organised_by | office |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-09-02 @应拒绝
    场景: 报告写明由其他机构组织
      假如 评审已依次办到“presentation”
      而且 今天是“2023-10-20”
      当 “office”办理“stage_report_issued”
        | 字段 | 值 |
        | step | composite |
        | organised_by | localqualitybody |
      那么 拒绝，代码“actor.role@9:(二)”，依据第“9”条
      而且 账本没有新增其他记录

  规则: 监督获奖者的质量行为

    @行-nt-09-03 @如实记录
    场景: 市质委办检查获奖者
      假如 评审已依次办到“confer”
      而且 今天是“2024-05-10”
      当 办理“supervisory_check_made”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-09-03 @应拒绝
    场景: 检查由其他机构进行
      假如 评审已依次办到“confer”
      而且 今天是“2024-05-10”
      当 “association”办理“supervisory_check_made”
      那么 拒绝，代码“actor.role@9:(三)”，依据第“9”条
      而且 账本没有新增其他记录

  规则: 承办和决定应当分开

    @行-nt-09-01 @应提示
    场景: 同一人在市质委办和市质委会兼任
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      而且 已办理“body_constituted”
        | 字段 | 值 |
        | body | newcommittee |
        | name | 新设委员会 |
        | roles | [committee] |
        | members.0.person | member11 |
        | members.0.post | member |
        | members.1.person | member12 |
        | members.1.post | member |
      当 办理“body_constituted”
        | 字段 | 值 |
        | members.0.person | member11 |
      那么 予以受理，并提示“body.form@9”
      而且 账本没有新增其他记录

    @行-nt-09-01 @应允许
    场景: 无人兼任
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      而且 已办理“body_constituted”
        | 字段 | 值 |
        | body | newcommittee |
        | name | 新设委员会 |
        | roles | [committee] |
        | members.0.person | member11 |
        | members.0.post | member |
        | members.1.person | member12 |
        | members.1.post | member |
      当 办理“body_constituted”
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 获奖后监督质量行为，条文没有次数和期限，账本以三年内至少一次为提示线

    @行-nt-09-03 @如实记录
    场景: 对获奖组织作了监督检查
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“close”
      而且 今天是“2024-05-10”
      当 办理“supervisory_check_made”
      那么 予以受理
      而且 账本没有新增其他记录
      当 时间到了“2026-12-01”
      那么 审计没有发现“duty.once@9:(三)”
      而且 账本没有新增其他记录

    @行-nt-09-03 @应提示
    场景: 获奖后三年内没有监督检查
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“close”
      当 时间到了“2026-12-01”
      那么 审计发现“duty.once@9:(三)”，其中写明“市质委办应在 2026-11-30 前履行”
      而且 账本没有新增其他记录

    @行-nt-09-03 @如实记录
    场景: 第三年的最后一日还没有过去
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“close”
      当 时间到了“2026-11-30”
      那么 审计没有发现“duty.once@9:(三)”
      而且 账本没有新增其他记录
