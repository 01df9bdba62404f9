# language: zh-CN
@条-33
功能: 评审监督员全程监督现场评审

  背景:
    假如 今天是“2023-08-08”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 每次现场评审都有聘请的监督员到场

    @行-nt-33-01 @应允许
    场景: 聘请的监督员到场
      假如 评审已依次办到“onsite_panel”
      而且 今天是“2023-08-08”
      当 办理“site_review_held”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-33-01 @应拒绝
    场景: 没有监督员到场
      假如 评审已依次办到“onsite_panel”
      而且 今天是“2023-08-08”
      当 办理“site_review_held”
        | 字段        | 值 |
        | supervisors | [] |
      那么 拒绝，代码“supervisor.present@33”，依据第“33”条
      而且 账本没有新增其他记录

    @行-nt-33-01 @应拒绝
    场景: 到场的人没有聘请为监督员
      假如 评审已依次办到“onsite_panel”
      而且 今天是“2023-08-08”
      当 办理“site_review_held”
        | 字段        | 值      |
        | supervisors | [专家9] |
      那么 拒绝，代码“supervisor.present@33”，依据第“33”条
      而且 账本没有新增其他记录

    @行-nt-33-01 @应提示 @转录
    场景: 纸质记录没有监督员到场
      假如 评审已依次办到“onsite_panel”
      而且 今天是“2023-08-09”
      当 转录“panel”“2023-08-08”的“site_review_held”
        | 字段        | 值 |
        | supervisors | [] |
      那么 须先知悉“supervisor.present@33”才能转录
      而且 账本没有新增其他记录
      当 知悉“supervisor.present@33”后转录“panel”“2023-08-08”的“site_review_held”
        | 字段        | 值 |
        | supervisors | [] |
      那么 予以受理，并提示“supervisor.present@33”
      而且 账本没有新增其他记录

  规则: 监督员反馈专家组成员和受评单位的情况；条文没有期限，综合评价报告出具时仍未反馈的提示

    @行-nt-33-02 @应允许
    场景: 现场评审后反馈了双方的情况
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“feedback”
      而且 今天是“2023-08-22”
      而且 已办理“site_review_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      而且 “supervisor”已办理“conduct_feedback_filed”
        | 字段       | 值 |
        | role       | supervisor |
        | concerning | panel |
      而且 “supervisor”已办理“conduct_feedback_filed”
        | 字段       | 值 |
        | role       | supervisor |
        | concerning | applicant |
      而且 评审已依次办到“composite”
      当 时间到了“2023-10-21”
      那么 审计没有发现“duty.before@33”
      而且 账本没有新增其他记录

    @行-nt-33-02 @应提示
    场景: 补做的现场评审之后没有反馈
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“feedback”
      而且 今天是“2023-08-22”
      而且 已办理“site_review_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      而且 评审已依次办到“composite”
      当 时间到了“2023-10-21”
      那么 审计发现“duty.before@33”，其中写明“评审监督员应在”
      而且 账本没有新增其他记录

    @行-nt-33-02 @应提示
    场景: 只反馈了专家组的情况，没有反馈受评单位的
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“feedback”
      而且 今天是“2023-08-22”
      而且 已办理“site_review_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      而且 “supervisor”已办理“conduct_feedback_filed”
        | 字段       | 值 |
        | role       | supervisor |
        | concerning | panel |
      而且 评审已依次办到“composite”
      当 时间到了“2023-10-21”
      那么 审计发现“duty.before@33”，其中写明“对受评者”
      而且 账本没有新增其他记录

    @行-nt-33-02 @应允许
    场景: 综合评价报告还没有出具
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“feedback”
      而且 今天是“2023-08-22”
      而且 已办理“site_review_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      当 时间到了“2023-10-19”
      那么 审计没有发现“duty.before@33”
      而且 账本没有新增其他记录
