# language: zh-CN
@条-25
功能: 报市政府批准后向社会公布

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 只批准公示过的名称，可以少批，不能增加，也不能改变奖项

    @行-nt-25-01 @应允许
    场景: 市政府批准公示通过的名单
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      当 办理“awards_approved”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-25-01 @陷阱-27 @应允许
    场景: 市政府少批一家
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      当 办理“awards_approved”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
        | items.0.reaward     | 否           |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-25-01 @陷阱-27 @应拒绝
    场景: 批准公示名单以外的一家
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 甲公司的申报 |
        | items.0.category    | award_org    |
        | items.0.reaward     | 否           |
      而且 今天是“2023-11-06”
      而且 “committee”已办理“publicity_opened”
      而且 “committee”已办理“publicity_evidence_filed”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      而且 今天是“2023-11-28”
      当 办理“awards_approved”
        | 字段                | 值           |
        | items.1.application | 乙公司的申报 |
        | items.1.category    | award_org    |
        | items.1.reaward     | 否           |
      那么 拒绝，代码“list.member@25”，依据第“25”条
      而且 账本没有新增其他记录

    @行-nt-25-01 @应拒绝
    场景: 公示为市长质量奖，批准为提名奖
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      当 办理“awards_approved”
        | 字段             | 值      |
        | items.1.category | nom_org |
      那么 拒绝，代码“list.member@25”，依据第“25”条
      而且 账本没有新增其他记录

    @行-nt-25-01 @应提示 @转录
    场景: 补录的批准文件改变了奖项
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-29”
      当 转录“government”“2023-11-28”的“awards_approved”
        | 字段             | 值      |
        | items.1.category | nom_org |
      那么 须先知悉“list.member@25”才能转录
      而且 账本没有新增其他记录
      当 知悉“list.member@25”后转录“government”“2023-11-28”的“awards_approved”
        | 字段             | 值      |
        | items.1.category | nom_org |
      那么 予以受理，并提示“list.member@25”
      而且 账本没有新增其他记录

    @行-nt-25-01 @应拒绝
    场景: 公示没有结束就批准
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-28”
      当 办理“awards_approved”
      那么 拒绝，代码“gate.order@24”
      而且 拒绝类别为“not_yet”
      而且 账本没有新增其他记录

  规则: 有未处理完或者成立的异议的，不算公示通过；其他名称照常报批

    @行-nt-25-01 @陷阱-7 @应拒绝
    场景: 异议未处理完就批准
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 已办理“objection_lodged”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      当 办理“awards_approved”
      那么 拒绝，代码“publicity.clean@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-25-01 @陷阱-7 @应允许
    场景: 异议经查不成立后批准
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 已办理“objection_lodged”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      而且 已办理“objection_resolved”
      当 办理“awards_approved”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-25-01 @陷阱-7 @应允许
    场景: 异议未处理完的暂不报批，其他名称先批准
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 已办理“objection_lodged”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      当 办理“awards_approved”
        | 字段                | 值           |
        | items               | []           |
        | items.0.application | 乙公司的申报 |
        | items.0.category    | award_org    |
        | items.0.reaward     | 否           |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-25-01 @应拒绝
    场景: 异议成立的仍予批准
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 已办理“objection_lodged”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      而且 已办理“objection_resolved”
        | 字段    | 值            |
        | outcome | substantiated |
      当 办理“awards_approved”
      那么 拒绝，代码“publicity.clean@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-25-01 @应拒绝
    场景: 决定有异议即不通过的，查不成立也不能批准
      假如 评审已依次办到“final_public”
      而且 今天是“2023-11-10”
      而且 “committee”已办理“interpretation_issued”
        | 字段     | 值            |
        | article  | “24”          |
        | item     | 空            |
        | question | nt-24-passing |
        | option   | none_at_all   |
      而且 已办理“objection_lodged”
      而且 今天是“2023-11-17”
      而且 “committee”已办理“publicity_closed”
      而且 已办理“objection_resolved”
      当 办理“awards_approved”
      那么 拒绝，代码“publicity.clean@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-25-01 @应拒绝
    场景: 最后一日寄出、结束后收到的异议信，在期内
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-20”
      而且 已办理“objection_lodged”
        | 字段     | 值         |
        | sent     | 2023-11-16 |
        | received | 2023-11-20 |
      而且 今天是“2023-11-28”
      当 办理“awards_approved”
      那么 拒绝，代码“publicity.clean@24”，依据第“24”条
      而且 账本没有新增其他记录

    @行-nt-25-01 @应提示
    场景: 结束次日寄出的异议信，由人判断
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-20”
      而且 已办理“objection_lodged”
        | 字段     | 值         |
        | sent     | 2023-11-17 |
        | received | 2023-11-20 |
      而且 今天是“2023-11-28”
      当 办理“awards_approved”
      那么 予以受理，并提示“publicity.clean@24”
      而且 账本没有新增其他记录

  规则: 批准后才能公布，公布的名单与批准的一致

    @行-nt-25-01 @应允许
    场景: 批准后公布
      假如 评审已依次办到“approve”
      而且 今天是“2023-11-30”
      当 办理“decision_published”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-25-01 @应拒绝
    场景: 批准前公布
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-27”
      当 办理“decision_published”
      那么 拒绝，代码“list.member@25”，依据第“25”条
      而且 账本没有新增其他记录

    @行-nt-25-01 @应拒绝
    场景: 公布时漏了一家
      假如 评审已依次办到“approve”
      而且 今天是“2023-11-30”
      当 办理“decision_published”
        | 字段         | 值             |
        | applications | [甲公司的申报] |
      那么 拒绝，代码“publicity.scope@25”，依据第“25”条
      而且 账本没有新增其他记录

  规则: 批准后向社会公布；条文没有期限，周期结束时仍未公布的提示

    @行-nt-25-02 @应允许
    场景: 批准后两日公布，然后结束周期
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“close”
      当 时间到了“2024-01-10”
      那么 审计没有发现“duty.before@25”
      而且 账本没有新增其他记录

    @行-nt-25-02 @应提示
    场景: 周期结束时仍未公布
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“approve”
      而且 今天是“2023-12-20”
      而且 已办理“cycle_closed”
      当 时间到了“2023-12-21”
      那么 审计发现“duty.before@25”，其中写明“市人民政府应在”
      而且 账本没有新增其他记录

    @行-nt-25-02 @应允许
    场景: 还没有公布，但周期也没有结束
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“approve”
      当 时间到了“2024-06-30”
      那么 审计没有发现“duty.before@25”
      而且 账本没有新增其他记录

    @行-nt-25-02 @应提示
    场景: 周期结束以后才公布
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“approve”
      而且 今天是“2023-12-20”
      而且 已办理“cycle_closed”
      而且 今天是“2023-12-25”
      而且 已办理“decision_published”
      当 时间到了“2023-12-26”
      那么 审计发现“duty.before@25”，其中写明“2023-12-25 才履行”
      而且 账本没有新增其他记录
