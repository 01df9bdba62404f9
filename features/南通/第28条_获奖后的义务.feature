# language: zh-CN
@条-28
功能: 获奖组织年报和示范推广

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“1”家组织和“1”名个人

  规则: 获奖后三年，每年填报年报表和自我评价报告

    @行-nt-28-01 @行-nt-28-05 @应允许
    场景: 三年的年报都按时报送
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      而且 今天是“2024-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2023    |
      而且 今天是“2025-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2024 |
      而且 今天是“2025-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2024    |
      而且 今天是“2026-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2025 |
      而且 今天是“2026-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2025    |
      当 时间到了“2026-11-01”
      那么 审计没有发现“duty.series@28”
      而且 账本没有新增其他记录

    @行-nt-28-01 @应提示
    场景: 第二年的年报没有报送
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      而且 今天是“2024-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2023    |
      而且 今天是“2026-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2025 |
      而且 今天是“2026-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2025    |
      当 时间到了“2026-11-01”
      那么 审计发现“duty.series@28”，其中写明“2024 年度”
      而且 账本没有新增其他记录

    @行-nt-28-01 @应提示
    场景: 只交了年报表，没有自我评价报告
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      当 办理“annual_report_filed”
        | 字段     | 值              |
        | contents | [annual_return] |
      那么 予以受理，并提示“duty.series@28”
      而且 账本没有新增其他记录

    @行-nt-28-01 @应提示
    场景: 没有补交自我评价报告的，年报一直没有报齐
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段     | 值              |
        | contents | [annual_return] |
      当 时间到了“2024-04-02”
      那么 审计发现“duty.series@28”，其中写明“甲公司应在 2024-04-01 前履行”
      而且 账本没有新增其他记录

    @行-nt-28-01 @应允许
    场景: 期限之内补交自我评价报告的，年报按时报齐
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段     | 值              |
        | contents | [annual_return] |
      而且 今天是“2024-04-01”
      而且 已办理“annual_report_filed”
        | 字段     | 值                |
        | contents | [self_evaluation] |
      当 时间到了“2024-04-02”
      那么 审计没有发现“duty.series@28”写明“甲公司应在”的问题
      而且 账本没有新增其他记录

    @行-nt-28-05 @应提示
    场景大纲: 授奖产生三个年度的义务
      假如 评审已依次办到“close”
      当 时间到了“2026-04-01”
      那么 审计发现“duty.series@28”，其中写明“甲公司应在 <期限> 前履行”
      而且 账本没有新增其他记录

      例子:
        | 期限       |
        | 2024-04-01 |
        | 2025-03-31 |
        | 2026-03-31 |

    @行-nt-28-05 @应允许
    场景: 没有第四个年度的义务，也没有个人的义务
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      而且 今天是“2024-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2023    |
      而且 今天是“2025-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2024 |
      而且 今天是“2025-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2024    |
      而且 今天是“2026-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2025 |
      而且 今天是“2026-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2025    |
      当 时间到了“2027-12-01”
      那么 审计没有发现“duty.series@28”
      而且 账本没有新增其他记录

    @行-nt-28-05 @应允许
    场景: 决定从获奖次年算起以后，当年没有年报的义务
      假如 评审已依次办到“close”
      而且 今天是“2023-12-21”
      而且 已办理“interpretation_issued”
        | 字段     | 值          |
        | article  | “28”        |
        | item     | 空          |
        | question | nt-28-years |
        | option   | next_year   |
      当 时间到了“2024-12-31”
      那么 审计没有发现“duty.series@28”
      而且 账本没有新增其他记录

    @行-nt-28-05 @应允许 @陷阱-24
    场景: 称号撤销以后到期的年报不再报送
      假如 评审已依次办到“close”
      而且 今天是“2024-02-05”
      而且 已转录“government”“2024-02-01”的“award_revoked”
      当 时间到了“2026-11-01”
      那么 审计没有发现“duty.series@28”
      而且 账本没有新增其他记录

  规则: 首次获奖组织应报告奖励资金使用情况

    @行-nt-28-02 @应允许
    场景: 首次获奖，年报写明资金使用情况
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      当 办理“annual_report_filed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-28-02 @应提示
    场景: 首次获奖，年报没有资金使用情况
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      当 办理“annual_report_filed”
        | 字段     | 值 |
        | fund_use | [] |
      那么 予以受理，并提示“duty.series@28”
      而且 账本没有新增其他记录

    @行-nt-28-02 @应允许
    场景: 再次获奖的不必报告资金使用情况
      假如 已办理“legacy_fact_recorded”
        | 字段     | 值         |
        | category | award_org  |
        | day      | 2012-11-20 |
      而且 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段            | 值 |
        | items.0.reaward | 是 |
      而且 评审已依次办到“close”
      而且 今天是“2024-03-10”
      当 办理“annual_report_filed”
        | 字段     | 值 |
        | fund_use | [] |
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 所在地质委会审核后，由其办公室次年三月底前报市质委办；迟报的责任在迟报的一方

    @行-nt-28-03 @应允许
    场景: 三月底最后一日报出
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      而且 今天是“2024-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2023    |
      而且 今天是“2025-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2024 |
      而且 今天是“2025-03-31”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2024    |
      当 时间到了“2025-04-01”
      那么 审计没有发现“duty.series@28”
      而且 账本没有新增其他记录

    @行-nt-28-03 @应提示 @陷阱-22
    场景: 获奖组织按时，所在地迟一日报出
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      而且 今天是“2024-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2023    |
      而且 今天是“2025-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2024 |
      而且 今天是“2025-04-01”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2024    |
      当 时间到了“2025-04-02”
      那么 审计发现“duty.series@28”，其中写明“所在地质委办应在 2025-03-31 前履行”
      而且 账本没有新增其他记录

    @行-nt-28-03 @应允许 @陷阱-22
    场景: 所在地迟报的，不怪获奖组织
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      而且 今天是“2024-03-28”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2023    |
      而且 今天是“2025-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2024 |
      而且 今天是“2025-04-01”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2024    |
      当 时间到了“2025-04-02”
      那么 审计没有发现“duty.series@28”写明“甲公司应在”的问题
      而且 账本没有新增其他记录

    @行-nt-28-03 @应允许
    场景: 三月底是星期日，四月一日报出
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      而且 今天是“2024-04-01”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2023    |
      当 时间到了“2024-04-02”
      那么 审计没有发现“duty.series@28”
      而且 账本没有新增其他记录

    @行-nt-28-03 @应提示
    场景: 三月底是星期日，四月二日才报出
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      而且 今天是“2024-04-02”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2023    |
      当 时间到了“2024-04-03”
      那么 审计发现“duty.series@28”，其中写明“实际在 2024-04-02 才履行”
      而且 账本没有新增其他记录

    @行-nt-28-03 @应提示
    场景: 决定休息日不顺延以后，四月一日报出也是迟报
      假如 评审已依次办到“close”
      而且 今天是“2023-12-21”
      而且 已办理“interpretation_issued”
        | 字段     | 值             |
        | article  | “24”           |
        | item     | 空             |
        | question | nt-24-rest-day |
        | option   | fixed          |
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      而且 今天是“2024-04-01”
      而且 “local_quality_office”已办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
        | year      | 2023    |
      当 时间到了“2024-04-02”
      那么 审计发现“duty.series@28”，其中写明“所在地质委办应在 2024-03-31 前履行”
      而且 账本没有新增其他记录

    @行-nt-28-03 @应允许 @陷阱-22
    场景: 获奖组织没有交，不怪所在地没有转报
      假如 评审已依次办到“close”
      当 时间到了“2024-04-02”
      那么 审计没有发现“duty.series@28”写明“所在地质委办应在”的问题
      而且 账本没有新增其他记录

    @行-nt-28-03 @应提示
    场景: 当年的工作日历还没有公布，四月一日是否逾期无法判断
      假如 工作日历已公布至“2023”年
      而且 评审已依次办到“close”
      当 时间到了“2024-04-01”
      那么 审计发现“duty.series@28”，其中写明“当年的工作日历尚未公布”
      而且 账本没有新增其他记录

    @行-nt-28-06 @如实记录
    场景: 报送、审核、转报各算各的
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      而且 今天是“2024-03-20”
      而且 “local_quality_body”已办理“annual_report_filed”
        | 字段      | 值       |
        | leg       | examined |
        | addressee | 空       |
      而且 今天是“2024-03-28”
      当 “local_quality_office”办理“annual_report_filed”
        | 字段      | 值        |
        | leg       | forwarded |
        | addressee | office    |
      那么 予以受理
      而且 账本没有新增其他记录
      当 时间到了“2024-04-02”
      那么 审计没有发现“duty.series@28”
      而且 账本没有新增其他记录

    @行-nt-28-06 @应提示
    场景: 获奖组织交了，所在地一直没有转报
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段 | 值     |
        | year | 2023 |
      当 时间到了“2024-04-02”
      那么 审计发现“duty.series@28”，其中写明“所在地质委办应在 2024-04-01 前履行”
      而且 账本没有新增其他记录

    @行-nt-28-06 @应提示
    场景: 直接交给市质委办的，不算交给所在地
      假如 评审已依次办到“close”
      而且 今天是“2024-03-10”
      而且 已办理“annual_report_filed”
        | 字段      | 值     |
        | addressee | office |
      当 时间到了“2024-04-02”
      那么 审计发现“duty.series@28”，其中写明“甲公司应在 2024-04-01 前履行”
      而且 账本没有新增其他记录

  规则: 获奖者发挥示范作用，条文没有次数和期限

    @行-nt-28-04 @如实记录
    场景: 举办经验讲座
      假如 评审已依次办到“close”
      而且 今天是“2024-06-18”
      当 办理“promotion_recorded”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-28-04 @应提示
    场景: 拒绝其他组织前来观摩
      假如 评审已依次办到“close”
      而且 今天是“2024-06-18”
      当 办理“promotion_recorded”
        | 字段    | 值       |
        | kind    | visit    |
        | outcome | declined |
      那么 予以受理，并提示“duty.once@28”
      而且 账本没有新增其他记录
