"""Act types as people call them: sentences say these, facts and programs keep the type's own name."""

from __future__ import annotations

from typing import Final

ACT_TYPES: Final[dict[str, str]] = {
    "ledger_opened": "建立账本",
    "founding_accepted": "确认参与发起",
    "key_enrolled": "登记密钥",
    "key_confirmed": "确认密钥",
    "key_revoked": "撤销密钥",
    "post_assigned": "授予岗位",
    "post_ended": "解除岗位",
    "duties_changed": "变更职责归属",
    "acts_confirmed": "确认存疑的行为",
    "signature_repudiated": "否认签名",
    "acts_set_aside": "搁置存疑的行为",
    "document_filed": "存入文件内容",
    "document_registered": "登记来文",
    "act_refused": "记录拒绝",
    "refusals_throttled": "汇总多次拒绝",
    "vault_read": "记录查阅保密内容",
    "commitment_opened": "公开承诺内容",
    "ledger_closed": "关闭账本",
}
