# language: zh-CN
@条-33
功能: 评审监督员

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“1”家组织和“0”名个人

  规则: 监督员反馈专家组成员和受评单位的情况；条文没有期限，综合评价报告出具时仍未反馈的提示

    @行-nt-33-02 @应允许
    场景: 现场评审后反馈了双方的情况
      假如 评审已依次办到“feedback”
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
      假如 评审已依次办到“feedback”
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
      假如 评审已依次办到“feedback”
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
      假如 评审已依次办到“feedback”
      而且 今天是“2023-08-22”
      而且 已办理“site_review_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      当 时间到了“2023-10-19”
      那么 审计没有发现“duty.before@33”
      而且 账本没有新增其他记录
