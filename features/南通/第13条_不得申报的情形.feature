# language: zh-CN
@条-13
功能: 组织不得申报的情形

  背景:
    假如 今天是“2023-06-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“1”家组织和“0”名个人

  规则: （一）符合国家产业、质量、环保、安全等政策

    @行-nt-13-01 @应允许
    场景: 列入淘汰产能目录的是别的组织
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | policy_nonconformity |
        | party | 丙公司 |
        | occurred_on | 2016-03-01 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-13-01 @应拒绝
    场景: 列入淘汰产能目录，不论多久以前
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | policy_nonconformity |
        | party | 甲公司 |
        | occurred_on | 2016-03-01 |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@13:(一)”，依据第“13”条
      而且 账本没有新增其他记录

    @行-nt-13-01 @转录 @应提示
    场景: 纸质受理决定受理了列入淘汰产能目录的组织
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | policy_nonconformity |
        | occurred_on | 2016-03-01 |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.clean@13:(一)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.clean@13:(一)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@13:(一)”
      而且 账本没有新增其他记录

  规则: （二）近三年无市级以上抽查、验收不合格

    @行-nt-13-02 @应允许
    场景大纲: 不合格在申报之日三年之前，或者由县级查出
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | spot_check_failed |
        | occurred_on | <发生> |
        | authority_level | <机关> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 发生 | 机关 |
        | 2020-04-30 | city |
        | 2020-05-09 | national |
        | 2021-08-10 | county |

    @行-nt-13-02 @应拒绝
    场景大纲: 不合格在申报之日往前三年之内，由市级以上查出
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | spot_check_failed |
        | occurred_on | <发生> |
        | authority_level | <机关> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@13:(二)”，依据第“13”条
      而且 账本没有新增其他记录

      例子:
        | 发生 | 机关 |
        | 2020-05-10 | city |
        | 2021-08-10 | city |
        | 2021-08-10 | province |
        | 2021-08-10 | industry |
        | 2021-08-10 | national |

    @行-nt-13-02 @应拒绝
    场景: 没有写明由哪一级查出，不能当作没有
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | spot_check_failed |
        | occurred_on | 2021-08-10 |
        | authority_level | 空 |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@13:(二)”，依据第“13”条
      而且 账本没有新增其他记录

    @行-nt-13-02 @应拒绝
    场景: 没有写明哪一天发生，以认定之日计算
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | spot_check_failed |
        | occurred_on | 空 |
        | confirmed_on | 2020-05-10 |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@13:(二)”，依据第“13”条
      而且 账本没有新增其他记录

    @行-nt-13-02 @应允许
    场景: 没有写明哪一天发生，认定之日已在三年之前
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | spot_check_failed |
        | occurred_on | 空 |
        | confirmed_on | 2020-05-09 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-13-02 @转录 @应提示
    场景: 纸质受理决定受理了抽查不合格的组织
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | spot_check_failed |
        | occurred_on | 2021-08-10 |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.clean@13:(二)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.clean@13:(二)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@13:(二)”
      而且 账本没有新增其他记录

  规则: （三）近三年无一般以上生产安全事故、较大以上其他事故

    @行-nt-13-03 @应允许
    场景大纲: 其他事故为一般等级，或者事故在三年之前
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | <事故> |
        | level | <等级> |
        | occurred_on | <发生> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 事故 | 等级 | 发生 |
        | pollution_accident | ordinary | 2022-07-01 |
        | food_safety_accident | ordinary | 2022-07-01 |
        | work_safety_accident | ordinary | 2020-05-09 |
        | quality_accident | major | 2020-05-09 |

    @行-nt-13-03 @应拒绝
    场景大纲: 事故达到等级，且在三年之内
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | <事故> |
        | level | <等级> |
        | occurred_on | <发生> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@13:(三)”，依据第“13”条
      而且 账本没有新增其他记录

      例子:
        | 事故 | 等级 | 发生 |
        | work_safety_accident | ordinary | 2022-07-01 |
        | work_safety_accident | ordinary | 2020-05-10 |
        | work_safety_accident | major | 2022-07-01 |
        | pollution_accident | relatively_major | 2022-07-01 |
        | public_health_accident | relatively_major | 2022-07-01 |
        | food_safety_accident | especially_major | 2022-07-01 |
        | quality_accident | relatively_major | 2020-05-10 |

    @行-nt-13-03 @转录 @应提示
    场景: 纸质受理决定受理了发生生产安全事故的组织
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | work_safety_accident |
        | level | ordinary |
        | occurred_on | 2022-07-01 |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.clean@13:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.clean@13:(三)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@13:(三)”
      而且 账本没有新增其他记录

    @行-nt-13-03 @应拒绝 @陷阱-15
    场景: 申报之后、批准之前发生的事故，批准时复查
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | work_safety_accident |
        | occurred_on | 2023-10-09 |
        | level | ordinary |
        | party | 甲公司 |
      当 办理“awards_approved”
      那么 拒绝，代码“criterion.clean@13:(三)”，依据第“13”条
      而且 账本没有新增其他记录

    @行-nt-13-03 @应允许 @陷阱-15
    场景: 批准之前发生事故的是别的组织
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | work_safety_accident |
        | occurred_on | 2023-10-09 |
        | level | ordinary |
        | party | 丙公司 |
      当 办理“awards_approved”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-13-03 @应允许 @陷阱-32
    场景: 从名单中去掉发生事故的组织之后批准
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | work_safety_accident |
        | occurred_on | 2023-10-09 |
        | level | ordinary |
        | party | 甲公司 |
      当 办理“awards_approved”
        | 字段 | 值 |
        | items | [] |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-13-03 @转录 @应提示
    场景: 批准文件中仍有发生事故的组织
      假如 评审已依次办到“final_public_closed”
      而且 今天是“2023-11-28”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | work_safety_accident |
        | occurred_on | 2023-10-09 |
        | level | ordinary |
        | party | 甲公司 |
      当 转录“government”“2023-11-28”的“awards_approved”
      那么 须先知悉“criterion.clean@13:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.clean@13:(三)”后转录“government”“2023-11-28”的“awards_approved”
      那么 予以受理，并提示“criterion.clean@13:(三)”
      而且 账本没有新增其他记录

  规则: （四）近三年无行政处罚及严重失信记录

    @行-nt-13-04 @应允许
    场景: 两种记录都在三年之前
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2020-05-09 |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | dishonesty |
        | level | serious |
        | occurred_on | 2020-05-09 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-13-04 @应拒绝
    场景大纲: 两种记录都有
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2022-03-01 |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | dishonesty |
        | level | <程度> |
        | occurred_on | <列入> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@13:(四)”，依据第“13”条
      而且 账本没有新增其他记录

      例子:
        | 程度 | 列入 |
        | serious | 2022-05-01 |
        | serious | 2020-05-10 |

    @行-nt-13-04 @应提示
    场景大纲: 失信不严重，或者在三年之前，只有处罚一种
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2022-03-01 |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | dishonesty |
        | level | <程度> |
        | occurred_on | <列入> |
      当 办理“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@13:(四)”
      而且 账本没有新增其他记录

      例子:
        | 程度 | 列入 |
        | ordinary | 2022-05-01 |
        | serious | 2020-05-09 |

    @行-nt-13-04 @应提示
    场景: 只有行政处罚，须由人判断
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2022-03-01 |
      当 办理“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@13:(四)”
      而且 账本没有新增其他记录

    @行-nt-13-04 @应允许
    场景: 只有行政处罚，判断符合并说明理由
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2022-03-01 |
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.3.criterion | org_penalty |
        | judged.3.evidence | 是 |
        | judged.3.outcome | met |
        | judged.3.reason | 已核查其情节和整改 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-13-04 @应拒绝
    场景: 只有行政处罚，判断不符合而仍然受理
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2022-03-01 |
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.3.criterion | org_penalty |
        | judged.3.evidence | 是 |
        | judged.3.outcome | not_met |
        | judged.3.reason | 已核查其情节和整改 |
      那么 拒绝，代码“criterion.clean@13:(四)”，依据第“13”条
      而且 账本没有新增其他记录

    @行-nt-13-04 @应拒绝
    场景: 已经决定有一种即不得申报
      假如 评审已依次办到“recommend”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | question | nt-13-4-and |
        | article | “13” |
        | option | either |
        | item | (四) |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2022-03-01 |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@13:(四)”，依据第“13”条
      而且 账本没有新增其他记录

    @行-nt-13-04 @应允许
    场景: 已经决定有一种即不得申报，而处罚在三年之前
      假如 评审已依次办到“recommend”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | question | nt-13-4-and |
        | article | “13” |
        | option | either |
        | item | (四) |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2020-05-09 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-13-04 @转录 @应提示
    场景: 纸质受理决定受理了两种记录都有的组织
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2022-03-01 |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | dishonesty |
        | level | serious |
        | occurred_on | 2022-05-01 |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.clean@13:(四)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.clean@13:(四)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@13:(四)”
      而且 账本没有新增其他记录

  规则: （五）近三年无其他违法行为

    @行-nt-13-05 @应允许
    场景大纲: 违法行为的认定在三年之前
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | breach |
        | level | <程度> |
        | occurred_on | 空 |
        | confirmed_on | <认定> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 程度 | 认定 |
        | minor | 2020-05-09 |
        | serious | 2020-05-09 |

    @行-nt-13-05 @应拒绝
    场景大纲: 三年之内认定的违法行为，不论轻重
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | breach |
        | level | <程度> |
        | occurred_on | 空 |
        | confirmed_on | <认定> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@13:(五)”，依据第“13”条
      而且 账本没有新增其他记录

      例子:
        | 程度 | 认定 |
        | minor | 2022-04-01 |
        | serious | 2022-04-01 |
        | minor | 2020-05-10 |

    @行-nt-13-05 @应提示
    场景: 只有行政处罚，由第（四）项判断，不算第（五）项
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2022-03-01 |
      当 办理“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@13:(四)”
      而且 账本没有新增其他记录

    @行-nt-13-05 @应拒绝
    场景: 已经决定任何违法记录都算
      假如 评审已依次办到“recommend”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | question | nt-13-5-other |
        | article | “13” |
        | option | any_breach |
        | item | (五) |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | administrative_penalty |
        | occurred_on | 2022-03-01 |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@13:(五)”，依据第“13”条
      而且 账本没有新增其他记录

    @行-nt-13-05 @转录 @应提示
    场景: 纸质受理决定受理了有违法行为的组织
      假如 评审已依次办到“recommend”
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | breach |
        | occurred_on | 2022-04-01 |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.clean@13:(五)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.clean@13:(五)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.clean@13:(五)”
      而且 账本没有新增其他记录

  规则: 从哪一天往前算

    @行-nt-13-05 @应允许
    场景大纲: 按决定的口径，违法行为在三年之前
      假如 评审已依次办到“recommend”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | question | nt-13-reference |
        | article | “13” |
        | option | <口径> |
        | item | 空 |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | breach |
        | occurred_on | <发生> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 口径 | 发生 |
        | call_published | 2020-04-19 |
        | eligibility | 2020-06-19 |

    @行-nt-13-05 @应拒绝
    场景大纲: 按决定的口径，违法行为在三年之内
      假如 评审已依次办到“recommend”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | question | nt-13-reference |
        | article | “13” |
        | option | <口径> |
        | item | 空 |
      而且 已办理“adverse_fact_recorded”
        | 字段 | 值 |
        | kind | breach |
        | occurred_on | <发生> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.clean@13:(五)”，依据第“13”条
      而且 账本没有新增其他记录

      例子:
        | 口径 | 发生 |
        | call_published | 2020-04-20 |
        | eligibility | 2020-06-20 |

    @行-nt-13-05 @应允许
    场景: 审查决定写明的基准日是申报之日
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | reference_date | 2023-05-10 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-13-05 @应拒绝
    场景大纲: 审查决定写明的基准日不是申报之日
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | reference_date | <基准日> |
      那么 拒绝，代码“criterion.reference@13”，依据第“13”条
      而且 账本没有新增其他记录

      例子:
        | 基准日 |
        | 2023-05-11 |
        | 2023-06-20 |

    @行-nt-13-05 @转录 @应提示
    场景: 纸质审查决定从决定之日往前算
      假如 评审已依次办到“recommend”
      当 转录“office”“2023-06-19”的“eligibility_determined”
        | 字段 | 值 |
        | reference_date | 2023-06-19 |
      那么 须先知悉“criterion.reference@13”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.reference@13”后转录“office”“2023-06-19”的“eligibility_determined”
        | 字段 | 值 |
        | reference_date | 2023-06-19 |
      那么 予以受理，并提示“criterion.reference@13”
      而且 账本没有新增其他记录
