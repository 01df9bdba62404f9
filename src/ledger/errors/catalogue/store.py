"""Codes of the store: what a database, its file or its server says instead of keeping records."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    # ---- appending ----
    "head_moved": Entry(
        "error",
        4,
        "账本在第 {after} 条之后已有新记录，须读入新记录后重新判定。",
        "The ledger has grown beyond record {after}; read on and judge again.",
        "请稍后重新提交。",
    ),
    "store_decided_twice": Entry(
        "error",
        1,
        "同一行为此前已有结果（第 {position} 条），不再重复入账。",
        "This act was decided before, by record {position}; it is not stored again.",
    ),
    "store_time_backwards": Entry(
        "error",
        3,
        "记录的收到时间早于前一条记录，未入账。",
        "The record's time of receipt lies before that of the record ahead of it; nothing was stored.",
        "请检查本机时钟。",
    ),
    "store_bad_event": Entry(
        "error",
        3,
        "待存事件与其内容不符或不合格：{detail}。",
        "The event to be stored does not agree with its own bytes or is malformed: {detail}.",
    ),
    "store_outcome_unknown": Entry(
        "error",
        4,
        "写入过程中与数据库服务器的连接中断，无法确知是否已入账：{address}。",
        "The connection to the database server broke while writing; whether it was stored is unknown: {address}.",
        "连接恢复后请原样重新提交：已入账的会得到原来的结果，不会重复入账。",
    ),
    # ---- reading ----
    "store_no_record": Entry(
        "error",
        3,
        "账本中没有第 {position} 条记录。",
        "The ledger has no record {position}.",
    ),
    "store_no_node": Entry(
        "error",
        3,
        "默克尔树索引中缺少节点（第 {level} 层第 {number} 个）。",
        "The stored tree has no node {number} on level {level}.",
        "如该位置本应存在，请运行 reindex 重建索引。",
    ),
    # ---- opening ----
    "store_missing": Entry(
        "error",
        3,
        "此处没有账本：{location}。",
        "There is no ledger here: {location}.",
        "请给出账本文件夹，或形如 postgresql://主机/数据库?schema=名称 的地址；新账本用 new 建立。",
    ),
    "store_exists": Entry(
        "error",
        2,
        "此处已有账本或其他内容，不会覆盖：{location}。",
        "Something is here already and will not be overwritten: {location}.",
        "请换一个文件夹或模式名。",
    ),
    "store_foreign": Entry(
        "error",
        3,
        "这不是评审账本的数据库，可能属于其他程序，也可能开头已损坏：{location}。",
        "This is not a database of the review ledger; it belongs to another program, or its beginning is damaged: {location}.",
    ),
    "store_newer": Entry(
        "error",
        3,
        "账本由更新版本的软件建立（存储第 {version} 版，本软件只认到第 {known} 版）：{location}。",
        "The ledger was made by newer software (store version {version}, known up to {known}): {location}.",
        "请升级软件后再打开。",
    ),
    "store_guards_missing": Entry(
        "error",
        3,
        "数据库中防止改删记录的保护已被去掉或改动（{what}），停止写入：{location}。",
        "The guards against changing records were removed or altered ({what}); nothing will be written: {location}.",
        "请先核验账本（verify），查明原因后再运行 reindex 恢复保护。",
    ),
    "store_index_differs": Entry(
        "error",
        3,
        "索引与记录不一致（{what}），停止写入：{location}。",
        "The index does not agree with the records ({what}); nothing will be written: {location}.",
        "请先核验账本（verify），再运行 reindex 重建索引。",
    ),
    "store_gap": Entry(
        "error",
        3,
        "记录不连续，缺少第 {position} 条，无法重建索引：{location}。",
        "Record {position} is missing, so the index cannot be rebuilt: {location}.",
        "请用 verify 查看缺失情况，并用备份恢复。",
    ),
    "store_bad_record": Entry(
        "error",
        3,
        "第 {position} 条不是合格的记录（{reason}），无法重建索引：{location}。",
        "Record {position} is not a well-formed record ({reason}), so the index cannot be rebuilt: {location}.",
        "请用 verify 查看，并用备份恢复。",
    ),
    "store_damaged": Entry(
        "error",
        3,
        "数据库已损坏：{location}（{detail}）。",
        "The database is damaged: {location} ({detail}).",
        "请勿继续写入；先另存一份，再用备份恢复。",
    ),
    "store_readonly": Entry(
        "error",
        4,
        "账本所在位置只能读、不能写：{location}。",
        "The ledger can be read here but not written: {location}.",
        "请检查文件夹和文件的权限，或换到可写的位置。",
    ),
    "store_denied": Entry(
        "error",
        4,
        "本用户没有权限读取账本：{location}。",
        "This user may not read the ledger: {location}.",
        "请以账本所有者的身份运行，或请管理员授予读取权限。",
    ),
    "store_locked": Entry(
        "error",
        4,
        "账本正被其他程序占用，等待超时：{location}。",
        "The ledger is held by another program and waiting has timed out: {location}.",
        "请稍后再试，或关闭占用它的程序。",
    ),
    "store_full": Entry(
        "error",
        4,
        "磁盘空间已满，未能写入：{location}。",
        "The disk is full; nothing was written: {location}.",
        "请腾出空间后原样重新提交。",
    ),
    "store_io": Entry(
        "error",
        4,
        "读写磁盘出错：{location}（{detail}）。",
        "The disk could not be read or written: {location} ({detail}).",
        "刚才的写入未获确认；请检查磁盘，重新打开账本后原样重新提交。",
    ),
    "store_failed": Entry(
        "error",
        4,
        "数据库未能完成操作：{location}（{detail}）。",
        "The database could not do what was asked: {location} ({detail}).",
    ),
    "store_closed": Entry(
        "error",
        4,
        "账本已经关闭：{location}。",
        "The ledger has been closed: {location}.",
    ),
    # ---- a database server ----
    "store_bad_address": Entry(
        "error",
        2,
        "数据库地址不合规范：{detail}。",
        "The database address is not well formed: {detail}.",
        "应形如 postgresql://用户@主机:端口/数据库?schema=名称。",
    ),
    "store_no_driver": Entry(
        "error",
        4,
        "本机没有安装 PostgreSQL 驱动程序 psycopg。",
        "The PostgreSQL driver psycopg is not installed.",
        "请安装本软件的 postgres 附加组件：pip install 'review-ledger[postgres]'。",
    ),
    "store_unreachable": Entry(
        "error",
        4,
        "连不上数据库服务器：{address}（{detail}）。",
        "The database server cannot be reached: {address} ({detail}).",
        "请检查网络和服务器是否正常，再试一次。",
    ),
    "store_refused": Entry(
        "error",
        4,
        "数据库服务器拒绝了连接：{address}（{detail}）。",
        "The database server refused the connection: {address} ({detail}).",
        "请检查用户名、密码和数据库名，或请数据库管理员放行。",
    ),
    "store_privilege": Entry(
        "error",
        4,
        "数据库用户权限不足：{address}（{detail}）。",
        "The database user lacks a privilege: {address} ({detail}).",
        "请数据库管理员把角色 {role} 授予该用户，或改用有权限的用户。",
    ),
    "store_server_old": Entry(
        "error",
        4,
        "数据库服务器版本过低（{found}），需要 PostgreSQL {needed} 或更新版本：{address}。",
        "The database server is too old ({found}); PostgreSQL {needed} or newer is needed: {address}.",
    ),
}
