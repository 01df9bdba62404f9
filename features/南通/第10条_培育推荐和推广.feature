# language: zh-CN
@条-10
功能: 培育、审核推荐和推广

  背景:
    假如 今天是“2023-05-30”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 各地、各系统、各行业分别审核推荐，推荐意见以所在地质委会签署的为准

    @行-nt-10-01 @如实记录
    场景: 所在地质委会审核推荐
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 “local_quality_body”办理“recommendation_issued”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-10-01 @应拒绝
    场景: 只有行业协会推荐
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 “association”办理“recommendation_issued”
      那么 拒绝，代码“actor.role@18”，依据第“18”条
      而且 账本没有新增其他记录

    @行-nt-10-01 @应提示 @转录
    场景: 纸面上只有行业协会推荐
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 转录“association”“2023-06-08”的“recommendation_issued”
      那么 须先知悉“actor.role@18”才能转录
      而且 账本没有新增其他记录
      当 知悉“actor.role@18”后转录“association”“2023-06-08”的“recommendation_issued”
      那么 予以受理，并提示“actor.role@18”
      而且 账本没有新增其他记录

    @行-nt-10-01 @应允许
    场景: 解释为主管部门、行业协会的推荐同样有效
      假如 评审已依次办到“apply”
      而且 已办理“interpretation_issued”
        | 字段 | 值 |
        | article | “10” |
        | question | nt-10-recommender |
        | option | any |
      而且 今天是“2023-06-09”
      当 “association”办理“recommendation_issued”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-10-01 @应拒绝
    场景: 解释没有选定所列的任何一种
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 办理“interpretation_issued”
        | 字段 | 值 |
        | article | “10” |
        | question | nt-10-recommender |
        | option | nobody |
      那么 拒绝，代码“question.open@10”，依据第“10”条
      而且 账本没有新增其他记录

    @行-nt-10-01 @应提示
    场景: 解释由市质委办作出
      假如 评审已依次办到“apply”
      而且 今天是“2023-06-09”
      当 “office”办理“interpretation_issued”
        | 字段 | 值 |
        | article | “10” |
        | question | nt-10-recommender |
        | option | any |
      那么 予以受理，并提示“actor.role@8:(一)”
      而且 账本没有新增其他记录
