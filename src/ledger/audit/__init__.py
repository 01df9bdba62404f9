"""Verification on raw rows: reads stored bytes through a reader of its own and believes nothing else."""

from ledger.audit.recheck import recheck
from ledger.audit.rejudge import Audit, audit
from ledger.audit.report import Report
from ledger.audit.verify import verify

__all__ = ["Audit", "Report", "audit", "recheck", "verify"]
