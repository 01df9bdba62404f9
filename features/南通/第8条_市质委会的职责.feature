# language: zh-CN
@条-8
功能: 市质委会的职责

  背景:
    假如 今天是“2023-04-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 评审中的重大事项由市质委会研究决定

    @行-nt-08-01 @如实记录
    场景: 市质委会开会决定重大事项
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      当 办理“meeting_held”
        | 字段 | 值 |
        | step | 空 |
        | motions.0.abstain | 0 |
        | motions.0.against | 0 |
        | motions.0.application | 空 |
        | motions.0.basis | [] |
        | motions.0.category | 空 |
        | motions.0.for | 9 |
        | motions.0.outcome | carried |
        | motions.0.reason | 空 |
        | motions.0.recused | [] |
        | motions.0.secret | 否 |
        | motions.0.subject | major_matters |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-08-01 @应拒绝
    场景: 市质委办自行决定重大事项
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      当 “office”办理“meeting_held”
        | 字段 | 值 |
        | body | office |
        | step | 空 |
        | motions.0.abstain | 0 |
        | motions.0.against | 0 |
        | motions.0.application | 空 |
        | motions.0.basis | [] |
        | motions.0.category | 空 |
        | motions.0.for | 9 |
        | motions.0.outcome | carried |
        | motions.0.reason | 空 |
        | motions.0.recused | [] |
        | motions.0.secret | 否 |
        | motions.0.subject | major_matters |
      那么 拒绝，代码“actor.role@8:(一)”，依据第“8”条
      而且 账本没有新增其他记录

  规则: 评审规则由市质委会审定

    @行-nt-08-02 @应允许
    场景: 市质委会审定评审规则
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      当 “committee”办理“standards_approved”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-08-02 @应拒绝
    场景: 市质委办审定评审规则
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      当 “office”办理“standards_approved”
      那么 拒绝，代码“actor.role@8:(二)”，依据第“8”条
      而且 账本没有新增其他记录

    @行-nt-08-02 @应提示 @转录
    场景: 纸面上由市质委办审定
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      当 转录“office”“2023-04-10”的“standards_approved”
      那么 须先知悉“actor.role@8:(二)”才能转录
      而且 账本没有新增其他记录
      当 知悉“actor.role@8:(二)”后转录“office”“2023-04-10”的“standards_approved”
      那么 予以受理，并提示“actor.role@8:(二)”
      而且 账本没有新增其他记录

  规则: 演讲陈述由市质委会组织

    @行-nt-08-03 @应允许
    场景: 市质委会组织演讲陈述
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      当 办理“presentation_held”
        | 字段 | 值 |
        | organised_by | committee |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-08-03 @应拒绝
    场景: 市质委办组织演讲陈述
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      当 办理“presentation_held”
        | 字段 | 值 |
        | organised_by | office |
      那么 拒绝，代码“actor.role@8:(三)”，依据第“8”条
      而且 账本没有新增其他记录

    @行-nt-08-03 @应提示 @转录
    场景: 纸面上由市质委办组织
      假如 评审已依次办到“present_list”
      而且 今天是“2023-09-12”
      当 转录“committee”“2023-09-08”的“presentation_held”
        | 字段 | 值 |
        | organised_by | office |
      那么 须先知悉“actor.role@8:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“actor.role@8:(三)”后转录“committee”“2023-09-08”的“presentation_held”
        | 字段 | 值 |
        | organised_by | office |
      那么 予以受理，并提示“actor.role@8:(三)”
      而且 账本没有新增其他记录

  规则: 候选名单由市质委会向市人民政府提出

    @行-nt-08-04 @应允许
    场景: 市质委会提出候选名单
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 “committee”办理“award_list_proposed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-08-04 @应拒绝
    场景: 市质委办提出候选名单
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 “office”办理“award_list_proposed”
      那么 拒绝，代码“actor.role@8:(四)”，依据第“8”条
      而且 账本没有新增其他记录

    @行-nt-08-04 @应提示 @转录
    场景: 纸面上由市质委办提出
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      当 转录“office”“2023-10-31”的“award_list_proposed”
      那么 须先知悉“actor.role@8:(四)”才能转录
      而且 账本没有新增其他记录
      当 知悉“actor.role@8:(四)”后转录“office”“2023-10-31”的“award_list_proposed”
      那么 予以受理，并提示“actor.role@8:(四)”
      而且 账本没有新增其他记录

    @行-nt-08-04 @应允许
    场景: 批准的名单由市质委会提出
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      当 办理“awards_approved”
        | 字段 | 值 |
        | proposed_by | committee |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-08-04 @应拒绝
    场景: 批准的名单由市质委办提出
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      当 办理“awards_approved”
        | 字段 | 值 |
        | proposed_by | office |
      那么 拒绝，代码“actor.role@8:(四)”，依据第“8”条
      而且 账本没有新增其他记录

    @行-nt-08-04 @应拒绝
    场景: 批准的名单没有写明由谁提出
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      当 办理“awards_approved”
        | 字段 | 值 |
        | proposed_by | 空 |
      那么 拒绝，代码“actor.role@8:(四)”，依据第“8”条
      而且 账本没有新增其他记录

  规则: 法律、政策变化引起的调整由市质委会研究决定

    @行-nt-08-05 @如实记录
    场景: 市质委会决定调整，写明所依据的变化
      假如 评审已依次办到“plan”
      而且 今天是“2023-04-20”
      当 “committee”办理“standards_approved”
        | 字段 | 值 |
        | contents | [adjustment, review_rules] |
        | ground | 有关法律修订 |
      那么 予以受理
      而且 账本没有新增其他记录
