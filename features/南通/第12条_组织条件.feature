# language: zh-CN
@条-12
功能: 组织的申报条件

  背景:
    假如 今天是“2023-06-20”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年
    而且 参评的有“1”家组织和“0”名个人

  规则: （一）在本市登记注册、独立法人、依法经营满五年

    @行-nt-12-01 @应允许
    场景大纲: 经营年限到申报之日已满五年
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | operation |
        | facts.0.since | <成立> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 成立 |
        | 2018-03-01 |
        | 2018-05-10 |

    @行-nt-12-01 @应拒绝
    场景大纲: 经营年限到申报之日不满五年
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | operation |
        | facts.0.since | <成立> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.span@12:(一)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 成立 |
        | 2018-05-11 |
        | 2019-01-01 |

    @行-nt-12-01 @应拒绝
    场景: 中间停业的时间不算
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | operation |
        | facts.0.since | 2010-01-01 |
        | facts.0.until | 2012-12-31 |
        | facts.1.fact | operation |
        | facts.1.since | 2022-01-01 |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.span@12:(一)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-01 @应允许
    场景: 中间停业，前后合计满五年
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | operation |
        | facts.0.since | 2010-01-01 |
        | facts.0.until | 2013-12-31 |
        | facts.1.fact | operation |
        | facts.1.since | 2022-01-01 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-01 @应拒绝
    场景大纲: 分支机构没有独立法人资格，或者不在本市登记
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <事实> |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.holds@12:(一)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 事实 |
        | legal_person |
        | registered_in_territory |

    @行-nt-12-01 @应拒绝
    场景大纲: 申报之前已经迁出本市
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | registered_in_territory |
        | facts.0.since | 2010-01-01 |
        | facts.0.until | <迁出前一日> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.holds@12:(一)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 迁出前一日 |
        | 2023-05-09 |

    @行-nt-12-01 @应允许
    场景大纲: 申报之日仍在本市登记
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | registered_in_territory |
        | facts.0.since | 2010-01-01 |
        | facts.0.until | <迁出前一日> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 迁出前一日 |
        | 2023-05-10 |

    @行-nt-12-01 @应拒绝
    场景: 成立日期未经核实，不能当作已满五年
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | operation |
        | outcome | undecided |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.span@12:(一)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-01 @转录 @应提示
    场景: 纸质受理决定受理了经营不满五年的组织
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | operation |
        | facts.0.since | 2019-01-01 |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.span@12:(一)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.span@12:(一)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.span@12:(一)”
      而且 账本没有新增其他记录

  规则: （二）推行卓越绩效评价准则满两年，设首席质量官岗位，质量工作领先

    @行-nt-12-02 @应允许
    场景大纲: 推行到申报之日已满两年
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | excellence_model |
        | facts.0.since | <起始> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 起始 |
        | 2021-04-01 |
        | 2021-05-10 |

    @行-nt-12-02 @应拒绝
    场景大纲: 推行到申报之日不满两年
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | excellence_model |
        | facts.0.since | <起始> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.span@12:(二)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 起始 |
        | 2021-05-11 |
        | 2022-06-01 |

    @行-nt-12-02 @应拒绝
    场景: 没有首席质量官岗位
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | chief_quality_officer_post |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.holds@12:(二)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-02 @应允许
    场景: 质量工作领先的判断附有证据
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.0.criterion | org_quality_leading |
        | judged.0.outcome | met |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-02 @应拒绝
    场景: 质量工作经判断并不领先
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.0.criterion | org_quality_leading |
        | judged.0.outcome | not_met |
      那么 拒绝，代码“criterion.judged@12:(二)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-02 @应拒绝
    场景: 质量工作领先的判断没有附证据
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.0.criterion | org_quality_leading |
        | judged.0.evidence | 否 |
      那么 拒绝，代码“criterion.judged@12:(二)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-02 @转录 @应提示
    场景: 纸质受理决定受理了推行不满两年的组织
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | excellence_model |
        | facts.0.since | 2022-06-01 |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.span@12:(二)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.span@12:(二)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.span@12:(二)”
      而且 账本没有新增其他记录

  规则: （三）七类荣誉有其一

    @行-nt-12-03 @应允许
    场景: 经核实的县级政府质量奖
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | county_quality_award |
        | facts.0.year | 2012 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-03 @应拒绝
    场景: 各类荣誉经核实一项也没有
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-03 @应拒绝
    场景: 申报之日还没有获得
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | county_quality_award |
        | facts.0.since | 2023-05-11 |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-03 @应允许
    场景: 申报当日获得
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | county_quality_award |
        | facts.0.since | 2023-05-10 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-03 @应拒绝
    场景: 荣誉未经核实，不能当作已有
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | county_quality_award |
        | outcome | undecided |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-03 @转录 @应提示
    场景: 纸质受理决定受理了没有任何一类荣誉的组织
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.any_of@12:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.any_of@12:(三)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.any_of@12:(三)”
      而且 账本没有新增其他记录

  规则: （三）1 省质量信用 AAA 级，不限年份

    @行-nt-12-04 @应允许
    场景大纲: 只有第 1 项荣誉，经核实
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | provincial_quality_credit_aaa | 2015 |

    @行-nt-12-04 @应拒绝
    场景大纲: 只有第 1 项荣誉，经核实不成立
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | provincial_quality_credit_aaa | 2015 |

    @行-nt-12-04 @转录 @应提示
    场景: 纸质受理决定以不成立的第 1 项荣誉受理
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.0.year | 2015 |
        | outcome | refuted |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.any_of@12:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.any_of@12:(三)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.any_of@12:(三)”
      而且 账本没有新增其他记录

  规则: （三）2 全国质量奖或者全国行业质量奖，不限年份

    @行-nt-12-05 @应允许
    场景大纲: 只有第 2 项荣誉，经核实
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | national_quality_award | 2016 |
        | national_industry_quality_award | 2016 |

    @行-nt-12-05 @应拒绝
    场景大纲: 只有第 2 项荣誉，经核实不成立
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | national_quality_award | 2016 |
        | national_industry_quality_award | 2016 |

    @行-nt-12-05 @转录 @应提示
    场景: 纸质受理决定以不成立的第 2 项荣誉受理
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | national_quality_award |
        | facts.0.year | 2016 |
        | outcome | refuted |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.any_of@12:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.any_of@12:(三)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.any_of@12:(三)”
      而且 账本没有新增其他记录

  规则: （三）3 县级政府质量奖，不限年份

    @行-nt-12-06 @应允许
    场景大纲: 只有第 3 项荣誉，经核实
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | county_quality_award | 2014 |

    @行-nt-12-06 @应拒绝
    场景大纲: 只有第 3 项荣誉，经核实不成立
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | county_quality_award | 2014 |

    @行-nt-12-06 @转录 @应提示
    场景: 纸质受理决定以不成立的第 3 项荣誉受理
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | county_quality_award |
        | facts.0.year | 2014 |
        | outcome | refuted |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.any_of@12:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.any_of@12:(三)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.any_of@12:(三)”
      而且 账本没有新增其他记录

  规则: （三）4 近三年两次鲁班奖或者国优工程奖

    @行-nt-12-07 @应允许
    场景大纲: 近三年共两次，同一奖项或者各一次
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <甲> |
        | facts.0.year | <其一> |
        | facts.1.fact | <乙> |
        | facts.1.since | <其二> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 甲 | 其一 | 乙 | 其二 |
        | luban_prize | 2021 | national_quality_project | 2022-11-30 |
        | luban_prize | 2021 | luban_prize | 2022-11-30 |
        | national_quality_project | 2022 | national_quality_project | 2020-05-10 |

    @行-nt-12-07 @应拒绝
    场景大纲: 其中一次在三年之前
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <甲> |
        | facts.0.year | <其一> |
        | facts.1.fact | <乙> |
        | facts.1.since | <其二> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 甲 | 其一 | 乙 | 其二 |
        | luban_prize | 2019 | luban_prize | 2022-11-30 |
        | national_quality_project | 2022 | national_quality_project | 2020-05-09 |

    @行-nt-12-07 @应拒绝
    场景大纲: 只知道是 2020 年，不能当作在三年之内
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <甲> |
        | facts.0.year | <其一> |
        | facts.1.fact | <乙> |
        | facts.1.since | <其二> |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 甲 | 其一 | 乙 | 其二 |
        | luban_prize | 2020 | luban_prize | 2022-11-30 |

    @行-nt-12-07 @应拒绝
    场景大纲: 已经决定两奖分别计算，各一次不算两次
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <甲> |
        | facts.0.year | <其一> |
        | facts.1.fact | <乙> |
        | facts.1.since | <其二> |
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | article | “12” |
        | question | nt-12-3-4 |
        | option | each |
        | item | (三)4 |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 甲 | 其一 | 乙 | 其二 |
        | luban_prize | 2021 | national_quality_project | 2022-11-30 |

    @行-nt-12-07 @应允许
    场景大纲: 已经决定两奖分别计算，同一奖项两次
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <甲> |
        | facts.0.year | <其一> |
        | facts.1.fact | <乙> |
        | facts.1.since | <其二> |
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | article | “12” |
        | question | nt-12-3-4 |
        | option | each |
        | item | (三)4 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 甲 | 其一 | 乙 | 其二 |
        | luban_prize | 2021 | luban_prize | 2022-11-30 |

    @行-nt-12-07 @转录 @应提示
    场景: 纸质受理决定把三年之前的一次也算在内
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | luban_prize |
        | facts.0.year | 2019 |
        | facts.1.fact | luban_prize |
        | facts.1.year | 2022 |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.any_of@12:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.any_of@12:(三)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.any_of@12:(三)”
      而且 账本没有新增其他记录

  规则: （三）5 全国五一劳动奖状，不限年份

    @行-nt-12-08 @应允许
    场景大纲: 只有第 5 项荣誉，经核实
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | may_day_certificate | 2010 |

    @行-nt-12-08 @应拒绝
    场景大纲: 只有第 5 项荣誉，经核实不成立
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | may_day_certificate | 2010 |

    @行-nt-12-08 @转录 @应提示
    场景: 纸质受理决定以不成立的第 5 项荣誉受理
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | may_day_certificate |
        | facts.0.year | 2010 |
        | outcome | refuted |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.any_of@12:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.any_of@12:(三)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.any_of@12:(三)”
      而且 账本没有新增其他记录

  规则: （三）6 国家级小巨人或者制造业单项冠军

    @行-nt-12-09 @应允许
    场景大纲: 只有第 6 项荣誉，经核实
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | national_little_giant | 2021 |
        | national_single_champion | 2021 |

    @行-nt-12-09 @应拒绝
    场景大纲: 只有第 6 项荣誉，经核实不成立
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | national_little_giant | 2021 |
        | national_single_champion | 2021 |

    @行-nt-12-09 @转录 @应提示
    场景: 纸质受理决定以不成立的第 6 项荣誉受理
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | national_little_giant |
        | facts.0.year | 2021 |
        | outcome | refuted |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.any_of@12:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.any_of@12:(三)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.any_of@12:(三)”
      而且 账本没有新增其他记录

  规则: （三）7 服务业三类称号之一

    @行-nt-12-10 @应允许
    场景大纲: 只有第 7 项荣誉，经核实
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | national_integration_pilot | 2021 |
        | provincial_service_leader | 2021 |
        | provincial_integration_benchmark | 2021 |

    @行-nt-12-10 @应拒绝
    场景大纲: 只有第 7 项荣誉，经核实不成立
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | <荣誉> |
        | facts.0.year | <年份> |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.any_of@12:(三)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 荣誉 | 年份 |
        | national_integration_pilot | 2021 |
        | provincial_service_leader | 2021 |
        | provincial_integration_benchmark | 2021 |

    @行-nt-12-10 @转录 @应提示
    场景: 纸质受理决定以不成立的第 7 项荣誉受理
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | provincial_quality_credit_aaa |
        | facts.1.fact | national_quality_award |
        | facts.2.fact | national_industry_quality_award |
        | facts.3.fact | county_quality_award |
        | facts.4.fact | luban_prize |
        | facts.5.fact | national_quality_project |
        | facts.6.fact | may_day_certificate |
        | facts.7.fact | national_little_giant |
        | facts.8.fact | national_single_champion |
        | facts.9.fact | national_integration_pilot |
        | facts.10.fact | provincial_service_leader |
        | facts.11.fact | provincial_integration_benchmark |
        | outcome | refuted |
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | national_integration_pilot |
        | facts.0.year | 2021 |
        | outcome | refuted |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.any_of@12:(三)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.any_of@12:(三)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.any_of@12:(三)”
      而且 账本没有新增其他记录

  规则: （四）近三年业绩突出，规模和纳税居市内同行业先进

    @行-nt-12-11 @应允许
    场景大纲: 三年数据齐全，判断附有证据和理由
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | city_trade_advanced |
        | facts.0.year | <年份> |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 年份 |
        | 2019 |
        | 2022 |

    @行-nt-12-11 @应提示
    场景大纲: 只有两年的数据
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | city_trade_advanced |
        | facts.0.year | <缺的年份> |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 予以受理，并提示“criterion.judged@12:(四)”
      而且 账本没有新增其他记录

      例子:
        | 缺的年份 |
        | 2020 |
        | 2022 |

    @行-nt-12-11 @应提示
    场景: 没有说明是否先进的判断
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.1.criterion | org_results |
        | judged.1.evidence | 否 |
      那么 予以受理，并提示“criterion.judged@12:(四)”
      而且 账本没有新增其他记录

  规则: （五）近三年信誉良好，三废治理达标，工业企业环保信用蓝色以上

    @行-nt-12-12 @应允许
    场景大纲: 工业企业三年各年都在蓝色以上
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | attributes | [industrial] |
      而且 今天是“2023-06-09”
      而且 已办理“recommendation_issued”
      而且 今天是“2023-06-20”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | env_credit |
        | facts.0.year | 2020 |
        | facts.0.grade | blue |
        | facts.1.fact | env_credit |
        | facts.1.year | 2021 |
        | facts.1.grade | <等级> |
        | facts.2.fact | env_credit |
        | facts.2.year | 2022 |
        | facts.2.grade | blue |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 等级 |
        | blue |
        | green |

    @行-nt-12-12 @应拒绝
    场景大纲: 工业企业其中一年为黄色
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | attributes | [industrial] |
      而且 今天是“2023-06-09”
      而且 已办理“recommendation_issued”
      而且 今天是“2023-06-20”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | env_credit |
        | facts.0.year | 2020 |
        | facts.0.grade | blue |
        | facts.1.fact | env_credit |
        | facts.1.year | 2021 |
        | facts.1.grade | <等级> |
        | facts.2.fact | env_credit |
        | facts.2.year | 2022 |
        | facts.2.grade | blue |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.holds@12:(五)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 等级 |
        | yellow |

    @行-nt-12-12 @应允许
    场景: 不是工业企业的不看环保信用
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | attributes | [sme] |
      而且 今天是“2023-06-09”
      而且 已办理“recommendation_issued”
      而且 今天是“2023-06-20”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | env_credit |
        | facts.0.year | 2021 |
        | facts.0.grade | yellow |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-12 @应允许
    场景: 黄色的年份在三年之前
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | attributes | [industrial] |
      而且 今天是“2023-06-09”
      而且 已办理“recommendation_issued”
      而且 今天是“2023-06-20”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | env_credit |
        | facts.0.year | 2019 |
        | facts.0.grade | yellow |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-12 @应拒绝
    场景大纲: 其中一年三废治理不达标
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | waste_treatment_compliant |
        | facts.0.year | <年份> |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 拒绝，代码“criterion.holds@12:(五)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 年份 |
        | 2020 |
        | 2022 |

    @行-nt-12-12 @应允许
    场景大纲: 三废治理不达标的年份在三年之前
      假如 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | waste_treatment_compliant |
        | facts.0.year | <年份> |
        | outcome | refuted |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

      例子:
        | 年份 |
        | 2019 |

    @行-nt-12-12 @应拒绝
    场景: 信誉经判断并不良好
      假如 评审已依次办到“recommend”
      当 办理“eligibility_determined”
        | 字段 | 值 |
        | judged.2.criterion | org_standing |
        | judged.2.outcome | not_met |
      那么 拒绝，代码“criterion.judged@12:(五)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-12 @转录 @应提示
    场景: 纸质受理决定受理了其中一年为黄色的工业企业
      假如 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | attributes | [industrial] |
      而且 今天是“2023-06-09”
      而且 已办理“recommendation_issued”
      而且 今天是“2023-06-20”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | env_credit |
        | facts.0.year | 2021 |
        | facts.0.grade | yellow |
      当 转录“office”“2023-06-19”的“eligibility_determined”
      那么 须先知悉“criterion.holds@12:(五)”才能转录
      而且 账本没有新增其他记录
      当 知悉“criterion.holds@12:(五)”后转录“office”“2023-06-19”的“eligibility_determined”
      那么 予以受理，并提示“criterion.holds@12:(五)”
      而且 账本没有新增其他记录

  规则: （六）有关联关系的母公司、子公司，一个周期内只有一家申报

    @行-nt-12-13 @应允许
    场景: 子公司申报，母公司不申报
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      当 办理“application_submitted”
        | 字段                 | 值     |
        | relations            | []     |
        | relations.0.party    | 丙公司 |
        | relations.0.relation | parent |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-13 @应拒绝
    场景大纲: 母公司、子公司先后申报，不论由谁写明，也不论先后
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | <甲写明> |
        | relations.0.relation | subsidiary |
      当 办理“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | <乙写明> |
        | relations.0.relation | parent |
      那么 拒绝，代码“bound.applications@12:(六)”，依据第“12”条
      而且 账本没有新增其他记录

      例子:
        | 甲写明 | 乙写明 |
        | 乙公司 | 甲公司 |
        | 丙公司 | 甲公司 |
        | 乙公司 | 丁公司 |

    @行-nt-12-13 @应允许
    场景: 母公司撤回之后子公司申报
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
      而且 已办理“application_withdrawn”
      当 办理“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | 甲公司 |
        | relations.0.relation | parent |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-13 @应提示
    场景: 同一母公司的两家子公司都申报，条文不明，先提示
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | 丙公司 |
        | relations.0.relation | parent |
      当 办理“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | 丙公司 |
        | relations.0.relation | parent |
      那么 予以受理，并提示“bound.applications@12:(六)”
      而且 账本没有新增其他记录

    @行-nt-12-13 @应拒绝
    场景: 已经决定同一母公司只可有一家申报
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | article | “12” |
        | question | nt-12-6-sisters |
        | option | covered |
        | item | (六) |
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | 丙公司 |
        | relations.0.relation | parent |
      当 办理“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | 丙公司 |
        | relations.0.relation | parent |
      那么 拒绝，代码“bound.applications@12:(六)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-13 @应允许
    场景: 已经决定两家子公司可以同期申报
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | article | “12” |
        | question | nt-12-6-sisters |
        | option | not_covered |
        | item | (六) |
      而且 已办理“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | 丙公司 |
        | relations.0.relation | parent |
      当 办理“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | 丙公司 |
        | relations.0.relation | parent |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-13 @应提示 @陷阱-11
    场景: 申报之后发生收购，形成母公司、子公司关系
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“recommend”
      当 办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | parent_subsidiary |
        | facts.0.other | 乙公司 |
      那么 予以受理，并提示“bound.applications@12:(六)”
      而且 账本没有新增其他记录

    @行-nt-12-13 @应允许 @陷阱-11
    场景: 申报之后发生收购，对方没有申报
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“recommend”
      当 办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | parent_subsidiary |
        | facts.0.other | 丙公司 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-13 @应拒绝 @陷阱-11
    场景: 申报之后形成关系的，两家不能都受理
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | parent_subsidiary |
        | facts.0.other | 乙公司 |
      当 办理“eligibility_determined”
      那么 拒绝，代码“bound.applications@12:(六)”，依据第“12”条
      而且 账本没有新增其他记录

    @行-nt-12-13 @应允许 @陷阱-11
    场景: 其中一家不予受理，另一家可以受理
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“recommend”
      而且 已办理“evidence_verified”
        | 字段 | 值 |
        | facts | [] |
        | facts.0.fact | parent_subsidiary |
        | facts.0.other | 乙公司 |
      而且 已办理“eligibility_determined”
        | 字段 | 值 |
        | application | 乙公司的申报 |
        | outcome | rejected |
        | reason | 与甲公司为母公司与子公司 |
      当 办理“eligibility_determined”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-12-13 @转录 @应提示
    场景: 子公司的纸质申报已经收下，而母公司已经申报
      假如 参评的有“2”家组织和“0”名个人
      而且 评审已依次办到“internal_closed”
      而且 今天是“2023-05-10”
      而且 已办理“application_submitted”
      当 转录“乙公司”“2023-05-10”的“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | 甲公司 |
        | relations.0.relation | parent |
      那么 须先知悉“bound.applications@12:(六)”才能转录
      而且 账本没有新增其他记录
      当 知悉“bound.applications@12:(六)”后转录“乙公司”“2023-05-10”的“application_submitted”
        | 字段 | 值 |
        | relations | [] |
        | relations.0.party | 甲公司 |
        | relations.0.relation | parent |
      那么 予以受理，并提示“bound.applications@12:(六)”
      而且 账本没有新增其他记录
