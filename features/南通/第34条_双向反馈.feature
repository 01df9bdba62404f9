# language: zh-CN
@条-34
功能: 双向监督反馈

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“1”家组织和“0”名个人

  规则: 受评组织评价专家组，专家组评价受评组织；条文没有期限，周期结束时仍缺的提示

    @行-nt-34-01 @应允许
    场景: 双方都反馈了
      假如 评审已依次办到“feedback”
      而且 今天是“2023-08-22”
      而且 已办理“site_review_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      而且 “applicant”已办理“conduct_feedback_filed”
        | 字段       | 值 |
        | role       | applicant |
        | concerning | panel |
      而且 “panel”已办理“conduct_feedback_filed”
        | 字段       | 值 |
        | role       | panel |
        | concerning | applicant |
      而且 评审已依次办到“close”
      当 时间到了“2023-12-21”
      那么 审计没有发现“duty.before@34”
      而且 账本没有新增其他记录

    @行-nt-34-01 @应提示
    场景: 受评组织没有反馈
      假如 评审已依次办到“feedback”
      而且 今天是“2023-08-22”
      而且 已办理“site_review_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      而且 “panel”已办理“conduct_feedback_filed”
        | 字段       | 值 |
        | role       | panel |
        | concerning | applicant |
      而且 评审已依次办到“close”
      当 时间到了“2023-12-21”
      那么 审计发现“duty.before@34”，其中写明“甲公司应在”
      而且 账本没有新增其他记录

    @行-nt-34-01 @应提示
    场景: 专家组没有反馈
      假如 评审已依次办到“feedback”
      而且 今天是“2023-08-22”
      而且 已办理“site_review_held”
        | 字段        | 值           |
        | application | 甲公司的申报 |
      而且 “applicant”已办理“conduct_feedback_filed”
        | 字段       | 值 |
        | role       | applicant |
        | concerning | panel |
      而且 评审已依次办到“close”
      当 时间到了“2023-12-21”
      那么 审计发现“duty.before@34”，其中写明“评审专家组应在”
      而且 账本没有新增其他记录
