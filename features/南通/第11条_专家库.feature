# language: zh-CN
@条-11
功能: 评审专家库

  背景:
    假如 今天是“2023-03-01”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 专家由推荐产生

    @行-nt-11-01 @如实记录
    场景: 有推荐人
      当 办理“expert_enrolled”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-11-01 @应提示
    场景: 没有推荐人
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | recommended_by | 空 |
      那么 予以受理，并提示“criterion.holds@11”
      而且 账本没有新增其他记录

  规则: （一）熟悉质量和经济法律法规，以声明为凭

    @行-nt-11-02 @如实记录
    场景: 有守法声明
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | attested | [code_signed, policy_and_law_attested] |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-11-02 @应提示
    场景: 没有守法声明
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | attested | [code_signed] |
      那么 予以受理，并提示“criterion.holds@11:(一)”
      而且 账本没有新增其他记录

  规则: （二）有实践经验，学习过卓越绩效评价准则

    @行-nt-11-03 @应允许
    场景大纲: 实践三年，学习过准则
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | quality_practice |
        | facts.0.since | 2020-03-01 |
        | facts.1.fact | <学习> |
        | facts.1.since | <学习日> |
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 学习 | 学习日 |
        | excellence_training | 2021-06-01 |
        | excellence_training | 2023-03-01 |

    @行-nt-11-03 @应拒绝
    场景大纲: 没有学习过准则，或者入库之日还没有学习
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | quality_practice |
        | facts.0.since | 2020-03-01 |
        | facts.1.fact | <学习> |
        | facts.1.since | <学习日> |
      那么 拒绝，代码“criterion.holds@11:(二)”，依据第“11”条
      而且 账本没有新增其他记录

      例子:
        | 学习 | 学习日 |
        | senior_title | 2021-06-01 |
        | excellence_training | 2023-03-02 |

    @行-nt-11-03 @应拒绝
    场景: 没有实践经验
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | excellence_training |
      那么 拒绝，代码“criterion.holds@11:(二)”，依据第“11”条
      而且 账本没有新增其他记录

    @行-nt-11-03 @转录 @应提示
    场景: 纸质入库名单上的专家入库之后才学习准则
      当 转录“office”“2023-02-28”的“expert_enrolled”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | quality_practice |
        | facts.1.fact | excellence_training |
        | facts.1.since | 2023-03-01 |
      那么 须先知悉“criterion.holds@11:(二)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.holds@11:(二)”后转录“office”“2023-02-28”的“expert_enrolled”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | quality_practice |
        | facts.1.fact | excellence_training |
        | facts.1.since | 2023-03-01 |
      那么 予以受理，并提示“criterion.holds@11:(二)”
      而且 账本没有新增其他记录

  规则: （三）优先推荐的情形只是优先，不是条件

    @行-nt-11-04 @如实记录
    场景: 没有优先情形，年满七十的同样入库
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | facts.2.fact | natural_person |
        | facts.2.since | 1953-01-01 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-11-04 @如实记录
    场景: 有优先情形
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | facts.2.fact | award_individual |
        | facts.2.since | 2019-01-01 |
      那么 予以受理
      而且 账本没有新增其他记录

  规则: （四）遵守评审纪律，以签署的承诺为凭

    @行-nt-11-05 @如实记录
    场景: 签署了评审纪律承诺
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | attested | [code_signed, policy_and_law_attested] |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-11-05 @应提示
    场景: 没有签署评审纪律承诺
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | attested | [policy_and_law_attested] |
      那么 予以受理，并提示“criterion.holds@11:(四)”
      而且 账本没有新增其他记录

    @行-nt-11-05 @应提示
    场景大纲: 以前因违反评审纪律受到处理的再次入库
      假如 已办理“reviewer_sanctioned”
        | 字段 | 值 |
        | cycle | 空 |
        | level | <处理> |
        | person | <人员> |
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | expert | 专家1 |
      那么 予以受理，并提示“criterion.clean@11:(四)”
      而且 账本没有新增其他记录

      例子:
        | 处理 | 人员 |
        | disqualified | 专家1 |
        | criticism | 专家1 |

    @行-nt-11-05 @应允许
    场景大纲: 受到处理的是别人
      假如 已办理“reviewer_sanctioned”
        | 字段 | 值 |
        | cycle | 空 |
        | level | <处理> |
        | person | <人员> |
      当 办理“expert_enrolled”
        | 字段 | 值 |
        | expert | 专家1 |
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 处理 | 人员 |
        | disqualified | 专家2 |
