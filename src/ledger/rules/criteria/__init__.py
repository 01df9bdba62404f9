"""Criteria: what an applicant, an employer, an expert or an agency must be like, leaf by leaf.

A leaf is asked of somebody on a reference day and answers holds, fails or unclear, with what was compared. It never
refuses anybody, and a fact that nobody has verified is unclear, not absent.
"""
