# language: zh-CN
@条-18
功能: 公布、内部公示、申报和推荐

  背景:
    假如 今天是“2023-04-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 评定前在媒体和网站上公布申报日期、工作安排和注意事项

    @行-nt-18-01 @应允许
    场景: 媒体和网站都公布了
      假如 评审已依次办到“supervise”
      而且 今天是“2023-04-20”
      当 办理“call_published”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-01 @应拒绝
    场景: 没有在网站上公布
      假如 评审已依次办到“supervise”
      而且 今天是“2023-04-20”
      当 办理“call_published”
        | 字段 | 值 |
        | channels.1.class | notice_board |
      那么 拒绝，代码“act.channels@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-18-01 @应拒绝
    场景: 没有在媒体上公布
      假如 评审已依次办到“supervise”
      而且 今天是“2023-04-20”
      当 办理“call_published”
        | 字段 | 值 |
        | channels.0.class | notice_board |
      那么 拒绝，代码“act.channels@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-18-01 @应拒绝
    场景大纲: 缺少应当公布的内容
      假如 评审已依次办到“supervise”
      而且 今天是“2023-04-20”
      当 办理“call_published”
        | 字段 | 值 |
        | <字段> | <值> |
      那么 拒绝，代码“act.complete@18”，依据第“18”条
      而且 账本没有新增其他记录

      例子:
        | 字段        | 值                    |
        | window_from | 空                    |
        | window_to   | 空                    |
        | limits      | []                    |
        | contents    | [arrangement]         |
        | contents    | [notes]               |

    @行-nt-18-01 @应提示 @转录
    场景: 纸面上的通知没有上网站
      假如 评审已依次办到“supervise”
      而且 今天是“2023-04-20”
      当 转录“office”“2023-04-18”的“call_published”
        | 字段 | 值 |
        | channels.1.class | notice_board |
      那么 须先知悉“act.channels@18”才能转录
      而且 账本没有新增其他记录
      当 知悉“act.channels@18”后转录“office”“2023-04-18”的“call_published”
        | 字段 | 值 |
        | channels.1.class | notice_board |
      那么 予以受理，并提示“act.channels@18”
      而且 账本没有新增其他记录

    @行-nt-18-01 @应拒绝
    场景: 由其他机构公布
      假如 评审已依次办到“supervise”
      而且 今天是“2023-04-20”
      当 “local_quality_body”办理“call_published”
      那么 拒绝，代码“actor.role@18”，依据第“18”条
      而且 账本没有新增其他记录

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

  规则: 内部公示无异议后，所在组织方可出具推荐个人申报的意见

    @行-nt-18-03 @应允许
    场景: 内部公示已经结束
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-08”
      而且 已转录“王某”“2023-05-08”的“application_submitted”
      当 “employer”办理“recommendation_issued”
        | 字段 | 值 |
        | step | employer_opinion |
        | recommending_party | 所在单位 |
        | application | 王某的申报 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-03 @应拒绝
    场景: 内部公示尚未结束
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“internal”
      而且 今天是“2023-05-05”
      而且 已转录“王某”“2023-05-05”的“application_submitted”
      当 “employer”办理“recommendation_issued”
        | 字段 | 值 |
        | step | employer_opinion |
        | recommending_party | 所在单位 |
        | application | 王某的申报 |
      那么 拒绝，代码“gate.order@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-18-03 @应允许 @转录
    场景: 纸面上的意见在公示结束之后
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“apply”
      而且 今天是“2023-05-30”
      当 转录“所在单位”“2023-05-08”的“recommendation_issued”
        | 字段 | 值 |
        | step | employer_opinion |
        | recommending_party | 所在单位 |
        | application | 王某的申报 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-03 @应提示 @转录
    场景: 纸面上的意见早于公示结束
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“apply”
      而且 今天是“2023-05-30”
      当 转录“所在单位”“2023-05-05”的“recommendation_issued”
        | 字段 | 值 |
        | step | employer_opinion |
        | recommending_party | 所在单位 |
        | application | 王某的申报 |
      那么 须先知悉“gate.order@18”才能转录
      而且 账本没有新增其他记录
      当 知悉“gate.order@18”后转录“所在单位”“2023-05-05”的“recommendation_issued”
        | 字段 | 值 |
        | step | employer_opinion |
        | recommending_party | 所在单位 |
        | application | 王某的申报 |
      那么 予以受理，并提示“gate.order@18”
      而且 账本没有新增其他记录

    @行-nt-18-03 @应拒绝
    场景: 出具意见的不是申报人的所在组织
      假如 参评的有“0”家组织和“1”名个人
      而且 评审已依次办到“apply”
      而且 今天是“2023-05-30”
      当 “employer”办理“recommendation_issued”
        | 字段 | 值 |
        | step | employer_opinion |
        | recommending_party | 乙公司 |
        | application | 王某的申报 |
      那么 拒绝，代码“actor.role@18”，依据第“18”条
      而且 账本没有新增其他记录

  规则: 在规定期限内提交申报表、自我评价报告和证明性材料

    @行-nt-18-04 @应允许
    场景: 三种材料齐全
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-04 @应拒绝
    场景: 缺少自我评价报告
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      当 办理“application_submitted”
        | 字段 | 值 |
        | documents.1.kind | other |
      那么 拒绝，代码“act.complete@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-18-04 @应提示 @转录
    场景: 收到的纸件缺少自我评价报告
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      当 转录“甲公司”“2023-05-29”的“application_submitted”
        | 字段 | 值 |
        | documents.1.kind | other |
      那么 须先知悉“act.complete@18”才能转录
      而且 账本没有新增其他记录
      当 知悉“act.complete@18”后转录“甲公司”“2023-05-29”的“application_submitted”
        | 字段 | 值 |
        | documents.1.kind | other |
      那么 予以受理，并提示“act.complete@18”
      而且 账本没有新增其他记录

    @行-nt-18-04 @应允许
    场景大纲: 在申报期限的首日和末日提交
      假如 评审已依次办到“supervise”
      而且 已办理“call_published”
        | 字段        | 值         |
        | window_from | 2023-05-11 |
      而且 评审已依次办到“internal_closed”
      而且 今天是“<日期>”
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 日期       |
        | 2023-05-11 |
        | 2023-06-02 |

    @行-nt-18-04 @应拒绝
    场景大纲: 在申报期限的前一日和后一日提交
      假如 评审已依次办到“supervise”
      而且 已办理“call_published”
        | 字段        | 值         |
        | window_from | 2023-05-11 |
      而且 评审已依次办到“internal_closed”
      而且 今天是“<日期>”
      当 办理“application_submitted”
      那么 拒绝，代码“gate.window@18”，依据第“18”条
      而且 账本没有新增其他记录

      例子:
        | 日期       |
        | 2023-05-10 |
        | 2023-06-03 |

    @行-nt-18-04 @应允许 @转录
    场景: 纸件在末日收到
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-06-20”
      当 转录“甲公司”“2023-05-31”的“application_submitted”
        | 字段 | 值 |
        | received | 2023-06-02 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-04 @应提示 @转录
    场景: 纸件在末日的次日收到
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-06-20”
      当 转录“甲公司”“2023-05-31”的“application_submitted”
        | 字段 | 值 |
        | received | 2023-06-03 |
      那么 须先知悉“gate.window@18”才能转录
      而且 账本没有新增其他记录
      当 知悉“gate.window@18”后转录“甲公司”“2023-05-31”的“application_submitted”
        | 字段 | 值 |
        | received | 2023-06-03 |
      那么 予以受理，并提示“gate.window@18”
      而且 账本没有新增其他记录

    @行-nt-18-04 @应允许
    场景: 期限延长后的末日提交
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      而且 已办理“call_amended”
      而且 今天是“2023-06-09”
      当 办理“application_submitted”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-04 @应拒绝
    场景: 期限延长后的末日次日提交
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      而且 已办理“call_amended”
      而且 今天是“2023-06-10”
      当 办理“application_submitted”
      那么 拒绝，代码“gate.window@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-18-04 @应拒绝
    场景: 没有送交所在地质委会
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-30”
      当 办理“application_submitted”
        | 字段 | 值 |
        | submitted_to | office |
      那么 拒绝，代码“act.routing@18”，依据第“18”条
      而且 账本没有新增其他记录

  规则: 所在地质委会审核、签署推荐意见，在规定时限内报市质委办

    @行-nt-18-05 @应允许
    场景: 已签署推荐意见
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 办理“recommendation_issued”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-05 @应拒绝
    场景: 没有签署推荐意见
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 办理“recommendation_issued”
        | 字段 | 值 |
        | signed | 否 |
      那么 拒绝，代码“act.complete@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-18-05 @应允许
    场景: 在时限的末日上报
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 办理“recommendation_issued”
        | 字段 | 值 |
        | forwarded_on | 2023-06-15 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-18-05 @应拒绝
    场景: 在时限的次日上报
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 办理“recommendation_issued”
        | 字段 | 值 |
        | forwarded_on | 2023-06-16 |
      那么 拒绝，代码“gate.window@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-18-05 @应提示 @转录
    场景: 纸面上在时限的次日上报
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-20”
      当 转录“local_quality_body”“2023-06-09”的“recommendation_issued”
        | 字段 | 值 |
        | forwarded_on | 2023-06-16 |
      那么 须先知悉“gate.window@18”才能转录
      而且 账本没有新增其他记录
      当 知悉“gate.window@18”后转录“local_quality_body”“2023-06-09”的“recommendation_issued”
        | 字段 | 值 |
        | forwarded_on | 2023-06-16 |
      那么 予以受理，并提示“gate.window@18”
      而且 账本没有新增其他记录

    @行-nt-18-05 @应拒绝
    场景: 没有写明报送何处
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 办理“recommendation_issued”
        | 字段 | 值 |
        | forwarded_to | 空 |
      那么 拒绝，代码“act.routing@18”，依据第“18”条
      而且 账本没有新增其他记录
