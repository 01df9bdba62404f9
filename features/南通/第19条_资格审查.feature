# language: zh-CN
@条-19
功能: 资格审查

  背景:
    假如 今天是“2023-06-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 审查主体资格和材料规范，符合的受理，不符合的不予受理并说明理由

    @行-nt-19-01 @应允许
    场景: 不予受理，说明了理由
      假如 评审已依次办到“recommend”
      而且 今天是“2023-06-20”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | outcome | rejected |
        | reason | 依法经营只有四年 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-19-01 @应拒绝
    场景: 不予受理，没有说明理由
      假如 评审已依次办到“recommend”
      而且 今天是“2023-06-20”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | outcome | rejected |
        | reason | 空 |
      那么 拒绝，代码“act.complete@19”，依据第“19”条
      而且 账本没有新增其他记录

    @行-nt-19-01 @应提示 @转录
    场景: 纸面上的不予受理没有理由
      假如 评审已依次办到“recommend”
      而且 今天是“2023-06-20”
      当 转录“office”“2023-06-19”的“eligibility_determined”
        | 字段 | 值 |
        | outcome | rejected |
        | reason | 空 |
      那么 须先知悉“act.complete@19”才能转录
      而且 账本没有新增其他记录
      当 知悉“act.complete@19”后转录“office”“2023-06-19”的“eligibility_determined”
        | 字段 | 值 |
        | outcome | rejected |
        | reason | 空 |
      那么 予以受理，并提示“act.complete@19”
      而且 账本没有新增其他记录

    @行-nt-19-01 @应允许
    场景: 予以受理的不必说明理由
      假如 评审已依次办到“recommend”
      而且 今天是“2023-06-20”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | reason | 空 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-19-01 @应拒绝
    场景: 没有审查材料规范
      假如 评审已依次办到“recommend”
      而且 今天是“2023-06-20”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | aspects.0.outcome | not_examined |
      那么 拒绝，代码“act.complete@19”，依据第“19”条
      而且 账本没有新增其他记录

    @行-nt-19-01 @应拒绝
    场景: 由其他机构审查
      假如 评审已依次办到“recommend”
      而且 今天是“2023-06-20”
      当 “association”办理“eligibility_determined”
      那么 拒绝，代码“actor.role@19”，依据第“19”条
      而且 账本没有新增其他记录

  规则: 依据解释作出的决定，注明所依据的解释

    @行-nt-19-01 @应允许
    场景: 注明了所依据的解释
      假如 评审已依次办到“recommend”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | article | “13” |
        | item | (四) |
        | question | nt-13-4-and |
        | option | both |
        | reading | read13four |
      而且 今天是“2023-06-20”
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-19-01 @应提示
    场景: 没有注明所依据的解释
      假如 评审已依次办到“recommend”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | article | “13” |
        | item | (四) |
        | question | nt-13-4-and |
        | option | both |
        | reading | read13four |
      而且 今天是“2023-06-20”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | cites | [] |
      那么 予以受理，并提示“question.open@13:(四)”
      而且 账本没有新增其他记录
