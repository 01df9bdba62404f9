# language: zh-CN
@条-26
功能: 通报表扬、奖牌和奖金

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“1”家组织和“1”名个人

  规则: 首次获奖的组织发奖金，市长质量奖五十万元，提名奖十万元

    @行-nt-26-01 @应允许
    场景: 首次获奖，发放五十万元
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 办理“prize_paid”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-26-01 @应拒绝
    场景: 此前已获过市长质量奖，仍发放五十万元
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“legacy_fact_recorded”
      当 办理“prize_paid”
      那么 拒绝，代码“prize.amount@26”，依据第“26”条
      而且 账本没有新增其他记录

    @行-nt-26-01 @应提示 @转录
    场景: 补录向非首次获奖者发放的奖金
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“legacy_fact_recorded”
      当 转录“finance”“2024-01-05”的“prize_paid”
      那么 须先知悉“prize.amount@26”才能转录
      而且 账本没有新增其他记录
      当 知悉“prize.amount@26”后转录“finance”“2024-01-05”的“prize_paid”
      那么 予以受理，并提示“prize.amount@26”
      而且 账本没有新增其他记录

    @行-nt-26-01 @应允许
    场景: 分两次发放，合计五十万元
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“prize_paid”
        | 字段   | 值     |
        | amount | 300000 |
      当 办理“prize_paid”
        | 字段   | 值           |
        | award  | 甲公司的奖   |
        | party  | 甲公司       |
        | amount | 200000       |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-26-01 @应拒绝
    场景: 分两次发放，合计多一元
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“prize_paid”
        | 字段   | 值     |
        | amount | 300000 |
      当 办理“prize_paid”
        | 字段   | 值           |
        | award  | 甲公司的奖   |
        | party  | 甲公司       |
        | amount | 200001       |
      那么 拒绝，代码“prize.amount@26”，依据第“26”条
      而且 账本没有新增其他记录

    @行-nt-26-01 @应拒绝
    场景: 把奖金发给别家
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 办理“prize_paid”
        | 字段  | 值     |
        | party | 乙公司 |
      那么 拒绝，代码“prize.amount@26”，依据第“26”条
      而且 账本没有新增其他记录

    @行-nt-26-01 @应允许
    场景: 提名奖组织，发放十万元
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段             | 值      |
        | items.0.category | nom_org |
      而且 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 办理“prize_paid”
        | 字段   | 值     |
        | amount | 100000 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-26-01 @应拒绝
    场景: 提名奖组织，发放五十万元
      假如 评审已依次办到“composite”
      而且 今天是“2023-10-31”
      而且 已办理“meeting_held”
      而且 已办理“award_list_proposed”
        | 字段             | 值      |
        | items.0.category | nom_org |
      而且 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 办理“prize_paid”
        | 字段   | 值     |
        | amount | 500000 |
      那么 拒绝，代码“prize.amount@26”，依据第“26”条
      而且 账本没有新增其他记录

  规则: 曾得提名奖奖金的，首次获市长质量奖发多少，条文有两解；未另作决定前为全额

    @行-nt-26-01 @应允许
    场景: 曾获提名奖，按现行解读发全额
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值      |
        | category | nom_org |
      当 办理“prize_paid”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-26-01 @应拒绝
    场景: 决定只补差额以后，仍发全额
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值      |
        | category | nom_org |
      而且 已办理“interpretation_issued”
      当 办理“prize_paid”
      那么 拒绝，代码“prize.amount@26”，依据第“26”条
      而且 账本没有新增其他记录

    @行-nt-26-01 @应允许
    场景: 决定只补差额以后，发四十万元
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值      |
        | category | nom_org |
      而且 已办理“interpretation_issued”
      当 办理“prize_paid”
        | 字段   | 值     |
        | amount | 400000 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-26-01 @应拒绝
    场景: 决定两个奖项一起看首次以后，曾获提名奖的不再发
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“legacy_fact_recorded”
        | 字段     | 值      |
        | category | nom_org |
      而且 已办理“interpretation_issued”
        | 字段     | 值          |
        | question | nt-26-first |
        | option   | any_tier    |
      当 办理“prize_paid”
      那么 拒绝，代码“prize.amount@26”，依据第“26”条
      而且 账本没有新增其他记录

  规则: 获奖个人只通报表扬、颁发奖牌，不发奖金

    @行-nt-26-03 @应允许
    场景: 向获奖个人颁发奖牌
      假如 评审已依次办到“announce”
      而且 今天是“2023-12-05”
      当 办理“award_conferred”
        | 字段        | 值         |
        | application | 王某的申报 |
        | award       | 王某的奖   |
        | category    | award_ind  |
        | parties     | [王某]     |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-26-03 @应拒绝
    场景: 向获奖个人发放奖金
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 办理“prize_paid”
        | 字段   | 值       |
        | award  | 王某的奖 |
        | party  | 王某     |
        | amount | 10000    |
      那么 拒绝，代码“prize.amount@26”，依据第“26”条
      而且 账本没有新增其他记录

    @行-nt-26-03 @应提示 @转录
    场景: 补录向获奖个人发放的奖金
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      当 知悉“prize.amount@26”后转录“finance”“2024-01-05”的“prize_paid”
        | 字段   | 值       |
        | award  | 王某的奖 |
        | party  | 王某     |
        | amount | 10000    |
      那么 予以受理，并提示“prize.amount@26”
      而且 账本没有新增其他记录

  规则: 奖金主要用于质量改进、科技创新、产品竞争力提升和社会公益

    @行-nt-26-02 @应允许
    场景: 三十万元用于质量改进
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“prize_paid”
      而且 今天是“2024-06-10”
      当 办理“prize_spending_recorded”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-26-02 @应提示
    场景: 五十万元中四十万元用于分红
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“prize_paid”
      而且 今天是“2024-06-10”
      当 办理“prize_spending_recorded”
        | 字段    | 值       |
        | purpose | dividend |
        | amount  | 400000   |
      那么 予以受理，并提示“prize.use@26”
      而且 账本没有新增其他记录

    @行-nt-26-02 @应允许
    场景: 其他用途合计差一分钱到一半
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“prize_paid”
      而且 已办理“prize_spending_recorded”
        | 字段    | 值       |
        | purpose | dividend |
        | amount  | 200000   |
      而且 今天是“2024-06-10”
      当 办理“prize_spending_recorded”
        | 字段    | 值        |
        | purpose | bonus     |
        | amount  | 49999.99  |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-26-02 @应提示
    场景: 其他用途合计正好一半
      假如 评审已依次办到“confer”
      而且 今天是“2024-01-10”
      而且 已办理“prize_paid”
      而且 已办理“prize_spending_recorded”
        | 字段    | 值       |
        | purpose | dividend |
        | amount  | 200000   |
      而且 今天是“2024-06-10”
      当 办理“prize_spending_recorded”
        | 字段    | 值       |
        | purpose | bonus    |
        | amount  | 50000    |
      那么 予以受理，并提示“prize.use@26”
      而且 账本没有新增其他记录
