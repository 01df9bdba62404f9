# language: zh-CN
@条-20
功能: 专家组的抽取、人数、组长和评分

  背景:
    假如 今天是“2023-07-03”
    而且 适用“nantong@2023”
    而且 工作日历已公布至“2026”年

  规则: 从专家库中随机抽取，抽签可以复算

    @行-nt-20-01 @应允许
    场景: 两个单位各提交一个随机数，按结果组建专家组
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      当 办理“draw_prepared”
      那么 予以受理
      而且 账本没有新增其他记录
      当 “office”办理“draw_committed”
      那么 予以受理
      而且 账本没有新增其他记录
      当 “discipline_body”办理“draw_committed”
      那么 予以受理
      而且 账本没有新增其他记录
      当 办理“draw_held”
      那么 予以受理
      而且 账本没有新增其他记录
      当 办理“panel_formed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-01 @应拒绝
    场景: 登记的名单不是由随机数算出的
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      当 办理“draw_held”
        | 字段          | 值                                |
        | drawn.0.order | [专家1, 专家2, 专家3, 专家4, 专家5] |
      那么 拒绝，代码“draw.recomputed@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-01 @应拒绝
    场景: 两个随机数由同一单位提交
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      当 “office”办理“draw_committed”
      那么 拒绝，代码“draw.officers@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-01 @应拒绝
    场景: 只有一个随机数就登记结果
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      当 办理“draw_held”
      那么 拒绝，代码“draw.recomputed@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-01 @应拒绝
    场景: 备选的人不多于要抽的人
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      当 办理“draw_prepared”
        | 字段           | 值 |
        | strata.0.seats | 9  |
      那么 拒绝，代码“draw.pool@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-01 @应允许
    场景: 备选的人比要抽的人多一名
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      当 办理“draw_prepared”
        | 字段           | 值 |
        | strata.0.seats | 8  |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-01 @应拒绝
    场景: 备选名单中有不在专家库的人
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      当 办理“draw_prepared”
        | 字段            | 值     |
        | strata.0.pool.9 | 监督员 |
      那么 拒绝，代码“draw.pool@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-01 @应提示
    场景: 有人既不在备选名单内，也没有写明排除的理由
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      当 办理“draw_prepared”
        | 字段          | 值                                                      |
        | strata.0.pool | [专家1, 专家2, 专家3, 专家4, 专家5, 专家6, 专家7, 专家8] |
      那么 予以受理，并提示“draw.pool@20”
      而且 账本没有新增其他记录

    @行-nt-20-01 @应允许
    场景: 不在备选名单的人写明了排除的理由
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      当 办理“draw_prepared”
        | 字段              | 值                                                      |
        | strata.0.pool     | [专家1, 专家2, 专家3, 专家4, 专家5, 专家6, 专家7, 专家8] |
        | excluded.0.ground | interest                                                |
        | excluded.0.person | 专家9                                                   |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-01 @应提示
    场景: 提交随机数之后放弃抽签
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      当 办理“draw_abandoned”
      那么 予以受理，并提示“draw.abandoned@20”
      而且 账本没有新增其他记录

    @行-nt-20-01 @应提示
    场景: 抽签完成后不用其结果，又另行抽签
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      当 办理“draw_prepared”
      那么 予以受理，并提示“draw.pool@20”
      而且 账本没有新增其他记录

  规则: 用抽签设备抽取的，有监督员到场并留有记录

    @行-nt-20-01 @应允许
    场景: 设备、监督员、记录齐全
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“supervisor_appointed”
        | 字段  | 值         |
        | scope | [material] |
      而且 已办理“draw_prepared”
        | 字段   | 值       |
        | method | physical |
      当 办理“draw_held”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-01 @应拒绝
    场景大纲: 缺少其中一项
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“supervisor_appointed”
        | 字段  | 值         |
        | scope | [material] |
      而且 已办理“draw_prepared”
        | 字段   | 值       |
        | method | physical |
      当 办理“draw_held”
        | 字段   | 值   |
        | <缺少> | <值> |
      那么 拒绝，代码“draw.recomputed@20”，依据第“20”条
      而且 账本没有新增其他记录

      例子:
        | 缺少       | 值    |
        | device     | 空    |
        | supervisor | 空    |
        | supervisor | 专家9 |
        | minutes    | 空    |

  规则: 专家组由抽中的人按次序组成

    @行-nt-20-01 @应拒绝
    场景: 没有抽签就组建专家组
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      当 办理“panel_formed”
      那么 拒绝，代码“panel.form@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-01 @应拒绝
    场景: 专家组由指定产生
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      当 办理“panel_formed”
        | 字段   | 值        |
        | method | appointed |
      那么 拒绝，代码“panel.form@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-01 @应拒绝
    场景大纲: 换入他人
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      当 办理“panel_formed”
        | 字段             | 值     |
        | members.2.person | <何人> |
      那么 拒绝，代码“panel.form@20”，依据第“20”条
      而且 账本没有新增其他记录

      例子:
        | 何人          |
        | 监督员        |
        | 材料评审候补1 |
        | 材料评审候补2 |

    @行-nt-20-01 @应允许
    场景: 抽中的人已回避，由第一名候补列入
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      而且 已办理“reviewer_recused”
        | 字段         | 值            |
        | person       | 材料评审专家3 |
        | applications | []            |
      当 办理“panel_formed”
        | 字段             | 值            |
        | members.2.person | 材料评审候补1 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-01 @应拒绝
    场景: 成员退出，越过第一名候补更换
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      当 办理“panel_member_replaced”
        | 字段   | 值            |
        | leaves | 材料评审专家3 |
        | joins  | 材料评审候补2 |
      那么 拒绝，代码“panel.form@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-01 @应允许
    场景: 成员退出，由第一名候补接替
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      当 办理“panel_member_replaced”
        | 字段   | 值            |
        | leaves | 材料评审专家3 |
        | joins  | 材料评审候补1 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-01 @应提示 @转录
    场景: 纸质决定写明专家组由指定产生
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-05”
      当 转录“office”“2023-07-03”的“panel_formed”
        | 字段   | 值        |
        | method | appointed |
      那么 须先知悉“panel.form@20”才能转录
      而且 账本没有新增其他记录
      当 知悉“panel.form@20”后转录“office”“2023-07-03”的“panel_formed”
        | 字段   | 值        |
        | method | appointed |
      那么 予以受理，并提示“panel.form@20”
      而且 账本没有新增其他记录

  规则: 三名以上专家，有一名组长

    @行-nt-20-03 @应拒绝
    场景: 只有两名专家，第三名只是候补
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      当 办理“panel_formed”
        | 字段           | 值      |
        | members.2.role | reserve |
      那么 拒绝，代码“panel.form@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-03 @应允许
    场景: 三名专家都是成员
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      当 办理“panel_formed”
        | 字段           | 值     |
        | members.2.role | member |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-03 @应拒绝
    场景: 没有组长
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      当 办理“panel_formed”
        | 字段           | 值     |
        | members.0.role | member |
      那么 拒绝，代码“panel.form@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-03 @应提示 @转录
    场景: 纸质决定没有写明组长
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-05”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 “discipline_body”已办理“draw_committed”
      而且 已办理“draw_held”
      而且 今天是“2023-07-06”
      当 转录“office”“2023-07-05”的“panel_formed”
        | 字段           | 值     |
        | members.0.role | member |
      那么 须先知悉“panel.form@20”才能转录
      而且 账本没有新增其他记录
      当 知悉“panel.form@20”后转录“office”“2023-07-05”的“panel_formed”
        | 字段           | 值     |
        | members.0.role | member |
      那么 予以受理，并提示“panel.form@20”
      而且 账本没有新增其他记录

  规则: 回避之后不足三人的，补足之后才能评分

    @行-nt-20-03 @应拒绝 @陷阱-18
    场景: 一人回避，尚未补足
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“reviewer_recused”
        | 字段   | 值            |
        | person | 材料评审专家3 |
      当 “材料评审专家1”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      那么 拒绝，代码“panel.form@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-03 @应允许 @陷阱-18
    场景: 一人回避，已由候补补足
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“reviewer_recused”
        | 字段        | 值            |
        | person      | 材料评审专家3 |
        | replacement | 材料评审候补1 |
      当 “材料评审专家1”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      那么 予以受理
      而且 账本没有新增其他记录
      当 “材料评审候补1”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审候补1 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-03 @应允许 @陷阱-18
    场景: 回避只限一件，不影响对他件的评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“reviewer_recused”
        | 字段   | 值            |
        | person | 材料评审专家3 |
      当 “材料评审专家3”办理“score_recorded”
        | 字段        | 值            |
        | scorer      | 材料评审专家3 |
        | application | 乙公司的申报  |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-03 @应拒绝 @陷阱-18
    场景: 组长退出，尚未另行指定组长
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“reviewer_recused”
        | 字段        | 值            |
        | person      | 材料评审专家1 |
        | replacement | 材料评审候补1 |
        | applications | []            |
      当 “材料评审专家2”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家2 |
      那么 拒绝，代码“panel.form@20”，依据第“20”条
      而且 账本没有新增其他记录

  规则: 个人只作材料评审，组织两种评审都作

    @行-nt-20-02 @应允许
    场景: 组织既有材料评审又有现场评审
      假如 评审已依次办到“onsite_panel”
      而且 今天是“2023-08-08”
      而且 已办理“site_review_held”
      当 办理“score_recorded”
        | 字段        | 值           |
        | step        | onsite       |
        | application | 甲公司的申报 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝 @陷阱-17
    场景: 对个人作现场评审
      假如 评审已依次办到“onsite_panel”
      而且 今天是“2023-08-08”
      而且 已办理“site_review_held”
      当 办理“score_recorded”
        | 字段        | 值         |
        | step        | onsite     |
        | application | 王某的申报 |
      那么 拒绝，代码“gate.path@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应提示 @转录 @陷阱-17
    场景: 纸质评分表对个人作了现场评审
      假如 评审已依次办到“onsite_panel”
      而且 今天是“2023-08-09”
      当 转录“现场评审专家1”“2023-08-08”的“score_recorded”
        | 字段        | 值            |
        | step        | onsite        |
        | application | 王某的申报    |
        | scorer      | 现场评审专家1 |
      那么 须先知悉“gate.path@20”才能转录
      而且 账本没有新增其他记录
      当 知悉“gate.path@20”后转录“现场评审专家1”“2023-08-08”的“score_recorded”
        | 字段        | 值            |
        | step        | onsite        |
        | application | 王某的申报    |
        | scorer      | 现场评审专家1 |
      那么 予以受理，并提示“gate.path@20”
      而且 账本没有新增其他记录

  规则: 只由专家组在任成员本人评分

    @行-nt-20-02 @应允许
    场景: 在任成员评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 “材料评审专家2”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家2 |
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 候补专家没有列入就评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 “材料评审候补1”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审候补1 |
      那么 拒绝，代码“score.scorer@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 代他人提交评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 “材料评审专家1”办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家2 |
      那么 拒绝，代码“score.scorer@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 同一件评了两次
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 “材料评审专家1”办理“score_recorded”
        | 字段        | 值            |
        | scorer      | 材料评审专家1 |
        | application | 甲公司的申报  |
      那么 拒绝，代码“score.scorer@20”，依据第“20”条
      而且 账本没有新增其他记录

  规则: 在设定的时间内评分，截止之后才公开

    @行-nt-20-02 @应允许
    场景: 截止当日评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“stage_window_set”
        | 字段   | 值         |
        | closes | 2023-07-05 |
      而且 今天是“2023-07-05”
      当 办理“score_sheet_sealed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 截止次日评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“stage_window_set”
        | 字段   | 值         |
        | closes | 2023-07-05 |
      而且 今天是“2023-07-06”
      当 办理“score_sheet_sealed”
      那么 拒绝，代码“score.window@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 开始之前评分
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“stage_window_set”
        | 字段  | 值         |
        | opens | 2023-07-05 |
      当 办理“score_sheet_sealed”
      那么 拒绝，代码“score.window@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 截止当日就公开
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“stage_window_set”
        | 字段   | 值         |
        | closes | 2023-07-05 |
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      而且 “材料评审专家2”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家2 |
        | application | 甲公司的申报  |
      而且 “材料评审专家3”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家3 |
        | application | 甲公司的申报  |
      当 办理“scores_opened”
      那么 拒绝，代码“score.window@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应允许
    场景: 截止次日公开
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-04”
      而且 已办理“stage_window_set”
        | 字段   | 值         |
        | closes | 2023-07-05 |
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      而且 “材料评审专家2”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家2 |
        | application | 甲公司的申报  |
      而且 “材料评审专家3”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家3 |
        | application | 甲公司的申报  |
      而且 今天是“2023-07-06”
      当 办理“scores_opened”
      那么 予以受理
      而且 账本没有新增其他记录

  规则: 密封的评分表公开之前可以更换，公开之后经同意才能更改

    @行-nt-20-02 @应允许
    场景: 公开之前更换
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 “材料评审专家1”办理“score_sheet_replaced”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 公开之前更换他人的评分表
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 “材料评审专家2”办理“score_sheet_replaced”
        | 字段   | 值            |
        | scorer | 材料评审专家2 |
      那么 拒绝，代码“score.changed@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 公开之后再更换
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      而且 “材料评审专家2”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家2 |
        | application | 甲公司的申报  |
      而且 “材料评审专家3”已办理“score_sheet_sealed”
        | 字段        | 值            |
        | scorer      | 材料评审专家3 |
        | application | 甲公司的申报  |
      而且 已办理“scores_opened”
      当 “材料评审专家3”办理“score_sheet_replaced”
      那么 拒绝，代码“score.changed@20”，依据第“20”条
      而且 账本没有新增其他记录

    @行-nt-20-02 @应允许
    场景: 公开之后经专家组同意更改
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 “材料评审专家1”办理“score_changed”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应提示
    场景: 公开之后更改，同意的没有过半数
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_recorded”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      当 “材料评审专家1”办理“score_changed”
        | 字段    | 值              |
        | assent  | [材料评审专家2] |
        | dissent | [材料评审专家3] |
      那么 予以受理，并提示“score.changed@20”
      而且 账本没有新增其他记录

  规则: 合议得分由专家组过半数成员同意

    @行-nt-20-02 @应允许
    场景: 全体成员同意
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“consensus_score_recorded”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应提示
    场景: 三人中一人同意
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“consensus_score_recorded”
        | 字段    | 值                             |
        | assent  | [材料评审专家1]                |
        | dissent | [材料评审专家2, 材料评审专家3] |
      那么 予以受理，并提示“score.consensus@20”
      而且 账本没有新增其他记录

    @行-nt-20-02 @应拒绝
    场景: 组外的人表示同意
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      当 办理“consensus_score_recorded”
        | 字段   | 值                                                            |
        | assent | [材料评审专家1, 材料评审专家2, 材料评审专家3, 材料评审候补1] |
      那么 拒绝，代码“score.consensus@20”，依据第“20”条
      而且 账本没有新增其他记录

  规则: 公开之前查阅密封内容的，一直提示

    @行-nt-20-02 @应提示
    场景: 评分公开之前有人查阅评分表
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      而且 已办理“vault_read”
      当 时间到了“2023-07-06”
      那么 审计发现“sealed.look@20”
      而且 账本没有新增其他记录

    @行-nt-20-02 @应允许
    场景: 查阅的不是评分表
      假如 评审已依次办到“material_panel”
      而且 今天是“2023-07-05”
      而且 “材料评审专家1”已办理“score_sheet_sealed”
        | 字段   | 值            |
        | scorer | 材料评审专家1 |
      而且 已办理“vault_read”
        | 字段   | 值       |
        | fields | [reason] |
      当 时间到了“2023-07-06”
      那么 审计没有发现“sealed.look@20”
      而且 账本没有新增其他记录

    @行-nt-20-02 @应提示
    场景: 抽签之前有人查阅随机数
      假如 评审已依次办到“eligibility”
      而且 今天是“2023-07-03”
      而且 已办理“draw_prepared”
      而且 “office”已办理“draw_committed”
      而且 已办理“vault_read”
        | 字段   | 值                  |
        | case   | cycle:nantcycle2023 |
        | fields | [seed]              |
      当 时间到了“2023-07-04”
      那么 审计发现“sealed.look@20”
      而且 账本没有新增其他记录

  规则: 得分相同的由决定排出先后

    @行-nt-20-02 @应允许
    场景: 两家得分相同
      假如 评审已依次办到“material”
      而且 今天是“2023-07-10”
      当 办理“tie_decided”
      那么 予以受理
      而且 账本没有新增其他记录

    @行-nt-20-02 @应提示
    场景: 得分并不相同
      假如 评审已依次办到“material”
      而且 今天是“2023-07-10”
      当 办理“tie_decided”
        | 字段    | 值         |
        | order.1 | 王某的申报 |
      那么 予以受理，并提示“score.tie@20”
      而且 账本没有新增其他记录
