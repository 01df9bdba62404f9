# language: zh-CN
@条-18
功能: 本组织内部公示

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 在本组织内部公示不少于五个工作日，调休上班的周六算一个工作日

    @行-nt-18-02 @陷阱-9 @应允许
    场景: 4月26日开始，公示至5月6日（调休上班的周六）
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“internal”
      而且 今天是“2023-05-07”
      当 “applicant”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-05-06 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-02 @陷阱-9 @应拒绝
    场景: 4月26日开始，只公示至5月5日
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“internal”
      而且 今天是“2023-05-07”
      当 “applicant”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-05-05 |
      那么 拒绝，代码“publicity.term@18”，依据第“18”条
      而且 公示的最后一日为“2023-05-06”
      而且 账本没有新增其他记录

    @行-nt-18-02 @应拒绝
    场景: 最后一日尚未结束就办理结束
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“internal”
      而且 今天是“2023-05-06”
      当 “applicant”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-05-06 |
      那么 拒绝，代码“publicity.term@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-18-02 @应提示 @转录
    场景: 补录只公示至5月5日的内部公示
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“internal”
      而且 今天是“2023-05-10”
      当 知悉“publicity.term@18”后转录“甲公司”“2023-05-06”的“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-05-05 |
      那么 予以受理，并提示“publicity.term@18”
      而且 账本没有新增其他记录

    @行-nt-18-02 @陷阱-9 @应拒绝
    场景: 当年的工作日历尚未公布，不能办理结束
      假如 工作日历已公布至“2022”年
      而且 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“internal”
      而且 今天是“2023-05-10”
      当 “applicant”办理“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-05-09 |
      那么 拒绝，代码“publicity.term@18”，依据第“18”条
      而且 拒绝类别为“not_yet”
      而且 账本没有新增其他记录

    @行-nt-18-02 @应提示 @转录
    场景: 当年的工作日历尚未公布，补录的结束无从判断
      假如 工作日历已公布至“2022”年
      而且 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“internal”
      而且 今天是“2023-05-10”
      当 转录“甲公司”“2023-05-10”的“publicity_closed”
        | 字段     | 值         |
        | last_day | 2023-05-09 |
      那么 予以受理，并提示“publicity.term@18”
      而且 账本没有新增其他记录

  规则: 公示无异议后才能申报

    @行-nt-18-02 @应允许
    场景: 公示期满、没有异议后申报
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-02 @应拒绝
    场景: 公示期满，异议尚未处理完就申报
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“internal”
      而且 今天是“2023-05-04”
      而且 已办理“objection_lodged”
      而且 今天是“2023-05-07”
      而且 “applicant”已办理“publicity_closed”
      而且 今天是“2023-05-10”
      当 办理“application_submitted”
      那么 拒绝，代码“publicity.clean@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-18-02 @应允许
    场景: 异议经查不成立后申报
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“internal”
      而且 今天是“2023-05-04”
      而且 已办理“objection_lodged”
      而且 今天是“2023-05-07”
      而且 “applicant”已办理“publicity_closed”
      而且 已办理“objection_resolved”
      而且 今天是“2023-05-10”
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-02 @应拒绝
    场景: 异议成立仍申报
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“internal”
      而且 今天是“2023-05-04”
      而且 已办理“objection_lodged”
      而且 今天是“2023-05-07”
      而且 “applicant”已办理“publicity_closed”
      而且 已办理“objection_resolved”
        | 字段    | 值            |
        | outcome | substantiated |
      而且 今天是“2023-05-10”
      当 办理“application_submitted”
      那么 拒绝，代码“publicity.clean@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-18-02 @应允许
    场景: 内部公示早于公告，不属于任何周期，由申报引用
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“call”
      而且 今天是“2023-04-25”
      而且 “applicant”已办理“publicity_opened”
        | 字段       | 值           |
        | step       | internal     |
        | cycle      | 空           |
        | regulation | nantong@2023 |
      而且 “applicant”已办理“publicity_evidence_filed”
      而且 今天是“2023-05-10”
      而且 “applicant”已办理“publicity_closed”
        | 字段     | 值         |
        | cycle    | 空         |
        | last_day | 2023-05-05 |
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-02 @应拒绝
    场景: 内部公示不属于任何周期，申报也没有引用
      假如 参评的有“1”家组织和“0”名个人
      而且 评审已依次办到“call”
      而且 今天是“2023-04-25”
      而且 “applicant”已办理“publicity_opened”
        | 字段       | 值           |
        | step       | internal     |
        | cycle      | 空           |
        | regulation | nantong@2023 |
      而且 “applicant”已办理“publicity_evidence_filed”
      而且 今天是“2023-05-10”
      而且 “applicant”已办理“publicity_closed”
        | 字段     | 值         |
        | cycle    | 空         |
        | last_day | 2023-05-05 |
      当 办理“application_submitted”
        | 字段        | 值 |
        | publicities | [] |
      那么 拒绝，代码“gate.order@18”，依据第“18”条
      而且 账本没有新增其他记录

  规则: 所在组织在公示无异议后才能出具推荐个人申报的意见

    @行-nt-18-03 @应允许 @转录
    场景: 公示5月6日期满，没有异议，其后出具意见
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“apply”
      而且 今天是“2023-05-11”
      当 转录“所在单位”“2023-05-08”的“recommendation_issued”
        | 字段               | 值               |
        | step               | employer_opinion |
        | recommending_party | 所在单位         |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-03 @应提示 @转录
    场景: 补录公示期满前出具的意见
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“apply”
      而且 今天是“2023-05-11”
      当 知悉“gate.order@18”后转录“所在单位”“2023-05-05”的“recommendation_issued”
        | 字段               | 值               |
        | step               | employer_opinion |
        | recommending_party | 所在单位         |
      那么 予以受理，并提示“gate.order@18”
      而且 账本没有新增其他记录

    @行-nt-18-03 @应允许
    场景: 公示期内没有收到异议，出具意见
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“apply”
      而且 今天是“2023-05-11”
      当 “employer”办理“recommendation_issued”
        | 字段               | 值               |
        | step               | employer_opinion |
        | recommending_party | 所在单位         |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-03 @应拒绝
    场景: 公示期内寄出的异议信尚未处理完就出具意见
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“apply”
      而且 今天是“2023-05-11”
      而且 已办理“objection_lodged”
        | 字段     | 值         |
        | sent     | 2023-05-06 |
        | received | 2023-05-11 |
      当 “employer”办理“recommendation_issued”
        | 字段               | 值               |
        | step               | employer_opinion |
        | recommending_party | 所在单位         |
      那么 拒绝，代码“publicity.clean@18”，依据第“18”条
      而且 账本没有新增其他记录
